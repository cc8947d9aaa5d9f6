import { expect, test } from 'vitest';
import { findingWords } from '../../../cli/trail/finding-words.ts';

test.each([
  [{ kind: 'ANCHOR_DIFFERS', release: 3 }, '留痕：版次 3 与所给的摘要不符：记下之后被改写过，或者'],
  [
    { kind: 'ANCHOR_MISSING', region: '880121000000', sequence: 9 },
    '第 9 条 没有可与所给的摘要核对的记录：已被删去，或者',
  ],
] as const)('a digest that does not fit may also have been mistyped: %j', (finding, words) => {
  expect(findingWords(finding)).toContain(words);
  expect(findingWords(finding)).toContain('写错了，请先与记下的核对一遍');
});

test('what needs no digest from elsewhere speaks of none', () => {
  expect(findingWords({ kind: 'REWRITTEN', region: '880121000000', sequence: 2, release: 3 })).toBe(
    '留痕：区划 880121000000 第 2 条（版次 3） 与版次所封存的摘要不符，被改写过',
  );
});
