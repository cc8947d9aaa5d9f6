-- What a decision on an item rests on: a change of anything else leaves the decision fresh.
CREATE FUNCTION matching.fingerprint_of(name_key text, basic_key text, code_key text, local_code text, item_type text, organisation_id text, elements jsonb)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT md5(jsonb_build_array(name_key, basic_key, code_key, local_code, item_type, organisation_id,
    elements -> 'legalBases', elements -> 'legalBasisText')::text)
$$;
--> statement-breakpoint
UPDATE matching.item i SET fingerprint = matching.fingerprint_of(
  s.name_key, s.basic_key, s.code_key, s.local_code, s.item_type, s.organisation_id, s.elements)
FROM (SELECT * FROM reference.item UNION ALL SELECT * FROM county.item UNION ALL SELECT * FROM township.item) s
WHERE s.item_id = i.item_id AND s.from_release = i.from_release;
--> statement-breakpoint
-- A link's id follows from what it joins, so that a link that comes back is the same link.
CREATE FUNCTION matching.match_id_of(kind text, left_id text, right_id text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'ma_' || left(encode(sha256(convert_to(kind || ' ' || left_id || ' ' || right_id, 'UTF8')), 'hex'), 22)
$$;
--> statement-breakpoint
-- Brings the links of some left items to what the machine's opinion and people's decisions together say, as part of
-- the release p_release, whose row the caller writes. The rules are told in docs/adr/0014-match-runs.md.
CREATE FUNCTION matching.settle(p_lefts text[], p_release integer, p_today date)
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
    SELECT d.*, r.item_id IS NULL AND d.right_id IS NOT NULL AS gone,
      d.left_fingerprint <> l.fingerprint OR d.right_id IS NOT NULL AND d.right_fingerprint IS DISTINCT FROM r.fingerprint AS stale
    FROM wide JOIN matching.decision d USING (left_id)
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
  ), ruling AS (
    SELECT DISTINCT ON (s.kind, s.left_id, s.rivalry) s.kind, s.left_id, s.rivalry, d.decision_id, d.verdict, d.right_id,
      d.relation, d.deferred_until, d.ordinal, d.stale, d.gone
    FROM spot s JOIN standing d ON d.left_id = s.left_id AND d.kind = s.kind AND (d.rivalry IS NULL OR d.rivalry = s.rivalry)
    WHERE d.verdict <> 'REJECT'
    ORDER BY s.kind, s.left_id, s.rivalry, d.ordinal DESC
  ), barred AS (
    SELECT * FROM (
      SELECT DISTINCT ON (kind, left_id, right_id) kind, left_id, right_id, decision_id, verdict, ordinal, stale
      FROM standing WHERE right_id IS NOT NULL ORDER BY kind, left_id, right_id, ordinal DESC
    ) newest WHERE verdict = 'REJECT'
  ), confirmed AS (
    SELECT g.kind, g.left_id, g.right_id, g.rivalry FROM ruling g
    WHERE g.verdict = 'CONFIRM' AND NOT g.gone
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
        WHEN v.confirms AND g.right_id = p.right_id AND b.decision_id IS NULL THEN CASE WHEN g.stale THEN 'STALE_EVIDENCE' ELSE 'CONFIRMED' END
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' OR b.decision_id IS NOT NULL THEN 'REJECTED'
        WHEN g.verdict = 'CONFIRM' AND g.gone AND NOT v.taken_back THEN 'REVIEW'
        WHEN g.verdict = 'DEFER' THEN CASE WHEN g.deferred_until <= p_today THEN 'REVIEW' ELSE 'DEFERRED' END
        ELSE p.machine_status
      END AS status,
      CASE
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' THEN g.decision_id
        WHEN b.decision_id IS NOT NULL THEN b.decision_id
        WHEN v.taken_back THEN NULL
        ELSE g.decision_id
      END AS decision_id,
      coalesce(CASE
        WHEN v.confirms AND NOT v.taken_back OR g.verdict = 'NO_MATCH' THEN g.stale
        WHEN b.decision_id IS NOT NULL THEN b.stale
        WHEN v.taken_back THEN false
        ELSE g.stale
      END, false) AS stale
    FROM pair p
    JOIN matching.item l ON l.item_id = p.left_id AND l.to_release = 2147483647
    LEFT JOIN ruling g ON g.kind = p.kind AND g.left_id = p.left_id AND g.rivalry = p.rivalry
    LEFT JOIN barred b ON b.kind = p.kind AND b.left_id = p.left_id AND b.right_id = p.right_id
    CROSS JOIN LATERAL (SELECT coalesce(g.verdict = 'CONFIRM' AND NOT g.gone, false) AS confirms,
      EXISTS (SELECT FROM barred x WHERE g.verdict = 'CONFIRM' AND x.kind = g.kind AND x.left_id = g.left_id
        AND x.right_id = g.right_id AND x.ordinal > g.ordinal) AS taken_back) v
  ), effective AS (
    SELECT j.*,
      CASE WHEN j.status = 'ACCEPTED' AND j.machine_method = 'MODEL' AND j.machine_relation = 'EQUIVALENT'
          AND count(*) FILTER (WHERE j.status IN ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE') AND coalesce(j.machine_relation, 'EQUIVALENT') = 'EQUIVALENT')
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
-- Records which version of its reference item each local version is based on: the one in force when the two are first
-- known to belong together. A record is never changed. The province's catalog goes before the nation's.
CREATE FUNCTION matching.adopt(p_lefts text[], p_release integer)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO matching.adopted_version (item_id, from_release, reference_id, reference_version, since_release)
  SELECT DISTINCT ON (l.item_id) l.item_id, l.from_release, r.item_id, r.version, p_release
  FROM (SELECT DISTINCT unnest(p_lefts) COLLATE "C" AS left_id) a
  JOIN matching.match m ON m.left_id = a.left_id AND m.kind = 'REFERENCE' AND m.to_release = 2147483647
    AND m.status IN ('ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE') AND m.relation <> 'RELATED'
  JOIN matching.item l ON l.item_id = m.left_id AND l.to_release = 2147483647
  JOIN matching.item r ON r.item_id = m.right_id AND r.to_release = 2147483647
  WHERE NOT EXISTS (
    SELECT FROM matching.adopted_version v WHERE v.item_id = l.item_id AND v.from_release = l.from_release)
  ORDER BY l.item_id, m.confidence DESC, r.region_code DESC, r.item_id
$$;
--> statement-breakpoint
-- Whether two items may be joined by a link of a kind at all; a person may join what the engine would not look at.
CREATE FUNCTION matching.may_be_joined(p_kind text, l matching.item, r matching.item)
RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE p_kind
    WHEN 'REFERENCE' THEN l.kind <> 'REFERENCE' AND l.level IN ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')
      AND r.kind = 'REFERENCE' AND r.region_code IN ('000000000000', rpad(left(l.region_code, 2), 12, '0'))
    WHEN 'SOURCE' THEN l.level IN ('TOWNSHIP', 'VILLAGE') AND r.level = 'COUNTY'
      AND r.region_code = rpad(left(l.region_code, 6), 12, '0')
    WHEN 'COUNTERPART' THEN l.kind IN ('POWER', 'PUBLIC_SERVICE') AND r.kind IN ('PUBLIC_SERVICE', 'GOVERNMENT_SERVICE')
      AND r.kind <> l.kind AND r.region_code = l.region_code
    WHEN 'MAIN' THEN r.catalog_id = l.catalog_id AND r.item_id <> l.item_id
    ELSE false
  END
$$;
--> statement-breakpoint
-- OK, or why what was asked for cannot be decided.
CREATE FUNCTION matching.examine(p_request jsonb, p_actor text)
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
        AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = y.decision_id))
  ORDER BY d.ordinal DESC LIMIT 1;
  IF v_before.verdict = v_verdict AND (v_before.relation, v_before.deferred_until, v_before.left_fingerprint, v_before.right_fingerprint)
    IS NOT DISTINCT FROM (p_request ->> 'relation', (p_request ->> 'deferredUntil')::date, v_left.fingerprint, v_right.fingerprint)
  THEN RETURN 'ALREADY_DECIDED'; END IF;
  RETURN 'OK';
END $$;
--> statement-breakpoint
-- Writes one decision, which has been examined.
CREATE FUNCTION matching.write_decision(p_request jsonb, p_place integer, p_actor text, p_now timestamptz, p_key text, p_digest text, p_release integer)
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
    s.kind, s.left_id, s.right_id, s.rivalry, p_request ->> 'verdict', p_request ->> 'relation', btrim(p_request ->> 'reason'), btrim(p_actor), p_now,
    coalesce(s.left_fingerprint, ''), s.right_fingerprint,
    CASE WHEN p_request ->> 'verdict' <> 'REVOKE' THEN (
      SELECT d.decision_id FROM matching.decision d
      WHERE d.left_id = s.left_id AND d.kind = s.kind AND d.verdict <> 'REVOKE'
        AND (p_request ->> 'verdict' <> 'REJECT' OR d.right_id IS NOT DISTINCT FROM s.right_id)
        AND (d.rivalry IS NULL OR s.rivalry IS NULL OR d.rivalry = s.rivalry)
        AND NOT EXISTS (SELECT FROM matching.decision x WHERE x.revokes = d.decision_id)
      ORDER BY d.ordinal DESC LIMIT 1) END,
    p_request ->> 'revokes', (p_request ->> 'deferredUntil')::date, p_release, p_key, p_place, p_digest
  FROM spot s
$$;
--> statement-breakpoint
-- The only way to decide. p_requests: [{kind, left, right?, verdict, relation?, reason, deferredUntil?, ifVersion?}] or
-- [{verdict: "REVOKE", revokes, reason}]; all take effect in one release of their own, or none does. The result has a
-- row for each: OK; ALREADY_DECIDED, which changes nothing and hinders nothing; NOT_WRITTEN, in order itself but refused
-- with the others; or what it is refused for: ACTOR_MISSING, REASON_MISSING, WRONG_INPUT, REPEATED_IN_CALL, NO_SUCH_ITEM,
-- NOT_A_PAIR, VERSION_CHANGED, NO_SUCH_DECISION, ALREADY_REVOKED, KEY_REUSED. The same key and content again gives the
-- same answer and changes nothing.
CREATE FUNCTION matching.decide(p_requests jsonb, p_actor text, p_now timestamptz, p_key text DEFAULT NULL)
RETURNS TABLE (place integer, result text, decision_id text, match_id text, version integer, release integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_digest text := md5(coalesce(p_actor, '') || ' ' || p_requests::text);
  v_results text[];
  v_release integer;
  v_lefts text[];
BEGIN
  -- The lock by which publishes wait for each other.
  PERFORM pg_advisory_xact_lock(4720332);
  IF p_key IS NOT NULL AND EXISTS (SELECT FROM matching.decision d WHERE d.idempotency_key = p_key) THEN
    RETURN QUERY
    SELECT q.place::integer, CASE WHEN x.reused THEN 'KEY_REUSED' WHEN d.decision_id IS NULL THEN 'ALREADY_DECIDED' ELSE 'OK' END,
      d.decision_id, m.match_id, m.version, d.release
    FROM jsonb_array_elements(p_requests) WITH ORDINALITY AS q (request, place)
    CROSS JOIN (SELECT bool_or(o.call_digest <> v_digest) AS reused FROM matching.decision o WHERE o.idempotency_key = p_key) x
    LEFT JOIN matching.decision d ON d.idempotency_key = p_key AND d.place = q.place AND NOT x.reused
    LEFT JOIN matching.match m ON m.match_id = matching.match_id_of(d.kind, d.left_id, d.right_id) AND m.to_release = 2147483647
    ORDER BY q.place;
    RETURN;
  END IF;
  SELECT array_agg(CASE WHEN e.nth > 1 THEN 'REPEATED_IN_CALL' ELSE matching.examine(e.request, p_actor) END ORDER BY e.place) INTO v_results
  FROM (
    SELECT q.request, q.place, row_number() OVER (
      PARTITION BY q.request ->> 'kind', q.request ->> 'left', q.request ->> 'right', q.request ->> 'revokes' ORDER BY q.place) AS nth
    FROM jsonb_array_elements(p_requests) WITH ORDINALITY AS q (request, place)
  ) e;
  IF EXISTS (SELECT FROM unnest(v_results) r WHERE r NOT IN ('OK', 'ALREADY_DECIDED')) THEN
    v_results := array(SELECT CASE WHEN r = 'OK' THEN 'NOT_WRITTEN' ELSE r END FROM unnest(v_results) WITH ORDINALITY AS u (r, n) ORDER BY n);
  ELSIF 'OK' = ANY (v_results) THEN
    SELECT coalesce(max(number), 0) + 1 INTO v_release FROM release.release;
    PERFORM matching.write_decision(q.request, q.place::integer, p_actor, p_now, p_key, v_digest, v_release)
    FROM jsonb_array_elements(p_requests) WITH ORDINALITY AS q (request, place)
    WHERE v_results[q.place] = 'OK' ORDER BY q.place;
    IF jsonb_array_length(p_requests) >= 1000 THEN ANALYZE matching.decision, matching.match; END IF;
    SELECT array_agg(DISTINCT d.left_id) INTO v_lefts FROM matching.decision d WHERE d.release = v_release;
    PERFORM matching.settle(v_lefts, v_release, (p_now AT TIME ZONE 'Asia/Shanghai')::date);
    PERFORM matching.adopt(v_lefts, v_release);
    INSERT INTO release.release (number, published_at, note, catalog_keys, added, changed, removed)
    SELECT v_release, p_now, format('人工审定：%s 条', (SELECT count(*) FROM matching.decision d WHERE d.release = v_release)),
      coalesce((SELECT array_agg(DISTINCT c.catalog_key ORDER BY c.catalog_key)
        FROM matching.item i JOIN reference.catalog c ON c.catalog_id = i.catalog_id AND c.to_release = 2147483647
        WHERE i.item_id = ANY (v_lefts) AND i.to_release = 2147483647), '{}'), 0, 0, 0;
  END IF;
  RETURN QUERY
  SELECT q.place::integer, v_results[q.place], d.decision_id, m.match_id, m.version, d.release
  FROM jsonb_array_elements(p_requests) WITH ORDINALITY AS q (request, place)
  LEFT JOIN matching.decision d ON d.release = v_release AND d.place = q.place
  LEFT JOIN matching.match m ON m.match_id = matching.match_id_of(d.kind, d.left_id, d.right_id) AND m.to_release = 2147483647
  ORDER BY q.place;
END $$;
--> statement-breakpoint
-- Takes a decision back: what ruled before it rules again, and else the machine.
CREATE FUNCTION matching.revoke(p_decision text, p_reason text, p_actor text, p_now timestamptz, p_key text DEFAULT NULL)
RETURNS TABLE (place integer, result text, decision_id text, match_id text, version integer, release integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM matching.decide(
    jsonb_build_array(jsonb_build_object('verdict', 'REVOKE', 'revokes', p_decision, 'reason', p_reason)), p_actor, p_now, p_key)
$$;
--> statement-breakpoint
-- Asks for a run, which the next process that works on runs takes up; the same one as long as it waits.
CREATE FUNCTION matching.queue_run(p_mode text, p_scope jsonb, p_now timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_run text;
BEGIN
  IF p_mode NOT IN ('FULL', 'INCREMENTAL') THEN RAISE EXCEPTION 'mode is FULL or INCREMENTAL'; END IF;
  SELECT r.run_id INTO v_run FROM matching.run r WHERE r.status = 'QUEUED' AND r.mode = p_mode AND r.scope = p_scope;
  IF FOUND THEN RETURN v_run; END IF;
  INSERT INTO matching.run (run_id, mode, scope, model_version, status, started_at, base_release)
  VALUES ('ru_' || left(replace(gen_random_uuid()::text, '-', ''), 22), p_mode, p_scope, '', 'QUEUED', p_now, 0)
  RETURNING run_id INTO v_run;
  RETURN v_run;
END $$;
--> statement-breakpoint
CREATE FUNCTION matching.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '人工审定只能追加，不能修改或删除；要收回请用 matching.revoke' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON matching.decision FOR EACH ROW EXECUTE FUNCTION matching.refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON matching.decision FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_change();
--> statement-breakpoint
REVOKE ALL ON FUNCTION matching.settle(text[], integer, date), matching.adopt(text[], integer), matching.examine(jsonb, text),
  matching.write_decision(jsonb, integer, text, timestamptz, text, text, integer),
  matching.decide(jsonb, text, timestamptz, text), matching.revoke(text, text, text, timestamptz, text),
  matching.queue_run(text, jsonb, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION matching.decide(jsonb, text, timestamptz, text), matching.revoke(text, text, text, timestamptz, text),
  matching.queue_run(text, jsonb, timestamptz) TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT ON matching.decision, matching.run, matching.block TO zongheng_matching;
--> statement-breakpoint
CREATE OR REPLACE VIEW matching.published AS SELECT match_id, from_release, to_release, version, kind, relation, status, method, confidence, left_id, right_id, band, decision_id, stale FROM matching.match;
--> statement-breakpoint
COMMENT ON TABLE matching.decision IS '人工审定，只追加';
--> statement-breakpoint
COMMENT ON TABLE matching.run IS '匹配运行';
--> statement-breakpoint
COMMENT ON TABLE matching.block IS '匹配运行的队列：一份清单与它可以对应的清单';
--> statement-breakpoint
COMMENT ON TABLE matching.staged_edge IS '匹配运行得出而尚未发布的对应关系';
--> statement-breakpoint
COMMENT ON TABLE matching.block_state IS '引擎对每一块记下的状态，供增量运行';
--> statement-breakpoint
DO $$
DECLARE
  words CONSTANT jsonb := '{
    "fingerprint": "审定所依据内容的摘要：名称、编码、类型、部门、法律依据",
    "machine_method": "机器得出的方法；只由人指定的对应关系为空", "machine_relation": "机器认定的关系", "machine_confidence": "机器的把握，0 到 1",
    "machine_status": "没有审定时的状态：ACCEPTED、REVIEW、CONFLICT", "band": "机器的分档：AUTO 自动接受，REVIEW 待人审定",
    "run_id": "匹配运行标识", "decision_id": "审定标识", "stale": "审定之后所依据的内容有无变化",
    "ordinal": "先后次序，不对外", "kind": "种类", "left_id": "下级或权力一侧事项", "right_id": "上级或服务一侧事项；认定无对应时为空",
    "rivalry": "同一事项的各个对应在此范围内只取其一：参考目录的标识；SOURCE 为空串", "verdict": "审定结果", "relation": "关系", "reason": "理由",
    "decided_by": "审定人", "decided_at": "审定时刻", "left_fingerprint": "审定时左侧事项的摘要", "right_fingerprint": "审定时右侧事项的摘要",
    "supersedes": "取代的审定", "revokes": "收回的审定", "deferred_until": "暂缓到哪一天", "release": "生效的版次；运行则为产生的版次",
    "idempotency_key": "调用方的去重键", "place": "在一次调用中的次序", "call_digest": "调用内容的摘要",
    "mode": "FULL 全量，INCREMENTAL 增量", "scope": "范围", "model_version": "模型版本", "status": "状态", "started_at": "开始时刻", "ended_at": "结束时刻",
    "base_release": "运行所读的版次", "stats": "统计", "catalog_id": "左侧清单标识", "right_catalog_id": "右侧清单标识；空串表示几份",
    "region_code": "限于哪个区划；空串表示不限", "weight": "大小，大者先做", "items": "事项数", "judged": "判定数", "reused": "沿用数",
    "method": "得出的方法", "confidence": "把握，0 到 1", "evidence": "依据", "state": "引擎的状态"
  }';
  spot record;
BEGIN
  FOR spot IN
    SELECT table_schema, table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'matching' AND (table_name IN ('decision', 'run', 'block', 'staged_edge', 'block_state')
      OR column_name IN ('fingerprint', 'machine_method', 'machine_relation', 'machine_confidence', 'machine_status', 'band', 'run_id', 'decision_id', 'stale')
        AND table_name IN ('item', 'match'))
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', spot.table_schema, spot.table_name, spot.column_name, words ->> spot.column_name);
  END LOOP;
END $$;
