import { execute, parse } from 'graphql';
import type { Sql } from '../db/client.ts';
import { stableId } from '../intake/identity.ts';
import { openMatching } from '../subgraphs/matching/subgraph.ts';
import type { Benchmark } from './benchmarks.ts';
import { countyCode, loadReference, REFERENCE, storeCounties } from './comparison-data.ts';
import { quantile } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const REFERENCE_ID = stableId('catalog', REFERENCE);
const COUNTIES = 100;
/** Reference items a county of the demonstration exercises, of 5,000. */
const COUNTY_SHARE = 715 / 5000;
const ROUNDS = { cold: 20, warm: 100, coverage: 40 } as const;
const DAY = '2026-03-01';

const PAGE = parse(`query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) {
  rows(first: 20) { nodes { reference { id name } state reason
    adopters { item { id name } match { id confidence } drift { element state base now local } } }
    pageInfo { hasNextPage endCursor } } } }`);
const WHOLE = parse(`query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) {
  states { state count } findings(first: 20) { totalCount nodes { rule message } } } }`);
const COVERAGE = parse(`query ($right: ID!) { coverage(reference: $right, groupBy: REGION) {
  region { id } share numerator { count } denominator { count } states { count } } }`);

const CONNECT = parse('{ matchRuns(first: 1) { nodes { id } } }');

interface Answer {
  readonly milliseconds: number;
  readonly statements: number;
}

/** A subgraph as after a start: it keeps nothing of what was asked before. */
const openFresh = (url: string, left: string) => {
  let statements = 0;
  const subgraph = openMatching({
    url,
    onStatement: (text) => {
      if (!text.includes('pg_type')) statements += 1;
    },
  });
  const ask = async (document: typeof PAGE): Promise<Answer> => {
    statements = 0;
    const begun = performance.now();
    const contextValue = await subgraph.createContext({ release: 2, today: DAY, requestId: 'bench' });
    const variableValues = { left, right: REFERENCE_ID };
    const { errors } = await execute({ schema: subgraph.schema, document, contextValue, variableValues });
    if (errors !== undefined) throw errors[0];
    return { milliseconds: performance.now() - begun, statements };
  };
  return { ask, close: subgraph.close };
};

const shown = (answers: readonly Answer[]): string => {
  const taken = answers.map(({ milliseconds }) => milliseconds);
  return `${[0.5, 0.95].map((share) => quantile(taken, share).toFixed(1)).join('、')}；${answers.at(-1)?.statements}`;
};

const times = async (count: number, ask: () => Promise<Answer>): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (let round = 0; round < count; round += 1) answers.push(await ask());
  return answers;
};

/** Every question of one size: cold in a subgraph that was just opened, warm in one that has been asked before. */
const measure = async (sql: Sql, url: string, items: number) => {
  const [first, ...others] = Array.from({ length: COUNTIES + 1 }, (_, number) => countyCode(number));
  await loadReference(sql, items);
  await storeCounties(sql, [first as string], items);
  await storeCounties(sql, others, Math.round(items * COUNTY_SHARE));
  const left = `ca_${first}`;
  const coldly = (count: number, document: typeof PAGE) =>
    times(count, async () => {
      const fresh = openFresh(url, left);
      // What is cold is what the process keeps, not its connections: they are opened before.
      await Promise.all(Array.from({ length: 8 }, () => fresh.ask(CONNECT)));
      const answer = await fresh.ask(document);
      await fresh.close();
      return answer;
    });
  const warm = openFresh(url, left);
  try {
    const result = {
      pageCold: await coldly(ROUNDS.cold, PAGE),
      // The catalog has been read for some other county before.
      pageWarm: await times(1, () => warm.ask(PAGE)).then(() => times(ROUNDS.warm, () => warm.ask(PAGE))),
      wholeCold: await coldly(5, WHOLE),
      wholeWarm: await times(1, () => warm.ask(WHOLE)).then(() => times(ROUNDS.warm, () => warm.ask(WHOLE))),
      coverageCold: await coldly(2, COVERAGE),
      coverageWarm: await times(1, () => warm.ask(COVERAGE)).then(() =>
        times(ROUNDS.coverage, () => warm.ask(COVERAGE)),
      ),
    };
    return result;
  } finally {
    await warm.close();
  }
};

const TITLES = {
  pageCold: '对照的第一页，刚启动',
  pageWarm: '对照的第一页，问过之后',
  wholeCold: '各状态项数与问题，刚启动',
  wholeWarm: '各状态项数与问题，问过之后',
  coverageCold: `${COUNTIES} 个县的覆盖情况，刚启动`,
  coverageWarm: `${COUNTIES} 个县的覆盖情况，问过之后`,
} as const;

/**
 * A county's list beside a reference catalog of as many items, and the coverage of the catalog in a hundred counties
 * (of which each has 715 of 5,000 items): milliseconds at the median and p95, and SQL statements, at two sizes.
 */
export const compareSpeed: Benchmark = async (tell) => {
  const result: Record<string, string> = {};
  const medians: Record<string, number[]> = {};
  for (const items of [500, 5_000]) {
    await withTemporaryDatabase(async (sql, url) => {
      const measured = await measure(sql, url, items);
      for (const [name, answers] of Object.entries(measured)) {
        const title = `${TITLES[name as keyof typeof TITLES]}（${items} 项）：中位、p95 毫秒；语句数`;
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
