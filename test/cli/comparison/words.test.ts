import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADOPTION_WORDS, RULE_NAMES, ruleNumber, ruleText } from '../../../cli/comparison/words.ts';
import { RULE_CODES } from '../../../comparison/finding.ts';

const guide = readFileSync(new URL('../../../docs/comparison.md', import.meta.url), 'utf8');

describe('what the analysts’ guide says', () => {
  test.each(RULE_CODES)('%s has the name the files give it', (rule) => {
    expect(guide).toContain(`| ${ruleNumber(rule)} | ${RULE_NAMES[rule]} |`);
  });

  test.each(Object.entries(ADOPTION_WORDS))('%s is told as the files tell it', (state, { word }) => {
    expect(guide).toContain(`| ${word} | \`${state}\` |`);
  });
});

test.each(RULE_CODES)('%s is told with what it asks and whose it is', (rule) => {
  const { title, source } = ruleText(rule);
  expect([title, source].filter((text) => text === '' || text === RULE_NAMES[rule])).toEqual([]);
});

test('names of rules fit on the tab of a worksheet', () => {
  const names = RULE_CODES.map((rule) => `${ruleNumber(rule)} ${RULE_NAMES[rule]}`);
  expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\']/u.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
