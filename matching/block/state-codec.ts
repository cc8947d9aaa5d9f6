import { hash } from 'node:crypto';
import type { BlockState } from './block-state.ts';
import { decodeValue, encodeValue, type Value } from './value-codec.ts';

/** First bytes of a stored state; the last one counts the layouts there have been. */
const MARK = Uint8Array.of(0x5a, 0x48, 0x42, 1);
const DIGEST = 16;
const HEAD = MARK.length + DIGEST;

const digestOf = (body: Uint8Array): Uint8Array => hash('sha256', body, 'buffer').subarray(0, DIGEST);

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** The state of a block as bytes to be stored; equal states give equal bytes. */
export function encodeState(state: BlockState): Uint8Array<ArrayBuffer> {
  const places = new Map(state.references.map(({ id }, place) => [id, place]));
  const body = encodeValue([
    state.version,
    state.references.map(({ id, fingerprint, keys }) => [id, fingerprint, keys]),
    state.items.map(({ id, fingerprint, found: { core, keys, candidates, last, judgement } }) => [
      id,
      fingerprint,
      core,
      keys,
      candidates.map((candidate) => places.get(candidate) as number),
      last === undefined ? null : [last.id, last.score],
      { ...judgement } as unknown as Value,
    ]),
  ]);
  const bytes = new Uint8Array(HEAD + body.length);
  bytes.set(MARK);
  bytes.set(digestOf(body), MARK.length);
  bytes.set(body, HEAD);
  return bytes;
}

type StoredItem = [string, string, string, string[], number[], [string, number] | null, Value];

/** The state bytes stand for; undefined for bytes of another layout or damaged ones, so that all is judged anew. */
export function decodeState(bytes: Uint8Array): BlockState | undefined {
  if (bytes.length < HEAD || !sameBytes(bytes.subarray(0, MARK.length), MARK)) return undefined;
  const body = bytes.subarray(HEAD);
  if (!sameBytes(bytes.subarray(MARK.length, HEAD), digestOf(body))) return undefined;
  // The digest holds what was written, and this layout is what has the mark: no need to look at each value.
  const [version, references, items] = decodeValue(body) as unknown as [
    string,
    [string, string, string[]][],
    StoredItem[],
  ];
  const ids = references.map(([id]) => id);
  return {
    version,
    references: references.map(([id, fingerprint, keys]) => ({ id, fingerprint, keys })),
    items: items.map(([id, fingerprint, core, keys, candidates, last, judgement]) => ({
      id,
      fingerprint,
      found: {
        core,
        keys,
        candidates: candidates.map((place) => ids[place] as string),
        last: last === null ? undefined : { id: last[0], score: last[1] },
        judgement: judgement as unknown as BlockState['items'][number]['found']['judgement'],
      },
    })),
  };
}
