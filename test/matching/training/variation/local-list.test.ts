import { describe, expect, test } from 'vitest';
import { randomFor } from '../../../../demo/random.ts';
import { ambiguityOf } from '../../../../matching/training/variation/ambiguity.ts';
import type { CatalogEntry } from '../../../../matching/training/variation/catalog-entry.ts';
import { lessonsOf, listContests } from '../../../../matching/training/variation/list-contests.ts';
import { listWriter } from '../../../../matching/training/variation/local-list.ts';
import { SEEN_WORDINGS } from '../../../../matching/training/variation/seen-wordings.ts';

const PERMITS = [
  '取水许可',
  '食品经营许可',
  '林木采伐许可',
  '户外广告设置许可',
  '烟草零售许可',
  '河道采砂许可',
];
const ACTS = ['新办', '变更', '延续', '补办', '注销'];

const entry = (main: string, number: number, sub: string, act: string): CatalogEntry => ({
  item: {
    id: `8801${String(number).padStart(5, '0')}${sub}`,
    name: main + act,
    codes: [`8801${String(number).padStart(5, '0')}${sub}`],
    type: '01',
    department: '纵横省水利厅',
    legalBases: [{ lawName: `${main}条例`, clauseNumber: '第八条' }],
  },
  subject: main,
  main: `8801${String(number).padStart(5, '0')}00Y`,
  handled: sub !== '00Y',
  office: '水利局',
  formerOffices: ['水务局'],
});
const entries = PERMITS.flatMap((main, at) => [
  entry(main, at + 1, '00Y', ''),
  ...ACTS.map((act, sub) => entry(main, at + 1, `00${sub + 1}`, `（${act}）`)),
]);
const catalog = entries.filter(({ subject }) => subject !== '河道采砂许可');
const extras = entries.filter(({ subject }) => subject === '河道采砂许可');
const writer = { places: ['青溪县'], level: '县级', office: '' };
const habits = { coded: 0.8, oldScheme: 0.1, implementation: false, county: '青溪县', organisation: '' };

const listOf = (seed: number) =>
  listWriter({
    catalog,
    extras,
    size: 20,
    first: SEEN_WORDINGS,
    further: SEEN_WORDINGS,
    verbatim: 0.2,
  }).write('a', writer, '纵横省长风市青溪县', habits, randomFor(seed, 'list'));

describe('a written list', () => {
  test('is the same for the same draw, and another for another', () => {
    expect(listOf(1)).toEqual(listOf(1));
    expect(listOf(1)).not.toEqual(listOf(2));
  });

  test('knows the partners of its items, and which have none', () => {
    const ids = new Set(catalog.map(({ item }) => item.id));
    const items = [1, 2, 3, 4, 5].flatMap(listOf);
    for (const { partners } of items) for (const id of partners.keys()) expect(ids).toContain(id);
    expect(items.filter(({ partners }) => partners.size === 0)).toHaveLength(10);
    const merged = items.filter(({ kinds }) => kinds.includes('合并'));
    expect(merged.length).toBeGreaterThan(0);
    for (const { partners } of merged)
      expect(new Set(partners.values())).toEqual(new Set(['BROADER', 'NARROWER']));
  });

  test('is about the rows asked for', () => {
    const about = ({ subject }: CatalogEntry): boolean => subject === '取水许可';
    const plan = { catalog, extras, size: 9, first: [], further: [], verbatim: 1, about };
    const items = listWriter(plan).write('a', writer, '青溪县', habits, randomFor(1, 'about'));
    expect(items.every(({ item }) => item.name.startsWith('取水许可'))).toBe(true);
  });
});

test('a name is not written so that another may be meant', () => {
  const { isAmbiguous } = ambiguityOf(catalog.map(({ item }) => [item.id, item.name]));
  const own = (name: string) => catalog.find(({ item }) => item.name === name)?.item.id ?? '';
  const cases = [
    ['取水许可（变更）', '取水许可（变更）', true, false],
    ['取水许可变更办理', '取水许可（变更）', false, false],
    ['办理取水许可', '取水许可（变更）', false, true],
    ['取水许可新巴', '取水许可（新办）', true, false],
    ['取水许可（…', '取水许可（新办）', true, true],
  ] as const;
  for (const [written, name, slips, expected] of cases)
    expect(isAmbiguous(written, own(name), slips), written).toBe(expected);
});

test('what is found for an item stands to it as the catalog has it', () => {
  const local = {
    item: { id: 'a', name: '取水许可变更' },
    about: catalog[2] as CatalogEntry,
    partners: new Map([['880100001002', 'EQUIVALENT' as const]]),
    kinds: [],
    changes: [],
  };
  const [contest = []] = listContests(catalog, [local]);
  const relations = new Map(contest.map(({ right, relation }) => [right.name, relation]));
  expect(relations.get('取水许可（变更）')).toBe('EQUIVALENT');
  expect(relations.get('取水许可')).toBe('NARROWER');
  expect(relations.get('取水许可（注销）')).toBe('DIFFERENT');
  expect(lessonsOf(contest).filter(({ relation }) => relation === 'EQUIVALENT')).toHaveLength(1);
});
