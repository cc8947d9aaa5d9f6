import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../../cli/load-demo.ts';
import { stableId } from '../../../intake/identity.ts';
import { DEMO_NOW, matchSimply } from '../../support/hub.ts';
import { type AskedSubgraph, type Data, openOver, reopen, throughPages } from '../ask.ts';

const catalog = (key: string): string => stableId('catalog', key);
const REFERENCE = catalog('reference');
const LISTS = ['880121-directory', '880121-implementation', '880121-power', '880121-public', '8801-power'];
const COUNTY = '880121000000';
const STATES = ['ADOPTED', 'ADAPTED', 'PART_OF', 'NOT_OFFERED', 'SUSPENDED', 'UNANSWERED', 'NIL_RETURN'];

/** The releases of the demonstration: two editions of its reference, then the links of a matching run. */
const [BEFORE, NEWEST] = [2, 3];

let matching: AskedSubgraph;
const asked = new Map<number, Data>();

const ROW = `reference { id name } state reason adopters {
  item { id name } match { id relation status } source { document row cell }
  drift { element title state base now local added missing nowStretches localStretches } }`;

const EVERYTHING = `query ($left: ID!, $right: ID!, $reference: ID!, $region: ID!) {
  compareCatalogs(left: $left, right: $right) {
    rows(first: 100) { totalCount nodes { ${ROW} } }
    extras(first: 100) { totalCount nodes { id name } }
    mains(first: 100) { totalCount nodes { id } }
    states { state count }
    findings(first: 100) { totalCount nodes { rule message item { id } other { id } } }
  }
  findings(region: $region, first: 100) { totalCount byRule { rule severity count } }
  coverage(reference: $reference, groupBy: DEPARTMENT) { department share states { count } }
}`;

const everything = async (subgraph: Pick<AskedSubgraph, 'ask'>, release: number): Promise<Data> => {
  const variables = { left: catalog('880121-power'), right: REFERENCE, reference: REFERENCE, region: COUNTY };
  const { data, codes } = await subgraph.ask(EVERYTHING, { release, variables });
  expect(codes).toEqual([]);
  return data;
};

beforeAll(async () => {
  matching = await openOver('matching', (sql) => loadDemo(sql, DEMO_NOW, () => undefined));
  asked.set(BEFORE, await everything(matching, BEFORE));
  await matchSimply(matching.url);
  asked.set(NEWEST, await everything(matching, NEWEST));
});

afterAll(() => matching[Symbol.asyncDispose]());

const compare = async (list: string, filter: Readonly<Record<string, unknown>>, fields: string) => {
  const query = `query ($left: ID!, $right: ID!, $filter: ComparisonFilter) {
    compareCatalogs(left: $left, right: $right, filter: $filter) { ${fields} } }`;
  const variables = { left: catalog(list), right: REFERENCE, filter };
  const { data, codes, statements } = await matching.ask(query, { release: NEWEST, variables });
  expect(codes).toEqual([]);
  return { ...data.compareCatalogs, statements: statements.length };
};

describe('two catalogs compared', () => {
  test.each(LISTS)('%s: read page by page, the rows are those of the whole', async (list) => {
    const fresh = reopen(matching);
    const page = (after: string | null) =>
      fresh
        .ask(
          `query ($left: ID!, $right: ID!, $after: String) { compareCatalogs(left: $left, right: $right) {
            rows(first: 37, after: $after) { nodes { ${ROW} } pageInfo { hasNextPage endCursor } } } }`,
          { release: NEWEST, variables: { left: REFERENCE, right: catalog(list), after } },
        )
        .then(({ data }) => data.compareCatalogs.rows);
    const paged = await throughPages(page);
    await fresh.close();
    const whole = await throughPages(async (after) => {
      const rows = `rows(first: 50${after === null ? '' : `, after: "${after}"`})`;
      return (
        await compare(
          list,
          { state: STATES },
          `${rows} { nodes { ${ROW} } pageInfo { hasNextPage endCursor } }`,
        )
      ).rows;
    });
    expect(paged).toEqual(whole);
    expect(paged.length).toBeGreaterThan(100);
  });

  test.each(LISTS)('%s: the count of every state is that of the rows in it', async (list) => {
    const { states, rows } = await compare(list, {}, 'states { state count } rows(first: 1) { totalCount }');
    expect(states.map(({ state }: Data) => state)).toEqual(STATES);
    for (const { state, count } of states) {
      const only = await compare(list, { state: [state] }, 'rows(first: 100) { totalCount nodes { state } }');
      expect(only.rows.totalCount).toBe(count);
      expect(new Set(only.rows.nodes.map((row: Data) => row.state)).size).toBe(Math.min(1, count));
    }
    expect(states.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(rows.totalCount);
  });

  test('a row that is adapted shows the elements in which it is, text beside text', async () => {
    const { rows } = await compare(
      '880121-implementation',
      { drift: ['LOCAL_EDIT', 'CONFLICT'] },
      `rows(first: 100) { nodes { ${ROW} } }`,
    );
    expect(rows.nodes.length).toBeGreaterThan(0);
    for (const { adopters } of rows.nodes) {
      const drift: Data[] = adopters.flatMap((adopter: Data) => adopter.drift);
      expect(drift.map(({ state }) => state)).toContainEqual(expect.stringMatching(/LOCAL_EDIT|CONFLICT/u));
      for (const { now, local, nowStretches, localStretches } of drift) {
        expect([nowStretches.join(''), localStretches.join('')]).toEqual([now, local]);
        // What both have stands at even places, the same on both sides.
        const shared = (side: readonly string[]) => side.filter((_, at) => at % 2 === 0).join('');
        expect(shared(nowStretches)).toBe(shared(localStretches));
      }
      expect(adopters[0].source).toMatchObject({
        row: expect.any(Number),
        cell: expect.stringMatching(/^[A-Z]+\d+$/u),
      });
    }
  });

  test.each([
    ['an element', { element: 'legalBasisText' }],
    ['a type', { type: ['LICENSING'] }],
    ['words of the name', { search: '许可' }],
  ])('a filter by %s leaves fewer rows, but some', async (_words, filter) => {
    const all = await compare('880121-implementation', {}, 'rows(first: 1) { totalCount }');
    const some = await compare('880121-implementation', filter, 'rows(first: 1) { totalCount }');
    expect(some.rows.totalCount).toBeGreaterThan(0);
    expect(some.rows.totalCount).toBeLessThan(all.rows.totalCount);
  });

  test.each([
    ['two local lists', catalog('880121-power'), catalog('880121-public')],
    ['the reference twice', REFERENCE, REFERENCE],
    ['what is nowhere', REFERENCE, 'ca_nowhere'],
  ])('%s are refused', async (_words, left, right) => {
    const query =
      'query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) { states { count } } }';
    const { codes } = await matching.ask(query, { release: NEWEST, variables: { left, right } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  test('a page of a hundred rows takes as many statements as one of ten', async () => {
    const counts: number[] = [];
    for (const first of [10, 100]) {
      const fresh = reopen(matching);
      const { statements } = await fresh.ask(
        `query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) { rows(first: ${first}) { nodes { ${ROW} } } } }`,
        { release: NEWEST, variables: { left: catalog('880121-directory'), right: REFERENCE } },
      );
      counts.push(statements.length);
      await fresh.close();
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('past releases', () => {
  test.each([BEFORE, NEWEST])('release %i is compared as when it was the newest', async (release) => {
    const fresh = reopen(matching);
    expect(await everything(fresh, release)).toEqual(asked.get(release));
    await fresh.close();
  });

  test('two releases are not compared alike', () => {
    expect(asked.get(BEFORE).compareCatalogs.states).not.toEqual(asked.get(NEWEST).compareCatalogs.states);
  });
});

describe('findings', () => {
  const findings = async (args: string, fields: string): Promise<Data> => {
    const { data, codes } = await matching.ask(`{ findings(${args}) { ${fields} } }`, { release: NEWEST });
    expect(codes).toEqual([]);
    return data.findings;
  };

  test('every count by rule and severity is that of the findings it stands for', async () => {
    const { totalCount, byRule } = await findings(
      `region: "${COUNTY}"`,
      'totalCount byRule { rule severity count }',
    );
    expect(byRule.length).toBeGreaterThan(5);
    for (const { rule, severity, count } of byRule) {
      const only = await findings(
        `region: "${COUNTY}", filter: { rule: [${rule}], severity: [${severity}] }`,
        'totalCount',
      );
      expect(only.totalCount).toBe(count);
    }
    expect(byRule.reduce((sum: number, { count }: Data) => sum + count, 0)).toBe(totalCount);
  });

  test('pages hold every finding once', async () => {
    const fields =
      'totalCount nodes { rule message item { id } other { id } catalog { id } match { id } } pageInfo { hasNextPage endCursor }';
    const all = await throughPages((after) =>
      findings(`region: "${COUNTY}", first: 41${after === null ? '' : `, after: "${after}"`}`, fields),
    );
    const { totalCount } = await findings(`region: "${COUNTY}"`, 'totalCount');
    expect(all).toHaveLength(totalCount);
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(totalCount);
  });

  test.each([
    ['a list', `catalog: "${catalog('880121-power')}"`],
    ['a type', 'type: [LICENSING]'],
    ['an element', 'element: "name"'],
    ['a department', 'department: "公安"'],
  ])('a filter by %s leaves fewer, but some', async (_words, filter) => {
    const all = await findings(`region: "${COUNTY}"`, 'totalCount');
    const some = await findings(`region: "${COUNTY}", filter: { ${filter} }`, 'totalCount');
    expect(some.totalCount).toBeGreaterThan(0);
    expect(some.totalCount).toBeLessThan(all.totalCount);
  });

  test('a region without a list of the level is refused', async () => {
    const { codes } = await matching.ask('{ findings(region: "880199000000") { totalCount } }', {
      release: NEWEST,
    });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});
