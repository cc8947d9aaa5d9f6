import { createSecretKey, type KeyObject } from 'node:crypto';

/** A secret that gateway and subgraphs share. Its bytes show in no log: a KeyObject prints none of them. */
export interface SigningKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** The keys that are live: the first signs, all verify, so that a key can be replaced without a lost call. */
export type SigningKeys = readonly [SigningKey, ...SigningKey[]];

/** Bytes of a key at least, those of the hash (RFC 2104 3): 43 characters of base64url. */
const KEY_BYTES = 32;

/** 32 random bytes have some 30 values; `AAAA…`, or a word said over and over, has few. */
const FEWEST_VALUES = 16;

/** The old one and the new one. */
const MOST_KEYS = 2;

/**
 * The keys a text tells, `id:base64url-key` each, with commas between; undefined where it tells none, one more than can
 * be needed, one that can be guessed, or the same one twice.
 */
export const parseKeys = (text: string): SigningKeys | undefined => {
  const parts = text.split(',');
  const keys = parts.map(keyOf).filter((key) => key !== undefined);
  if (keys.length !== parts.length || keys.length > MOST_KEYS || isOneTwice(keys)) return undefined;
  return keys as unknown as SigningKeys;
};

const keyOf = (part: string): SigningKey | undefined => {
  const found = /^([\w-]{1,32}):([\w-]{43,256})$/u.exec(part);
  if (found === null) return undefined;
  const [, id, text] = found as unknown as readonly [string, string, string];
  const bytes = Buffer.from(text, 'base64url');
  return new Set(bytes).size < FEWEST_VALUES ? undefined : { id, secret: createSecretKey(bytes) };
};

const isOneTwice = (keys: readonly SigningKey[]): boolean =>
  keys.some((one, place) =>
    keys.slice(place + 1).some(({ id, secret }) => id === one.id || secret.equals(one.secret)),
  );

/** The text of a new key; `random` gives that many random bytes. */
export const newKey = (random: (bytes: number) => Buffer): string =>
  `${random(4).toString('hex')}:${random(KEY_BYTES).toString('base64url')}`;
