import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../linkage/decision-calls.ts';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';
import { COUNTY, OTHER_COUNTY, storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', storeJudgedProvince);
  const sql = postgres(matching.url, { max: 1, onnotice: () => undefined });
  const said = { kind: 'REFERENCE', verdict: 'DEFER', reason: '等文件' };
  // Release 2: one link is put off to a day, one for good.
  await decide(sql, [
    { ...said, left: 'ti_a', right: 'ri_1', deferredUntil: '2026-04-01' },
    { ...said, left: 'ci_d', right: 'ri_3' },
  ]);
  await sql.end();
});

afterAll(() => matching[Symbol.asyncDispose]());

const ALL = ['ci_b ri_1', 'ci_b ri_2', 'ci_d ri_3', 'ti_a ci_a', 'ti_a ri_1'];

const queue = async (args: string, options: { release?: number; today?: string } = {}) => {
  const { data, codes, statements } = await matching.ask(
    `{ matchQueue${args} { totalCount nodes { confidence left { id } right { id } } pageInfo { hasNextPage endCursor } } }`,
    options,
  );
  const nodes: { left: { id: string }; right: { id: string } }[] = data?.matchQueue.nodes ?? [];
  return {
    links: nodes.map(({ left, right }) => `${left.id} ${right.id}`),
    list: data?.matchQueue,
    codes,
    statements,
  };
};

describe('the queue of what waits for a person', () => {
  test.each([
    ['', ['ci_d ri_3', 'ci_b ri_1', 'ti_a ri_1', 'ti_a ci_a', 'ci_b ri_2']],
    ['(order: NEAREST_TO_EVEN)', ['ci_d ri_3', 'ci_b ri_1', 'ti_a ri_1', 'ti_a ci_a', 'ci_b ri_2']],
    ['(order: CONFIDENCE)', ['ti_a ci_a', 'ci_b ri_1', 'ti_a ri_1', 'ci_d ri_3', 'ci_b ri_2']],
    ['(order: REGION)', ['ci_b ri_1', 'ci_b ri_2', 'ti_a ci_a', 'ti_a ri_1', 'ci_d ri_3']],
  ])('%s has an order', async (args, links) => {
    const found = await queue(args);
    // Of two links of one confidence the id decides, which is a hash.
    const level = (link: string) => (/(ci_b|ti_a) ri_[1]/u.test(link) ? 'even' : link);
    const comparable = (all: readonly string[]) =>
      args.includes('REGION') ? [...all].sort() : all.map(level);
    expect(comparable(found.links)).toEqual(comparable(links));
    expect(found.list.totalCount).toBe(5);
    if (args.includes('REGION')) expect(found.links.at(-1)).toBe('ci_d ri_3');
  });

  test.each([
    ['(kind: SOURCE)', ['ti_a ci_a']],
    ['(kind: MAIN)', []],
    [`(region: "${COUNTY}")`, ['ci_b ri_1', 'ci_b ri_2', 'ti_a ci_a', 'ti_a ri_1']],
    ['(region: "880121101")', ['ti_a ci_a', 'ti_a ri_1']],
    [`(region: "${OTHER_COUNTY}")`, ['ci_d ri_3']],
    ['(catalog: "ca_county")', ['ci_b ri_1', 'ci_b ri_2']],
    ['(catalog: "ca_none")', []],
    ['(status: [CONFLICT])', ['ci_b ri_2']],
    ['(status: [CONFLICT, REVIEW], kind: REFERENCE)', ['ci_b ri_1', 'ci_b ri_2', 'ci_d ri_3', 'ti_a ri_1']],
    ['(status: [])', []],
  ])('%s is narrower', async (args, links) => {
    const found = await queue(args);
    expect([...found.links].sort()).toEqual(links);
    expect(found.list.totalCount).toBe(links.length);
  });

  test.each([
    ['', '2026-03-31', ['ci_b ri_1', 'ci_b ri_2', 'ti_a ci_a']],
    ['', '2026-04-01', ['ci_b ri_1', 'ci_b ri_2', 'ti_a ci_a', 'ti_a ri_1']],
    ['(status: [DEFERRED])', '2026-03-31', ['ci_d ri_3', 'ti_a ri_1']],
  ])('%s on %s: what was put off comes back on its day', async (args, today, links) => {
    const found = await queue(args, { release: 2, today });
    expect([...found.links].sort()).toEqual(links);
    expect(found.list.totalCount).toBe(links.length);
  });

  test('is that of the release: what was put off later still waits in the earlier one', async () => {
    expect([...(await queue('', { today: '2026-03-31' })).links].sort()).toEqual(ALL);
  });

  test.each(['NEAREST_TO_EVEN', 'CONFIDENCE', 'REGION'])(
    'by %s, page by page, is all of it',
    async (order) => {
      const whole = await queue(`(order: ${order})`);
      const paged = await throughPages(async (after) => {
        const at = after === null ? '' : `, after: "${after}"`;
        const { list, statements } = await queue(`(order: ${order}, first: 2${at})`);
        expect(statements.length).toBeLessThanOrEqual(2);
        return list;
      });
      expect(paged).toEqual(whole.list.nodes);
    },
  );

  test.each(['(status: [ACCEPTED])', '(region: "elsewhere")', '(first: 0)'])(
    '%s is refused',
    async (args) => {
      expect((await queue(args)).codes).toEqual(['BAD_USER_INPUT']);
    },
  );

  test('a cursor of another order does not fit', async () => {
    const { list } = await queue('(order: REGION, first: 1)');
    expect((await queue(`(first: 1, after: "${list.pageInfo.endCursor}")`)).codes).toEqual([
      'CURSOR_INVALID',
    ]);
  });
});
