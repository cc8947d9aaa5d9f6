import { type Headers, SIGNATURE_HEADER } from '../../signing/call.ts';
import { parseKeys, type SigningKeys } from '../../signing/keys.ts';
import { createSigner } from '../../signing/signer.ts';
import { createVerifier, type Verifier } from '../../signing/verifier.ts';

/** 32 different bytes, others for each number. */
const secretText = (number: number): string =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 7 + number) % 256)).toString('base64url');

export const keyText = (id: string, number: number): string => `${id}:${secretText(number)}`;

export const keysOf = (...texts: readonly string[]): SigningKeys => {
  const keys = parseKeys(texts.join(','));
  if (keys === undefined) throw new Error(`no keys: ${texts.join(',')}`);
  return keys;
};

export const TEST_KEYS = keysOf(keyText('test', 1));

let nonces = 0;

/** Never the same bytes twice, and the same ones in every run. */
export const countedBytes = (bytes: number): Buffer => {
  nonces += 1;
  const buffer = Buffer.alloc(bytes);
  buffer.writeUInt32BE(nonces, bytes - 4);
  return buffer;
};

/** Verifies as a subgraph of that name with the test's key. */
export const verifierOf = (subgraph: string): Verifier =>
  createVerifier({ subgraph, keys: TEST_KEYS, now: Date.now });

/** Signs as the gateway does with the test's key. */
export const TEST_SIGNER = createSigner({ key: TEST_KEYS[0], now: Date.now, random: countedBytes });

export interface SignedOptions {
  readonly subgraph: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Headers;
  readonly keys?: SigningKeys;
  readonly now?: () => number;
}

/** The headers of a call with that body, signed as the gateway signs them. */
export const signedHeaders = (
  body: string,
  {
    subgraph,
    method = 'POST',
    path = '/graphql',
    headers = {},
    keys = TEST_KEYS,
    now = Date.now,
  }: SignedOptions,
): Readonly<Record<string, string>> => {
  const sign = createSigner({ key: keys[0], now, random: countedBytes });
  const call = { method, path, subgraph, headers };
  return { ...(headers as Record<string, string>), [SIGNATURE_HEADER]: sign(call, body) };
};
