-- A call repeated under its key changes nothing, and the trail says so: REPLAYED instead of a second ACCEPTED, without a
-- release, as it has made none. What was so already (ALREADY_DECIDED, ALREADY_QUEUED) is told by its own word, too.
-- Entries written before this stay as they are.
DROP FUNCTION matching.note_applied(matching.request[], matching.applied[], text);
--> statement-breakpoint
-- Writes down what has become of requests that were granted, here and in the trail, region by region in their order. What
-- only repeats an earlier call has its first outcome alone.
CREATE FUNCTION matching.note_applied(p_asked matching.request[], p_applied matching.applied[], p_is_repeated boolean, p_request_id text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO matching.outcome (request_id, result, decision_id, run_id, settles, region_code, level)
  SELECT r.request_id, a.result, a.decision_id, a.run_id, CASE WHEN r.action = 'SETTLE' THEN r.proposal_id END, r.region_code, r.level
  FROM unnest(p_asked) r JOIN unnest(p_applied) a USING (place)
  WHERE NOT p_is_repeated;
  PERFORM audit.record(t.region_code, t.actor, t.token_id, CASE t.action
      WHEN 'DECIDE' THEN 'decideMatch' WHEN 'REVOKE' THEN 'revokeDecision' WHEN 'PROPOSE' THEN 'proposeDecision'
      WHEN 'SETTLE' THEN 'settleProposal' ELSE 'runMatching' END, t.target, t.outcome, p_request_id, t.content, t.release, t.asked_at)
  FROM (
    SELECT r.*, CASE WHEN NOT p_is_repeated THEN d.release END AS release,
      CASE WHEN p_is_repeated THEN 'REPLAYED' WHEN r.action = 'SETTLE' OR a.result IN ('OK', 'QUEUED') THEN 'ACCEPTED'
        ELSE a.result END AS outcome,
      to_jsonb(r) - 'transaction' || jsonb_build_object('result', a.result, 'decision', a.decision_id, 'run', a.run_id) AS content,
      coalesce(r.proposal_id::text, r.revokes, nullif(concat_ws(' ', r.kind, r.left_id, r.right_id), ''), array_to_string(r.lists, ' ')) AS target
    FROM unnest(p_asked) r JOIN unnest(p_applied) a USING (place) LEFT JOIN matching.decision d ON d.decision_id = a.decision_id
    ORDER BY r.region_code, r.place OFFSET 0
  ) t;
END $$;
--> statement-breakpoint
-- Carries out what has been asked in this transaction and has not been carried out yet, all of one action, as the writer
-- of the setting, and notes it in the trail; a row for each request says what has become of it. What the policies of
-- matching.request have let pass is looked at once more, as the owner of a database may stand above them. Results other
-- than OK, ALREADY_DECIDED, QUEUED and ALREADY_QUEUED have changed nothing, nor has a call repeated under its key.
CREATE OR REPLACE FUNCTION matching.apply_requests(p_request_id text) RETURNS SETOF matching.applied
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_writer jsonb := authority.writer();
  v_asked matching.request[];
  v_one matching.request;
  v_applied matching.applied[];
  v_is_repeated boolean;
BEGIN
  IF v_writer IS NULL THEN RETURN; END IF;
  SELECT array_agg(r ORDER BY r.place) INTO v_asked FROM matching.request r
  WHERE r.transaction = pg_current_xact_id() AND r.actor = v_writer ->> 'subject' AND r.token_id = v_writer ->> 'tokenId'
    AND r.author IS DISTINCT FROM r.actor
    AND NOT EXISTS (SELECT FROM matching.outcome o WHERE o.request_id = r.request_id)
    AND CASE r.action WHEN 'RUN' THEN authority.operates(v_writer, r.lists)
      ELSE authority.covers(v_writer, r.region_code, r.level, authority.roles_of(r.action)) END;
  IF v_asked IS NULL THEN RETURN; END IF;
  v_one := v_asked[1];
  IF EXISTS (SELECT FROM unnest(v_asked) a WHERE (a.action, a.asked_at, a.idempotency_key)
      IS DISTINCT FROM (v_one.action, v_one.asked_at, v_one.idempotency_key))
    OR cardinality(v_asked) > 1 AND v_one.action NOT IN ('DECIDE', 'REVOKE')
  THEN RAISE EXCEPTION 'one call asks for one thing'; END IF;
  -- Whoever asked for a decision holds the lock of the releases since then: what has been decided under the key is seen.
  v_is_repeated := v_one.action IN ('DECIDE', 'REVOKE')
    AND EXISTS (SELECT FROM matching.decision d WHERE d.idempotency_key = v_one.idempotency_key);
  v_applied := CASE
    WHEN v_one.action IN ('DECIDE', 'REVOKE') THEN array(SELECT a FROM matching.apply_decisions(v_asked) a)
    WHEN v_one.action = 'PROPOSE' THEN array(SELECT a FROM matching.apply_proposal(v_one) a)
    WHEN v_one.action = 'SETTLE' THEN array(SELECT a FROM matching.apply_settlement(v_one) a)
    ELSE array(SELECT (v_one.place, q.result, NULL, q.run_id, NULL)::matching.applied
      FROM matching.request_run(v_one.mode, v_one.lists, v_one.actor, v_one.asked_at) q) END;
  IF NOT EXISTS (SELECT FROM unnest(v_applied) a WHERE a.result NOT IN ('OK', 'ALREADY_DECIDED', 'QUEUED', 'ALREADY_QUEUED')) THEN
    v_is_repeated := v_is_repeated OR CASE v_one.action
      WHEN 'PROPOSE' THEN v_applied[1].proposal_id <> v_one.request_id
      WHEN 'SETTLE' THEN EXISTS (SELECT FROM matching.outcome o WHERE o.settles = v_one.proposal_id)
      ELSE false END;
    PERFORM matching.note_applied(v_asked, v_applied, v_is_repeated, p_request_id);
  END IF;
  RETURN QUERY SELECT a.* FROM unnest(v_applied) a ORDER BY a.place;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION matching.note_applied(matching.request[], matching.applied[], boolean, text) FROM PUBLIC;
--> statement-breakpoint
COMMENT ON COLUMN audit.entry.outcome IS 'ACCEPTED 已做；REPLAYED、ALREADY_DECIDED、ALREADY_QUEUED 早已如此，没有再做；其余为拒绝的原因';
