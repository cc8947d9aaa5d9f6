import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';
import type { EmbeddedServer } from '../../db/embedded.ts';
import { lostOrBroken } from './checks.ts';
import { type Outage, outage, postmasterOf } from './outages.ts';
import { type ReadersSeen, startReaders } from './readers.ts';
import { startDeciding, startPublishing, type Writers } from './writers.ts';

export interface SiegeOptions {
  readonly server: EmbeddedServer;
  readonly sql: Sql;
  /** Address of the hub's endpoint. */
  readonly url: string;
  /** Headers that say who decides. */
  readonly headers: Readonly<Record<string, string>>;
  /** Items to be decided on, each once. */
  readonly items: readonly string[];
  /** Questions whose answers are kept. */
  readonly questions: readonly string[];
  /** Milliseconds it is stopped for; none where it is only killed. */
  readonly stopped?: number;
  readonly kills: number;
  /** From 0 to below 1: when in the work it is killed. */
  readonly random: () => number;
  readonly tell?: (sentence: string) => void;
}

export interface SiegeSeen {
  readonly stop: { readonly outage: Outage; readonly seen: ReadersSeen } | undefined;
  readonly kills: readonly Outage[];
  readonly seen: ReadersSeen | undefined;
  readonly decided: number;
  readonly published: number;
  /** Milliseconds of each decision that was refused. */
  readonly refusedWrites: readonly number[];
  /** What is lost, broken, or was answered otherwise than it may be. */
  readonly problems: readonly string[];
}

/** The same each time, in words that nobody has used before: so it has to be worked out, and its answer is known. */
const newQuestion = (number: number): string =>
  JSON.stringify({
    query: `{ asked${number}: items(filter: { search: "登记" }, first: 5) { totalCount nodes { id name } } }`,
  });

/** Milliseconds in which what is to be kept is kept, and between two kills at most. */
const WARM = 1_000;
const WORK = 1_500;

/** Takes the database away from a hub at work, in the ways asked for, and looks what has become of all that was confirmed. */
export const besiege = async (options: SiegeOptions): Promise<SiegeSeen> => {
  const { server, sql, url, headers, items, questions, kills, random, tell = () => undefined } = options;
  const half = Math.floor(items.length / 2);
  const writers: Writers[] = [];
  const deciding = (of: readonly string[]): Writers => {
    const begun = startDeciding(url, headers, of);
    writers.push(begun);
    return begun;
  };
  let stop: SiegeSeen['stop'];
  if (options.stopped !== undefined) {
    const readers = startReaders(url, questions, newQuestion);
    await pause(WARM);
    await server.stop();
    const trying = deciding(items.slice(0, half));
    const seen = await outage(server, trying, async () => undefined, options.stopped);
    await trying.end();
    stop = { outage: seen, seen: await readers.end() };
    tell(`停了 ${(seen.away / 1_000).toFixed(1)} 秒：接受连接后 ${seen.firstWrite.toFixed(0)} 毫秒写成`);
  }
  const readers = kills > 0 ? startReaders(url, questions, newQuestion) : undefined;
  const steady = deciding(items.slice(half));
  const publishing = startPublishing(sql);
  const killed: Outage[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const pid = await postmasterOf(server.url);
    await pause(WORK * random());
    const one = await outage(server, steady, async () => void process.kill(pid, 'SIGKILL'), 0);
    killed.push(one);
    tell(
      `强行结束 ${kill}/${kills}：${one.away.toFixed(0)} 毫秒后接受连接，再过 ${one.firstWrite.toFixed(0)} 毫秒写成`,
    );
  }
  await Promise.all([steady.end(), publishing.end()]);
  const seen = await readers?.end();
  const decided = writers.flatMap((one) => one.confirmed());
  const published = publishing.confirmed();
  const wrong = [
    ...writers.flatMap((one) => one.wrong()),
    ...(seen?.wrong ?? []),
    ...(stop?.seen.wrong ?? []),
  ];
  return {
    stop,
    kills: killed,
    seen,
    decided: decided.length,
    published: published.length,
    refusedWrites: writers.flatMap((one) => one.refused()),
    problems: [...wrong, ...(await lostOrBroken(sql, decided, published))],
  };
};
