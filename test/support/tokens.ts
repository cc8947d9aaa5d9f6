import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant } from '../../catalog/authority/writer.ts';
import { LEVELS } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import type { TokenFile } from '../../gateway/tokens/open-tokens.ts';
import { DEMO_NOW } from './hub.ts';

/** What a token is to say; the rest is as it should be. */
export interface TokenSaid {
  readonly subject?: string;
  readonly tokenId?: string;
  /** Seconds since 1970; the moment tests take place at when missing. */
  readonly issuedAt?: number;
  readonly grants?: readonly Grant[];
  /** Further claims, or others in place of the right ones. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** Issues tokens a hub takes that was started with its `tokens`; disposing of it removes the file of its key. */
export interface TestIssuer extends Disposable {
  readonly tokens: TokenFile;
  readonly privateKey: KeyObject;
  readonly token: (said?: TokenSaid) => string;
  /** The header that shows such a token. */
  readonly bearing: (said?: TokenSaid) => { readonly authorization: string };
  /** Revokes or changes keys: the text the file has from now on. */
  readonly rewrite: (text: string) => void;
}

/** A grant over everything, for each of the roles named. */
export const everywhere = (...roles: readonly Grant['role'][]): readonly Grant[] =>
  roles.map((role) => ({ role, region: COUNTRY, levels: LEVELS }));

export const base64url = (value: string | Buffer): string => Buffer.from(value).toString('base64url');

/** A token as it is signed: whatever header and claims are given. */
export const signedToken = (
  header: object | string,
  claims: object | string,
  signer: (input: Buffer) => Buffer,
): string => {
  const parts = [header, claims].map((one) => base64url(typeof one === 'string' ? one : JSON.stringify(one)));
  const input = parts.join('.');
  return `${input}.${base64url(signer(Buffer.from(input)))}`;
};

const ALL = everywhere('PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR');

/** An issuer with a key of its own, which a hub reads from a file. Its clock stands at `now`, as that of test hubs does. */
export const testIssuer = (now: string = DEMO_NOW): TestIssuer => {
  const folder = mkdtempSync(join(tmpdir(), 'zongheng-keys-'));
  const path = join(folder, 'tokens.json');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const rewrite = (text: string): void => writeFileSync(path, text, { mode: 0o644 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'test-1', alg: 'EdDSA', use: 'sig' };
  rewrite(JSON.stringify({ keys: [jwk] }));
  const seconds = Math.floor(Date.parse(now) / 1000);
  let count = 0;
  const token = (said: TokenSaid = {}): string => {
    count += 1;
    const { subject = '张三', tokenId = `test-token-${count}`, issuedAt = seconds, grants = ALL } = said;
    const claims = {
      iss: 'zongheng',
      aud: 'zongheng',
      sub: subject,
      jti: tokenId,
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + 3_600,
      grants,
      ...said.claims,
    };
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: 'test-1', ...said.header };
    return signedToken(header, claims, (input) => sign(null, input, privateKey));
  };
  return {
    tokens: { path, isRequired: true, issuer: 'zongheng', audience: 'zongheng' },
    privateKey,
    token,
    bearing: (said) => ({ authorization: `Bearer ${token(said)}` }),
    rewrite,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
