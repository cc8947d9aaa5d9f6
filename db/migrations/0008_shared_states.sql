CREATE TABLE "matching"."block_references" (
	"hash" text PRIMARY KEY NOT NULL,
	"state" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matching"."block_state" ADD COLUMN "references_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
COMMENT ON TABLE matching.block_references IS '引擎对各块的参考事项记下的状态，相同的只存一份';
--> statement-breakpoint
COMMENT ON COLUMN matching.block_references.hash IS '内容的 SHA-256';
--> statement-breakpoint
COMMENT ON COLUMN matching.block_references.state IS '引擎的状态中关于参考事项的部分';
--> statement-breakpoint
COMMENT ON COLUMN matching.block_state.references_hash IS '引擎的状态中关于参考事项的部分，在 block_references 里';
