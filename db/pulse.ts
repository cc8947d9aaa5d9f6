import postgres from 'postgres';
import { createDriverSockets } from './driver-sockets.ts';
import { DatabaseAway, DatabaseSlow, isCrowded } from './failures.ts';

/** Something that waits for the database. */
export interface Waiting {
  /** `performance.now()` beyond which it is given up. */
  readonly until: number;
  readonly giveUp: (why: Error) => void;
}

/** Knows whether a database answers, so that nobody has to wait to learn that it does not. */
export interface Pulse {
  /** Why nothing is to be asked now; undefined while the database answers. */
  readonly away: () => unknown;
  /** How often it has come back: connections from before are worth nothing. */
  readonly returns: () => number;
  /** Those who wait now: each is given up when its time is over, and all when the database is away. */
  readonly waiting: Set<Waiting>;
}

/**
 * Milliseconds between two beats, and beats without an answer after which the database counts as away, and after which
 * the connection is given up too. Beats of our own clock, so that a process that is itself held up blames nobody.
 */
const BEAT = 100;
const SILENT = 4;
const FORSAKEN = 20;

interface OpenPulse extends Pulse {
  readonly close: () => void;
}

/** One connection that asks the least there is to ask, ten times a second. */
const openPulse = (url: string): OpenPulse => {
  const waiting = new Set<Waiting>();
  let away: unknown;
  let returns = 0;
  let asked: { beats: number; readonly isRetry: boolean } | undefined;
  let connection = openConnection(url);
  const leave = (why: unknown): void => {
    away ??= why ?? 'away';
    const failure = new DatabaseAway(why);
    for (const one of [...waiting]) one.giveUp(failure);
  };
  const isHeard = (): void => {
    asked = undefined;
    if (away !== undefined) returns += 1;
    away = undefined;
  };
  const ask = (isRetry = false): void => {
    const mine = { beats: 0, isRetry };
    asked = mine;
    connection.ask().then(
      () => mine === asked && isHeard(),
      (error: unknown) => {
        if (mine !== asked) return;
        asked = undefined;
        if (isCrowded(error)) isHeard();
        // One connection may be ended while the server goes on: only who cannot have another knows more.
        else if (isRetry || away !== undefined) leave(error);
        else askAnew();
      },
    );
  };
  /** The driver would put another question to the connection that is just ending. */
  const askAnew = (): void => {
    connection.close();
    connection = openConnection(url);
    ask(true);
  };
  const beat = setInterval(() => {
    const now = performance.now();
    for (const one of [...waiting]) if (one.until < now) one.giveUp(new DatabaseSlow());
    if (asked === undefined) return ask();
    asked.beats += 1;
    if (asked.beats >= SILENT) leave(new Error('no answer to the pulse'));
    if (asked.beats >= FORSAKEN) askAnew();
  }, BEAT).unref();
  ask();
  return {
    away: () => away,
    returns: () => returns,
    waiting,
    close: () => {
      clearInterval(beat);
      asked = undefined;
      connection.close();
    },
  };
};

const openConnection = (url: string) => {
  const sockets = createDriverSockets();
  const sql = postgres(url, {
    ...sockets.options,
    max: 1,
    backoff: () => 0,
    connect_timeout: 1,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'pulse of zongheng', default_transaction_read_only: true },
  });
  return {
    ask: async (): Promise<void> => void (await sql`select 1`),
    close: (): void => {
      sql.end({ timeout: 0 }).then(sockets.destroy, sockets.destroy);
    },
  };
};

const pulses = new Map<string, { readonly pulse: OpenPulse; users: number }>();

/** The pulse of a database, one for all pools of a process; it ends when the last has let go of it. */
export const takePulse = (url: string): { readonly pulse: Pulse; readonly letGo: () => void } => {
  const shared = pulses.get(url) ?? { pulse: openPulse(url), users: 0 };
  pulses.set(url, shared);
  shared.users += 1;
  let isHeld = true;
  return {
    pulse: shared.pulse,
    letGo: () => {
      if (!isHeld) return;
      isHeld = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      pulses.delete(url);
      shared.pulse.close();
    },
  };
};
