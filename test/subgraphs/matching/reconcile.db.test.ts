import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLegalBases } from '../../../catalog/legal-basis.ts';
import { storeItems, storeOrganisations, storeRegions } from '../../support/rows.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';

let matching: AskedSubgraph;

const LAW = '《中华人民共和国食品安全法》第三十五条';
const PROVINCE = { region: '880000000000', catalog: 'ca_province', organisation: 'or_market' };

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeRegions(sql, [{ code: '880000000000', name: '纵横省' }]);
    await storeOrganisations(sql, [{ id: 'or_market', name: '纵横省市场监督管理局' }]);
    await storeItems(sql, [
      {
        id: 'ri_food',
        name: '食品经营许可',
        type: 'LICENSING',
        basicCode: '000131004000',
        elements: { legalBases: parseLegalBases(LAW) },
        ...PROVINCE,
      },
      { id: 'ri_card', name: '身份证补领', ...PROVINCE, to: 3 },
      { id: 'ri_advert', name: '户外广告设置审批', ...PROVINCE, from: 3 },
      { id: 'ri_other', name: '食品经营许可', catalog: 'ca_elsewhere' },
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

interface Candidate {
  readonly item: { readonly id: string };
  readonly confidence: number;
  readonly chosen: boolean;
  readonly evidence: readonly unknown[];
}

const reconcile = async (
  items: readonly Record<string, unknown>[],
  { release = 1, best, against = 'ca_province' }: { release?: number; best?: number; against?: string } = {},
) => {
  const { data, codes, statements } = await matching.ask(
    `query ($items: [ReconcileItem!]!, $against: ID!, $best: Int) {
      reconcile(items: $items, against: $against, best: $best) {
        item { __typename id } confidence chosen relation band evidence { feature bits note }
      }
    }`,
    { release, variables: { items, against, ...(best === undefined ? {} : { best }) } },
  );
  return { lists: data?.reconcile as readonly (readonly Candidate[])[], codes, statements };
};

const firsts = (lists: readonly (readonly Candidate[])[]) => lists.map(([first]) => first?.item.id);

describe('names that are in no list', () => {
  test('find what they are most like, each its own', async () => {
    const { lists, codes } = await reconcile([
      { name: '身份证补领' },
      { name: '食品经营许可核发', department: '青溪县市场监督管理局', type: 'LICENSING', region: '纵横省' },
    ]);
    expect(codes).toEqual([]);
    expect(firsts(lists)).toEqual(['ri_card', 'ri_food']);
    for (const list of lists) {
      const shares = list.map(({ confidence }) => confidence);
      expect(shares).toEqual([...shares].sort((one, other) => other - one));
      expect(list.slice(1).every(({ chosen }) => !chosen)).toBe(true);
    }
    expect(lists[0]?.[0]).toMatchObject({ item: { __typename: 'ReferenceItem' }, relation: 'EQUIVALENT' });
    const evidence = lists.map(
      ([first]) => (first as { evidence?: unknown[] } | undefined)?.evidence?.length,
    );
    for (const reasons of evidence) expect(reasons).toBeGreaterThan(0);
  });

  test('are judged by whatever else is told of them', async () => {
    const name = '食品经营许可核发';
    const more = {
      type: 'LICENSING',
      department: '市场监督管理局',
      codes: ['000131004000'],
      // The list names a law too, and it is another one.
      legalBasis: '《药品管理法》第三条',
    };
    const reasons = async (item: Record<string, unknown>) => {
      const [first] = (await reconcile([{ name, ...item }])).lists[0] ?? [];
      return JSON.stringify(first?.evidence);
    };
    const bare = await reasons({});
    for (const [field, value] of Object.entries(more)) {
      expect(await reasons({ [field]: value }), field).not.toBe(bare);
    }
  });

  test('get as many candidates as are asked for', async () => {
    const { lists } = await reconcile([{ name: '食品经营许可' }], { best: 1 });
    expect(lists.map((list) => list.length)).toEqual([1]);
  });

  test.each([
    [1, 'ri_card', 'ri_card'],
    [2, 'ri_card', 'ri_card'],
    [3, undefined, 'ri_advert'],
  ])('in release %i are held against its items', async (release, card, advert) => {
    const { lists } = await reconcile([{ name: '身份证补领' }, { name: '户外广告设置审批' }], { release });
    const ids = lists.map((list) => list.map(({ item }) => item.id));
    expect(ids[0]?.includes('ri_card') ? 'ri_card' : undefined).toBe(card);
    expect(ids.flat().includes('ri_advert')).toBe(advert === 'ri_advert');
  });
});

describe('refused is', () => {
  const item = { name: '食品经营许可' };
  test.each<[string, readonly Record<string, unknown>[], object]>([
    ['nothing to try', [], {}],
    ['more than a hundred', Array.from({ length: 101 }, () => item), {}],
    ['a name of blanks', [{ name: ' ' }], {}],
    ['a name of 301 characters', [{ name: '许'.repeat(301) }], {}],
    ['eleven codes', [{ ...item, codes: Array.from({ length: 11 }, (_, at) => `A-${at}`) }], {}],
    ['an endless legal basis', [{ ...item, legalBasis: '法'.repeat(2_001) }], {}],
    ['a list that is not there', [item], { against: 'ca_none' }],
    ['a list that is no longer there', [item], { against: 'ri_food' }],
    ['no candidate at all', [item], { best: 0 }],
    ['eleven candidates', [item], { best: 11 }],
  ])('%s', async (_title, items, options) => {
    const { codes } = await reconcile(items, options);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  test('a hundred names of 300 characters are not', async () => {
    const { lists, codes } = await reconcile(Array.from({ length: 100 }, () => ({ name: '许'.repeat(300) })));
    expect(codes).toEqual([]);
    expect(lists).toHaveLength(100);
  });
});
