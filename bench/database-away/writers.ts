import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';
import { publishEdition } from '../restarts/publishes.ts';

/** A write that was confirmed, and when (`performance.now()`). */
export interface Confirmed {
  /** What it was: the decision's id, or the edition. */
  readonly what: string;
  readonly release: number;
  readonly at: number;
}

export interface Writers {
  readonly confirmed: () => readonly Confirmed[];
  /** Milliseconds of each write that was refused. */
  readonly refused: () => readonly number[];
  readonly wrong: () => readonly string[];
  readonly end: () => Promise<void>;
}

/** Milliseconds before a refused write is tried again. */
const AGAIN = 20;
const AWAY: ReadonlySet<string> = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);

const DECIDE = `mutation Decide($item: ID!, $key: String) {
  decideMatch(input: { item: $item, verdict: NO_MATCH, reason: "本地特有" }, idempotencyKey: $key) {
    result release decision { id } } }`;

interface DecideAnswer {
  readonly data?: {
    readonly decideMatch: {
      readonly result: string;
      readonly release: number;
      readonly decision: { readonly id: string } | null;
    } | null;
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Repeats a write until it is confirmed, then goes on to the next; each attempt returns what was confirmed, if it was. */
const writing = (
  attempt: (wrong: string[]) => Promise<Omit<Confirmed, 'at'> | 'REFUSED' | 'OVER'>,
): Writers => {
  const confirmed: Confirmed[] = [];
  const refused: number[] = [];
  const wrong: string[] = [];
  let isOver = false;
  const run = async (): Promise<void> => {
    while (!isOver) {
      const begun = performance.now();
      const done = await attempt(wrong).catch((error: unknown) => {
        wrong.push(String(error));
        return 'REFUSED' as const;
      });
      if (done === 'OVER') return;
      if (done !== 'REFUSED') confirmed.push({ ...done, at: performance.now() });
      else {
        refused.push(performance.now() - begun);
        await pause(AGAIN);
      }
    }
  };
  const running = run();
  return {
    confirmed: () => confirmed,
    refused: () => refused,
    wrong: () => wrong,
    end: async () => {
      isOver = true;
      await running;
    },
  };
};

/** Decides on one item after another through the gateway, each with a key of its own, which a repetition bears too. */
export const startDeciding = (
  url: string,
  headers: Readonly<Record<string, string>>,
  items: readonly string[],
): Writers => {
  let next = 0;
  return writing(async (wrong) => {
    const item = items[next];
    if (item === undefined) return 'OVER';
    const variables = { item, key: `away-${item}` };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: DECIDE, variables }),
    });
    const { data, errors } = (await response.json()) as DecideAnswer;
    const decided = data?.decideMatch;
    if (decided === undefined || decided === null) {
      if (errors?.every(({ extensions }) => AWAY.has(extensions.code)) !== true)
        wrong.push(JSON.stringify(errors));
      return 'REFUSED';
    }
    if (decided.result === 'BUSY') return 'REFUSED';
    // What was decided could not be read again: the same key asks once more.
    if (errors !== undefined) return 'REFUSED';
    next += 1;
    if (decided.decision !== null) return { what: decided.decision.id, release: decided.release };
    wrong.push(`${item}: ${decided.result}`);
    return 'REFUSED';
  });
};

/** Publishes one edition after another, straight into the database. */
export const startPublishing = (sql: Sql): Writers => {
  let edition = 1_000;
  return writing(async () => {
    edition += 1;
    await pause(300);
    try {
      const { release } = await publishEdition(sql, edition);
      return { what: String(edition), release };
    } catch {
      // Nobody knows what has become of it: the next edition is another one.
      return 'REFUSED';
    }
  });
};
