CREATE SCHEMA IF NOT EXISTS authority;
--> statement-breakpoint
-- Who may no longer write: one token by its id, or a subject with all tokens issued by a moment. Rows are only added.
CREATE TABLE authority.revocation (
  revocation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_id text CHECK (token_id ~ '^[!-~]{1,128}$'),
  subject text CHECK (char_length(subject) BETWEEN 1 AND 100),
  -- Seconds since 1970 up to which a subject's tokens are revoked, by the claim iat.
  issued_until bigint,
  reason text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 1000),
  revoked_at timestamptz NOT NULL,
  CHECK ((token_id IS NULL) <> (subject IS NULL)),
  CHECK ((subject IS NULL) = (issued_until IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX revocation_token ON authority.revocation (token_id) WHERE token_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX revocation_subject ON authority.revocation (subject, issued_until) WHERE subject IS NOT NULL;
--> statement-breakpoint
REVOKE ALL ON authority.revocation FROM PUBLIC;
--> statement-breakpoint
-- Whether a token no longer counts. It sees what is committed before the statement that asks, hence acts at once;
-- what is not told of a token cannot be judged, so that it counts as revoked.
CREATE FUNCTION authority.is_revoked(p_subject text, p_token_id text, p_issued_at bigint)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p_subject IS NULL OR p_token_id IS NULL OR p_issued_at IS NULL
    OR EXISTS (SELECT FROM authority.revocation r WHERE r.token_id = p_token_id)
    OR EXISTS (SELECT FROM authority.revocation r WHERE r.subject = p_subject AND r.issued_until >= p_issued_at)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION authority.is_revoked(text, text, bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA authority TO zongheng_matching;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION authority.is_revoked(text, text, bigint) TO zongheng_matching;
