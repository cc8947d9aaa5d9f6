import { expect, test } from 'vitest';
import { departmentKey, departmentRelation } from '../../../matching/fields/department-key.ts';

test.each([
  ['青溪县水利局', '长风市水务局', 'SAME'],
  ['青溪县水利局', '青溪县教育局', 'OTHER'],
  ['青溪县水利局', '青溪县行政审批局', 'UNKNOWN'],
  ['青溪县水利局', '白水镇人民政府', 'UNKNOWN'],
  ['青溪县水利局', '柳溪村村民委员会', 'UNKNOWN'],
  ['青溪县水利局', '青溪县柳溪社区居民委员会', 'UNKNOWN'],
  ['青溪县水利局', '', 'UNKNOWN'],
  // Words of those offices in the name of another.
  ['青溪县教育局', '青溪县人民政府教育局', 'SAME'],
])('%s beside %s: %s', (left, right, relation) => {
  expect(departmentRelation(departmentKey(left), departmentKey(right))).toBe(relation);
});

test('a page of text is no department', () => {
  const started = performance.now();
  expect(departmentKey('水利局'.repeat(20_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(500);
});
