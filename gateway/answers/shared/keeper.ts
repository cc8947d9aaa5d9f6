import type { Duplex } from 'node:stream';
import { boundedBytes } from '../bounded-bytes.ts';
import { createFlights, type Question } from './flights.ts';
import { FRAMES, type Frame, type FrameKind, readFrames, sendFrame } from './frames.ts';

/** Keeps what several processes of one machine have worked out, for all of them. */
export interface Keeper {
  /** Answers a worker at the other end of a connection until that ends. */
  readonly attach: (worker: Duplex) => void;
  /** Bytes of all answers, and what holding them costs. */
  readonly bytes: number;
  /** Questions that wait for what a worker is working out. */
  readonly waiting: number;
}

export interface KeeperOptions {
  readonly mostBytes: number;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/** Bytes of the name of an answer, a digest; what follows it is the answer, which is not looked into. */
export const DIGEST = 32;

/**
 * Of many workers that ask for the same, one is told to work it out, and the others get what it has found. If it dies,
 * the next one is told; if its result is for nobody else, each of them works for itself.
 */
export const createKeeper = ({ mostBytes, clock = () => performance.now() }: KeeperOptions): Keeper => {
  const kept = boundedBytes<Buffer>(mostBytes);
  const flights = createFlights(clock);
  const ask = (name: string, question: Question): void => {
    const found = kept.get(name);
    if (found !== undefined) tell([question], FRAMES.FOUND, found);
    else tell([question], FRAMES[flights.join(name, question)]);
  };
  const keep = (name: string, answer: Buffer): void => {
    kept.keep(name, answer, answer.length);
    tell(flights.land(name), FRAMES.FOUND, answer);
  };
  const take = (worker: Duplex, { kind, id, payload }: Frame): void => {
    if (payload.length < DIGEST) {
      worker.destroy();
      return;
    }
    const name = payload.toString('latin1', 0, DIGEST);
    if (kind === FRAMES.ASK) ask(name, { worker, id });
    else if (kind === FRAMES.KEEP) keep(name, ownCopy(payload.subarray(DIGEST)));
    else if (kind === FRAMES.GIVE_UP) tell(flights.giveUp(name, worker), FRAMES.WORK);
  };
  return {
    attach(worker) {
      // Its end is told by `close`, whatever led to it.
      worker.on('error', () => undefined);
      worker.on('end', () => worker.destroy());
      worker.on('close', () => tell(flights.leave(worker), FRAMES.WORK));
      readFrames(worker, (frame) => take(worker, frame));
    },
    get bytes() {
      return kept.bytes;
    },
    get waiting() {
      return flights.waiting();
    },
  };
};

const tell = (questions: readonly Question[], kind: FrameKind, ...payload: readonly Buffer[]): void => {
  for (const { worker, id } of questions) sendFrame(worker, kind, id, ...payload);
};

/** A part of what was read would keep the whole of it alive. */
export const ownCopy = (part: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(part.length);
  part.copy(copy);
  return copy;
};
