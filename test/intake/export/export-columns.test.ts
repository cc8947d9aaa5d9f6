import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../catalog/fields.ts';
import {
  blockColumn,
  fieldColumns,
  inOrder,
  LEFTOVERS,
  LEVEL,
  limitColumn,
  ROW_KEY,
} from '../../../intake/export/export-columns.ts';
import { BLOCK_OWNERS, type Block, slotOf } from '../../../intake/layouts/slots.ts';

const fields = [...FIELDS.item, ...FIELDS.guide];

test.each(fields.map((field) => [`${field.owner}.${field.element}`, field] as const))(
  'an import takes the columns of %s for that element',
  (_name, field) => {
    const { own, second } = fieldColumns(field);
    for (const name of [own.title, own.key, second.title, second.key]) {
      expect([name, slotOf(name)]).toEqual([name, { kind: 'FIELD', field }]);
    }
  },
);

describe('names', () => {
  test('no two columns share a title or a key', () => {
    const own = fields.map((field) => fieldColumns(field).own);
    const all = [ROW_KEY, LEVEL, LEFTOVERS, ...own];
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  test('blocks and limits with a unit are taken for what they are', () => {
    for (const block of Object.keys(BLOCK_OWNERS) as Block[]) {
      expect(slotOf(blockColumn(block).title)).toMatchObject({ kind: 'BLOCK', block });
    }
    const limit = FIELDS.item.find(({ element }) => element === 'promisedLimit');
    const column = limit === undefined ? undefined : limitColumn(limit, '工作日');
    expect(slotOf(column?.key ?? '')).toEqual({ kind: 'FIELD', field: limit });
    expect(column?.title).toBe('承诺办结时限（工作日）');
  });

  test('the key comes first and leftovers last', () => {
    const [first, ...rest] = inOrder([
      LEFTOVERS,
      blockColumn('fees'),
      ...fields.map((one) => fieldColumns(one).own),
      ROW_KEY,
    ]);
    expect([first, rest.at(-1)]).toEqual([ROW_KEY, LEFTOVERS]);
  });
});
