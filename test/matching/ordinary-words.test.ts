import { expect, test } from 'vitest';
import { createMatcher } from '../../matching/matcher.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';

const answerOf = (item: string, reference: string) =>
  createMatcher([{ id: 'r', name: reference }]).match({ id: 'i', name: item });

test.each(ORDINARY_WORDS)('%s and %s: a person must look', (one, other) => {
  expect([answerOf(one, other).band, answerOf(other, one).band]).not.toContain('AUTO');
});

// So that a gate that lets nothing pass would be seen: slips inside a word, between words that stand.
test.each([
  ['取水许可变耕登记', '取水许可变更登记'],
  ['机动车驾驶证换另申请', '机动车驾驶证换领申请'],
])('%s is %s', (one, other) => {
  expect(answerOf(one, other)).toMatchObject({ match: 'r', relation: 'EQUIVALENT' });
});
