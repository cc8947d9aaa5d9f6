import type { Duplex } from 'node:stream';
import { boundedBytes } from '../bounded-bytes.ts';
import { FRAMES, type Frame, readFrames, sendFrame } from './frames.ts';

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

/** An answer that one worker is working out, and who waits for it. */
interface Flight {
  holder: Duplex;
  begun: number;
  waiting: Waiting[];
}

interface Waiting {
  readonly worker: Duplex;
  readonly id: number;
}

/** Milliseconds an answer is waited for before the next one who asks works it out too: its worker may hang. */
export const LONGEST_FLIGHT = 500;

/** Bytes of the name of an answer, a digest; what follows it is the answer, which is not looked into. */
export const DIGEST = 32;

/**
 * Of many workers that ask for the same, one is told to work it out, and the others get what it has found. If it dies,
 * the next one is told; if its result is for nobody else, each of them works for itself.
 */
export const createKeeper = ({ mostBytes, clock = () => performance.now() }: KeeperOptions): Keeper => {
  const kept = boundedBytes<Buffer>(mostBytes);
  const flights = new Map<string, Flight>();

  const ask = (worker: Duplex, id: number, name: string): void => {
    const found = kept.get(name);
    if (found !== undefined) {
      sendFrame(worker, FRAMES.FOUND, id, found);
      return;
    }
    const flight = flights.get(name);
    if (flight === undefined || clock() - flight.begun > LONGEST_FLIGHT) {
      flights.set(name, { holder: worker, begun: clock(), waiting: flight?.waiting ?? [] });
      sendFrame(worker, FRAMES.WORK, id);
      return;
    }
    flight.waiting.push({ worker, id });
    sendFrame(worker, FRAMES.WAIT, id);
  };
  const keep = (name: string, answer: Buffer): void => {
    kept.keep(name, answer, answer.length);
    const { waiting = [] } = flights.get(name) ?? {};
    flights.delete(name);
    for (const { worker, id } of waiting) sendFrame(worker, FRAMES.FOUND, id, answer);
  };
  const giveUp = (worker: Duplex, name: string): void => {
    const flight = flights.get(name);
    if (flight === undefined) return;
    flight.waiting = flight.waiting.filter((one) => one.worker !== worker);
    if (flight.holder !== worker) return;
    flights.delete(name);
    for (const one of flight.waiting) sendFrame(one.worker, FRAMES.WORK, one.id);
  };
  const leave = (worker: Duplex): void => {
    for (const [name, flight] of flights) {
      flight.waiting = flight.waiting.filter((one) => one.worker !== worker);
      if (flight.holder !== worker) continue;
      const next = flight.waiting.shift();
      if (next === undefined) flights.delete(name);
      else {
        [flight.holder, flight.begun] = [next.worker, clock()];
        sendFrame(next.worker, FRAMES.WORK, next.id);
      }
    }
  };
  const take = (worker: Duplex, { kind, id, payload }: Frame): void => {
    if (payload.length < DIGEST) {
      worker.destroy();
      return;
    }
    const name = payload.toString('latin1', 0, DIGEST);
    if (kind === FRAMES.ASK) ask(worker, id, name);
    else if (kind === FRAMES.KEEP) keep(name, ownCopy(payload.subarray(DIGEST)));
    else if (kind === FRAMES.GIVE_UP) giveUp(worker, name);
  };
  return {
    attach(worker) {
      // Its end is told by `close`, whatever led to it.
      worker.on('error', () => undefined);
      worker.on('end', () => worker.destroy());
      worker.on('close', () => leave(worker));
      readFrames(worker, (frame) => take(worker, frame));
    },
    get bytes() {
      return kept.bytes;
    },
    get waiting() {
      return [...flights.values()].reduce((sum, flight) => sum + flight.waiting.length, 0);
    },
  };
};

/** A part of what was read would keep the whole of it alive. */
export const ownCopy = (part: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(part.length);
  part.copy(copy);
  return copy;
};
