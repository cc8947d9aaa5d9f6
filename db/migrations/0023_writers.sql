-- Who asks is named by the setting zongheng.writer of the transaction, and what they may touch follows from the grants in
-- it: rows of other regions and levels are neither written nor read, whatever the statement. The rules are told in
-- docs/adr/0021-writers.md.
CREATE SCHEMA IF NOT EXISTS authority;
--> statement-breakpoint
-- The writer of this transaction; null where the setting is empty, is not what a writer looks like, or names a token that
-- has been revoked. Whoever reads this once a statement, as (SELECT authority.writer()), asks once.
CREATE FUNCTION authority.writer() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_text text := current_setting('zongheng.writer', true);
  v jsonb;
BEGIN
  IF coalesce(v_text, '') = '' OR length(v_text) > 32768 OR NOT pg_input_is_valid(v_text, 'jsonb') THEN RETURN NULL; END IF;
  v := v_text::jsonb;
  IF jsonb_typeof(v) IS DISTINCT FROM 'object' OR jsonb_typeof(v -> 'subject') IS DISTINCT FROM 'string'
    OR jsonb_typeof(v -> 'tokenId') IS DISTINCT FROM 'string' OR jsonb_typeof(v -> 'issuedAt') IS DISTINCT FROM 'number'
    OR jsonb_typeof(v -> 'grants') IS DISTINCT FROM 'array'
  THEN RETURN NULL; END IF;
  IF btrim(v ->> 'subject') = '' OR v ->> 'tokenId' = '' OR v ->> 'issuedAt' !~ '^[0-9]{1,12}$' THEN RETURN NULL; END IF;
  -- One grant that is not understood makes the whole writer somebody unknown.
  IF EXISTS (
    SELECT FROM jsonb_array_elements(v -> 'grants') g
    WHERE (jsonb_typeof(g) = 'object' AND jsonb_typeof(g -> 'role') = 'string' AND jsonb_typeof(g -> 'region') = 'string'
      AND g ->> 'region' ~ '^[0-9]{12}$' AND jsonb_typeof(g -> 'levels') = 'array') IS NOT TRUE)
  THEN RETURN NULL; END IF;
  IF authority.is_revoked(v ->> 'subject', v ->> 'tokenId', (v ->> 'issuedAt')::bigint) IS NOT FALSE THEN RETURN NULL; END IF;
  RETURN v;
END $$;
--> statement-breakpoint
-- The last code of a region and all below it: the blocks of a code are 2, 2, 2, 3 and 3 digits, and the last one that is
-- not zero tells how many are spoken for. To cut off zeros one by one would make 3310 the beginning of 331.
CREATE FUNCTION authority.last_of(region text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN substr(region, 10, 3) <> '000' THEN region
  WHEN substr(region, 7, 3) <> '000' THEN left(region, 9) || '999'
  WHEN substr(region, 5, 2) <> '00' THEN left(region, 6) || '999999'
  WHEN substr(region, 3, 2) <> '00' THEN left(region, 4) || '99999999'
  WHEN left(region, 2) <> '00' THEN left(region, 2) || '9999999999'
  ELSE '999999999999' END;
--> statement-breakpoint
-- Whether a writer has one of some roles for a level in a region; never null.
CREATE FUNCTION authority.covers(writer jsonb, region text, level text, roles text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(region ~ '^[0-9]{12}$' AND EXISTS (
  SELECT FROM jsonb_array_elements(writer -> 'grants') g
  WHERE g ->> 'role' = ANY (roles) AND (g -> 'levels') @> to_jsonb(level)
    AND region COLLATE "C" >= (g ->> 'region') AND region COLLATE "C" <= authority.last_of(g ->> 'region')), false);
--> statement-breakpoint
-- The roles that may ask for an action, as the rule table of the gateway has them; none for what is not in it.
CREATE FUNCTION authority.roles_of(action text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE action
  WHEN 'DECIDE' THEN '{REVIEWER}' WHEN 'REVOKE' THEN '{REVIEWER}' WHEN 'SETTLE' THEN '{REVIEWER}'
  WHEN 'PROPOSE' THEN '{PROPOSER,REVIEWER}' WHEN 'RUN' THEN '{OPERATOR}'
  WHEN 'READ_PROPOSALS' THEN '{PROPOSER,REVIEWER,AUDITOR}' WHEN 'READ_DRAFTS' THEN '{REVIEWER,OPERATOR}'
  ELSE '{}' END::text[];
--> statement-breakpoint
-- The smallest region that holds the region of every list; of several provinces, and of no list, the country.
CREATE FUNCTION authority.region_of_all() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH place AS (SELECT DISTINCT c.region_code FROM reference.catalog c WHERE c.to_release = 2147483647)
  SELECT coalesce((
    SELECT min(rpad(left(p.region_code, b.digits), 12, '0')) FROM (VALUES (12), (9), (6), (4), (2)) AS b (digits), place p
    GROUP BY b.digits HAVING count(DISTINCT left(p.region_code, b.digits)) = 1 ORDER BY b.digits DESC LIMIT 1), '000000000000')
$$;
--> statement-breakpoint
-- Whether a writer operates every list named, or, where none is named, the region that holds all lists for every level of
-- theirs; before there are any, the country for all levels.
CREATE FUNCTION authority.operates(writer jsonb, lists text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN lists IS NOT NULL THEN (
    SELECT coalesce(bool_and(c.catalog_key IS NOT NULL AND authority.covers(writer, c.region_code, c.level, authority.roles_of('RUN'))), false)
    FROM unnest(lists) AS named (key)
    LEFT JOIN reference.catalog c ON c.catalog_key = named.key AND c.to_release = 2147483647
  ) ELSE (
    SELECT bool_and(authority.covers(writer, authority.region_of_all(), l.level, authority.roles_of('RUN')))
    FROM (
      SELECT DISTINCT c.level FROM reference.catalog c WHERE c.to_release = 2147483647
      UNION
      SELECT * FROM unnest('{NATIONAL,PROVINCE,CITY,COUNTY,TOWNSHIP,VILLAGE}'::text[])
      WHERE NOT EXISTS (SELECT FROM reference.catalog c WHERE c.to_release = 2147483647)
    ) l (level)
  ) END
$$;
--> statement-breakpoint
-- What writers have asked for: decisions, their revocation, runs, proposals and what became of these. Rows are only ever
-- added. A writer says what they want; whose words these are and which region and level they are about is filled in.
CREATE TABLE matching.request (
  request_id uuid PRIMARY KEY,
  transaction xid8 NOT NULL,
  place integer NOT NULL,
  action text NOT NULL,
  kind text,
  left_id text COLLATE "C",
  right_id text COLLATE "C",
  verdict text,
  relation text,
  reason text,
  deferred_until date,
  if_version integer,
  revokes text COLLATE "C",
  proposal_id uuid,
  accepts boolean,
  mode text,
  lists text[],
  idempotency_key text,
  asked_at timestamp with time zone NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  level text,
  actor text NOT NULL,
  token_id text NOT NULL,
  author text,
  CONSTRAINT request_action CHECK (action IN ('DECIDE', 'REVOKE', 'RUN', 'PROPOSE', 'SETTLE')),
  CONSTRAINT request_author CHECK (author <> actor),
  CONSTRAINT request_once UNIQUE (transaction, place)
);
--> statement-breakpoint
CREATE INDEX request_proposals ON matching.request (asked_at, request_id) WHERE action = 'PROPOSE';
--> statement-breakpoint
CREATE INDEX request_pair ON matching.request (left_id, kind) WHERE action = 'PROPOSE';
--> statement-breakpoint
CREATE INDEX request_key ON matching.request (actor, idempotency_key) WHERE idempotency_key IS NOT NULL;
--> statement-breakpoint
-- What became of a request that was granted; a request without one has no effect.
CREATE TABLE matching.outcome (
  request_id uuid PRIMARY KEY REFERENCES matching.request,
  result text NOT NULL,
  decision_id text COLLATE "C",
  run_id text COLLATE "C",
  settles uuid UNIQUE REFERENCES matching.request,
  region_code text COLLATE "C" NOT NULL,
  level text
);
--> statement-breakpoint
CREATE INDEX outcome_decision ON matching.outcome (decision_id) WHERE decision_id IS NOT NULL;
--> statement-breakpoint
CREATE FUNCTION matching.fill_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_writer jsonb := authority.writer();
  v_left text := NEW.left_id;
BEGIN
  NEW.request_id := gen_random_uuid();
  NEW.transaction := pg_current_xact_id();
  NEW.actor := v_writer ->> 'subject';
  NEW.token_id := v_writer ->> 'tokenId';
  NEW.region_code := NULL;
  NEW.level := NULL;
  NEW.author := NULL;
  IF v_writer IS NULL THEN RETURN NEW; END IF;
  -- The lock by which publishes wait for each other: what is read from here on stays so until this is written.
  IF NEW.action IN ('DECIDE', 'REVOKE', 'SETTLE') THEN PERFORM pg_advisory_xact_lock(4720332); END IF;
  IF NEW.action = 'RUN' THEN
    NEW.region_code := authority.region_of_all();
    RETURN NEW;
  END IF;
  IF NEW.action = 'SETTLE' THEN
    SELECT p.region_code, p.level, p.actor INTO NEW.region_code, NEW.level, NEW.author
    FROM matching.request p JOIN matching.outcome o USING (request_id)
    WHERE p.request_id = NEW.proposal_id AND p.action = 'PROPOSE';
    RETURN NEW;
  END IF;
  IF NEW.action = 'REVOKE' THEN
    SELECT d.left_id INTO v_left FROM matching.decision d WHERE d.decision_id = NEW.revokes;
  END IF;
  -- An item that is gone is of the place it was in: a call about it may be a repeated one.
  SELECT i.region_code, i.level INTO NEW.region_code, NEW.level FROM matching.item i
  WHERE i.item_id = v_left ORDER BY i.from_release DESC LIMIT 1;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER filled BEFORE INSERT ON matching.request FOR EACH ROW EXECUTE FUNCTION matching.fill_request();
--> statement-breakpoint
CREATE FUNCTION matching.refuse_request_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '写入者的要求只能追加，不能修改或删除' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON matching.request FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_request_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON matching.outcome FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_request_change();
--> statement-breakpoint
ALTER TABLE matching.request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE matching.outcome ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Nobody asks in another's name, in a place not theirs, or settles what they have proposed themselves, by whichever token.
CREATE POLICY asked ON matching.request FOR INSERT WITH CHECK (
  actor = (SELECT authority.writer()) ->> 'subject' AND author IS DISTINCT FROM actor
  AND (action <> 'SETTLE' OR author IS NOT NULL)
  AND CASE action
    WHEN 'RUN' THEN authority.operates((SELECT authority.writer()), lists)
    ELSE authority.covers((SELECT authority.writer()), region_code, level, authority.roles_of(action)) END);
--> statement-breakpoint
CREATE POLICY seen ON matching.request FOR SELECT USING (CASE action
  WHEN 'RUN' THEN authority.operates((SELECT authority.writer()), lists)
  WHEN 'PROPOSE' THEN authority.covers((SELECT authority.writer()), region_code, level, authority.roles_of('READ_PROPOSALS'))
  WHEN 'SETTLE' THEN authority.covers((SELECT authority.writer()), region_code, level, authority.roles_of('READ_PROPOSALS'))
  ELSE authority.covers((SELECT authority.writer()), region_code, level, authority.roles_of(action)) END);
--> statement-breakpoint
-- Of what became of a request as much is seen as of the request itself; written by matching.apply_requests alone.
CREATE POLICY seen ON matching.outcome FOR SELECT USING (
  EXISTS (SELECT FROM matching.request r WHERE r.request_id = outcome.request_id));
--> statement-breakpoint
CREATE POLICY written ON matching.outcome FOR INSERT WITH CHECK (
  EXISTS (SELECT FROM matching.request r WHERE r.request_id = outcome.request_id));
--> statement-breakpoint
-- A request as matching.decide takes it; its text is that of the same request of earlier releases of the program.
CREATE FUNCTION matching.body_of(r matching.request) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_strip_nulls(CASE r.action
  WHEN 'REVOKE' THEN jsonb_build_object('verdict', 'REVOKE', 'revokes', r.revokes, 'reason', r.reason)
  ELSE jsonb_build_object('kind', r.kind, 'left', r.left_id, 'right', r.right_id, 'verdict', r.verdict, 'relation', r.relation,
    'reason', r.reason, 'deferredUntil', r.deferred_until, 'ifVersion', r.if_version) END);
--> statement-breakpoint
-- What would become of the requests of one call if nothing stood against them but what they say; nothing is changed.
CREATE FUNCTION matching.examine_call(p_requests jsonb, p_actor text) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT array_agg(CASE WHEN e.nth > 1 THEN 'REPEATED_IN_CALL' ELSE matching.examine(e.request, p_actor) END ORDER BY e.place)
  FROM (
    SELECT q.request, q.place, row_number() OVER (
      PARTITION BY q.request ->> 'kind', q.request ->> 'left', q.request ->> 'right', q.request ->> 'revokes' ORDER BY q.place) AS nth
    FROM jsonb_array_elements(p_requests) WITH ORDINALITY AS q (request, place)
  ) e
$$;
--> statement-breakpoint
-- Whether somebody else has put a pair forward: the machine or an import, which link the two or name the one among the
-- candidates of the other; a person who has proposed it; the operator who has decided it by command.
CREATE FUNCTION matching.is_put_forward(p_request jsonb, p_actor text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  SELECT EXISTS (
    SELECT FROM matching.match m
    WHERE m.left_id = p_request ->> 'left' AND m.kind = p_request ->> 'kind' AND m.to_release = 2147483647
      AND (m.machine_method IS NOT NULL OR m.decision_id IS NULL)
      AND (m.right_id = p_request ->> 'right'
        OR m.evidence -> 'candidates' @> jsonb_build_array(jsonb_build_object('reference', p_request ->> 'right')))
  ) OR EXISTS (
    SELECT FROM matching.request p JOIN matching.outcome o USING (request_id)
    WHERE p.action = 'PROPOSE' AND p.left_id = p_request ->> 'left' AND p.kind = p_request ->> 'kind'
      AND p.right_id = p_request ->> 'right' AND p.verdict = 'CONFIRM' AND p.actor <> p_actor
  ) OR EXISTS (
    SELECT FROM matching.decision d
    WHERE d.left_id = p_request ->> 'left' AND d.kind = p_request ->> 'kind' AND d.right_id = p_request ->> 'right'
      AND d.verdict = 'CONFIRM' AND d.decided_by <> p_actor
      AND NOT EXISTS (SELECT FROM matching.outcome o WHERE o.decision_id = d.decision_id AND o.settles IS NOT NULL)
  )
$$;
--> statement-breakpoint
-- What has become of one request.
CREATE TYPE matching.applied AS (place integer, result text, decision_id text, run_id text, proposal_id uuid);
--> statement-breakpoint
-- Decisions of one call, or revocations: all or none. A confirmation that nobody else has put forward is the caller's own
-- proposal, which somebody else has to settle; a call repeated under its key gets the answer it got.
CREATE FUNCTION matching.apply_decisions(p_asked matching.request[]) RETURNS SETOF matching.applied LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_one matching.request := p_asked[1];
  v_requests jsonb := (
    SELECT jsonb_agg(matching.body_of(a) ORDER BY a.place)
    FROM unnest(p_asked) a);
  v_examined text[];
BEGIN
  IF v_one.action = 'DECIDE' AND NOT EXISTS (SELECT FROM matching.decision d WHERE d.idempotency_key = v_one.idempotency_key) THEN
    v_examined := matching.examine_call(v_requests, v_one.actor);
    v_examined := array(
      SELECT CASE WHEN x.examined = 'OK' AND q.request ->> 'verdict' = 'CONFIRM' AND NOT matching.is_put_forward(q.request, v_one.actor)
        THEN 'NOT_PUT_FORWARD' ELSE x.examined END
      FROM jsonb_array_elements(v_requests) WITH ORDINALITY AS q (request, n)
      JOIN unnest(v_examined) WITH ORDINALITY AS x (examined, n) USING (n) ORDER BY n);
    IF 'NOT_PUT_FORWARD' = ANY (v_examined) THEN
      RETURN QUERY SELECT p_asked[u.n].place, CASE WHEN u.examined = 'OK' THEN 'NOT_WRITTEN' ELSE u.examined END,
        NULL::text, NULL::text, NULL::uuid
      FROM unnest(v_examined) WITH ORDINALITY AS u (examined, n) ORDER BY u.n;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT p_asked[d.place].place, d.result, d.decision_id, NULL::text, NULL::uuid
  FROM matching.decide(v_requests, v_one.actor, v_one.asked_at, v_one.idempotency_key) d ORDER BY d.place;
END $$;
--> statement-breakpoint
-- A proposal is examined as the decision it asks for; the same of the same person that waits is not made twice.
CREATE FUNCTION matching.apply_proposal(p_asked matching.request) RETURNS SETOF matching.applied LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_body jsonb := matching.body_of(p_asked);
  v_before matching.request;
  v_result text;
BEGIN
  PERFORM pg_advisory_xact_lock(4720335, hashtext(p_asked.actor));
  SELECT r.* INTO v_before FROM matching.request r JOIN matching.outcome o USING (request_id)
  WHERE r.action = 'PROPOSE' AND r.actor = p_asked.actor AND r.idempotency_key = p_asked.idempotency_key;
  IF FOUND THEN
    v_result := CASE WHEN matching.body_of(v_before) = v_body THEN 'OK' ELSE 'KEY_REUSED' END;
    RETURN QUERY SELECT p_asked.place, v_result, NULL::text, NULL::text, CASE WHEN v_result = 'OK' THEN v_before.request_id END;
    RETURN;
  END IF;
  v_result := matching.examine(v_body, p_asked.actor);
  IF v_result = 'OK' THEN
    SELECT r.* INTO v_before FROM matching.request r JOIN matching.outcome o USING (request_id)
    WHERE r.action = 'PROPOSE' AND r.actor = p_asked.actor AND r.left_id = p_asked.left_id AND r.kind = p_asked.kind
      AND (r.right_id, r.verdict, r.relation, r.deferred_until)
        IS NOT DISTINCT FROM (p_asked.right_id, p_asked.verdict, p_asked.relation, p_asked.deferred_until)
      AND NOT EXISTS (SELECT FROM matching.outcome s WHERE s.settles = r.request_id);
    IF FOUND THEN
      RETURN QUERY SELECT p_asked.place, 'ALREADY_PROPOSED', NULL::text, NULL::text, v_before.request_id;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT p_asked.place, v_result, NULL::text, NULL::text, CASE WHEN v_result = 'OK' THEN p_asked.request_id END;
END $$;
--> statement-breakpoint
-- A proposal is settled once, and never by whoever made it. What is accepted is decided with the settler's name and reason.
CREATE FUNCTION matching.apply_settlement(p_asked matching.request) RETURNS SETOF matching.applied LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_proposal matching.request;
  v_before record;
  v_result text := 'OK';
  v_decision text;
BEGIN
  SELECT r.* INTO v_proposal FROM matching.request r JOIN matching.outcome o USING (request_id)
  WHERE r.request_id = p_asked.proposal_id AND r.action = 'PROPOSE';
  IF NOT FOUND THEN v_result := 'NO_SUCH_PROPOSAL';
  ELSIF v_proposal.actor = p_asked.actor THEN v_result := 'OWN_PROPOSAL';
  ELSE
    SELECT s.*, o.decision_id, o.result INTO v_before FROM matching.outcome o JOIN matching.request s USING (request_id)
    WHERE o.settles = p_asked.proposal_id;
    IF FOUND AND (v_before.actor, v_before.accepts, v_before.reason, v_before.if_version, v_before.idempotency_key)
      IS NOT DISTINCT FROM (p_asked.actor, p_asked.accepts, p_asked.reason, p_asked.if_version, p_asked.idempotency_key)
      AND p_asked.idempotency_key IS NOT NULL
    THEN
      v_result := v_before.result;
      v_decision := v_before.decision_id;
    ELSIF FOUND THEN v_result := 'ALREADY_SETTLED';
    ELSIF EXISTS (SELECT FROM matching.request r JOIN matching.outcome o USING (request_id) WHERE r.action = 'SETTLE'
      AND r.actor = p_asked.actor AND r.idempotency_key = p_asked.idempotency_key) THEN v_result := 'KEY_REUSED';
    ELSIF btrim(coalesce(p_asked.reason, '')) = '' THEN v_result := 'REASON_MISSING';
    ELSIF p_asked.accepts THEN
      v_proposal.reason := p_asked.reason;
      v_proposal.if_version := coalesce(p_asked.if_version, v_proposal.if_version);
      SELECT d.result, d.decision_id INTO v_result, v_decision
      FROM matching.decide(jsonb_build_array(matching.body_of(v_proposal)), p_asked.actor, p_asked.asked_at) d;
    END IF;
  END IF;
  RETURN QUERY SELECT p_asked.place, v_result, v_decision, NULL::text, p_asked.proposal_id;
END $$;
--> statement-breakpoint
-- Carries out what has been asked in this transaction and has not been carried out yet, all of one action, as the writer
-- of the setting, and notes it in the trail; a row for each request says what has become of it. What the policies of
-- matching.request have let pass is looked at once more, as the owner of a database may stand above them. Results other
-- than OK, ALREADY_DECIDED, QUEUED and ALREADY_QUEUED have changed nothing.
CREATE FUNCTION matching.apply_requests(p_request_id text) RETURNS SETOF matching.applied
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_writer jsonb := authority.writer();
  v_asked matching.request[];
  v_one matching.request;
  v_applied matching.applied[];
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
  v_applied := CASE
    WHEN v_one.action IN ('DECIDE', 'REVOKE') THEN array(SELECT a FROM matching.apply_decisions(v_asked) a)
    WHEN v_one.action = 'PROPOSE' THEN array(SELECT a FROM matching.apply_proposal(v_one) a)
    WHEN v_one.action = 'SETTLE' THEN array(SELECT a FROM matching.apply_settlement(v_one) a)
    ELSE array(SELECT (v_one.place, q.result, NULL, q.run_id, NULL)::matching.applied
      FROM matching.request_run(v_one.mode, v_one.lists, v_one.actor, v_one.asked_at) q) END;
  IF NOT EXISTS (SELECT FROM unnest(v_applied) a WHERE a.result NOT IN ('OK', 'ALREADY_DECIDED', 'QUEUED', 'ALREADY_QUEUED')) THEN
    PERFORM matching.note_applied(v_asked, v_applied, p_request_id);
  END IF;
  RETURN QUERY SELECT a.* FROM unnest(v_applied) a ORDER BY a.place;
END $$;
--> statement-breakpoint
-- Writes down what has become of requests that were granted, here and in the trail, region by region in their order. What
-- only repeats an earlier call has its first outcome alone.
CREATE FUNCTION matching.note_applied(p_asked matching.request[], p_applied matching.applied[], p_request_id text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO matching.outcome (request_id, result, decision_id, run_id, settles, region_code, level)
  SELECT r.request_id, a.result, a.decision_id, a.run_id, CASE WHEN r.action = 'SETTLE' THEN r.proposal_id END, r.region_code, r.level
  FROM unnest(p_asked) r JOIN unnest(p_applied) a USING (place)
  WHERE CASE r.action WHEN 'PROPOSE' THEN a.proposal_id = r.request_id
    WHEN 'SETTLE' THEN NOT EXISTS (SELECT FROM matching.outcome o WHERE o.settles = r.proposal_id) ELSE true END;
  PERFORM audit.record(t.region_code, t.actor, t.token_id, CASE t.action
      WHEN 'DECIDE' THEN 'decideMatch' WHEN 'REVOKE' THEN 'revokeDecision' WHEN 'PROPOSE' THEN 'proposeDecision'
      WHEN 'SETTLE' THEN 'settleProposal' ELSE 'runMatching' END, t.target, 'ACCEPTED', p_request_id, t.content, t.release, t.asked_at)
  FROM (
    SELECT r.*, d.release, to_jsonb(r) - 'transaction' || jsonb_build_object('result', a.result, 'decision', a.decision_id, 'run', a.run_id) AS content,
      coalesce(r.proposal_id::text, r.revokes, nullif(concat_ws(' ', r.kind, r.left_id, r.right_id), ''), array_to_string(r.lists, ' ')) AS target
    FROM unnest(p_asked) r JOIN unnest(p_applied) a USING (place) LEFT JOIN matching.decision d ON d.decision_id = a.decision_id
    ORDER BY r.region_code, r.place OFFSET 0
  ) t;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION authority.writer(), authority.last_of(text), authority.covers(jsonb, text, text, text[]), authority.roles_of(text),
  authority.operates(jsonb, text[]), authority.region_of_all(), matching.fill_request(), matching.refuse_request_change(),
  matching.body_of(matching.request), matching.examine_call(jsonb, text), matching.is_put_forward(jsonb, text),
  matching.apply_decisions(matching.request[]), matching.apply_proposal(matching.request), matching.apply_settlement(matching.request),
  matching.apply_requests(text), matching.note_applied(matching.request[], matching.applied[], text) FROM PUBLIC;
--> statement-breakpoint
-- The subgraph asks; it can no longer decide by itself, whoever tells it to.
REVOKE EXECUTE ON FUNCTION matching.decide(jsonb, text, timestamptz, text), matching.revoke(text, text, text, timestamptz, text),
  matching.request_run(text, text[], text, timestamptz) FROM zongheng_matching;
--> statement-breakpoint
GRANT USAGE ON SCHEMA authority TO zongheng_matching;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION authority.writer(), authority.last_of(text), authority.covers(jsonb, text, text, text[]),
  authority.roles_of(text), authority.operates(jsonb, text[]), authority.region_of_all(), matching.examine_call(jsonb, text),
  matching.apply_requests(text) TO zongheng_matching;
--> statement-breakpoint
-- What a caller may say, and nothing else: neither who says it, nor of which region and level it is, nor what becomes of it.
GRANT INSERT (place, action, kind, left_id, right_id, verdict, relation, reason, deferred_until, if_version, revokes, proposal_id,
  accepts, mode, lists, idempotency_key, asked_at) ON matching.request TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT (request_id, action, kind, left_id, right_id, verdict, relation, reason, deferred_until, if_version, proposal_id, accepts,
  lists, asked_at, region_code, level, actor) ON matching.request TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT ON matching.outcome TO zongheng_matching;
--> statement-breakpoint
-- Drafts are read by whoever may see them where they are to be published. The owner imports and publishes them.
ALTER TABLE intake.draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE intake.draft_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY kept ON intake.draft TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY kept ON intake.draft_row TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY seen ON intake.draft FOR SELECT TO zongheng_matching USING (
  kind = 'REFERENCE' AND authority.covers((SELECT authority.writer()), region_code, level, authority.roles_of('READ_DRAFTS')));
--> statement-breakpoint
CREATE POLICY seen ON intake.draft_row FOR SELECT TO zongheng_matching USING (
  target IN ('reference.item', 'guide.guide') AND catalog_id IN (SELECT d.catalog_id FROM intake.draft d));
--> statement-breakpoint
ALTER VIEW intake.draft_catalog SET (security_invoker = true);
--> statement-breakpoint
ALTER VIEW intake.draft_reference_item SET (security_invoker = true);
--> statement-breakpoint
ALTER VIEW intake.draft_reference_guide SET (security_invoker = true);
--> statement-breakpoint
GRANT SELECT (catalog_id, catalog_key, catalog_name, level, kind, region_code, imported_at, row_count) ON intake.draft TO zongheng_matching;
--> statement-breakpoint
GRANT SELECT (catalog_id, target, row_id, record) ON intake.draft_row TO zongheng_matching;
--> statement-breakpoint
COMMENT ON TABLE matching.request IS '写入者的要求：审定、收回、运行、提请、裁定；只追加，按区划和层级隔离';
--> statement-breakpoint
COMMENT ON TABLE matching.outcome IS '已照办的要求的结果，只追加';
--> statement-breakpoint
DO $$
DECLARE
  words CONSTANT jsonb := '{
    "request_id": "要求的标识，随机", "transaction": "写下它的事务", "place": "在一次调用中的次序", "action": "DECIDE 审定，REVOKE 收回，RUN 运行，PROPOSE 提请，SETTLE 裁定",
    "kind": "种类", "left_id": "下级或权力一侧事项", "right_id": "上级或服务一侧事项", "verdict": "结论", "relation": "关系", "reason": "理由",
    "deferred_until": "暂缓到哪一天", "if_version": "所看到的版本号", "revokes": "要收回的审定", "proposal_id": "所裁定的提请", "accepts": "裁定：是否采纳",
    "mode": "运行的方式", "lists": "运行限于哪些清单（清单键）", "idempotency_key": "调用方的去重键", "asked_at": "时刻", "region_code": "所涉事项的区划代码，由触发器填写",
    "level": "所涉事项的层级，由触发器填写；运行为空", "actor": "何人，由触发器按令牌填写", "token_id": "令牌标识，由触发器填写", "author": "裁定的提请是谁提的，由触发器填写",
    "result": "结果", "decision_id": "写下的审定", "run_id": "排队的运行", "settles": "裁定了哪条提请"
  }';
  c record;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'matching' AND table_name IN ('request', 'outcome') LOOP
    EXECUTE format('COMMENT ON COLUMN matching.%I.%I IS %L', c.table_name, c.column_name, words ->> c.column_name);
  END LOOP;
END $$;
