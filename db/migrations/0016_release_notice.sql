-- Whoever has promised to answer by the newest release hears of the next one the moment it is committed; see
-- db/release-watch.ts.
CREATE FUNCTION release.tell() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_notify('zongheng_release', NEW.number::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER told AFTER INSERT ON release.release FOR EACH ROW EXECUTE FUNCTION release.tell();
