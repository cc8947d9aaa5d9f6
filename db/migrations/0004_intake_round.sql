CREATE TABLE "matching"."adopted_version" (
	"item_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"reference_id" text COLLATE "C" NOT NULL,
	"reference_version" integer NOT NULL,
	"since_release" integer NOT NULL,
	CONSTRAINT "adopted_version_item_id_from_release_pk" PRIMARY KEY("item_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "intake"."column_mapping" (
	"catalog_id" text COLLATE "C" NOT NULL,
	"title_key" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "column_mapping_catalog_id_title_key_pk" PRIMARY KEY("catalog_id","title_key")
);
--> statement-breakpoint
CREATE TABLE "intake"."quarantine_row" (
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"document" text NOT NULL,
	"sheet" text,
	"row" integer NOT NULL,
	"task_name" text,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"kept_id" text COLLATE "C",
	CONSTRAINT "quarantine_row_catalog_id_ordinal_pk" PRIMARY KEY("catalog_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "reference"."catalog" ADD COLUMN "nil_returns" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "reference"."organisation" ADD COLUMN "canonical_name" text;--> statement-breakpoint
ALTER TABLE "intake"."draft" ADD COLUMN "nil_returns" text[] DEFAULT '{}' NOT NULL;