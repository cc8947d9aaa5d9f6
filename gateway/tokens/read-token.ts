import { z } from 'zod';
import { hasRepeatedMember } from '../../catalog/authority/repeated-members.ts';
import { ALGORITHMS, KEY_ID } from './key-set.ts';

/** A token taken apart; nothing of it is proved yet. */
export interface ReadToken {
  readonly token: string;
  readonly header: { readonly alg: (typeof ALGORITHMS)[number]; readonly kid: string };
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

/** The bytes of base64url as it is written in one way only: without padding, and without stray bits at the end. */
const bytesOf = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
};

const jsonOf = (part: string): unknown => {
  const bytes = bytesOf(part);
  if (bytes === undefined) return undefined;
  try {
    const json = UTF8.decode(bytes);
    const value: unknown = JSON.parse(json);
    return hasRepeatedMember(json) ? undefined : value;
  } catch {
    return undefined;
  }
};

/**
 * Takes the token of an `Authorization` header apart (RFC 6750 2.1, RFC 7515 7.1); undefined for whatever is not of our
 * kind. The scheme is `Bearer`, in any case.
 */
export const readToken = (authorization: string): ReadToken | undefined => {
  if (authorization.length > LONGEST_TOKEN) return undefined;
  const [, token, head, body, signature] =
    /^Bearer +(([\w-]+)\.([\w-]+)\.([\w-]+)) *$/iu.exec(authorization) ?? [];
  if (token === undefined || head === undefined || body === undefined) return undefined;
  const header = headerSchema.safeParse(jsonOf(head)).data;
  if (header === undefined || bytesOf(signature ?? '') === undefined) return undefined;
  const claims = jsonOf(body);
  return claims === undefined ? undefined : { token, header, claims };
};
