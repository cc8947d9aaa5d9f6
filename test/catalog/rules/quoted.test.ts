import { expect, test } from 'vitest';
import { enumerated, quoted } from '../../../catalog/rules/quoted.ts';

const TITLES = [...'甲乙丙丁戊己庚辛壬'];

test.each([
  [0, ''],
  [1, '甲'],
  [8, '甲、乙、丙、丁、戊、己、庚、辛'],
  [9, '甲、乙、丙、丁、戊、己、庚、辛等 9 项'],
])('%i titles', (count, expected) => expect(enumerated(TITLES.slice(0, count))).toBe(expected));

test.each([
  [['甲', '甲'], '“甲”'],
  [['甲', '乙', '丙'], '“甲”“乙”“丙”'],
  [['甲', '乙', '丙', '丁'], '“甲”“乙”“丙”等 4 项'],
])('%j in quotation marks', (names, expected) => expect(quoted(names)).toBe(expected));
