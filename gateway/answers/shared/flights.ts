import type { Duplex } from 'node:stream';

/** A question of a worker that is still open. */
export interface Question {
  readonly worker: Duplex;
  readonly id: number;
}

/** An answer that one worker is working out, and who waits for it. */
interface Flight {
  holder: Duplex;
  begun: number;
  waiting: readonly Question[];
}

/** What is being worked out at the moment, by the names of answers. */
export interface Flights {
  /** Whether the one who asks is to work, or to wait for another who does. */
  readonly join: (name: string, question: Question) => 'WORK' | 'WAIT';
  /** The answer is there: those who have waited for it. */
  readonly land: (name: string) => readonly Question[];
  /** A worker's result is for nobody else: those who now work for themselves. */
  readonly giveUp: (name: string, worker: Duplex) => readonly Question[];
  /** A worker is gone: those who work in its place, one for each answer it was working out. */
  readonly leave: (worker: Duplex) => readonly Question[];
  /** Questions that wait. */
  readonly waiting: () => number;
}

/** Milliseconds an answer is waited for before the next one who asks works it out too: its worker may hang. */
export const LONGEST_FLIGHT = 500;

/** Without any timer: `clock` gives milliseconds that only grow. */
export const createFlights = (clock: () => number): Flights => {
  const flights = new Map<string, Flight>();
  return {
    join(name, question) {
      const flight = flights.get(name);
      if (flight === undefined || clock() - flight.begun > LONGEST_FLIGHT) {
        flights.set(name, { holder: question.worker, begun: clock(), waiting: flight?.waiting ?? [] });
        return 'WORK';
      }
      flight.waiting = [...flight.waiting, question];
      return 'WAIT';
    },
    land(name) {
      const { waiting = [] } = flights.get(name) ?? {};
      flights.delete(name);
      return waiting;
    },
    giveUp(name, worker) {
      const flight = flights.get(name);
      if (flight === undefined) return [];
      flight.waiting = withoutThoseOf(worker, flight.waiting);
      if (flight.holder !== worker) return [];
      flights.delete(name);
      return flight.waiting;
    },
    leave(worker) {
      const successors: Question[] = [];
      for (const [name, flight] of flights) {
        flight.waiting = withoutThoseOf(worker, flight.waiting);
        if (flight.holder !== worker) continue;
        const [next, ...others] = flight.waiting;
        flights.delete(name);
        if (next === undefined) continue;
        flights.set(name, { holder: next.worker, begun: clock(), waiting: others });
        successors.push(next);
      }
      return successors;
    },
    waiting: () => [...flights.values()].reduce((sum, { waiting }) => sum + waiting.length, 0),
  };
};

const withoutThoseOf = (worker: Duplex, questions: readonly Question[]): readonly Question[] =>
  questions.filter((one) => one.worker !== worker);
