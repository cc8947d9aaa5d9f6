import { expect, test } from 'vitest';
import { codeKey, codeRelation } from '../../../matching/fields/code-key.ts';

const relation = (left: string, right: string): string => {
  const keys = [left, right].map((raw) => codeKey(raw)).filter((key) => key !== undefined);
  const [one, other] = keys;
  return one === undefined || other === undefined ? 'NO_KEY' : codeRelation([one], [other]);
};

test.each([
  ['440115058009', '440115058009', 'EXACT'],
  ['440115058009', '440115058008', 'SAME_MAIN'],
  ['440115058000', '440115058009', 'MAIN_ITEM'],
  ['44011505800Y', '440115058009', 'MAIN_ITEM'],
  ['44011505800Y', '440115058000', 'MAIN_ITEM'],
  ['440115058009', '440115059009', 'ELSEWHERE'],
  ['440115058009', '330115058009', 'UNKNOWN'],
  // Zhejiang's old numbers: main item, sub-item and what is below it.
  ['许可-00193-000', '许可-00193-001', 'MAIN_ITEM'],
  ['许可-00193-001', '许可-00193-001-02', 'MAIN_ITEM'],
  ['许可-00193-000', '许可-00193-001-02', 'MAIN_ITEM'],
  ['许可-00193-001', '许可-00193-002', 'SAME_MAIN'],
  ['许可-00193-001', '许可-00194-001', 'ELSEWHERE'],
  ['公共服务-00512-002', '331400512002', 'EXACT'],
  ['XK0010100Y', 'XK00101001', 'MAIN_ITEM'],
  ['XK00101002', 'XK00101001', 'SAME_MAIN'],
  ['XK00102001', 'XK00101001', 'ELSEWHERE'],
  // 5100 is the province: the last digits alone are the item.
  ['1J-5100-00027', '1J-5100-00028', 'ELSEWHERE'],
  ['1J-5100-00027', '1J-5100-00027', 'EXACT'],
  ['G-000007-001', 'G-000007-002', 'SAME_MAIN'],
  ['511A0138000000', '511A01380000', 'EXACT'],
  ['511A0138000000', '511A0138000018', 'MAIN_ITEM'],
])('%s beside %s: %s', (left, right, expected) => {
  expect(relation(left, right)).toBe(expected);
  expect(relation(right, left)).toBe(expected);
});
