import { cellText } from './cell-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { type ColumnTarget, targetId } from './column-target.ts';
import type { Header } from './find-header.ts';
import { type MappedColumn, mapColumns } from './map-columns.ts';
import type { SheetHead } from './sheet-head.ts';
import { plainTitle } from './title-text.ts';

/** Where the things of a generic table stand; columns are counted from 0. */
export interface TableShape {
  readonly header: Header;
  readonly columns: readonly MappedColumn[];
  /** Columns up to the last title. */
  readonly width: number;
  readonly name: number | undefined;
  /** The column of the item's name is one of sub-items: where it says nothing, the main item is the item. */
  readonly nameIsSub: boolean;
  readonly mainName: number | undefined;
  readonly organisation: number | undefined;
  readonly ordinal: number | undefined;
  /** Whether the table has a column for a code of the item. */
  readonly hasCode: boolean;
}

/** Values of a column that are looked at to tell its element. */
const SAMPLES = 60;

const SUB_NAME = /二级|三级|子项|孙项|小项|办理项|办理事项/u;

const CODE_IDS = new Set(
  ['basicCode', 'implementationCode', 'localImplementationCode', 'handlingItemCode'].map(
    (name) => `item.${name}`,
  ),
);

const find = (columns: readonly MappedColumn[], wanted: (id: string, slot: ColumnTarget) => boolean) =>
  columns.find(({ slot }) => wanted(targetId(slot), slot))?.column;

const isName = (id: string): boolean => id === 'item.name' || id === 'item.name+code';

/** Whether the columns hold a name of the item, be it its own, its sub-item's or its main item's. */
export const hasName = (columns: readonly MappedColumn[]): boolean =>
  columns.some(
    ({ slot, candidates, how }) =>
      isName(targetId(slot)) ||
      /^item\.(?:subItemName|mainItemName)/u.test(targetId(slot)) ||
      (how === 'UNSURE' && candidates.some(({ id }) => id === 'item.name')),
  );

/** Nobody is asked about a column without values. */
const unlessEmpty = (column: MappedColumn): MappedColumn =>
  column.how === 'UNSURE' && column.samples.length === 0
    ? { ...column, how: 'UNKNOWN', score: 0, candidates: [] }
    : column;

/** Maps the columns of a header by their titles and the values below it. */
export const shapeOf = (head: SheetHead, header: Header, mapping?: ColumnMapping): TableShape => {
  const data = head.rows.filter(({ row }) => row > header.bottom);
  const titled = header.stacks.flatMap((stack, column) => (stack.length === 0 ? [] : [{ stack, column }]));
  const mapped = mapColumns(
    titled.map(({ stack, column }) => ({
      column,
      stack,
      samples: data
        .map(({ cells }) => cellText(cells[column]))
        .filter((text) => text !== '')
        .slice(0, SAMPLES),
    })),
    mapping,
  );
  const columns = head.whole && data.length > 0 ? mapped.map(unlessEmpty) : mapped;
  const own = find(columns, isName);
  const sub = find(columns, (id) => id === 'item.subItemName');
  const main = find(columns, (id) => id.startsWith('item.mainItemName'));
  const name = own ?? sub ?? main;
  const title = plainTitle(columns.find(({ column }) => column === name)?.title ?? '');
  return {
    header,
    columns,
    width: (titled.at(-1)?.column ?? -1) + 1,
    name,
    nameIsSub: own === undefined || SUB_NAME.test(title),
    mainName: main,
    organisation: find(columns, (id) => id === 'item.organisationName'),
    ordinal: find(columns, (_id, slot) => slot.kind === 'IGNORE'),
    hasCode: columns.some(({ slot }) => CODE_IDS.has(targetId(slot))),
  };
};
