import { expect, test } from 'vitest';
import { familiesOf } from '../../../matching/evaluation/families.ts';

test.each([
  ['strangers', ['ab', 'cd'], [['ab'], ['cd']]],
  ['one item in common', ['ab', 'cd', 'bd'], [['ab', 'cd', 'bd']]],
  ['through a chain that is closed last', ['ab', 'cd', 'ef', 'bc', 'de'], [['ab', 'cd', 'ef', 'bc', 'de']]],
  ['in the order of the first', ['cd', 'ab', 'ac', 'xy'], [['cd', 'ab', 'ac'], ['xy']]],
  ['nothing', [], []],
])('%s', (_, things, expected) => {
  expect(familiesOf(things, (thing) => [...thing])).toEqual(expected);
});

test('a thing without a key is a bug', () => {
  expect(() => familiesOf([''], (thing) => [...thing])).toThrow('no family');
});
