import { expect, test } from 'vitest';
import { markFormula, unmarkFormula } from '../../../intake/export/formula-mark.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+8610', "'+8610"],
  ['-', "'-"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\r', "'\r"],
  ['＝1', "'＝1"],
  ['＋', "'＋"],
  ['－5', "'－5"],
  ['＠', "'＠"],
  ["'=1", "''=1"],
  ["''@", "'''@"],
  ["'甲'", "'甲'"],
  ["'", "'"],
  ['甲=1', '甲=1'],
  ['', ''],
])('%j is written %j and read back', (text, written) => {
  expect(markFormula(text)).toBe(written);
  expect(unmarkFormula(written)).toBe(text);
});
