import { setTimeout as delay } from 'node:timers/promises';
import { connectSubgraph, type Sql } from './client.ts';

/** The class of advisory locks that stand for releases: whoever answers by release n holds (class, n) shared. */
const RELEASE_READERS = 4_720_333;
const CHANNEL = 'zongheng_release';
const LOCK_NOT_AVAILABLE = '55P03';

/** Milliseconds between two tries to reach a database that is away: while it is known to be, a try costs nothing. */
const RETRY = { first: 50, longest: 200 } as const;

/**
 * Milliseconds between two questions, and how long an answer is trusted: of a connection whose other end is gone without
 * a word (a failed host, a forgetful firewall) nothing else would tell for a quarter of an hour.
 */
const BEAT = { every: 1_000, trusted: 3_000 } as const;

/** Milliseconds until a reader hears that its connection has ended: the server lets go of its locks before it says so. */
const FAREWELL = 10;

/** Knows the newest release without asking for it. */
export interface ReleaseWatch {
  /** The newest release's number; undefined while it is not known for certain, or where none has been published. */
  readonly newest: () => number | undefined;
  /** Resolves when the newest release, or that there is none, is known for the first time. */
  readonly settled: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Watches the releases of a database over a connection of its own. A publisher tells the number of its release when it
 * commits, and does not return before everyone who answers by the release before has let go of that one's lock
 * (`awaitReaders`): what `newest` says is never older than a publication that has returned. A reader that dies loses
 * its connection and with it the lock; a reader that loses its connection knows nothing until it has a new one.
 */
export const watchReleases = (url: string): ReleaseWatch => {
  let newest: number | undefined;
  let held: number | undefined;
  let connections = 0;
  let heardAt = 0;
  let isListening = false;
  let closed = false;
  const closing = new AbortController();
  const first = Promise.withResolvers<void>();
  const lost = (): void => {
    connections += 1;
    [newest, held] = [undefined, undefined];
    listen();
  };
  const sql = connectSubgraph(url, 'reference', {
    connections: 1,
    lasting: true,
    onNotice: (_channel, told) => {
      const number = Number(told);
      if (newest !== undefined && number > newest) newest = number;
      follow(settle);
    },
    onClose: lost,
  });

  /** Takes the lock of the newest release before letting go of the former's, until no newer one has come between. */
  const settle = async (): Promise<void> => {
    const connection = connections;
    for (;;) {
      const asked = performance.now();
      const [row] = await sql<{ number: number }[]>`
        select coalesce(max(number), 0)::int as number from release.published`;
      const number = row?.number ?? 0;
      if (connection !== connections) return;
      heardAt = asked;
      // Before the former lock is let go: nobody waits for this reader any more from then on.
      if (newest !== undefined && number > newest) newest = number;
      if (number === held) break;
      await sql`select pg_advisory_lock_shared(${RELEASE_READERS}, ${number})`;
      if (connection !== connections) return;
      const former = held;
      held = number;
      if (former !== undefined) await sql`select pg_advisory_unlock_shared(${RELEASE_READERS}, ${former})`;
    }
    if (connection !== connections) return;
    newest = held === 0 ? undefined : held;
    first.resolve();
  };
  const listening = async (): Promise<void> => {
    for (let wait: number = RETRY.first; !closed; wait = Math.min(2 * wait, RETRY.longest)) {
      const connection = connections;
      try {
        [newest, held] = [undefined, undefined];
        await sql.unsafe(`listen ${CHANNEL}`);
        // A lock asked for over the connection before may have been taken over this one.
        await sql`select pg_advisory_unlock_all()`;
        await settle();
        if (connection === connections) break;
      } catch {
        // The database is away or ends connections: until it is back every request asks for itself, and is told so.
        await delay(wait, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      }
    }
    isListening = false;
  };
  /** One thing after another over the one connection; where one fails, all begins anew, whatever became of the connection. */
  let doing: Promise<void> = Promise.resolve();
  const follow = (next: () => Promise<void>): void => {
    doing = doing.then(() => (closed ? undefined : next())).catch(lost);
  };
  const listen = (): void => {
    if (isListening) return;
    isListening = true;
    follow(listening);
  };
  listen();
  let isAsking = false;
  const beat = setInterval(() => {
    if (isAsking || isListening) return;
    isAsking = true;
    follow(() => settle().finally(() => (isAsking = false)));
  }, BEAT.every).unref();
  return {
    newest: () => (performance.now() - heardAt < BEAT.trusted ? newest : undefined),
    settled: first.promise,
    close: async () => {
      closed = true;
      newest = undefined;
      clearInterval(beat);
      closing.abort();
      await sql.end({ timeout: 1 });
    },
  };
};

/**
 * Waits until nobody answers by a release before a published one any more: true then, false where somebody has not moved
 * on within so many milliseconds. A reader may be several releases behind where several publish at once, and holds the
 * lock of one of them: hence all are looked at, one after another, until none is held.
 */
export const awaitReaders = async (sql: Sql, release: number, patience = 3_000): Promise<boolean> => {
  const end = performance.now() + patience;
  for (;;) {
    const [oldest] = await sql<{ number: number | null }[]>`
      select min(objid::bigint)::int as number from pg_locks
      where locktype = 'advisory' and classid = ${RELEASE_READERS} and objsubid = 2 and objid::bigint < ${release}
        and mode = 'ShareLock' and granted
        and database = (select oid from pg_database where datname = current_database())`;
    const number = oldest?.number ?? undefined;
    if (number === undefined) {
      await delay(FAREWELL);
      return true;
    }
    const left = Math.ceil(end - performance.now());
    if (left <= 0 || !(await isLetGo(sql, number, left))) return false;
  }
};

/** Waits for the lock of a release; no other is held meanwhile, so that nobody waits for each other. */
const isLetGo = async (sql: Sql, release: number, patience: number): Promise<boolean> => {
  try {
    await sql.begin('read only', async (transaction) => {
      await transaction`select set_config('lock_timeout', ${String(patience)}, true)`;
      await transaction`select pg_advisory_xact_lock(${RELEASE_READERS}, ${release})`;
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
};
