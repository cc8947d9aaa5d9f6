import { describe, expect, test } from 'vitest';
import type { MatchItem } from '../../../matching/item.ts';
import { assignMains } from '../../../matching/main-items/assign-mains.ts';

const code = (main: number, sub: number): string =>
  `511A${String(main).padStart(5, '0')}${String(sub).padStart(5, '0')}`;

const anItem = (name: string, main: number, sub: number, more: Partial<MatchItem> = {}): MatchItem => ({
  id: `${main}-${sub}`,
  name,
  codes: [code(main, sub)],
  type: '行政许可',
  department: '区行政审批局',
  ...more,
});

const aMain = (name: string): MatchItem => ({ id: name, name });

const POOL = '经营高危险性体育项目许可';
const SCHOOL = '民办职业培训学校设立、分立、合并、变更及终止审批';
const MINE = '采矿权变更登记';
const CLINIC = '放射诊疗许可';
const MAINS = [POOL, SCHOOL, MINE, CLINIC].map(aMain);

const LIST: readonly MatchItem[] = [
  anItem('经营高危险性体育项目延续审批', 225, 1),
  anItem('经营高危险性体育项目变更审批', 225, 2),
  anItem('经营高危险性体育项目补办审批', 225, 3),
  anItem('经营游泳许可', 225, 4),
  anItem('民办职业培训学校设立审批', 300, 1),
  anItem('民办职业培训学校终止审批', 300, 2),
  anItem('采矿权转让变更登记', 319, 1),
  anItem('采矿权人名称变更登记', 319, 2),
  anItem('采矿权注销登记', 319, 3),
  anItem('采矿权延续登记', 319, 4),
  anItem('放射诊疗许可（新办）', 42, 1),
  anItem('放射诊疗许可（延续）', 42, 2),
  anItem('放射诊疗许可（注销）', 42, 3),
  anItem('夜间建筑施工许可', 500, 1),
  anItem('机动车登记', 501, 1, { department: '区公安分局' }),
];

const answers = (
  items: readonly MatchItem[] = LIST,
  mains = MAINS,
  stated?: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string | null> =>
  new Map(
    assignMains(items, mains, stated).map(({ item, main }) => [
      items.find(({ id }) => id === item)?.name ?? item,
      main,
    ]),
  );

describe('the main item of a sub-item', () => {
  test.each<[string, string | null, string]>([
    ['经营高危险性体育项目延续审批', POOL, 'one situation of it'],
    ['经营游泳许可', POOL, 'its siblings in the segment of the code, though the name shares two words'],
    ['民办职业培训学校终止审批', SCHOOL, 'one of the acts it enumerates'],
    ['采矿权转让变更登记', MINE, 'a kind of the act it names'],
    ['放射诊疗许可（注销）', CLINIC, 'a situation in brackets'],
    ['采矿权注销登记', null, 'the main item heads changes alone'],
    ['采矿权延续登记', null, 'the main item heads changes alone'],
    ['夜间建筑施工许可', null, 'nothing heads it'],
    ['机动车登记', null, 'nothing heads it'],
  ])('%s → %s: %s', (name, main) => {
    expect(answers().get(name)).toBe(main);
  });

  test('does not depend on the order of the rows or of the main items', () => {
    const turned = assignMains([...LIST].reverse(), [...MAINS].reverse());
    expect([...turned].reverse()).toEqual(assignMains(LIST, MAINS));
  });

  test('the names alone find what is alike; codes add what is not', () => {
    const named = answers(LIST.map(({ codes: _codes, ...item }) => item));
    expect(named.get('经营高危险性体育项目变更审批')).toBe(POOL);
    expect(named.get('经营游泳许可')).toBeNull();
  });

  test('an item of another office is not drawn below by the segment', () => {
    const check = anItem('经营高危险性体育项目检查', 225, 5, {
      department: '区文广旅局',
      type: '行政检查',
    });
    expect(answers([...LIST, check]).get(check.name)).toBeNull();
  });
});

describe('what a list states itself', () => {
  const stated = new Map<string, string | null>([
    ['500-1', POOL],
    ['225-1', null],
  ]);

  test('stands, whatever the names say', () => {
    const found = answers(LIST, MAINS, stated);
    expect(found.get('夜间建筑施工许可')).toBe(POOL);
    expect(found.get('经营高危险性体育项目延续审批')).toBeNull();
    const sure = assignMains(LIST, MAINS, stated).find(({ item }) => item === '500-1');
    expect(sure).toMatchObject({ confidence: 1, evidence: [] });
  });

  test('speaks for the items near it', () => {
    const drawn = [
      ...LIST,
      anItem('教练车备案证办理（配发）', 600, 1),
      anItem('教练车备案证办理（补办）', 600, 2),
      anItem('教练车备案证办理（注销）', 600, 3),
    ];
    const mains = [...MAINS, aMain('机动车驾驶员培训备案')];
    const known = new Map([
      ['600-1', '机动车驾驶员培训备案'],
      ['600-2', '机动车驾驶员培训备案'],
    ]);
    expect(answers(drawn, mains, known).get('教练车备案证办理（注销）')).toBe('机动车驾驶员培训备案');
  });

  test('backs an answer in its own segment of codes, and no other', () => {
    const found = assignMains(LIST, MAINS, new Map([['225-1', POOL]]));
    const backed = found.filter((one) => one.backed).map(({ item }) => item);
    expect(backed).toEqual(['225-1', '225-2', '225-3', '225-4']);
    expect(assignMains(LIST, MAINS).filter((one) => one.backed)).toEqual([]);
  });

  test('a main item that is known to be wrong is not given, nor named among the likeliest', () => {
    const found = assignMains(LIST, MAINS, new Map(), new Map([['42-3', new Set([CLINIC])]]));
    const barred = found.find(({ item }) => item === '42-3');
    expect(barred?.main).toBeNull();
    expect(barred?.candidates.map(({ reference }) => reference)).not.toContain(CLINIC);
    expect(found.find(({ item }) => item === '42-2')?.main).toBe(CLINIC);
  });

  test('a row that is a main item itself stands below none, and its code heads the segment', () => {
    const head = anItem(POOL, 225, 0);
    const found = assignMains([...LIST, head], [...MAINS.slice(1), head]);
    expect(found.find(({ item }) => item === head.id)?.main).toBeNull();
    expect(found.find(({ item }) => item === '225-4')?.main).toBe(head.id);
  });
});

describe('evidence', () => {
  test('its bits are the odds of the main item against none', () => {
    for (const { main, confidence, evidence } of assignMains(LIST, [aMain(CLINIC)])) {
      const odds = evidence.reduce((sum, { bits }) => sum + bits, 0);
      const chance = 1 / (1 + 2 ** -odds);
      if (evidence.length > 0) expect(main === null ? 1 - chance : chance).toBeCloseTo(confidence, 1);
    }
  });

  test('stands beside the likeliest main items, the answer first', () => {
    const found = assignMains(LIST, MAINS).find(({ item }) => item === '42-3');
    expect(found?.candidates[0]).toEqual({ reference: CLINIC, confidence: found?.confidence });
    const chances = (found?.candidates ?? []).map(({ confidence }) => confidence);
    expect(chances).toEqual([...chances].sort((one, other) => other - one));
  });

  test('is told in Chinese, largest effect first', () => {
    const [first] = assignMains(LIST, MAINS);
    const bits = (first?.evidence ?? []).map((one) => Math.abs(one.bits));
    expect(bits.length).toBeGreaterThan(2);
    expect(bits).toEqual([...bits].sort((one, other) => other - one));
    for (const { note } of first?.evidence ?? [])
      expect(note).toMatch(/^\p{Script=Han}[\p{Script=Han}，、]+$/u);
  });

  test('nothing to find gives nothing', () => {
    expect(assignMains([], MAINS)).toEqual([]);
    expect(assignMains(LIST.slice(0, 1), [])).toEqual([
      { item: '225-1', main: null, confidence: 1, backed: false, candidates: [], evidence: [] },
    ]);
  });
});
