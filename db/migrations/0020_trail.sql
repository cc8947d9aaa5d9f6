-- The audit trail: who did what, or was refused it, one chain of entries per region, the whole hub's under 000000000000.
-- An entry holds the hash of the one before; each release seals how far the chains have come, and its digest holds that of
-- the release before, so that whoever noted the digest of any release can tell whether what came before still stands.
CREATE SCHEMA audit;
--> statement-breakpoint
CREATE TABLE audit.entry (
	"region" text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{12}$'),
	"sequence" bigint NOT NULL CHECK (sequence >= 1),
	"moment" timestamp with time zone NOT NULL CHECK (isfinite(moment)),
	"subject" text NOT NULL,
	"token_id" text,
	"action" text NOT NULL,
	"target" text,
	"outcome" text NOT NULL,
	"request_id" text,
	"content_digest" text NOT NULL,
	"release" integer,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "entry_region_sequence_pk" PRIMARY KEY("region","sequence")
);
--> statement-breakpoint
CREATE TABLE audit.head (
	"release" integer NOT NULL,
	"region" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "head_release_region_pk" PRIMARY KEY("release","region")
);
--> statement-breakpoint
CREATE TABLE audit.seal (
	"release" integer PRIMARY KEY NOT NULL,
	"previous_digest" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
-- Written beside each entry and taken away by the release that seals it, without a lock that a writer would wait for.
CREATE TABLE audit.unsealed (
	"region" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "unsealed_region_sequence_pk" PRIMARY KEY("region","sequence")
);
--> statement-breakpoint
-- One field as the hash takes it: its length in octets, a colon, the text; nothing at all is a tilde. No two lists of
-- fields give the same text. trail/hash.ts computes the same.
CREATE FUNCTION audit.frame(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN field IS NULL THEN '~' ELSE octet_length(convert_to(field, 'UTF8')) || ':' || field END;
--> statement-breakpoint
CREATE FUNCTION audit.moment_text(moment timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
--> statement-breakpoint
CREATE FUNCTION audit.hash_of(e audit.entry) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN encode(sha256(convert_to('zongheng-entry-1,' || audit.frame(e.region) || audit.frame(e.sequence::text)
  || audit.frame(audit.moment_text(e.moment)) || audit.frame(e.subject) || audit.frame(e.token_id) || audit.frame(e.action)
  || audit.frame(e.target) || audit.frame(e.outcome) || audit.frame(e.request_id) || audit.frame(e.content_digest)
  || audit.frame(e.release::text) || audit.frame(e.previous_hash), 'UTF8')), 'hex');
--> statement-breakpoint
-- Appends one entry to the chain of a region and returns its place there. Writers of the same region wait for each other
-- until their transaction ends, those of different regions never. A transaction that makes a release takes the lock of the
-- releases (4720332) before it records anything, and one that records for several regions does so in their order; else
-- two of them could wait for each other. Words longer than any honest one are cut.
CREATE FUNCTION audit.record(region text, subject text, token_id text, action text, target text, outcome text, request_id text,
  content jsonb, release integer, now timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_region CONSTANT text := $1;
  v_last audit.entry;
  v_new audit.entry;
BEGIN
  IF v_region IS NULL OR v_region !~ '^[0-9]{12}$' THEN
    RAISE EXCEPTION '留痕的区划代码应为 12 位数字' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Numbers beyond those of the other locks, one for each region.
  PERFORM pg_advisory_xact_lock(4720333000000000000 + v_region::bigint);
  SELECT * INTO v_last FROM audit.entry e WHERE e.region = v_region ORDER BY e.sequence DESC LIMIT 1;
  v_new.region := v_region;
  v_new.sequence := coalesce(v_last.sequence, 0) + 1;
  v_new.moment := $10;
  v_new.subject := left(coalesce($2, ''), 500);
  v_new.token_id := left($3, 500);
  v_new.action := left($4, 100);
  v_new.target := left($5, 1000);
  v_new.outcome := left($6, 100);
  v_new.request_id := left($7, 200);
  v_new.content_digest := encode(sha256(convert_to(coalesce($8::text, ''), 'UTF8')), 'hex');
  v_new.release := $9;
  v_new.previous_hash := coalesce(v_last.hash, repeat('0', 64));
  v_new.hash := audit.hash_of(v_new);
  INSERT INTO audit.entry SELECT v_new.*;
  INSERT INTO audit.unsealed VALUES (v_new.region, v_new.sequence);
  RETURN v_new.sequence;
END $$;
--> statement-breakpoint
-- At the end of the transaction that makes a release: how far the chains have come, and the digest over it. The lock is
-- that of the releases; whoever makes one holds it already.
CREATE FUNCTION audit.seal_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_previous text;
  v_heads text;
BEGIN
  PERFORM pg_advisory_xact_lock(4720332);
  WITH moved AS (DELETE FROM audit.unsealed u RETURNING u.region, u.sequence),
    far AS (SELECT m.region, max(m.sequence) AS sequence FROM moved m GROUP BY m.region)
  INSERT INTO audit.head (release, region, sequence, hash)
  SELECT NEW.number, f.region, f.sequence, e.hash FROM far f JOIN audit.entry e USING (region, sequence);
  SELECT s.digest INTO v_previous FROM audit.seal s WHERE s.release < NEW.number ORDER BY s.release DESC LIMIT 1;
  SELECT coalesce(string_agg(audit.frame(h.region) || audit.frame(h.sequence::text) || audit.frame(h.hash), '' ORDER BY h.region), '')
  INTO v_heads FROM audit.head h WHERE h.release = NEW.number;
  INSERT INTO audit.seal (release, previous_digest, digest)
  SELECT NEW.number, p.digest, encode(sha256(convert_to('zongheng-seal-1,' || audit.frame(NEW.number::text)
    || audit.frame(p.digest) || v_heads, 'UTF8')), 'hex')
  FROM (SELECT coalesce(v_previous, repeat('0', 64)) AS digest) p;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER sealed AFTER INSERT ON release.release DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION audit.seal_release();
--> statement-breakpoint
CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '留痕只能追加，不能修改或删除' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.seal FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
--> statement-breakpoint
-- Also in a session that says it is a replica's.
ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER append_only;
--> statement-breakpoint
ALTER TABLE audit.head ENABLE ALWAYS TRIGGER append_only;
--> statement-breakpoint
ALTER TABLE audit.seal ENABLE ALWAYS TRIGGER append_only;
--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM PUBLIC;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA audit TO zongheng_matching;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.record(text, text, text, text, text, text, text, jsonb, integer, timestamptz) TO zongheng_matching;
--> statement-breakpoint
CREATE OR REPLACE VIEW release.published AS
SELECT r.number, r.published_at, r.note, r.catalog_keys, r.added, r.changed, r.removed, s.digest AS trail_head
FROM release.release r LEFT JOIN audit.seal s ON s.release = r.number;
--> statement-breakpoint
COMMENT ON SCHEMA audit IS '留痕：谁做了什么、被拒绝了什么，按区划成链，只追加';
--> statement-breakpoint
COMMENT ON TABLE audit.entry IS '留痕：每个区划一条链，每一条含上一条的摘要';
--> statement-breakpoint
COMMENT ON TABLE audit.head IS '各版次产生时有变化的各条链到了哪里';
--> statement-breakpoint
COMMENT ON TABLE audit.seal IS '每个版次一个摘要，含上一版次的摘要';
--> statement-breakpoint
COMMENT ON TABLE audit.unsealed IS '还没有被版次封存的留痕';
--> statement-breakpoint
DO $$
DECLARE
  words CONSTANT jsonb := '{
    "region": "区划代码，12 位；全省平台自身为 000000000000", "sequence": "在链中的序号，从 1 起", "moment": "时刻",
    "subject": "何人：令牌里的 sub，或命令行的登录名", "token_id": "令牌标识", "action": "做什么", "target": "对什么", "outcome": "ACCEPTED，或拒绝的原因",
    "request_id": "请求标识", "content_digest": "内容的 SHA-256", "release": "产生的版次", "previous_hash": "上一条的摘要；首条为 64 个 0",
    "hash": "本条的 SHA-256", "previous_digest": "上一版次的摘要；首个为 64 个 0", "digest": "本版次的摘要"
  }';
  c record;
BEGIN
  FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'audit' LOOP
    EXECUTE format('COMMENT ON COLUMN audit.%I.%I IS %L', c.table_name, c.column_name, words ->> c.column_name);
  END LOOP;
  EXECUTE 'COMMENT ON COLUMN release.published.trail_head IS ''留痕到此版次的摘要''';
END $$;
