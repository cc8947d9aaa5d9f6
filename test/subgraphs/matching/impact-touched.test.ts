import { expect, test } from 'vitest';
import type { ItemType } from '../../../catalog/enumerations.ts';
import { FIELDS } from '../../../catalog/fields.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../../comparison/compared-item.ts';
import type { FieldDrift } from '../../../comparison/drift.ts';
import type { DriftState } from '../../../comparison/three-way.ts';
import { targetsMet, touchedItems } from '../../../subgraphs/matching/impact-touched.ts';
import { figure, smallAuthority } from '../../comparison/indicators/small-authority.ts';

const limit = (amount: number, unit: string) => ({ amount, unit, immediate: amount === 0, raw: `${amount}` });

/** Of an item of a type: what it promises, what the law allows, and whether that is within the half. */
type Case = [
  about: string,
  type: ItemType,
  promised: unknown,
  legal: unknown,
  isMet: boolean | undefined,
  caseType?: string,
];

const CASES: readonly Case[] = [
  ['half', 'PAYMENT', limit(10, 'WORKING_DAY'), limit(20, 'WORKING_DAY'), true],
  ['more than half', 'PAYMENT', limit(11, 'WORKING_DAY'), limit(20, 'WORKING_DAY'), false],
  ['within a day, as the law', 'PAYMENT', limit(1, 'WORKING_DAY'), limit(1, 'WORKING_DAY'), true],
  ['on the spot', 'PAYMENT', limit(3, 'WORKING_DAY'), limit(3, 'WORKING_DAY'), true, 'IMMEDIATE'],
  ['over the law', 'PAYMENT', limit(4, 'WORKING_DAY'), limit(3, 'WORKING_DAY'), false, 'IMMEDIATE'],
  ['a licence’s legal days', 'LICENSING', limit(10, 'WORKING_DAY'), limit(20, 'DAY'), true],
  ['another’s legal days', 'PAYMENT', limit(10, 'WORKING_DAY'), limit(20, 'DAY'), undefined],
  ['no promise', 'PAYMENT', undefined, limit(20, 'DAY'), undefined],
  ['no legal limit', 'PAYMENT', limit(10, 'DAY'), undefined, undefined],
  ['on the spot by law', 'PAYMENT', limit(0, 'WORKING_DAY'), limit(0, 'WORKING_DAY'), undefined],
];

test.each<Case>(CASES)(
  '%s is within the half here as in the figure',
  (_about, type, promisedLimit, statutoryLimit, isMet, caseType = 'PROMISED') => {
    const elements = { promisedLimit, statutoryLimit, caseType };
    expect(targetsMet({ itemType: type, elements }).withinHalf).toBe(isMet);
    // A second item keeps the column on the list where the first states no promise.
    const other = { id: 'other', state: 'SUSPENDED', elements: { promisedLimit: limit(1, 'DAY') } } as const;
    const { numeratorIds, denominatorIds } = figure('PROMISE_WITHIN_HALF', [
      { id: 'a', type, elements },
      other,
    ]);
    expect([numeratorIds, denominatorIds]).toEqual([isMet ? ['a'] : [], isMet === undefined ? [] : ['a']]);
  },
);

test('an item that takes over another type is measured as of that type', () => {
  const elements = { promisedLimit: limit(10, 'WORKING_DAY'), statutoryLimit: limit(20, 'DAY') };
  const { authority } = smallAuthority(
    [{ id: 'a', type: 'PAYMENT', elements, reference: 'r' }],
    [{ id: 'r', type: 'PAYMENT' }],
  );
  const [list] = authority.lists as readonly [ComparedList];
  const [link] = authority.links.from('REFERENCE', 'a') as readonly [ComparedLink];
  const published = authority.item('r') as ComparedItem;
  const said = { ...published.elements, itemType: 'LICENSING' };
  const drafted: ComparedItem = { ...published, itemType: 'LICENSING', elements: said };
  const field = FIELDS.item.find(({ element }) => element === 'itemType') as FieldDrift['field'];
  const sides = { base: '行政给付', now: '行政许可', local: '行政给付', added: [], missing: [] };
  const change = {
    kind: 'CHANGED',
    published,
    drafted,
    elements: [{ field, state: 'BEHIND', ...sides }],
  } as const;
  const drift = (state: DriftState) => [{ field, state, ...sides }];
  const rowOf = (reference: ComparedItem, state: DriftState) => {
    const by = [{ item: authority.item('a') as ComparedItem, link, drift: drift(state) }];
    return { reference, adoption: { state: 'ADAPTED', by, besides: [] } } as const;
  };
  const rows = { referenceId: 'r', before: rowOf(published, 'UNCHANGED'), after: rowOf(drafted, 'BEHIND') };
  const touched = touchedItems(list, rows, change, new Map());
  expect(touched.map(({ before, after }) => [before.withinHalf, after.withinHalf])).toEqual([
    [undefined, true],
  ]);
});
