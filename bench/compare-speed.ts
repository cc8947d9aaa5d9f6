import type { Sql } from '../db/client.ts';
import { stableId } from '../intake/identity.ts';
import { type Answer, type Opened, openHub, openSubgraphAlone } from './asked-hub.ts';
import type { Benchmark } from './benchmarks.ts';
import { countyCode, loadReference, REFERENCE, storeCounties } from './comparison-data.ts';
import { quantile } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const REFERENCE_ID = stableId('catalog', REFERENCE);
const COUNTIES = 100;
/** Reference items a county of the demonstration exercises, of 5,000. */
const COUNTY_SHARE = 715 / 5000;
const ROUNDS = { cold: 20, warm: 100, coverage: 40 } as const;

const PAGE = `query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) {
  rows(first: 20) { nodes { reference { id name } state reason
    adopters { item { id name } match { id confidence } drift { element state base now local } } }
    pageInfo { hasNextPage endCursor } } } }`;
const WHOLE = `query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) {
  states { state count } findings(first: 20) { totalCount nodes { rule message } } } }`;
const COVERAGE = `query ($right: ID!) { coverage(reference: $right, groupBy: REGION) {
  region { id } share numerator { count } denominator { count } states { count } } }`;

const CONNECT = '{ matchRuns(first: 1) { nodes { id } } }';

const shown = (answers: readonly Answer[]): string => {
  const taken = answers.map(({ milliseconds }) => milliseconds);
  const longest = Math.max(...answers.map(({ busy }) => busy));
  const spread = [0.5, 0.95].map((share) => quantile(taken, share).toFixed(1)).join('、');
  return `${spread}；${answers.at(-1)?.statements}；${longest.toFixed(0)}`;
};

const times = async (count: number, ask: () => Promise<Answer>): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (let round = 0; round < count; round += 1) answers.push(await ask());
  return answers;
};

/** Questions about a county's list beside the reference, to what was just opened or has been asked before. */
const asking = (left: string) => {
  const to = ({ ask }: Opened, query: string) => ask(query, { left, right: REFERENCE_ID });
  return {
    coldly: (count: number, open: () => Opened | Promise<Opened>, query: string) =>
      times(count, async () => {
        const fresh = await open();
        // What is cold is what the process keeps, not its connections: they are opened before.
        await Promise.all(Array.from({ length: 8 }, () => fresh.ask(CONNECT, {})));
        const answer = await to(fresh, query);
        await fresh.close();
        return answer;
      }),
    warmly: async (count: number, warm: Opened, query: string) => {
      await to(warm, query);
      return times(count, () => to(warm, query));
    },
  };
};

/** Every question of one size: cold where something was just opened, warm where it has been asked before. */
const measure = async (sql: Sql, url: string, items: number) => {
  const [first, ...others] = Array.from({ length: COUNTIES + 1 }, (_, number) => countyCode(number));
  await loadReference(sql, items);
  await storeCounties(sql, [first as string], items);
  await storeCounties(sql, others, Math.round(items * COUNTY_SHARE));
  const { coldly, warmly } = asking(`ca_${first}`);
  const alone = () => openSubgraphAlone(url);
  const hub = () => openHub(url);
  const [warm, warmHub] = [alone(), await hub()];
  try {
    return {
      pageCold: await coldly(ROUNDS.cold, alone, PAGE),
      pageWarm: await warmly(ROUNDS.warm, warm, PAGE),
      wholeCold: await coldly(5, alone, WHOLE),
      wholeWarm: await warmly(ROUNDS.warm, warm, WHOLE),
      coverageCold: await coldly(3, alone, COVERAGE),
      coverageWarm: await warmly(ROUNDS.coverage, warm, COVERAGE),
      hubPageCold: await coldly(ROUNDS.cold, hub, PAGE),
      hubPageWarm: await warmly(ROUNDS.warm, warmHub, PAGE),
      hubCoverageCold: await coldly(3, hub, COVERAGE),
    };
  } finally {
    await Promise.all([warm.close(), warmHub.close()]);
  }
};

const TITLES = {
  pageCold: '对照的第一页，刚启动',
  pageWarm: '对照的第一页，问过之后',
  wholeCold: '各状态项数与问题，刚启动',
  wholeWarm: '各状态项数与问题，问过之后',
  coverageCold: `${COUNTIES} 个县的覆盖情况，刚启动`,
  coverageWarm: `${COUNTIES} 个县的覆盖情况，问过之后`,
  hubPageCold: '经网关：对照的第一页，刚启动',
  hubPageWarm: '经网关：对照的第一页，问过之后',
  hubCoverageCold: `经网关：${COUNTIES} 个县的覆盖情况，刚启动`,
} as const;

/**
 * A county's list beside a reference catalog of as many items, and the coverage of the catalog in a hundred counties
 * (of which each has 715 of 5,000 items): milliseconds at the median and p95, SQL statements, and how long the process saw
 * to nothing else at most, at two sizes; by itself and over HTTP through a whole hub.
 */
export const compareSpeed: Benchmark = async (tell) => {
  const result: Record<string, string> = {};
  const medians: Record<string, number[]> = {};
  for (const items of [500, 5_000]) {
    await withTemporaryDatabase(async (sql, url) => {
      const measured = await measure(sql, url, items);
      for (const [name, answers] of Object.entries(measured)) {
        const title = `${TITLES[name as keyof typeof TITLES]}（${items} 项）：中位、p95 毫秒；语句数；最长一次占住进程的毫秒`;
        result[title] = shown(answers);
        tell(`${title} ${result[title]}`);
        const middle = quantile(
          answers.map(({ milliseconds }) => milliseconds),
          0.5,
        );
        medians[name] = [...(medians[name] ?? []), middle];
      }
    });
  }
  for (const [name, [small = 1, large = 0]] of Object.entries(medians)) {
    result[`${TITLES[name as keyof typeof TITLES]}：增长指数`] = Math.log10(large / small).toFixed(2);
  }
  return result;
};
