import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideReference } from '../../comparison/compare-lists.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import type { Elements } from '../../comparison/drift.ts';
import { states } from '../../comparison/element-value.ts';
import { unlikeElements, unlikeReference } from '../../comparison/unlike-reference.ts';
import { authorityOf } from './rules/place.ts';

const law = (clauseNumber: string) => ({ lawName: '中华人民共和国行政许可法', clauseNumber });

/** What an element may say: alike, alike in other words, otherwise, nothing. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  name: ['采矿许可', '取水许可', '采矿'],
  mainItemName: ['采矿许可', '采矿 许可', '取水许可', '', null],
  serviceObjects: [['NATURAL_PERSON'], ['NATURAL_PERSON', 'LEGAL_PERSON'], []],
  statutoryLimit: [
    { amount: 20, unit: 'DAY', raw: '20日' },
    { amount: 20, unit: 'DAY', raw: '二十日' },
    { amount: 5, unit: 'DAY', raw: '5日' },
  ],
  legalBasisText: ['《中华人民共和国行政许可法》第二条', '《行政许可法》第二条', '《行政许可法》第三条'],
  legalBases: [[law('第二条')], [law('第三条')], []],
  materialsText: ['身份证', '居民身份证；申请书', '申请书'],
  materials: [[{ name: '身份证' }], [{ name: '申请书' }], []],
  acceptCondition: ['年满十八周岁', '年满十八周岁。', '有固定住所'],
  conditions: [[{ name: '年满十八周岁' }], [{ name: '有固定住所' }]],
  isCharged: [true, false],
};

const elements = fc.record(
  Object.fromEntries(Object.entries(VALUES).map(([key, values]) => [key, fc.constantFrom(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Elements>;

/** A local text that mostly hands on what the reference says, the very values or copies of them. */
const localOf = (now: Elements, own: Elements, kept: readonly number[]): Elements =>
  Object.fromEntries(
    Object.keys(VALUES).flatMap((key, at): [string, unknown][] => {
      if (kept[at] === 0) return key in own ? [[key, own[key]]] : [];
      if (!(key in now)) return [];
      return [[key, kept[at] === 1 ? structuredClone(now[key]) : now[key]]];
    }),
  );

const NAMED = { name: '采矿许可' };

const based = (referenceId: string, version: number, said: Elements) => ({
  ...{ referenceId, version, elements: { ...NAMED, itemType: 'LICENSING', ...said } },
  ...{ sinceRelease: version, sinceDay: '2026-01-01' },
});

const STATES = ['LOCAL_EDIT', 'CONFLICT'];

test('what is handed on unchanged hides no edit, whatever version it was handed on from', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(
      fc.tuple(elements, elements, elements, elements, elements),
      fc.array(fc.constantFrom(0, 1, 2, 2, 2, 2), { minLength: 13, maxLength: 13 }),
      ([now, recorded, before, own, other], kept) => {
        const authority = authorityOf({
          reference: [{ id: 'r', ...NAMED, ...now }],
          directory: [
            { id: 'c', of: 'r', ...NAMED, ...localOf(now, own, kept) },
            { id: 'd', ...other },
          ],
          based: { c: based('r', 2, recorded) },
          earlier: { r: [based('r', 1, before)] },
        });
        const [list] = authority.lists;
        const [item, reference] = ['c', 'r'].map((id) => authority.item(id) as ComparedItem);
        if (list === undefined || item === undefined || reference === undefined) throw new Error('no item');
        const told = (beside: typeof unlikeReference) =>
          beside(authority, list, item, reference)
            .drift.filter(({ state }) => STATES.includes(state))
            .map(({ field, state }) => `${field.element} ${state}`);
        const whole = told(besideReference);
        seen.add(whole.length > 0);
        expect(told(unlikeReference)).toEqual(whole);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(seen.size).toBe(2);
});

test('only what is not the very value of the reference is looked at, and what a guide leaves out is not, nor a main item', () => {
  const now = {
    name: '采矿许可',
    mainItemName: '采矿',
    resultName: '采矿许可证',
    statutoryLimit: { amount: 1 },
    acceptCondition: '年满',
  };
  const local = { ...now, name: '采矿', mainItemName: '', resultName: undefined, acceptCondition: undefined };
  const stated = new Set(Object.keys(now));
  expect(states(local, 'acceptCondition')).toBe(false);
  const unlike = unlikeElements({ stated }, { elements: local }, { elements: now });
  expect([...unlike].sort()).toEqual(['name', 'resultName']);
  expect(unlikeElements({ stated }, { elements: now }, { elements: now }).size).toBe(0);
});
