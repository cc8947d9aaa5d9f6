import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';
import { importFiles } from '../../intake/import.ts';
import { publish } from '../../intake/publish/publish.ts';
import type { Seen } from './load-messages.ts';
import { startLoadProcess } from './load-process.ts';
import { askOnce } from './questions.ts';
import type { StatementLog } from './statement-log.ts';
import type { LoadPlan } from './verified-load.ts';

export interface PublishOptions {
  readonly plan: LoadPlan;
  readonly publishes: number;
  readonly sql: Sql;
  readonly log: StatementLog;
  readonly tell: (sentence: string) => void;
}

export interface PublishFigures {
  readonly answered: number;
  readonly failures: readonly string[];
  /** Groups of answers of an older release that were asked for after a publish had returned. */
  readonly stale: number;
  /** Answers to one question by one release that differ among each other or from the one asked for by its number. */
  readonly different: number;
  /** Statements that answering each question once, and nothing else, needs: all questions together. */
  readonly once: number;
  /** Statements after each publish. */
  readonly statements: readonly number[];
  /** Milliseconds each publish took. */
  readonly took: readonly number[];
}

/** A publish that has returned, and when. */
export interface Published {
  readonly release: number;
  readonly at: bigint;
}

/** A list of one item whose words tell which edition it is. */
export const publishEdition = async (
  sql: Sql,
  edition: number,
): Promise<Published & { readonly took: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-edition-'));
  try {
    const file = join(folder, 'edition.csv');
    await writeFile(file, `row_id,事项名称,日常用语\n1,养老登记,第${edition}版\n`);
    const [region] = await sql<{ code: string }[]>`
      select region_code as code from reference.region where level = 'COUNTY' order by 1 limit 1`;
    const now = new Date().toISOString();
    const list = {
      key: 'edition',
      level: 'COUNTY',
      region: region?.code ?? '',
      kind: 'GOVERNMENT_SERVICE',
      name: '版',
    };
    const imported = await importFiles(sql, { files: [file], list, now });
    if (imported.kind === 'REFUSED')
      throw new Error(imported.problems.map(({ message }) => message).join('\n'));
    const begun = performance.now();
    const result = await publish(sql, { now });
    if (result.kind !== 'PUBLISHED') throw new Error(`nothing was published: ${result.kind}`);
    return { release: result.release, at: process.hrtime.bigint(), took: performance.now() - begun };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const staleOf = (seen: readonly Seen[], published: readonly Published[]): number =>
  seen.filter(({ release, lastSentAt }) =>
    published.some((one) => one.release > release && BigInt(lastSentAt) > one.at),
  ).length;

const differentOf = async ({ url, requests }: LoadPlan, seen: readonly Seen[]): Promise<number> => {
  let different = 0;
  for (const { index, release, digests } of seen) {
    const text = await askOnce(url, requests[index]?.body ?? '', release);
    const digest = createHash('sha256').update(text).digest('base64url');
    if (digests.length !== 1 || digests[0] !== digest) different += 1;
  }
  return different;
};

/** Milliseconds until all that was asked for after a publish has been counted. */
const SETTLED = 400;

/** Publishes again and again while the same questions are asked over and over. */
export const publishUnderLoad = async (options: PublishOptions): Promise<PublishFigures> => {
  const { plan, publishes, sql, log, tell } = options;
  await publishEdition(sql, 0);
  await log.take();
  for (const { body } of plan.requests) await askOnce(plan.url, body);
  await pause(SETTLED);
  const once = (await log.take()).length;
  const load = startLoadProcess(plan);
  await load.nextTold();
  const published: Published[] = [];
  const [statements, took]: [number[], number[]] = [[], []];
  for (let edition = 1; edition <= publishes; edition += 1) {
    await pause(SETTLED);
    await log.take();
    const one = await publishEdition(sql, edition);
    await pause(SETTLED);
    published.push(one);
    took.push(one.took);
    statements.push((await log.take()).length);
    if (edition % 5 === 0 || edition === publishes)
      tell(
        `发布 ${edition}/${publishes}：已答 ${load.answered()}，本次语句 ${statements.at(-1)}（各问一遍要 ${once}）`,
      );
  }
  const { answered, failures, seen } = await load.end();
  const stale = staleOf(seen, published);
  return { answered, failures, stale, different: await differentOf(plan, seen), once, statements, took };
};
