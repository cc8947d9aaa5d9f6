import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import { hasRepeatedMember } from '../../catalog/authority/repeated-members.ts';
import { jsonIn } from '../../catalog/json-in.ts';

/** The ways of signing a token that are taken; what a key is for follows from what it is. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

/** A key's name: no path, no address, nothing that could be looked up anywhere but in the set. */
export const KEY_ID = /^[\w-]{1,64}$/u;

export interface TokenKey {
  readonly algorithm: Algorithm;
  readonly key: CryptoKey;
}

/** Public keys by their names. */
export type TokenKeys = ReadonlyMap<string, TokenKey>;

export type KeySetResult =
  | { readonly kind: 'READ'; readonly keys: TokenKeys }
  /** The Chinese half-sentence says what is wrong; nothing of a key is in it. */
  | { readonly kind: 'REFUSED'; readonly reason: string };

const MOST_KEYS = 32;
const LEAST_BITS = 2048;
const MOST_BITS = 8192;

/** Members that only private keys (RFC 7518 6) and symmetric ones have. */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

const coordinate = z.string().regex(/^[\w-]{43}$/u);

const shape = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  z.object({ kty: z.literal('RSA'), n: z.string().regex(/^[\w-]+$/u), e: z.literal('AQAB') }),
]);

const ALGORITHM_OF = { OKP: 'EdDSA', EC: 'ES256', RSA: 'RS256' } as const;

const use = z.object({
  kid: z.string().regex(KEY_ID),
  alg: z.enum(ALGORITHMS).optional(),
  use: z.literal('sig').optional(),
  key_ops: z.tuple([z.literal('verify')]).optional(),
});

const bitsOf = (base64url: string): number => {
  const bytes = Buffer.from(base64url, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
};

const refused = (reason: string): KeySetResult => ({ kind: 'REFUSED', reason });

/** Reads a JSON Web Key Set (RFC 7517) of public keys that sign tokens; what is anything else is refused whole. */
export const readKeySet = async (text: string): Promise<KeySetResult> => {
  const given = jsonIn(text);
  const set = z
    .object({ keys: z.array(z.record(z.string(), z.unknown())).max(MOST_KEYS) })
    .safeParse(given).data;
  if (set === undefined || hasRepeatedMember(text))
    return refused(`不是 JWKS：应为 {"keys":[…]}，至多 ${MOST_KEYS} 个密钥，成员不得重复`);
  const keys = new Map<string, TokenKey>();
  for (const [at, given] of set.keys.entries()) {
    const read = await readKey(given);
    if (typeof read === 'string') return refused(`第 ${at + 1} 个密钥${read}`);
    if (keys.has(read.id)) return refused(`第 ${at + 1} 个密钥的 kid 与前面的重复`);
    keys.set(read.id, read);
  }
  return { kind: 'READ', keys };
};

/** The key, or what is wrong with it. */
const readKey = async (
  given: Readonly<Record<string, unknown>>,
): Promise<(TokenKey & { readonly id: string }) | string> => {
  if (given['kty'] === 'oct') return '是对称密钥：谁能核对令牌，谁就能造令牌；只能放公钥';
  if (SECRET_MEMBERS.some((name) => Object.hasOwn(given, name)))
    return '含有私钥：这里只能放公钥，私钥留在发放令牌的地方';
  const jwk = shape.safeParse(given).data;
  const named = use.safeParse(given).data;
  if (jwk === undefined) return '的种类不可用：可用 Ed25519、P-256 和 RSA（指数 65537）的公钥';
  if (named === undefined)
    return '的说明不可用：kid 应有 1 到 64 个字母、数字、_ 或 -，alg 限 EdDSA、ES256、RS256，use 限 sig，key_ops 限 verify';
  const algorithm = ALGORITHM_OF[jwk.kty];
  if (named.alg !== undefined && named.alg !== algorithm) return `的 alg 与种类不符，应为 ${algorithm}`;
  const bits = jwk.kty === 'RSA' ? bitsOf(jwk.n) : LEAST_BITS;
  if (bits < LEAST_BITS || bits > MOST_BITS) return `有 ${bits} 位，应有 ${LEAST_BITS} 到 ${MOST_BITS} 位`;
  try {
    return { id: named.kid, algorithm, key: (await importJWK(jwk, algorithm)) as CryptoKey };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return '不是一个公钥：坐标不在曲线上';
  }
};
