-- Who offers an item at one level: without the level before the region, the links of all villages were walked for it.
CREATE INDEX "match_right_id_kind_left_level_left_region_code_left_id_index" ON "matching"."match" USING btree ("right_id","kind","left_level","left_region_code","left_id");
