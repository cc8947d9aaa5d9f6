CREATE TABLE "matching"."block" (
	"run_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"right_catalog_id" text COLLATE "C" NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"weight" integer NOT NULL,
	"status" text NOT NULL,
	"items" integer DEFAULT 0 NOT NULL,
	"judged" integer DEFAULT 0 NOT NULL,
	"reused" integer DEFAULT 0 NOT NULL,
	"stats" jsonb DEFAULT '{}' NOT NULL,
	CONSTRAINT "block_run_id_kind_catalog_id_right_catalog_id_region_code_pk" PRIMARY KEY("run_id","kind","catalog_id","right_catalog_id","region_code")
);
--> statement-breakpoint
CREATE TABLE "matching"."block_state" (
	"kind" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"right_catalog_id" text COLLATE "C" NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"model_version" text NOT NULL,
	"release" integer,
	"state" "bytea" NOT NULL,
	CONSTRAINT "block_state_kind_catalog_id_right_catalog_id_region_code_pk" PRIMARY KEY("kind","catalog_id","right_catalog_id","region_code")
);
--> statement-breakpoint
CREATE TABLE "matching"."decision" (
	"decision_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"ordinal" bigint GENERATED ALWAYS AS IDENTITY (sequence name "matching"."decision_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"left_id" text COLLATE "C" NOT NULL,
	"right_id" text COLLATE "C",
	"rivalry" text COLLATE "C",
	"verdict" text NOT NULL,
	"relation" text,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"left_fingerprint" text NOT NULL,
	"right_fingerprint" text,
	"supersedes" text COLLATE "C",
	"revokes" text COLLATE "C",
	"deferred_until" date,
	"release" integer NOT NULL,
	"idempotency_key" text,
	"place" integer NOT NULL,
	"call_digest" text NOT NULL,
	CONSTRAINT "decision_revokes_unique" UNIQUE("revokes"),
	CONSTRAINT "decision_verdict" CHECK (verdict in ('CONFIRM', 'REJECT', 'NO_MATCH', 'DEFER', 'REVOKE')),
	CONSTRAINT "decision_person" CHECK (btrim(decided_by) <> '')
);
--> statement-breakpoint
CREATE TABLE "matching"."run" (
	"run_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"scope" jsonb NOT NULL,
	"model_version" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"base_release" integer NOT NULL,
	"release" integer,
	"stats" jsonb DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."staged_edge" (
	"run_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"left_id" text COLLATE "C" NOT NULL,
	"right_id" text COLLATE "C" NOT NULL,
	"method" text,
	"relation" text,
	"confidence" double precision,
	"status" text,
	"band" text,
	"evidence" jsonb,
	CONSTRAINT "staged_edge_run_id_kind_left_id_right_id_pk" PRIMARY KEY("run_id","kind","left_id","right_id")
);
--> statement-breakpoint
ALTER TABLE "matching"."item" ADD COLUMN "fingerprint" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "machine_method" text;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "machine_relation" text;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "machine_confidence" double precision;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "machine_status" text;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "band" text;--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "run_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "decision_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "matching"."match" ADD COLUMN "stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "decision_left_id_kind_ordinal_index" ON "matching"."decision" USING btree ("left_id","kind","ordinal");--> statement-breakpoint
CREATE INDEX "decision_right_id_index" ON "matching"."decision" USING btree ("right_id");--> statement-breakpoint
CREATE INDEX "decision_release_index" ON "matching"."decision" USING btree ("release");--> statement-breakpoint
CREATE INDEX "decision_idempotency_key_index" ON "matching"."decision" USING btree ("idempotency_key") WHERE idempotency_key is not null;--> statement-breakpoint
CREATE INDEX "match_kind_left_region_code_confidence_match_id_index" ON "matching"."match" USING btree ("kind","left_region_code","confidence","match_id") WHERE status in ('REVIEW', 'CONFLICT', 'STALE_EVIDENCE', 'DEFERRED');