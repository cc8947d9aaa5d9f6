import { describe, expect, test } from 'vitest';
import { parseLegalBases } from '../../../catalog/legal-basis.ts';
import { phoneNumbers } from '../../../catalog/phone-numbers.ts';
import { textOf } from '../../../catalog/rules/record-values.ts';
import { vagueConditions, vaguenessOfMaterial } from '../../../catalog/vague-words.ts';

const LENGTH = 40_000;
const filled = (head: string, repeated: string, tail: string): string =>
  head + repeated.repeat(LENGTH / repeated.length) + tail;

/** With patterns that go back over a run again and again these took ten seconds and more. */
describe.each([
  ['an order number and blanks', '国务院令', ' ', 'x'],
  ['a clause number and blanks', '第1', ' ', 'x'],
  ['a document number and blanks', '国发〔2014', ' ', 'x'],
  ['stops', 'a', '；', 'x'],
  ['empty words', '按', '有关', 'x'],
  ['empty words after others', '其他', '有关', 'x'],
  ['a mailbox that never comes', '', 'a.', ''],
  ['numerals', '第', '1', 'x'],
  ['title marks', '', '《a', ''],
])('%s', (_label, head, repeated, tail) => {
  test('is read in a moment', () => {
    const text = filled(head, repeated, tail);
    const before = process.cpuUsage().user;
    parseLegalBases(text);
    vagueConditions(text);
    vaguenessOfMaterial(`${text}材料`);
    phoneNumbers(text);
    expect(process.cpuUsage().user - before).toBeLessThan(1_500_000);
  });
});

test('the checks read the beginning of a text, and no half of a character', () => {
  expect(textOf({ value: '县'.repeat(6_000) }, 'value')).toBe('县'.repeat(5_000));
  expect(textOf({ value: `${'县'.repeat(4_999)}𠮷` }, 'value').isWellFormed()).toBe(true);
});
