import { problem } from '../../../catalog/problems.ts';
import type { GridRow } from '../../readers/grid.ts';
import type { Table, TableRow } from '../../readers/table.ts';
import type { SheetHead } from '../sheet-head.ts';
import { blockTableAt } from './block-table.ts';
import type { FormRow } from './form-row.ts';

/** Rows looked at for the header: a heading or two may stand above it. */
const HEADER_WITHIN = 5;

/** Where 名称 would be the name of an item. */
const ITEM_WORDS = /事项|编码|依据|类型|对象|时限|材料/u;

/**
 * Whether a sheet is the attachment of institutions that offer one item together, with their names, addresses and
 * phones (海盐县通知 四(一)): its 名称 are no items.
 */
export const isInstitutionList = (rows: readonly FormRow[]): boolean => {
  const header = rows.slice(0, HEADER_WITHIN).find(({ cells }) => cells.length >= 3);
  if (header === undefined || header.cells.some(({ text }) => ITEM_WORDS.test(text))) return false;
  const numbered = /^序号$/u.test(header.cells[0]?.text.replace(/\s/gu, '') ?? '');
  const cells = numbered ? header.cells.slice(1) : header.cells;
  const table = blockTableAt(cells, undefined, undefined);
  const keys = table?.columns.map(({ key }) => key) ?? [];
  const tells = (word: RegExp) => keys.some((key) => word.test(key));
  return table?.block === 'windows' && tells(/名称/u) && tells(/地址|地点/u) && tells(/电话/u);
};

/** Reads a sheet to its end, as the file's next sheet asks for, and takes nothing from it. */
async function* none(rows: AsyncIterable<readonly GridRow[]>): AsyncGenerator<readonly TableRow[]> {
  for await (const _batch of rows) yield [];
}

/** The table of a list of institutions: no rows, and a word that it was left out. */
export const institutionTable = (
  { document, name }: SheetHead,
  rows: AsyncIterable<readonly GridRow[]>,
): Table => {
  const place = name === undefined ? {} : { sheet: name };
  return {
    document,
    ...place,
    layout: '机构名单',
    header: [],
    batches: none(rows),
    problems: [
      problem('SHEET_SKIPPED', { ...place, detail: '是提供服务的机构名单，没有事项', other: '不必处理' }),
    ],
  };
};
