import type { Duplex } from 'node:stream';

/** What a worker and the keeper of the shared answers tell each other; each frame holds one. */
export const FRAMES = {
  /** From a worker: is there an answer to this? */
  ASK: 1,
  /** From a worker: this is the answer. */
  KEEP: 2,
  /** From a worker: what it has worked out is for nobody else. */
  GIVE_UP: 3,
  /** To a worker: the answer. */
  FOUND: 4,
  /** To a worker: there is none, work it out. */
  WORK: 5,
  /** To a worker: another one is working it out. */
  WAIT: 6,
} as const;

export type FrameKind = (typeof FRAMES)[keyof typeof FRAMES];

export interface Frame {
  readonly kind: FrameKind;
  /** The number of the question that is asked or answered; 0 where none is. */
  readonly id: number;
  /** Valid until the reader returns: what is to stay has to be copied. */
  readonly payload: Buffer;
}

const HEAD = 9;
const KINDS: ReadonlySet<number> = new Set(Object.values(FRAMES));

/** Bytes of a payload at most: more than any answer that is kept. */
export const LONGEST_PAYLOAD = 4 * 1_048_576;
/** Bytes that may wait to be read by the other side before it counts as hung. */
const LONGEST_BACKLOG = 4 * LONGEST_PAYLOAD;

/**
 * Sends one frame: length, kind and number (little-endian, 4, 1 and 4 bytes), then the payload. Cuts the connection to
 * one who reads nothing any more, so that nothing piles up here.
 */
export const sendFrame = (
  stream: Duplex,
  kind: FrameKind,
  id: number,
  ...payload: readonly Buffer[]
): void => {
  if (stream.destroyed || !stream.writable) return;
  if (stream.writableLength > LONGEST_BACKLOG) {
    stream.destroy();
    return;
  }
  const head = Buffer.allocUnsafe(HEAD);
  head.writeUInt32LE(payload.reduce((sum, part) => sum + part.length, 0));
  head.writeUInt8(kind, 4);
  head.writeUInt32LE(id, 5);
  stream.cork();
  stream.write(head);
  for (const part of payload) stream.write(part);
  stream.uncork();
};

/** Calls `take` with each frame that arrives; what is no frame ends the connection. */
export const readFrames = (stream: Duplex, take: (frame: Frame) => void): void => {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = HEAD;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < needed) return;
    const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks, held);
    let at = 0;
    needed = HEAD;
    while (bytes.length - at >= HEAD) {
      const [length, kind] = [bytes.readUInt32LE(at), bytes.readUInt8(at + 4)];
      if (length > LONGEST_PAYLOAD || !isKind(kind)) {
        stream.destroy();
        return;
      }
      needed = HEAD + length;
      if (bytes.length - at < needed) break;
      take({ kind, id: bytes.readUInt32LE(at + 5), payload: bytes.subarray(at + HEAD, at + needed) });
      at += needed;
      needed = HEAD;
    }
    const rest = bytes.subarray(at);
    chunks = rest.length === 0 ? [] : [rest];
    held = rest.length;
  });
};

const isKind = (kind: number): kind is FrameKind => KINDS.has(kind);
