import { expect, test } from 'vitest';
import { gramKey, gramTable } from '../../../matching/model/gram-table.ts';

const keyOf = (gram: string): number => gramKey(gram.charCodeAt(0), gram.length > 1 ? gram.charCodeAt(1) : 0);

test('tells the place of every gram, and that others have none', () => {
  const characters = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + 397 * at));
  const grams = characters.flatMap((one) => [one, ...characters.slice(0, 30).map((other) => one + other)]);
  const table = gramTable(grams);
  expect(grams.map((gram) => table.placeOf(keyOf(gram)))).toEqual(grams.map((_, place) => place));
  const strangers = characters.flatMap((one) => characters.slice(30).map((other) => one + other));
  expect(strangers.filter((gram) => table.placeOf(keyOf(gram)) !== -1)).toEqual([]);
});

test('an empty table knows nothing', () => expect(gramTable([]).placeOf(keyOf('许可'))).toBe(-1));
