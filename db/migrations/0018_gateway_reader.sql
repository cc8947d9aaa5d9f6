-- The role an operation is read as whose fetches are fused into one statement: it may read what the subgraphs show of
-- items, links, guides and places, each as its own subgraph does, and nothing else.
DO $$
BEGIN
  BEGIN
    CREATE ROLE zongheng_gateway NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
  END;
  EXECUTE 'GRANT zongheng_gateway TO CURRENT_USER';
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA reference, county, township, guide, matching TO zongheng_gateway;
--> statement-breakpoint
GRANT SELECT ON reference.item, reference.catalog, reference.region, reference.organisation TO zongheng_gateway;
--> statement-breakpoint
GRANT SELECT ON county.item, township.item, guide.guide TO zongheng_gateway;
--> statement-breakpoint
GRANT SELECT ON matching.item, matching.match, matching.adopted_version TO zongheng_gateway;
