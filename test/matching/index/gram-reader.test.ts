import { expect, test } from 'vitest';
import { gramReader } from '../../../matching/index/gram-reader.ts';

const read = (text: string, weightOf: (gram: string) => number = () => 2) => {
  const reader = gramReader({ weightOf, shareOf: () => 0, commonBelow: 1 });
  const count = reader.read(text);
  return Array.from({ length: count }, (_, at) => {
    const key = reader.keys()[at] as number;
    const second = key & 0xffff;
    return [
      String.fromCharCode(key >>> 16) + (second === 0 ? '' : String.fromCharCode(second)),
      reader.squares()[at],
      reader.common()[at],
    ];
  });
};

const grams = (text: string) => read(text).map(([gram]) => gram);

test.each([
  ['characters and pairs in order of first sight', '甲乙丙', ['甲', '甲乙', '乙', '乙丙', '丙']],
  ['each once', '甲甲甲', ['甲', '甲甲']],
  ['no pair over a mark or a gap', '甲（乙 丙', ['甲', '乙', '丙']],
  ['nothing of a text without letters', '（）·-', []],
])('%s', (_case, text, expected) => {
  expect(grams(text)).toEqual(expected);
});

test('a pair counts the square of its weight, a character 0.35 of it before squaring', () => {
  expect(read('甲乙', (gram) => gram.length)).toEqual([
    ['甲', expect.closeTo(0.1225, 12), 0],
    ['甲乙', 4, 0],
    ['乙', expect.closeTo(0.1225, 12), 0],
  ]);
});

test('common is what weighs less than the model says, characters by their own weight', () => {
  const weightOf = (gram: string) => (gram.includes('乙') ? 0.9 : 1);
  expect(read('甲乙', weightOf).map(([gram, , common]) => [gram, common])).toEqual([
    ['甲', 0],
    ['甲乙', 1],
    ['乙', 1],
  ]);
});

test('a weight is asked for once, also when the memory of weights has grown', () => {
  const asked = new Map<string, number>();
  const weights = {
    weightOf: (gram: string) => {
      asked.set(gram, (asked.get(gram) ?? 0) + 1);
      return gram.charCodeAt(0);
    },
    shareOf: () => 0,
    commonBelow: 0,
  };
  const reader = gramReader(weights);
  const text = Array.from({ length: 12_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  const first = reader.read(text);
  const squares = reader.squares().slice(0, first);
  expect(first).toBe(23_999);
  expect(gramReader(weights).read(text)).toBe(first);
  expect(reader.squares().slice(0, first)).toEqual(squares);
  expect([...asked.values()].every((times) => times === 1)).toBe(true);
});
