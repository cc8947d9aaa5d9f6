import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODE_SCHEMES } from '../../catalog/codes/schemes.ts';
import { ENUMERATIONS } from '../../catalog/enumerations.ts';
import { DIFFERENCE_GROUPS } from '../../catalog/fields/field.ts';
import { FIELDS } from '../../catalog/fields.ts';
import { SEVERITIES } from '../../catalog/problems.ts';

const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');

/** The lines of the section headed by a name, up to the next heading. */
function section(name: string): string[] {
  const [, after = ''] = glossary.split(new RegExp(`^### .*\`${name}\`$`, 'mu'));
  return after.split(/^#/mu)[0]?.split('\n') ?? [];
}

const cells = (line: string) => line.split('|').map((cell) => cell.trim());

describe('the glossary', () => {
  test.each(Object.entries(ENUMERATIONS))(
    'has every symbol of %s beside its Chinese label',
    (name, { values }) => {
      const lines = section(name).map((line) => cells(line).slice(1, 3));
      for (const { symbol, chinese } of values) expect(lines).toContainEqual([chinese, `\`${symbol}\``]);
    },
  );

  test.each(Object.entries(FIELDS))('has every element of %s beside its Chinese name', (owner, fields) => {
    const lines = section(owner).map((line) => cells(line).slice(1, 3));
    for (const { element, chinese } of fields) expect(lines).toContainEqual([chinese, `\`${element}\``]);
  });

  test('has every code scheme, difference group and severity', () => {
    for (const word of [...CODE_SCHEMES, ...Object.keys(DIFFERENCE_GROUPS), ...SEVERITIES]) {
      expect(glossary).toContain(`\`${word}\``);
    }
  });

  test('says no Chinese term twice among the terms', () => {
    const terms = (glossary.split(/^## /mu)[1] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
      .map((line) => cells(line)[1]);
    expect(terms.length).toBeGreaterThan(50);
    expect(new Set(terms).size).toBe(terms.length);
  });
});
