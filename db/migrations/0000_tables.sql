CREATE SCHEMA "reference";
--> statement-breakpoint
CREATE SCHEMA "county";
--> statement-breakpoint
CREATE SCHEMA "township";
--> statement-breakpoint
CREATE SCHEMA "guide";
--> statement-breakpoint
CREATE SCHEMA "matching";
--> statement-breakpoint
CREATE SCHEMA "intake";
--> statement-breakpoint
CREATE SCHEMA "release";
--> statement-breakpoint
CREATE TABLE "reference"."catalog" (
	"catalog_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_key" text NOT NULL,
	"catalog_name" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"item_count" integer NOT NULL,
	CONSTRAINT "catalog_catalog_id_from_release_pk" PRIMARY KEY("catalog_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "reference"."organisation" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"organisation_name" text NOT NULL,
	"unified_credit_code" text,
	"region_code" text COLLATE "C" NOT NULL,
	CONSTRAINT "organisation_organisation_id_from_release_pk" PRIMARY KEY("organisation_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "reference"."item" (
	"item_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"item_type" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"task_name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"basic_code" text COLLATE "C",
	"implementation_code" text COLLATE "C",
	"local_code" text COLLATE "C",
	"basic_key" text COLLATE "C",
	"code_key" text COLLATE "C",
	"source_item_key" text COLLATE "C",
	"task_state" text NOT NULL,
	"plan_effective_date" text,
	"plan_cancel_date" text,
	"elements" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"problems" jsonb,
	CONSTRAINT "item_item_id_from_release_pk" PRIMARY KEY("item_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "reference"."region" (
	"region_code" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"region_name" text NOT NULL,
	"full_name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text COLLATE "C",
	CONSTRAINT "region_region_code_from_release_pk" PRIMARY KEY("region_code","from_release")
);
--> statement-breakpoint
CREATE TABLE "county"."item" (
	"item_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"item_type" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"task_name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"basic_code" text COLLATE "C",
	"implementation_code" text COLLATE "C",
	"local_code" text COLLATE "C",
	"basic_key" text COLLATE "C",
	"code_key" text COLLATE "C",
	"source_item_key" text COLLATE "C",
	"task_state" text NOT NULL,
	"plan_effective_date" text,
	"plan_cancel_date" text,
	"elements" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"problems" jsonb,
	CONSTRAINT "item_item_id_from_release_pk" PRIMARY KEY("item_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "township"."item" (
	"item_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"item_type" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"task_name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"basic_code" text COLLATE "C",
	"implementation_code" text COLLATE "C",
	"local_code" text COLLATE "C",
	"basic_key" text COLLATE "C",
	"code_key" text COLLATE "C",
	"source_item_key" text COLLATE "C",
	"task_state" text NOT NULL,
	"plan_effective_date" text,
	"plan_cancel_date" text,
	"elements" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"problems" jsonb,
	CONSTRAINT "item_item_id_from_release_pk" PRIMARY KEY("item_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "guide"."guide" (
	"guide_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"item_id" text COLLATE "C",
	"item_code_key" text COLLATE "C",
	"item_name_key" text COLLATE "C",
	"item_region_code" text COLLATE "C",
	"precedence" integer NOT NULL,
	"guide_name" text NOT NULL,
	"elements" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	"problems" jsonb,
	CONSTRAINT "guide_guide_id_from_release_pk" PRIMARY KEY("guide_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "matching"."item" (
	"item_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"catalog_id" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"item_type" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"task_name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"basic_code" text COLLATE "C",
	"implementation_code" text COLLATE "C",
	"local_code" text COLLATE "C",
	"basic_key" text COLLATE "C",
	"code_key" text COLLATE "C",
	"source_item_key" text COLLATE "C",
	"task_state" text NOT NULL,
	"plan_effective_date" text,
	"plan_cancel_date" text,
	"audiences" text[],
	"topics" text[],
	CONSTRAINT "item_item_id_from_release_pk" PRIMARY KEY("item_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "matching"."name" (
	"name_key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"normalized_name" text COLLATE "C" NOT NULL,
	"grams" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."match" (
	"match_id" text COLLATE "C" NOT NULL,
	"from_release" integer NOT NULL,
	"to_release" integer DEFAULT 2147483647 NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"kind" text NOT NULL,
	"relation" text NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"confidence" double precision NOT NULL,
	"left_id" text COLLATE "C" NOT NULL,
	"right_id" text COLLATE "C" NOT NULL,
	"left_level" text NOT NULL,
	"left_region_code" text COLLATE "C" NOT NULL,
	"evidence" jsonb,
	CONSTRAINT "match_match_id_from_release_pk" PRIMARY KEY("match_id","from_release")
);
--> statement-breakpoint
CREATE TABLE "intake"."draft" (
	"catalog_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"catalog_key" text NOT NULL,
	"catalog_name" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"row_count" integer NOT NULL,
	CONSTRAINT "draft_catalog_key_unique" UNIQUE("catalog_key")
);
--> statement-breakpoint
CREATE TABLE "intake"."draft_row" (
	"catalog_id" text COLLATE "C" NOT NULL,
	"target" text NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"digest" text NOT NULL,
	"record" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release"."release" (
	"number" integer PRIMARY KEY NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"note" text,
	"catalog_keys" text[] DEFAULT '{}' NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"removed" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "catalog_region_code_catalog_id_index" ON "reference"."catalog" USING btree ("region_code","catalog_id");--> statement-breakpoint
CREATE INDEX "item_code_key_index" ON "reference"."item" USING btree ("code_key");--> statement-breakpoint
CREATE INDEX "item_basic_key_index" ON "reference"."item" USING btree ("basic_key") WHERE basic_key is not null;--> statement-breakpoint
CREATE INDEX "item_catalog_id_to_release_index" ON "reference"."item" USING btree ("catalog_id","to_release");--> statement-breakpoint
CREATE INDEX "region_parent_code_region_code_index" ON "reference"."region" USING btree ("parent_code","region_code");--> statement-breakpoint
CREATE INDEX "item_code_key_index" ON "county"."item" USING btree ("code_key");--> statement-breakpoint
CREATE INDEX "item_basic_key_index" ON "county"."item" USING btree ("basic_key") WHERE basic_key is not null;--> statement-breakpoint
CREATE INDEX "item_catalog_id_to_release_index" ON "county"."item" USING btree ("catalog_id","to_release");--> statement-breakpoint
CREATE INDEX "item_code_key_index" ON "township"."item" USING btree ("code_key");--> statement-breakpoint
CREATE INDEX "item_basic_key_index" ON "township"."item" USING btree ("basic_key") WHERE basic_key is not null;--> statement-breakpoint
CREATE INDEX "item_catalog_id_to_release_index" ON "township"."item" USING btree ("catalog_id","to_release");--> statement-breakpoint
CREATE INDEX "guide_item_id_index" ON "guide"."guide" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "guide_item_code_key_index" ON "guide"."guide" USING btree ("item_code_key") WHERE item_id is null;--> statement-breakpoint
CREATE INDEX "guide_item_name_key_index" ON "guide"."guide" USING btree ("item_name_key") WHERE item_id is null;--> statement-breakpoint
CREATE INDEX "guide_catalog_id_to_release_index" ON "guide"."guide" USING btree ("catalog_id","to_release");--> statement-breakpoint
CREATE INDEX "item_name_key_region_code_item_id_index" ON "matching"."item" USING btree ("name_key","region_code","item_id");--> statement-breakpoint
CREATE INDEX "item_region_code_ordinal_item_id_index" ON "matching"."item" USING btree ("region_code","ordinal","item_id");--> statement-breakpoint
CREATE INDEX "item_level_region_code_ordinal_item_id_index" ON "matching"."item" USING btree ("level","region_code","ordinal","item_id");--> statement-breakpoint
CREATE INDEX "item_catalog_id_ordinal_item_id_index" ON "matching"."item" USING btree ("catalog_id","ordinal","item_id");--> statement-breakpoint
CREATE INDEX "item_basic_key_region_code_index" ON "matching"."item" USING btree ("basic_key","region_code") WHERE basic_key is not null;--> statement-breakpoint
CREATE INDEX "item_code_key_region_code_index" ON "matching"."item" USING btree ("code_key","region_code");--> statement-breakpoint
CREATE INDEX "item_basic_code_index" ON "matching"."item" USING btree ("basic_code") WHERE basic_code is not null;--> statement-breakpoint
CREATE INDEX "item_implementation_code_index" ON "matching"."item" USING btree ("implementation_code") WHERE implementation_code is not null;--> statement-breakpoint
CREATE INDEX "item_local_code_index" ON "matching"."item" USING btree ("local_code") WHERE local_code is not null;--> statement-breakpoint
CREATE INDEX "item_source_item_key_index" ON "matching"."item" USING btree ("source_item_key") WHERE source_item_key is not null;--> statement-breakpoint
CREATE INDEX "item_organisation_id_index" ON "matching"."item" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "name_grams_index" ON "matching"."name" USING gin ("grams") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "match_left_id_kind_index" ON "matching"."match" USING btree ("left_id","kind");--> statement-breakpoint
CREATE INDEX "match_right_id_kind_left_region_code_left_id_index" ON "matching"."match" USING btree ("right_id","kind","left_region_code","left_id");--> statement-breakpoint
CREATE INDEX "draft_row_catalog_id_target_index" ON "intake"."draft_row" USING btree ("catalog_id","target");