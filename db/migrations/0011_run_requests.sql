-- Asks for a run, which the next process that works on runs takes up; the same one as long as it waits. Whoever listens
-- to zongheng_run_queued is told once the transaction has ended.
CREATE OR REPLACE FUNCTION matching.queue_run(p_mode text, p_scope jsonb, p_now timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_run text;
BEGIN
  IF p_mode NOT IN ('FULL', 'INCREMENTAL') THEN RAISE EXCEPTION 'mode is FULL or INCREMENTAL'; END IF;
  -- Two who ask at once ask for one run.
  PERFORM pg_advisory_xact_lock(4720333);
  PERFORM pg_notify('zongheng_run_queued', '');
  SELECT r.run_id INTO v_run FROM matching.run r WHERE r.status = 'QUEUED' AND r.mode = p_mode AND r.scope = p_scope;
  IF FOUND THEN RETURN v_run; END IF;
  INSERT INTO matching.run (run_id, mode, scope, model_version, status, started_at, base_release)
  VALUES ('ru_' || left(replace(gen_random_uuid()::text, '-', ''), 22), p_mode, p_scope, '', 'QUEUED', p_now, 0)
  RETURNING run_id INTO v_run;
  RETURN v_run;
END $$;
--> statement-breakpoint
-- Asks for a run over lists by their keys, or over all where p_lists is null, as a person does. QUEUED; ALREADY_QUEUED,
-- with the run that waits for the same; NO_SUCH_LIST; QUEUE_FULL, when twenty runs wait already.
CREATE FUNCTION matching.request_run(p_mode text, p_lists text[], p_now timestamptz)
RETURNS TABLE (result text, run_id text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_lists text[] := array(SELECT DISTINCT key COLLATE "C" FROM unnest(p_lists) key ORDER BY 1);
  v_scope jsonb := CASE WHEN p_lists IS NULL THEN '{}' ELSE jsonb_build_object('lists', v_lists) END;
  v_run text;
BEGIN
  PERFORM pg_advisory_xact_lock(4720333);
  IF EXISTS (
    SELECT FROM unnest(v_lists) key WHERE NOT EXISTS (
      SELECT FROM reference.catalog c WHERE c.catalog_key = key AND c.to_release = 2147483647))
  THEN RETURN QUERY SELECT 'NO_SUCH_LIST', NULL::text; RETURN; END IF;
  SELECT r.run_id INTO v_run FROM matching.run r WHERE r.status = 'QUEUED' AND r.mode = p_mode AND r.scope = v_scope;
  IF v_run IS NULL AND (SELECT count(*) FROM matching.run r WHERE r.status = 'QUEUED') >= 20
  THEN RETURN QUERY SELECT 'QUEUE_FULL', NULL::text; RETURN; END IF;
  RETURN QUERY
  SELECT CASE WHEN v_run IS NULL THEN 'QUEUED' ELSE 'ALREADY_QUEUED' END, matching.queue_run(p_mode, v_scope, p_now);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION matching.request_run(text, text[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
-- The subgraph asks by the one way that looks at what it asks for.
REVOKE EXECUTE ON FUNCTION matching.queue_run(text, jsonb, timestamptz) FROM zongheng_matching;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION matching.request_run(text, text[], timestamptz) TO zongheng_matching;
