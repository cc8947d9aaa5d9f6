import { hash } from 'node:crypto';
import type { BlockState, ReferenceState } from './block-state.ts';
import { decodeValue, encodeValue, type Value } from './value-codec.ts';

/** First bytes of a stored state; the last one counts the layouts there have been. */
const MARK = Uint8Array.of(0x5a, 0x48, 0x42, 2);
const DIGEST = 16;
const HEAD = MARK.length + DIGEST;

const digestOf = (body: Uint8Array): Uint8Array => hash('sha256', body, 'buffer').subarray(0, DIGEST);

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Bytes before those of the references that tell how many they are. */
const LENGTH = 4;

type References = BlockState['references'];

/** The blocks of a run have the same references: their bytes are made once, and read once. */
const written = new WeakMap<References, Uint8Array<ArrayBuffer>>();
let read: { readonly bytes: Uint8Array; readonly references: References } | undefined;

const encodeReferences = (references: References): Uint8Array<ArrayBuffer> => {
  const bytes =
    written.get(references) ??
    encodeValue(references.map(({ id, fingerprint, keys }) => [id, fingerprint, keys]));
  written.set(references, bytes);
  return bytes;
};

const decodeReferences = (bytes: Uint8Array): References => {
  if (read !== undefined && sameBytes(read.bytes, bytes)) return read.references;
  const stored = decodeValue(bytes) as unknown as [string, string, string[]][];
  const references = stored.map(([id, fingerprint, keys]) => ({ id, fingerprint, keys }));
  read = { bytes: bytes.slice(), references };
  return references;
};

/** The state of a block as bytes to be stored; equal states give equal bytes. */
export function encodeState(state: BlockState): Uint8Array<ArrayBuffer> {
  const places = new Map(state.references.map(({ id }, place) => [id, place]));
  const references = encodeReferences(state.references);
  const items = encodeValue([
    state.version,
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
  const bytes = new Uint8Array(HEAD + LENGTH + references.length + items.length);
  new DataView(bytes.buffer).setUint32(HEAD, references.length, true);
  bytes.set(references, HEAD + LENGTH);
  bytes.set(items, HEAD + LENGTH + references.length);
  bytes.set(MARK);
  bytes.set(digestOf(bytes.subarray(HEAD)), MARK.length);
  return bytes;
}

type StoredItem = [string, string, string, string[], number[], [string, number] | null, Value];

/** The state bytes stand for; undefined for bytes of another layout or damaged ones, so that all is judged anew. */
export function decodeState(bytes: Uint8Array): BlockState | undefined {
  if (bytes.length < HEAD + LENGTH || !sameBytes(bytes.subarray(0, MARK.length), MARK)) return undefined;
  const body = bytes.subarray(HEAD);
  if (!sameBytes(bytes.subarray(MARK.length, HEAD), digestOf(body))) return undefined;
  // The digest holds what was written, and this layout is what has the mark: no need to look at each value.
  const length = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const references = decodeReferences(body.subarray(LENGTH, LENGTH + length));
  const [version, items] = decodeValue(body.subarray(LENGTH + length)) as unknown as [string, StoredItem[]];
  return {
    version,
    references,
    items: items.map(([id, fingerprint, core, keys, candidates, last, judgement]) => ({
      id,
      fingerprint,
      found: {
        core,
        keys,
        candidates: candidates.map((place) => (references[place] as ReferenceState).id),
        last: last === null ? undefined : { id: last[0], score: last[1] },
        judgement: judgement as unknown as BlockState['items'][number]['found']['judgement'],
      },
    })),
  };
}
