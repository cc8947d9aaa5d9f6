import { expect, test } from 'vitest';
import { numeralValue } from '../../catalog/numerals.ts';

test.each([
  ['35', 35],
  ['３５', 35],
  ['零', 0],
  ['五', 5],
  ['两', 2],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['三十五', 35],
  ['一百', 100],
  ['一百零八', 108],
  ['一百一十', 110],
  ['一百二十八', 128],
  ['一千二百六十', 1260],
  ['一千零五', 1005],
  ['一〇八', 108],
  ['二〇二三', 2023],
  ['', undefined],
  ['一二', undefined],
  ['十十', undefined],
  ['百', undefined],
  ['三五十', undefined],
  ['3十', undefined],
  ['许可', undefined],
])('%s is %s', (numeral, value) => {
  expect(numeralValue(numeral)).toBe(value);
});
