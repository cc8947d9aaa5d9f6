import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, storeMachineLinks } from '../../linkage/decision-calls.ts';
import { storeItems, storeReleases } from '../../support/rows.ts';
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

interface Group {
  readonly id: string;
  readonly kind: string;
  readonly leftName: string;
  readonly rightName: string;
  readonly links: number;
  readonly items: number;
  readonly confidence: number;
  readonly information: number;
  readonly example: { readonly left: { readonly id: string } };
}

describe('the groups of the queue', () => {
  const groups = async (args = '', options: { release?: number; today?: string } = {}) => {
    const { data, codes, statements } = await grouped.ask(
      `{ matchQueueGroups${args} { totalCount pageInfo { hasNextPage endCursor }
        nodes { id kind leftName rightName links items confidence information example { left { id } } } } }`,
      options,
    );
    return {
      list: data?.matchQueueGroups,
      nodes: (data?.matchQueueGroups.nodes ?? []) as Group[],
      codes,
      statements,
    };
  };
  const told = ({ kind, leftName, rightName, links, items }: Group) => [
    kind,
    leftName,
    rightName,
    links,
    items,
  ];

  let grouped: AskedSubgraph;

  beforeAll(async () => {
    grouped = await openOver('matching', async (sql) => {
      await storeReleases(sql, 1);
      const province = { region: '880000000000', level: 'PROVINCE' };
      const village = (at: number) => `88012110100${at}`;
      await storeItems(sql, [
        ...[1, 2, 3].map((at) => ({ id: `ti_${at}`, name: '高龄津贴受理', region: village(at) })),
        { id: 'ti_4', name: '高龄津贴 受理', region: village(4) },
        { id: 'ci_1', name: '取水审批', region: COUNTY },
        { id: 'ci_2', name: '取水审批', region: OTHER_COUNTY },
        { id: 'ri_1', name: '高龄津贴', catalog: 'ca_province', ...province },
        { id: 'ri_2', name: '高龄津贴', catalog: 'ca_nation', ...province },
        { id: 'ri_3', name: '取水许可', catalog: 'ca_province', ...province },
        { id: 'ri_4', name: '采砂许可', catalog: 'ca_province', ...province },
      ]);
      const waits = { status: 'REVIEW', confidence: 0.8 };
      await storeMachineLinks(sql, [
        ...[1, 2, 3, 4].map((at) => ({
          ...waits,
          left: `ti_${at}`,
          right: 'ri_1',
          confidence: 0.9 + at / 100,
        })),
        { ...waits, left: 'ti_1', right: 'ri_2', confidence: 0.9 },
        { ...waits, left: 'ci_1', right: 'ri_3' },
        { ...waits, left: 'ci_2', right: 'ri_3', status: 'ACCEPTED' },
        { ...waits, left: 'ci_2', right: 'ri_4', confidence: 0.5 },
      ]);
    });
  });

  afterAll(() => grouped[Symbol.asyncDispose]());

  test('put together what is one rewrite, spelled as it may be, with how many items it would settle', async () => {
    const { nodes, list, statements } = await groups();
    expect(nodes.map(told)).toEqual([
      ['REFERENCE', '高龄津贴受理', '高龄津贴', 5, 4],
      ['REFERENCE', '取水审批', '采砂许可', 1, 1],
      ['REFERENCE', '取水审批', '取水许可', 1, 1],
    ]);
    expect(list.totalCount).toBe(3);
    // One for the groups, one for their number, one for the links shown.
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  test('all is grouped once for whoever turns its pages', async () => {
    await groups();
    // The names of the page and the links shown.
    expect((await groups('(first: 1)')).statements).toHaveLength(2);
  });

  test('the doubt of all links of a group adds up, and the one nearest to even is shown', async () => {
    const [most, even] = (await groups()).nodes;
    const doubt = (chance: number) => -(chance * Math.log2(chance) + (1 - chance) * Math.log2(1 - chance));
    const all = [0.9, 0.91, 0.92, 0.93, 0.94];
    expect(most?.information).toBeCloseTo(
      all.reduce((sum, one) => sum + doubt(one), 0),
      2,
    );
    expect(most?.confidence).toBeCloseTo(0.92, 6);
    expect(most?.example.left.id).toBe('ti_1');
    expect([even?.information, even?.confidence]).toEqual([1, 0.5]);
  });

  test('each gives its links in the queue, and all groups together give all of it', async () => {
    const { nodes } = await groups();
    const linksOf = async (args: string) => {
      const { data } = await grouped.ask(`{ matchQueue(first: 100${args}) { totalCount nodes { id } } }`);
      expect(data?.matchQueue.nodes).toHaveLength(data?.matchQueue.totalCount);
      return data?.matchQueue.nodes.map(({ id }: { id: string }) => id) as string[];
    };
    const found: string[] = [];
    for (const { id, links } of nodes) {
      const own = await linksOf(`, group: "${id}"`);
      expect(own).toHaveLength(links);
      found.push(...own);
    }
    expect(found.sort()).toEqual((await linksOf('')).sort());
  });

  test.each([
    [`(region: "${COUNTY}")`, 2],
    [`(region: "${OTHER_COUNTY}")`, 1],
    ['(kind: MAIN)', 0],
    ['(status: [CONFLICT])', 0],
  ])('%s is narrower', async (args, count) => {
    expect((await groups(args)).list.totalCount).toBe(count);
  });

  test('page by page is all of it', async () => {
    const paged = await throughPages(async (after) => {
      const at = after === null ? '' : `, after: "${after}"`;
      return (await groups(`(first: 1${at})`)).list;
    });
    expect(paged).toEqual((await groups()).nodes);
  });

  test.each([
    'elsewhere',
    Buffer.from('["REFERENCE","a"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('the group %s is refused', async (group) => {
    const { codes } = await grouped.ask(`{ matchQueue(group: "${group}") { totalCount } }`);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});
