DROP INDEX "guide"."guide_item_name_key_index";--> statement-breakpoint
DROP INDEX "guide"."guide_item_code_key_index";--> statement-breakpoint
CREATE INDEX "guide_item_name_key_item_region_code_index" ON "guide"."guide" USING btree ("item_name_key","item_region_code") WHERE item_name_key is not null;--> statement-breakpoint
CREATE INDEX "guide_item_code_key_index" ON "guide"."guide" USING btree ("item_code_key") WHERE item_code_key is not null;