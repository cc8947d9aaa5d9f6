import { expect, test } from 'vitest';
import type { FieldDrift } from '../../../comparison/drift.ts';
import { driftText } from '../../../subgraphs/matching/drift-text.ts';

const drift = (now: string, local: string) => ({ now, local }) as FieldDrift;

/** A text in which the same characters come again in another order. */
const words = (length: number, step: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * step) % 97))).join('');

test('the texts of a difference are compared once', () => {
  const one = drift('药品零售许可', '药品批发许可');
  expect(driftText(one)).toBe(driftText(one));
  expect(driftText(one).right.map(({ text }) => text)).toEqual(['药品', '批发', '许可']);
});

test.each([
  ['of some words', 150, true],
  ['of a page', 1000, false],
])(
  'texts %s are told apart letter by letter: only as long as a page of rows stays quick',
  (_what, length, isClose) => {
    const { left } = driftText(drift(words(length, 5), `首${words(length, 7)}尾`));
    expect(left.some(({ isOwn }) => !isOwn) && left.length > 1).toBe(isClose);
    expect(left.map(({ text }) => text).join('')).toBe(words(length, 5));
  },
);

test('a long text with a small change shows the change alone', () => {
  const [start, end] = [words(800, 5), words(600, 7)];
  const { right } = driftText(drift(`${start}三日${end}`, `${start}五日${end}`));
  expect(right.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(['五']);
});
