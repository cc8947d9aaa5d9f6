-- Who asked for a run is kept with it.
ALTER TABLE "matching"."run" ADD COLUMN "requested_by" text;
--> statement-breakpoint
-- Confirmed without a relation is confirmed as what the machine holds it to be: the same, or a part of the item.
CREATE OR REPLACE FUNCTION matching.confirms_part(d matching.decision)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  SELECT d.verdict = 'CONFIRM' AND coalesce(d.relation, (
    SELECT m.machine_relation FROM matching.match m
    WHERE m.match_id = matching.match_id_of(d.kind, d.left_id, d.right_id) AND m.to_release = 2147483647), '') = 'BROADER'
$$;
--> statement-breakpoint
-- Whether what was said last of the item as a whole, or of one of its parts, was of a part. To put a single partner off
-- is neither: where parts stand it rules that partner alone.
CREATE FUNCTION matching.stands_in_parts(p_kind text, p_left_id text, p_rivalry text)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  SELECT coalesce((
    SELECT matching.confirms_part(d) FROM matching.decision d
    WHERE d.left_id = p_left_id AND d.kind = p_kind AND d.verdict IN ('CONFIRM', 'NO_MATCH', 'DEFER')
      AND NOT (d.verdict = 'DEFER' AND d.right_id IS NOT NULL) AND (d.rivalry IS NULL OR d.rivalry = p_rivalry)
      AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = d.decision_id)
    ORDER BY d.ordinal DESC LIMIT 1), false)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION matching.examine(p_request jsonb, p_actor text)
RETURNS text LANGUAGE plpgsql STABLE
-- A thousand rows that the statistics do not know yet must not be read through for each request.
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
  v_verdict text := p_request ->> 'verdict';
  v_kind text := p_request ->> 'kind';
  v_right_id text := p_request ->> 'right';
  v_left matching.item;
  v_right matching.item;
  v_link matching.match;
  v_before matching.decision;
BEGIN
  IF btrim(coalesce(p_actor, '')) = '' THEN RETURN 'ACTOR_MISSING'; END IF;
  IF btrim(coalesce(p_request ->> 'reason', '')) = '' THEN RETURN 'REASON_MISSING'; END IF;
  IF v_verdict = 'REVOKE' THEN
    SELECT * INTO v_before FROM matching.decision d WHERE d.decision_id = p_request ->> 'revokes' AND d.verdict <> 'REVOKE';
    IF NOT FOUND THEN RETURN 'NO_SUCH_DECISION'; END IF;
    IF EXISTS (SELECT FROM matching.decision d WHERE d.revokes = v_before.decision_id) THEN RETURN 'ALREADY_REVOKED'; END IF;
    RETURN 'OK';
  END IF;
  IF v_verdict IS NULL OR v_verdict NOT IN ('CONFIRM', 'REJECT', 'NO_MATCH', 'DEFER')
    OR v_kind IS NULL OR v_kind NOT IN ('REFERENCE', 'SOURCE', 'COUNTERPART', 'MAIN')
    OR coalesce(p_request ->> 'relation', 'EQUIVALENT') NOT IN ('EQUIVALENT', 'NARROWER', 'BROADER', 'OVERLAP', 'RELATED')
    OR p_request ->> 'relation' IS NOT NULL AND v_verdict <> 'CONFIRM'
    OR p_request ->> 'deferredUntil' IS NOT NULL AND v_verdict <> 'DEFER'
    OR v_verdict IN ('CONFIRM', 'REJECT') AND v_right_id IS NULL
    OR v_verdict = 'NO_MATCH' AND v_right_id IS NOT NULL
  THEN RETURN 'WRONG_INPUT'; END IF;
  SELECT * INTO v_left FROM matching.item i WHERE i.item_id = p_request ->> 'left' AND i.to_release = 2147483647;
  IF NOT FOUND THEN RETURN 'NO_SUCH_ITEM'; END IF;
  IF v_right_id IS NOT NULL THEN
    SELECT * INTO v_right FROM matching.item i WHERE i.item_id = v_right_id AND i.to_release = 2147483647;
    IF NOT FOUND THEN RETURN 'NO_SUCH_ITEM'; END IF;
    IF matching.may_be_joined(v_kind, v_left, v_right) IS NOT TRUE THEN RETURN 'NOT_A_PAIR'; END IF;
    SELECT * INTO v_link FROM matching.match m
    WHERE m.match_id = matching.match_id_of(v_kind, v_left.item_id, v_right_id) AND m.to_release = 2147483647;
  END IF;
  -- Without a partner it is the item's own version that was seen.
  IF (p_request ->> 'ifVersion')::integer <> (CASE WHEN v_right_id IS NULL THEN v_left.version ELSE coalesce(v_link.version, 0) END) THEN
    RETURN 'VERSION_CHANGED';
  END IF;
  SELECT * INTO v_before FROM matching.decision d
  WHERE d.left_id = v_left.item_id AND d.kind = v_kind AND d.verdict <> 'REVOKE' AND d.right_id IS NOT DISTINCT FROM v_right_id
    AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = d.decision_id)
    -- What came later about the item as a whole, or confirmed another partner, stands between.
    AND NOT EXISTS (
      SELECT FROM matching.decision y WHERE y.left_id = d.left_id AND y.kind = d.kind AND y.ordinal > d.ordinal
        AND y.verdict <> 'REVOKE' AND (d.verdict <> 'REJECT' AND y.verdict <> 'REJECT' OR y.right_id IS NOT DISTINCT FROM d.right_id)
        AND (y.rivalry IS NULL OR d.rivalry IS NULL OR y.rivalry = d.rivalry)
        -- Said of one part, each: neither says anything of the other.
        AND NOT (y.right_id <> d.right_id AND d.verdict IN ('CONFIRM', 'DEFER') AND y.verdict IN ('CONFIRM', 'DEFER')
          AND (d.verdict = 'DEFER' OR matching.confirms_part(d)) AND (y.verdict = 'DEFER' OR matching.confirms_part(y))
          AND matching.stands_in_parts(d.kind, d.left_id, d.rivalry))
        AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = y.decision_id))
  ORDER BY d.ordinal DESC LIMIT 1;
  IF v_before.verdict = v_verdict AND (v_before.relation, v_before.deferred_until, v_before.left_fingerprint, v_before.right_fingerprint)
    IS NOT DISTINCT FROM (matching.said_relation(p_request), (p_request ->> 'deferredUntil')::date, v_left.fingerprint, v_right.fingerprint)
  THEN RETURN 'ALREADY_DECIDED'; END IF;
  RETURN 'OK';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION matching.write_decision(p_request jsonb, p_place integer, p_actor text, p_now timestamptz, p_key text, p_digest text, p_release integer)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  WITH said AS (
    SELECT coalesce(x.kind, p_request ->> 'kind') AS kind, coalesce(x.left_id, p_request ->> 'left') AS left_id,
      CASE WHEN x.decision_id IS NULL THEN p_request ->> 'right' ELSE x.right_id END AS right_id
    FROM (VALUES (1)) one LEFT JOIN matching.decision x ON x.decision_id = p_request ->> 'revokes'
  ), spot AS (
    SELECT s.*, l.fingerprint AS left_fingerprint, r.fingerprint AS right_fingerprint,
      CASE WHEN s.right_id IS NULL THEN NULL WHEN s.kind = 'SOURCE' THEN '' ELSE (
        SELECT i.catalog_id FROM matching.item i WHERE i.item_id = s.right_id ORDER BY i.from_release DESC LIMIT 1) END AS rivalry
    FROM said s
    LEFT JOIN matching.item l ON l.item_id = s.left_id AND l.to_release = 2147483647
    LEFT JOIN matching.item r ON r.item_id = s.right_id AND r.to_release = 2147483647
  )
  INSERT INTO matching.decision (decision_id, kind, left_id, right_id, rivalry, verdict, relation, reason, decided_by, decided_at,
    left_fingerprint, right_fingerprint, supersedes, revokes, deferred_until, release, idempotency_key, place, call_digest)
  SELECT 'de_' || left(encode(sha256(convert_to(concat_ws(' ', p_release, p_place, s.kind, s.left_id, s.right_id, p_request ->> 'verdict'), 'UTF8')), 'hex'), 22),
    s.kind, s.left_id, s.right_id, s.rivalry, p_request ->> 'verdict', matching.said_relation(p_request), btrim(p_request ->> 'reason'), btrim(p_actor), p_now,
    coalesce(s.left_fingerprint, ''), s.right_fingerprint,
    CASE WHEN p_request ->> 'verdict' <> 'REVOKE' THEN (
      SELECT d.decision_id FROM matching.decision d
      WHERE d.left_id = s.left_id AND d.kind = s.kind AND d.verdict <> 'REVOKE'
        AND (p_request ->> 'verdict' <> 'REJECT' OR d.right_id IS NOT DISTINCT FROM s.right_id)
        AND (d.rivalry IS NULL OR s.rivalry IS NULL OR d.rivalry = s.rivalry)
        -- One part takes nothing from another.
        AND NOT (d.right_id <> s.right_id AND (d.verdict = 'DEFER' OR matching.confirms_part(d))
          AND (p_request ->> 'verdict' = 'CONFIRM' AND matching.said_relation(p_request) = 'BROADER'
            OR p_request ->> 'verdict' = 'DEFER' AND matching.stands_in_parts(d.kind, d.left_id, d.rivalry)))
        AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = d.decision_id)
      ORDER BY d.ordinal DESC LIMIT 1) END,
    p_request ->> 'revokes', (p_request ->> 'deferredUntil')::date, p_release, p_key, p_place, p_digest
  FROM spot s
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION matching.settle(p_lefts text[], p_release integer, p_today date)
RETURNS TABLE (opened integer, closed integer) LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  WITH asked AS (
    SELECT DISTINCT unnest(p_lefts) COLLATE "C" AS left_id
  ), scope AS (
    -- Whoever claims the same partner in the same place: a claim that comes or goes changes theirs.
    SELECT left_id FROM asked
    UNION
    SELECT s.left_id FROM asked a
    JOIN matching.match m ON m.left_id = a.left_id AND m.to_release IN (2147483647, p_release)
    JOIN matching.match s ON s.right_id = m.right_id AND s.kind = m.kind AND s.left_region_code = m.left_region_code
      AND s.to_release = 2147483647
  ), wide AS (
    SELECT left_id FROM scope
    UNION
    SELECT s.left_id FROM scope a
    JOIN matching.match m ON m.left_id = a.left_id AND m.to_release = 2147483647
    JOIN matching.match s ON s.right_id = m.right_id AND s.kind = m.kind AND s.left_region_code = m.left_region_code
      AND s.to_release = 2147483647
  ), current_link AS (
    SELECT m.*, m.machine_method IS NOT NULL OR m.decision_id IS NULL AS by_machine
    FROM wide JOIN matching.match m USING (left_id) WHERE m.to_release = 2147483647
  ), standing AS (
    SELECT d.decision_id, d.ordinal, d.kind, d.left_id, d.right_id, d.rivalry, d.verdict, d.deferred_until,
      -- Confirmed before the machine held it to be a part, and without a word on the relation: a part now.
      CASE WHEN d.verdict = 'CONFIRM' AND d.relation IS NULL AND c.by_machine AND coalesce(c.machine_relation, c.relation) = 'BROADER'
        THEN 'BROADER' ELSE d.relation END AS relation,
      d.verdict = 'DEFER' AND d.right_id IS NOT NULL AS puts_one_off, r.item_id IS NULL AND d.right_id IS NOT NULL AS gone,
      d.left_fingerprint <> l.fingerprint OR d.right_id IS NOT NULL AND d.right_fingerprint IS DISTINCT FROM r.fingerprint AS stale
    FROM wide JOIN matching.decision d USING (left_id)
    LEFT JOIN current_link c ON c.left_id = d.left_id AND c.kind = d.kind AND c.right_id = d.right_id
    JOIN matching.item l ON l.item_id = d.left_id AND l.to_release = 2147483647
    LEFT JOIN matching.item r ON r.item_id = d.right_id AND r.to_release = 2147483647
    WHERE d.verdict <> 'REVOKE' AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = d.decision_id)
  ), machine AS (
    SELECT c.kind, c.left_id, c.right_id, c.match_id,
      CASE WHEN c.kind = 'SOURCE' THEN '' ELSE r.catalog_id END COLLATE "C" AS rivalry,
      coalesce(c.machine_method, c.method) AS machine_method, coalesce(c.machine_relation, c.relation) AS machine_relation,
      coalesce(c.machine_confidence, c.confidence) AS machine_confidence, coalesce(c.machine_status, c.status) AS machine_status,
      c.band, c.run_id, c.evidence
    FROM current_link c
    JOIN matching.item l ON l.item_id = c.left_id AND l.to_release = 2147483647
    JOIN matching.item r ON r.item_id = c.right_id AND r.to_release = 2147483647
    WHERE c.by_machine
  ), spot AS (
    SELECT kind, left_id, rivalry FROM machine
    UNION
    SELECT kind, left_id, rivalry FROM standing WHERE rivalry IS NOT NULL
  ), in_parts AS (
    SELECT kind, left_id, rivalry FROM (
      SELECT DISTINCT ON (s.kind, s.left_id, s.rivalry) s.kind, s.left_id, s.rivalry, d.verdict, d.relation
      FROM spot s JOIN standing d ON d.left_id = s.left_id AND d.kind = s.kind AND (d.rivalry IS NULL OR d.rivalry = s.rivalry)
      WHERE d.verdict <> 'REJECT' AND NOT d.puts_one_off
      ORDER BY s.kind, s.left_id, s.rivalry, d.ordinal DESC
    ) newest WHERE verdict = 'CONFIRM' AND relation = 'BROADER'
  ), ruling AS (
    SELECT DISTINCT ON (s.kind, s.left_id, s.rivalry) s.kind, s.left_id, s.rivalry, d.decision_id, d.verdict, d.right_id,
      d.relation, d.deferred_until, d.ordinal, d.stale, d.gone
    FROM spot s JOIN standing d ON d.left_id = s.left_id AND d.kind = s.kind AND (d.rivalry IS NULL OR d.rivalry = s.rivalry)
    WHERE d.verdict <> 'REJECT' AND NOT (d.puts_one_off
      AND EXISTS (SELECT FROM in_parts i WHERE i.kind = s.kind AND i.left_id = s.left_id AND i.rivalry = s.rivalry))
    ORDER BY s.kind, s.left_id, s.rivalry, d.ordinal DESC
  ), last_word AS (
    SELECT DISTINCT ON (kind, left_id, right_id) kind, left_id, right_id, rivalry, decision_id, verdict, deferred_until, ordinal, stale
    FROM standing WHERE right_id IS NOT NULL ORDER BY kind, left_id, right_id, ordinal DESC
  ), barred AS (
    SELECT * FROM last_word WHERE verdict = 'REJECT'
  ), put_off AS (
    -- Where parts stand, one that is put off is put off alone, until something is said of the item as a whole.
    SELECT w.* FROM last_word w JOIN in_parts USING (kind, left_id, rivalry)
    WHERE w.verdict = 'DEFER' AND NOT EXISTS (
      SELECT FROM standing y WHERE y.left_id = w.left_id AND y.kind = w.kind AND y.ordinal > w.ordinal
        AND (y.rivalry IS NULL OR y.rivalry = w.rivalry) AND NOT y.puts_one_off
        AND (y.verdict IN ('NO_MATCH', 'DEFER') OR y.verdict = 'CONFIRM' AND y.relation IS DISTINCT FROM 'BROADER'))
  ), part AS (
    -- Parts of one item are confirmed each by itself, until something is said of the item as a whole.
    SELECT DISTINCT ON (d.kind, d.left_id, d.right_id) d.* FROM standing d
    WHERE d.verdict = 'CONFIRM' AND d.relation = 'BROADER' AND NOT d.gone
      AND NOT EXISTS (
        SELECT FROM standing y WHERE y.left_id = d.left_id AND y.kind = d.kind AND y.ordinal > d.ordinal
          AND (y.rivalry IS NULL OR y.rivalry = d.rivalry)
          AND (y.verdict = 'NO_MATCH' OR y.verdict = 'DEFER' AND NOT y.puts_one_off
            OR y.verdict = 'CONFIRM' AND y.relation IS DISTINCT FROM 'BROADER'))
      AND NOT EXISTS (SELECT FROM put_off o WHERE o.kind = d.kind AND o.left_id = d.left_id AND o.right_id = d.right_id)
      AND NOT EXISTS (SELECT FROM barred b WHERE b.kind = d.kind AND b.left_id = d.left_id AND b.right_id = d.right_id)
    ORDER BY d.kind, d.left_id, d.right_id, d.ordinal DESC
  ), newest_part AS (
    SELECT DISTINCT ON (kind, left_id, rivalry) kind, left_id, rivalry, decision_id, stale
    FROM part ORDER BY kind, left_id, rivalry, ordinal DESC
  ), confirmed AS (
    SELECT g.kind, g.left_id, g.right_id, g.rivalry FROM ruling g
    WHERE g.verdict = 'CONFIRM' AND g.relation IS DISTINCT FROM 'BROADER' AND NOT g.gone
    UNION ALL
    SELECT kind, left_id, right_id, rivalry FROM part
  ), pair AS (
    SELECT m.* FROM machine m
    UNION ALL
    SELECT c.kind, c.left_id, c.right_id, matching.match_id_of(c.kind, c.left_id, c.right_id), c.rivalry,
      NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM confirmed c
    WHERE NOT EXISTS (
      SELECT FROM machine m WHERE m.kind = c.kind AND m.left_id = c.left_id AND m.right_id = c.right_id)
  ), judged AS (
    SELECT p.*, g.relation AS said_relation, l.level AS left_level, l.region_code AS left_region_code,
      l.catalog_id, coalesce(l.organisation_id, '') AS organisation_id,
      CASE
        WHEN h.decision_id IS NOT NULL THEN CASE WHEN h.stale THEN 'STALE_EVIDENCE' ELSE 'CONFIRMED' END
        WHEN v.confirms AND g.right_id = p.right_id AND b.decision_id IS NULL THEN CASE WHEN g.stale THEN 'STALE_EVIDENCE' ELSE 'CONFIRMED' END
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' OR b.decision_id IS NOT NULL THEN 'REJECTED'
        WHEN o.decision_id IS NOT NULL THEN CASE WHEN o.deferred_until <= p_today THEN 'REVIEW' ELSE 'DEFERRED' END
        WHEN v.is_part THEN p.machine_status
        WHEN n.decision_id IS NOT NULL THEN 'REJECTED'
        WHEN g.verdict = 'CONFIRM' AND g.gone AND NOT v.taken_back THEN 'REVIEW'
        WHEN g.verdict = 'DEFER' THEN CASE WHEN g.deferred_until <= p_today THEN 'REVIEW' ELSE 'DEFERRED' END
        ELSE p.machine_status
      END AS status,
      CASE
        WHEN h.decision_id IS NOT NULL THEN h.decision_id
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' THEN g.decision_id
        WHEN b.decision_id IS NOT NULL THEN b.decision_id
        WHEN o.decision_id IS NOT NULL THEN o.decision_id
        WHEN v.is_part THEN NULL
        WHEN n.decision_id IS NOT NULL THEN n.decision_id
        WHEN v.taken_back THEN NULL
        ELSE g.decision_id
      END AS decision_id,
      coalesce(CASE
        WHEN h.decision_id IS NOT NULL THEN h.stale
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' THEN g.stale
        WHEN b.decision_id IS NOT NULL THEN b.stale
        WHEN o.decision_id IS NOT NULL THEN o.stale
        WHEN v.is_part THEN false
        WHEN n.decision_id IS NOT NULL THEN n.stale
        WHEN v.taken_back THEN false
        ELSE g.stale
      END, false) AS stale
    FROM pair p
    JOIN matching.item l ON l.item_id = p.left_id AND l.to_release = 2147483647
    LEFT JOIN ruling g ON g.kind = p.kind AND g.left_id = p.left_id AND g.rivalry = p.rivalry
    LEFT JOIN barred b ON b.kind = p.kind AND b.left_id = p.left_id AND b.right_id = p.right_id
    LEFT JOIN part h ON h.kind = p.kind AND h.left_id = p.left_id AND h.right_id = p.right_id
    LEFT JOIN put_off o ON o.kind = p.kind AND o.left_id = p.left_id AND o.right_id = p.right_id
    LEFT JOIN newest_part n ON n.kind = p.kind AND n.left_id = p.left_id AND n.rivalry = p.rivalry
    CROSS JOIN LATERAL (SELECT
      coalesce(g.verdict = 'CONFIRM' AND NOT g.gone AND g.relation IS DISTINCT FROM 'BROADER', false) AS confirms,
      -- What the machine holds to be another part waits for its own verdict.
      coalesce(g.verdict = 'CONFIRM' AND g.relation = 'BROADER' AND p.machine_relation = 'BROADER', false) AS is_part,
      EXISTS (SELECT FROM last_word x WHERE g.verdict = 'CONFIRM' AND x.verdict IN ('REJECT', 'DEFER') AND x.kind = g.kind
        AND x.left_id = g.left_id AND x.right_id = g.right_id AND x.ordinal > g.ordinal) AS taken_back) v
  ), effective AS (
    SELECT j.*,
      CASE WHEN j.status = 'ACCEPTED' AND j.machine_method = 'MODEL' AND j.machine_relation = 'EQUIVALENT'
          AND count(*) FILTER (WHERE j.status IN ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE') AND coalesce(CASE WHEN j.status <> 'ACCEPTED' THEN j.said_relation END, j.machine_relation, 'EQUIVALENT') = 'EQUIVALENT')
            OVER (PARTITION BY j.kind, j.right_id, j.catalog_id, j.left_region_code, j.organisation_id) > 1
        THEN 'CONFLICT' ELSE j.status END AS final_status,
      j.status IN ('CONFIRMED', 'STALE_EVIDENCE') AS by_person
    FROM judged j
  ), wanted AS (
    SELECT e.match_id, e.kind, e.left_id, e.right_id, e.left_level, e.left_region_code, e.final_status AS status,
      CASE WHEN by_person THEN coalesce(e.said_relation, e.machine_relation, 'EQUIVALENT') ELSE e.machine_relation END AS relation,
      CASE WHEN by_person THEN 'PERSON' ELSE e.machine_method END AS method,
      CASE WHEN by_person THEN 1 ELSE e.machine_confidence END AS confidence,
      e.machine_method, e.machine_relation, e.machine_confidence, e.machine_status, e.band, e.run_id, e.evidence, e.decision_id, e.stale
    FROM effective e JOIN scope s USING (left_id)
    WHERE e.machine_method IS NOT NULL OR e.by_person
  ), difference AS (
    SELECT c.match_id AS old_id, c.from_release AS old_from, c.version AS old_version, w.*
    FROM (SELECT c.* FROM current_link c JOIN scope USING (left_id)) c
    FULL JOIN wanted w ON w.match_id = c.match_id
    WHERE c.match_id IS NULL OR w.match_id IS NULL
      OR (c.status, c.relation, c.method, c.confidence, c.decision_id, c.stale, c.left_level, c.left_region_code)
        IS DISTINCT FROM (w.status, w.relation, w.method, w.confidence, w.decision_id, w.stale, w.left_level, w.left_region_code)
  ), dropped AS (
    DELETE FROM matching.match m USING difference d
    WHERE m.match_id = d.old_id AND m.from_release = d.old_from AND d.old_from = p_release AND d.match_id IS NULL
    RETURNING m.match_id
  ), corrected AS (
    UPDATE matching.match m SET status = d.status, relation = d.relation, method = d.method, confidence = d.confidence,
      decision_id = d.decision_id, stale = d.stale, left_level = d.left_level, left_region_code = d.left_region_code,
      machine_method = d.machine_method, machine_relation = d.machine_relation, machine_confidence = d.machine_confidence,
      machine_status = d.machine_status
    FROM difference d
    WHERE m.match_id = d.old_id AND m.from_release = d.old_from AND d.old_from = p_release AND d.match_id IS NOT NULL
    RETURNING m.match_id
  ), shut AS (
    UPDATE matching.match m SET to_release = p_release FROM difference d
    WHERE m.match_id = d.old_id AND m.from_release = d.old_from AND d.old_from < p_release
    RETURNING m.match_id
  ), made AS (
    INSERT INTO matching.match (match_id, from_release, version, digest, kind, relation, status, method, confidence,
      left_id, right_id, left_level, left_region_code, evidence, machine_method, machine_relation, machine_confidence,
      machine_status, band, run_id, decision_id, stale)
    SELECT d.match_id, p_release,
      1 + coalesce((SELECT max(o.version) FROM matching.match o WHERE o.match_id = d.match_id), 0), '', d.kind, d.relation,
      d.status, d.method, d.confidence, d.left_id, d.right_id, d.left_level, d.left_region_code, d.evidence,
      d.machine_method, d.machine_relation, d.machine_confidence, d.machine_status, d.band, d.run_id, d.decision_id, d.stale
    FROM difference d WHERE d.match_id IS NOT NULL AND d.old_from IS DISTINCT FROM p_release
    RETURNING match_id
  )
  SELECT ((SELECT count(*) FROM made) + (SELECT count(*) FROM corrected))::int,
    ((SELECT count(*) FROM shut) + (SELECT count(*) FROM dropped))::int
$$;
--> statement-breakpoint
-- A reviewer asks for a run over lists by their keys, or over all where p_lists is null. QUEUED; ALREADY_QUEUED, with the
-- run that waits for the same, whoever asked for it; NO_SUCH_LIST; QUEUE_FULL, when twenty runs wait already.
CREATE FUNCTION matching.request_run(p_mode text, p_lists text[], p_actor text, p_now timestamptz)
RETURNS TABLE (result text, run_id text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_lists text[] := array(SELECT DISTINCT key COLLATE "C" FROM unnest(p_lists) key ORDER BY 1);
  v_scope jsonb := CASE WHEN p_lists IS NULL THEN '{}' ELSE jsonb_build_object('lists', v_lists) END;
  v_run text;
BEGIN
  IF btrim(coalesce(p_actor, '')) = '' THEN RAISE EXCEPTION 'who asks for a run has a name'; END IF;
  -- No list at all would be taken for all of them.
  IF p_lists IS NOT NULL AND cardinality(p_lists) = 0 THEN RAISE EXCEPTION 'a run over lists names one'; END IF;
  PERFORM pg_advisory_xact_lock(4720333);
  IF EXISTS (
    SELECT FROM unnest(v_lists) key WHERE NOT EXISTS (
      SELECT FROM reference.catalog c WHERE c.catalog_key = key AND c.to_release = 2147483647))
  THEN RETURN QUERY SELECT 'NO_SUCH_LIST', NULL::text; RETURN; END IF;
  SELECT r.run_id INTO v_run FROM matching.run r WHERE r.status = 'QUEUED' AND r.mode = p_mode AND r.scope = v_scope;
  IF v_run IS NOT NULL THEN
    PERFORM matching.queue_run(p_mode, v_scope, p_now);
    RETURN QUERY SELECT 'ALREADY_QUEUED', v_run;
    RETURN;
  END IF;
  IF (SELECT count(*) FROM matching.run r WHERE r.status = 'QUEUED') >= 20
  THEN RETURN QUERY SELECT 'QUEUE_FULL', NULL::text; RETURN; END IF;
  v_run := matching.queue_run(p_mode, v_scope, p_now);
  UPDATE matching.run r SET requested_by = btrim(p_actor) WHERE r.run_id = v_run;
  RETURN QUERY SELECT 'QUEUED', v_run;
END $$;
--> statement-breakpoint
DROP FUNCTION matching.request_run(text, text[], timestamptz);
--> statement-breakpoint
REVOKE ALL ON FUNCTION matching.request_run(text, text[], text, timestamptz), matching.stands_in_parts(text, text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION matching.request_run(text, text[], text, timestamptz) TO zongheng_matching;
