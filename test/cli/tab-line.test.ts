import { expect, test } from 'vitest';
import { tabLine } from '../../cli/tab-line.ts';

test('cells stand between tabs, nothing for what is not there', () => {
  expect(tabLine([3, '名称', null, undefined, ''])).toBe('3\t名称\t\t\t\n');
});

test.each([
  ['a line of its own', 'ci_1\n331022000000:7\t2026-01-01', 'ci_1 331022000000:7 2026-01-01'],
  ['the line before written over', '\r已生效', ' 已生效'],
  ['commands to the terminal', 'a\u001b[2Kb\u009b1Ac', 'a [2Kb 1Ac'],
  ['text shown backwards', 'a\u202ecba\u2066d', 'a cba d'],
  ['other ends of lines', 'a\u2028b\u0085c\u000bd', 'a b c d'],
])('%s is only a space', (_, written, shown) => {
  expect(tabLine([written, 'x'])).toBe(`${shown}\tx\n`);
});

test('rare characters are left as they are', () => {
  expect(tabLine(['𠮷\u{E000}\u{200D}（县）'])).toBe('𠮷\u{E000}\u{200D}（县）\n');
});
