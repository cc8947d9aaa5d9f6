import { z } from 'zod';
import { hasRepeatedMember } from '../../catalog/authority/repeated-members.ts';
import { ALGORITHMS, KEY_ID } from './key-set.ts';

/** A token taken apart; nothing of it is proved yet. */
export interface ReadToken {
  readonly token: string;
  /** The key it names. */
  readonly kid: string;
  readonly claims: unknown;
}

/** Characters of a token at most; the whole head of a request may have twice as many. */
const LONGEST_TOKEN = 8_192;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A header of our kind says how, what and by which key, and nothing else: no key, no address of one, nothing critical,
 * no unencoded payload.
 */
const headerSchema = z.strictObject({
  alg: z.enum(ALGORITHMS),
  typ: z.literal('at+jwt'),
  kid: z.string().regex(KEY_ID),
});

/** How a token is shown (RFC 6750 2.1, RFC 7515 7.1): the scheme in any case, then three parts. */
const SHOWN = /^Bearer +(([\w-]+)\.([\w-]+)\.([\w-]+)) *$/iu;

type Shown = readonly [whole: string, token: string, head: string, body: string, signature: string];

/** Whether it is base64url as it is written in one way only: without padding, and without stray bits at the end. */
const isCanonical = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text;

/** What a part says; undefined where it is no JSON, or says something twice. */
const jsonOf = (part: string): unknown => {
  try {
    const json = UTF8.decode(Buffer.from(part, 'base64url'));
    const value: unknown = JSON.parse(json);
    if (!hasRepeatedMember(json)) return value;
  } catch {
    // What is no JSON says nothing.
  }
  return undefined;
};

/** Takes the token of an `Authorization` header apart; undefined for whatever is not of our kind. */
export const readToken = (authorization: string): ReadToken | undefined => {
  if (authorization.length > LONGEST_TOKEN) return undefined;
  const shown = SHOWN.exec(authorization) as Shown | null;
  if (shown === null) return undefined;
  const [, token, ...parts] = shown;
  if (!parts.every(isCanonical)) return undefined;
  const [head, body] = parts;
  const header = headerSchema.safeParse(jsonOf(head)).data;
  const claims = jsonOf(body);
  return header === undefined || claims === undefined ? undefined : { token, kid: header.kid, claims };
};
