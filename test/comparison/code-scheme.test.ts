import { expect, test } from 'vitest';
import { compareLists } from '../../comparison/compare-lists.ts';
import type { ComparedList } from '../../comparison/compared-item.ts';
import { authorityOf, findingsOf, type Place } from './rules/place.ts';

const stateOf = (place: Place) => {
  const authority = authorityOf(place);
  const [list, catalog] = [authority.lists[0] as ComparedList, authority.references[0] as ComparedList];
  const [row] = compareLists(authority, list, catalog).rows;
  const differing = row?.adoption.by[0]?.drift.filter(({ state }) => state !== 'UNCHANGED');
  return [row?.adoption.state, differing?.map(({ field }) => field.element)];
};

const reference = [{ id: 'r', name: '取水许可', code: 'CN_12:440101007000', basicCode: '440101007000' }];
const local = (code: string | undefined, basicCode: string | undefined): Place => ({
  reference,
  power: [
    {
      id: 'p',
      name: '取水许可',
      of: 'r',
      ...(code === undefined ? {} : { code }),
      ...(basicCode === undefined ? {} : { basicCode }),
    },
    { id: 'q', code: 'CN_12:440101009000' },
  ],
});

test.each([
  ['CN_12:440101008000', 1],
  ['CN_12:512012002010', 0],
])('a basic code %s is told to be changed in %i findings', (code, count) => {
  const found = findingsOf('CMP_05', local(code, code.slice(6)));
  expect(found.map(({ field }) => field)).toEqual(Array(count).fill('basicCode'));
});

test.each([
  ['the same code', 'CN_12:440101007000', '440101007000', ['ADOPTED', []]],
  ['another of the same scheme', 'CN_12:440101008000', '440101008000', ['ADAPTED', ['basicCode']]],
  [
    'one of another scheme, which can be held against none',
    'SICHUAN:511Z07001006',
    '511Z07001006',
    ['ADOPTED', []],
  ],
  ['another province’s, of as many digits', 'CN_12:512012002010', '512012002010', ['ADOPTED', []]],
  [
    'the country’s, which goes for provinces too',
    'CN_12:000101008000',
    '000101008000',
    ['ADAPTED', ['basicCode']],
  ],
  ['none, on a list that has codes', undefined, undefined, ['ADAPTED', ['basicCode']]],
])('a basic code: %s', (_about, code, basicCode, found) => {
  expect(stateOf(local(code, basicCode))).toEqual(found);
});
