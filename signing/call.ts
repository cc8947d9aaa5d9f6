/** The header that holds the signature: `1.<key id>.<milliseconds since 1970>.<nonce>.<SHA-256 of the body>.<HMAC>`. */
export const SIGNATURE_HEADER = 'x-zongheng-signature';

/** Headers of one call, their names in small letters. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One call of one subgraph as it goes over HTTP, but for its body. */
export interface Call {
  readonly method: string;
  /** The request target: path and query. */
  readonly path: string;
  /** The name of the subgraph that is meant: nobody else can be made to answer the call. */
  readonly subgraph: string;
  readonly headers: Headers;
}

/** What a signature says by itself; the body stands for its SHA-256. Digest, nonce and HMAC are base64url. */
export interface Stamp {
  readonly key: string;
  /** Milliseconds since 1970, 13 digits. */
  readonly signedAt: string;
  readonly nonce: string;
  readonly body: string;
}

/**
 * The text that is signed. Every part goes with its length before it, so that no two calls have the same text. Of the
 * headers all that the hub itself has a meaning for are in it: whose claims, which release and day, how much time is
 * left, and whatever comes to be told in such a header later.
 */
export const signedText = ({ method, path, subgraph, headers }: Call, stamp: Stamp): string => {
  const { key, signedAt, nonce, body } = stamp;
  const named = Object.keys(headers).filter(isInternal).sort();
  const told = named.flatMap((name) => [name, String(headers[name])]);
  return [method, path, subgraph, key, signedAt, nonce, body, ...told].map(measured).join('');
};

const isInternal = (name: string): boolean =>
  (name.startsWith('x-zongheng-') || name === 'x-request-id') && name !== SIGNATURE_HEADER;

const measured = (part: string): string => `${part.length}:${part},`;

/** What the header says: what was signed with the call, and the HMAC. */
export interface Signature {
  readonly stamp: Stamp;
  readonly code: string;
}

/** The header's value. */
export const signatureText = ({ stamp: { key, signedAt, nonce, body }, code }: Signature): string =>
  `1.${key}.${signedAt}.${nonce}.${body}.${code}`;

const SIGNATURE = /^1\.([\w-]{1,32})\.(\d{13})\.([\w-]{22})\.([\w-]{43})\.([\w-]{43})$/u;

/** What a header's value tells; undefined where it is no signature of ours. */
export const readSignature = (text: string): Signature | undefined => {
  const found = SIGNATURE.exec(text);
  if (found === null) return undefined;
  const [, key, signedAt, nonce, body, code] = found as unknown as SignatureParts;
  return { stamp: { key, signedAt, nonce, body }, code };
};

type SignatureParts = readonly [
  whole: string,
  key: string,
  signedAt: string,
  nonce: string,
  body: string,
  code: string,
];
