/** What looks like a secret that works somewhere. Words of examples (`secret`, `口令`, `…`) do not. */
const PATTERNS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{16}/u },
  { name: 'private JWK', pattern: /"(?:d|p|q|dp|dq|qi|k)"\s*:\s*"[\w-]{42,}"/u },
  { name: 'signed token', pattern: /\beyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{32,}/u },
  { name: 'AWS key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/u },
  { name: 'GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/u },
  { name: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/u },
  { name: 'Slack token', pattern: /\bxox[abeprs]-[\w-]{20,}/u },
  { name: 'Google key', pattern: /\bAIza[\w-]{35}\b/u },
  { name: 'key of a paid interface', pattern: /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/u },
  { name: 'internal key', pattern: /INTERNAL_KEYS\s*[=:]\s*["']?[\w-]{1,32}:[\w-]{43,}/u },
  {
    name: 'database password',
    pattern:
      /postgres(?:ql)?:\/\/[^\s:@/$`{}<>]+:(?=[^\s@$`{}<>]*[0-9])(?=[^\s@$`{}<>]*[A-Za-z])[^\s@$`{}<>]{12,}@/u,
  },
];

/** The kinds of secrets that a text seems to hold, each with the number of its line. */
export const secretsIn = (text: string): readonly { readonly name: string; readonly line: number }[] =>
  PATTERNS.flatMap(({ name, pattern }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ name, line: text.slice(0, found.index).split('\n').length }];
  });
