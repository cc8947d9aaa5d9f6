-- Comparisons look at every element of an item and of its guide, and at the cell it was read from.
GRANT SELECT ON reference.published, county.published, township.published, guide.published TO zongheng_matching;
--> statement-breakpoint
-- What a draft of a reference catalog would touch is shown to reviewers; of drafts no more can be read than this.
CREATE VIEW intake.draft_catalog AS
  SELECT catalog_id, catalog_key, catalog_name, level, kind, region_code, imported_at, row_count FROM intake.draft;
--> statement-breakpoint
CREATE VIEW intake.draft_reference_item AS
  SELECT r.catalog_id, r.row_id AS item_id, r.record FROM intake.draft_row r
  JOIN intake.draft d ON d.catalog_id = r.catalog_id AND d.kind = 'REFERENCE' WHERE r.target = 'reference.item';
--> statement-breakpoint
CREATE VIEW intake.draft_reference_guide AS
  SELECT r.catalog_id, r.row_id AS guide_id, r.record FROM intake.draft_row r
  JOIN intake.draft d ON d.catalog_id = r.catalog_id AND d.kind = 'REFERENCE' WHERE r.target = 'guide.guide';
--> statement-breakpoint
GRANT USAGE ON SCHEMA intake TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT ON intake.draft_catalog, intake.draft_reference_item, intake.draft_reference_guide TO zongheng_matching;
--> statement-breakpoint
COMMENT ON VIEW intake.draft_catalog IS '草稿的表头，供影响预览';
--> statement-breakpoint
COMMENT ON VIEW intake.draft_reference_item IS '参考目录草稿的事项，供影响预览';
--> statement-breakpoint
COMMENT ON VIEW intake.draft_reference_guide IS '参考目录草稿的办事指南，供影响预览';
