import { describe, expect, test } from 'vitest';
import { FOUND_MODEL, PAIR_MODEL } from '../../../matching/model/pair-model.ts';
import { FEATURES, featureValues } from '../../../matching/pair/features.ts';
import { comparePair } from '../../../matching/pair/score-pair.ts';
import { prepareItem } from '../../../matching/prepared-item.ts';
import { NAMES } from './compared.ts';

const valuesOf = (left: string, right: string): Float64Array =>
  featureValues(comparePair(prepareItem({ id: 'l', name: left }), prepareItem({ id: 'r', name: right })));

const numberOf = (left: string, right: string, name: string): number | undefined =>
  valuesOf(left, right)[FEATURES.findIndex((feature) => feature.name === name)];

describe('the numbers of a pair', () => {
  test.each([
    ['pair', PAIR_MODEL],
    ['found', FOUND_MODEL],
  ])('are those the %s model was trained with', (_name, model) =>
    expect(model.features).toEqual(FEATURES.map(({ name }) => name)),
  );

  test('have names of their own', () => {
    const names = FEATURES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each is written, over whatever stood there', () => {
    const pair = comparePair(
      prepareItem({ id: 'l', name: NAMES[0] }),
      prepareItem({ id: 'r', name: NAMES[1] }),
    );
    const room = new Float64Array(FEATURES.length + 1).fill(Number.NaN);
    expect([...featureValues(pair, room)].map(Number.isNaN)).toEqual([...FEATURES.map(() => false), true]);
  });

  test('do not tell which name stands left', () => {
    for (const left of NAMES) {
      for (const right of NAMES) {
        const [there, back] = [valuesOf(left, right), valuesOf(right, left)];
        for (const [at, { name }] of FEATURES.entries()) {
          expect(there[at], `${name} of ${left} and ${right}`).toBeCloseTo(back[at] as number, 12);
        }
      }
    }
  });

  test.each([
    ['取水许可', '取水许可', 'sameText', 1],
    ['1.取水许可', '取水许可', 'sameText', 1],
    ['取水许可（新办）', '取水许可', 'sameObject', 1],
    ['取水许可变更', '取水许可', 'lifeCycle.only', 1],
    ['取水许可变更', '取水许可注销', 'lifeCycle.disjoint', 1],
    ['取水许可变更', '取水许可变更', 'lifeCycle.equal', 1],
    ['取水许可变更、注销', '取水许可变更', 'lifeCycle.more', 1],
    ['残疾人证查询', '残疾人证办理', 'about.only', 1],
    ['80周岁津贴', '90周岁津贴', 'counts.other', 1],
    ['80周岁津贴', '八十周岁津贴', 'counts.equal', 1],
    ['80周岁津贴', '津贴', 'counts.only', 1],
    ['许可（不含餐饮）', '许可', 'excluded.only', 1],
    ['许可（不含餐饮）', '许可（不含零售）', 'excluded.other', 1],
    ['许可（不含餐饮）', '餐饮许可', 'excluded.opposite', 1],
    ['甲、乙、丙登记', '甲登记', 'joints.larger', 2],
    ['甲、乙、丙登记', '甲登记', 'joints.smaller', 0],
    ['取水许可…', '取水许可', 'truncated', 1],
    ['取水许可', '取水许可', 'code', 0],
  ])('%s and %s: %s is %d', (left, right, name, value) => expect(numberOf(left, right, name)).toBe(value));

  test('codes, laws, departments and types are steps', () => {
    const item = {
      id: 'l',
      name: '取水许可',
      codes: ['000119004000'],
      type: '行政许可',
      department: '某县水利局',
      legalBases: [{ lawName: '水法', clauseNumber: '第七条' }],
    };
    const values = featureValues(comparePair(prepareItem(item), prepareItem({ ...item, id: 'r' })));
    const names = ['department', 'type', 'code', 'law'];
    expect(names.map((name) => values[FEATURES.findIndex((one) => one.name === name)])).toEqual([1, 1, 3, 3]);
  });
});
