import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../db/client.ts';
import type { EmbeddedServer } from '../../db/embedded.ts';
import type { Writers } from './writers.ts';

/** What came of one time the database was away. */
export interface Outage {
  /** Milliseconds from its end until it accepted again. */
  readonly away: number;
  /** Milliseconds from then until a write was confirmed. */
  readonly firstWrite: number;
}

/** Milliseconds in which a write has to be confirmed again before it is said that none is. */
const PATIENCE = 15_000;

/** The process that all others of a server are begun by; asked over a connection of its own. */
export const postmasterOf = async (url: string): Promise<number> => {
  const sql = connect(url, { connections: 1 });
  try {
    const [row] = await sql<{ text: string }[]>`select pg_read_file('postmaster.pid') as text`;
    return Number(row?.text.split('\n')[0]);
  } finally {
    await sql.end();
  }
};

/** Starts it as soon as what the dead one has left allows, and waits until it answers. */
const bringBack = async ({ url, revive }: EmbeddedServer): Promise<void> => {
  for (;;) {
    try {
      await revive();
      const sql = connect(url, { connections: 1 });
      await sql`select 1`.finally(() => sql.end({ timeout: 1 }));
      return;
    } catch {
      await pause(20);
    }
  }
};

const firstWriteAfter = async (accepted: number, deciding: Writers): Promise<number> => {
  while (performance.now() - accepted < PATIENCE) {
    const first = deciding.confirmed().find(({ at }) => at > accepted);
    if (first !== undefined) return first.at - accepted;
    await pause(5);
  }
  return Number.POSITIVE_INFINITY;
};

/** Has a server end in some way, leaves it for so long, and brings it back under the eyes of who writes. */
export const outage = async (
  server: EmbeddedServer,
  deciding: Writers,
  end: () => Promise<void>,
  milliseconds: number,
): Promise<Outage> => {
  const begun = performance.now();
  await end();
  await pause(milliseconds);
  await bringBack(server);
  const accepted = performance.now();
  return { away: accepted - begun, firstWrite: await firstWriteAfter(accepted, deciding) };
};
