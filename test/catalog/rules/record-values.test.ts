import { describe, expect, test } from 'vitest';
import { flowText, pointsElsewhere } from '../../../catalog/rules/flow-text.ts';
import {
  blockOf,
  excerpt,
  hasColumn,
  isUnread,
  symbolsOf,
  textOf,
} from '../../../catalog/rules/record-values.ts';
import { aRecord } from './handling-record.ts';

describe('an element’s text', () => {
  test.each([
    ['a text', ' 县民政局 ', '县民政局'],
    ['full width', '（０８３９）', '(0839)'],
    ['several', ['甲', '乙'], '甲;乙'],
    ['无', '无', ''],
    ['没有', '没有。', ''],
    ['暂无', '暂无', ''],
    ['不涉及', '不涉及。', ''],
    ['dashes', '———', ''],
    ['a stroke', '/', ''],
    ['a backslash', '\\\\', ''],
    ['a sentence that begins with 无', '无房证明', '无房证明'],
    ['a sentence that ends with 无', '有无', '有无'],
    ['a number', 5, ''],
    ['nothing', undefined, ''],
  ])('%s', (_label, value, expected) => expect(textOf({ value }, 'value')).toBe(expected));
});

test.each([
  ['a symbol', 'A', ['A']],
  ['symbols', ['A', 'B'], ['A', 'B']],
  ['an empty one', '', []],
  ['empty ones', ['', 'B', undefined, 3], ['B']],
  ['nothing', undefined, []],
])('the symbols of %s', (_label, value, expected) => expect(symbolsOf({ value }, 'value')).toEqual(expected));

test('an excerpt has forty characters', () => {
  expect(excerpt('字'.repeat(40))).toBe('字'.repeat(40));
  expect(excerpt('字'.repeat(41))).toBe(`${'字'.repeat(40)}…`);
});

test('a block that is missing has no entries', () => {
  expect(blockOf(aRecord({}), 'steps')).toEqual([]);
  expect(blockOf(aRecord({ blocks: { steps: [{ name: '受理' }] } }), 'steps')).toHaveLength(1);
});

test('one of the columns is enough', () => {
  const record = aRecord({ columns: ['steps'] });
  expect(hasColumn(record, 'fees', 'steps')).toBe(true);
  expect(hasColumn(record, 'fees')).toBe(false);
});

test.each([
  ['the item', { item: { unrecognised: [{ element: 'visits', raw: '?' }] } }, true],
  ['the guide', { guide: { unrecognised: [{ element: 'visits', raw: '?' }] } }, true],
  ['another element', { item: { unrecognised: [{ element: 'hours', raw: '?' }] } }, false],
  ['a word', { item: { unrecognised: 'visits' } }, false],
  ['nothing', {}, false],
])('left unread in %s', (_label, parts, expected) =>
  expect(isUnread(aRecord(parts), 'visits')).toBe(expected),
);

test('the flow is all flows and steps, a sentence a line', () => {
  const guide = { handleFlow: '甲。乙；丙', windowFlow: '丁！', onlineFlow: '戊' };
  const blocks = { steps: [{ name: '己' }, { name: '' }, { name: '庚' }] };
  expect(flowText(aRecord({ guide, blocks })).split('\n').filter(Boolean)).toEqual([
    '甲',
    '乙',
    '丙',
    '丁',
    '戊',
    '己',
    '庚',
  ]);
});

test.each([
  ['流程图', true],
  ['办理流程图', true],
  ['事项办理流程图', true],
  ['县民政局的办理流程图', false],
])('%s points elsewhere: %s', (text, expected) => expect(pointsElsewhere(text)).toBe(expected));
