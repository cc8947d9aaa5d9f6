import { describe, expect, test } from 'vitest';
import { ENUMERATIONS, type EnumerationName } from '../../../catalog/enumerations.ts';
import type { Field } from '../../../catalog/fields/field.ts';
import { ALL_FIELDS } from '../../../catalog/fields.ts';
import { plainText, readCell } from '../../../intake/cells.ts';
import { cellContent } from '../../../intake/export/element-cells.ts';
import { cellText } from '../../../intake/export/table-text.ts';

/** What an import reads of the content, from JSON and from a table. */
const readBack = (field: Field, value: unknown) => {
  const content = cellContent(field, value);
  return [plainText(content), cellText(content)].map((text) => readCell(field, text).value);
};

const coded = ALL_FIELDS.filter(({ enumeration }) => enumeration !== undefined);

describe('every symbol of a code list comes back', () => {
  test.each(coded.map((field) => [`${field.owner}.${field.element}`, field] as const))(
    '%s',
    (_name, field) => {
      const symbols = ENUMERATIONS[field.enumeration as EnumerationName].values.map(({ symbol }) => symbol);
      const values = field.type === 'enumeration' ? symbols : [...symbols.map((symbol) => [symbol]), symbols];
      for (const value of values) expect(readBack(field, value)).toEqual([value, value]);
    },
  );
});

const fieldOfType = (type: Field['type']): Field => {
  const field = ALL_FIELDS.find((each) => each.type === type);
  if (field === undefined) throw new Error(type);
  return field;
};

test.each([
  ['text', '=1;"甲"\n乙'],
  ['integer', 12],
  ['boolean', true],
  ['boolean', false],
  ['date', '2024-02-29'],
  ['list', ['甲', '乙']],
  ['list', ['无']],
  ['timeLimit', { amount: 20, unit: 'WORKING_DAY', immediate: false, raw: '20（工作日）' }],
  ['timeLimit', { immediate: false, raw: '尽快' }],
  ['timeLimit', { immediate: false, raw: '无' }],
] as const)('a value of type %s: %j', (type, value) => {
  expect(readBack(fieldOfType(type), value)).toEqual([value, value]);
});
