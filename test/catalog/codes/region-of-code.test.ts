import { expect, test } from 'vitest';
import { parseCode } from '../../../catalog/codes/parse.ts';
import { regionOfCode } from '../../../catalog/codes/region-of-code.ts';

test.each([
  ['11880121146035644U4882036001001', '880121000000'],
  ['11880121146035644U488203600100101', '880121000000'],
  ['11880000146035644U4882036001001', '880000000000'],
  ['11100000146035644U4882036001001', '000000000000'],
  ['511A0138000000-511602000000-000-1151160200853456XW-1-00', '511602000000'],
  ['9999999999999999994882036001001', undefined],
  ['TE88012114603564404882036001001', undefined],
  ['511A0138000000', undefined],
  ['882036001001', undefined],
  ['X-1', undefined],
])('the office of %s is of region %s', (code, region) => {
  expect(regionOfCode(parseCode(code))).toBe(region);
});
