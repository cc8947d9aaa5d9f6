-- Names tried before import are held against a list by what a run looks at, and no more of its items can be read.
GRANT USAGE ON SCHEMA county, township TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT (item_id, from_release, to_release, catalog_id, elements) ON reference.published, county.published,
  township.published TO zongheng_matching;
