import { type ExportColumn, inOrder, ROW_KEY } from './export-columns.ts';
import { EXPORT_TITLES, type ExportTitle } from './export-title.ts';
import type { RowCells } from './row-cells.ts';
import { cellText } from './table-text.ts';
import { CELL_CHARACTERS, type SheetCell } from './workbook-stream.ts';

/** A text no cell of a worksheet can hold. */
export class CellTooLong extends Error {
  readonly rowKey: string;
  readonly title: string;
  readonly length: number;
  constructor(rowKey: string, title: string, length: number) {
    super(`a cell of ${length} characters`);
    this.rowKey = rowKey;
    this.title = title;
    this.length = length;
  }
}

/** The columns of a whole list: each with the number of cells its longest block takes, and its longest text. */
export interface TableColumns {
  readonly columns: readonly ExportColumn[];
  readonly parts: ReadonlyMap<ExportColumn, number>;
  readonly lengths: ReadonlyMap<ExportColumn, number>;
}

/** The texts of one cell; a block too long for a cell goes on in a further column of its name. */
const partsOf = (content: Parameters<typeof cellText>[0]): readonly string[] => {
  const whole = cellText(content);
  const isBlock = Array.isArray(content) && whole.startsWith('[');
  if (!isBlock || whole.length <= CELL_CHARACTERS) return [whole];
  const parts: string[] = [];
  let part: unknown[] = [];
  let length = 2;
  for (const entry of content) {
    const size = JSON.stringify(entry).length + 1;
    if (part.length > 0 && length + size > CELL_CHARACTERS) {
      parts.push(JSON.stringify(part));
      part = [];
      length = 2;
    }
    part.push(entry);
    length += size;
  }
  return [...parts, JSON.stringify(part)];
};

/** Looks through the rows of a list for the columns it needs. */
export const surveyColumns = async (rows: AsyncIterable<readonly RowCells[]>): Promise<TableColumns> => {
  const parts = new Map<ExportColumn, number>([[ROW_KEY, 1]]);
  const lengths = new Map<ExportColumn, number>();
  for await (const batch of rows) {
    for (const cells of batch) {
      for (const [column, content] of cells) {
        const texts = partsOf(content);
        parts.set(column, Math.max(parts.get(column) ?? 1, texts.length));
        const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
        lengths.set(column, Math.max(lengths.get(column) ?? 0, longest));
      }
    }
  }
  return { columns: inOrder(parts.keys()), parts, lengths };
};

const eachPart = <T>(
  { columns, parts }: TableColumns,
  make: (column: ExportColumn, part: number) => T,
): T[] =>
  columns.flatMap((column) =>
    Array.from({ length: parts.get(column) ?? 1 }, (_, part) => make(column, part)),
  );

/** The titles of a table, the first one telling what kind of export it is, those of long blocks repeated. */
export const tableTitles = (table: TableColumns, kind: ExportTitle): readonly string[] =>
  eachPart(table, (column) => (column === ROW_KEY ? EXPORT_TITLES[kind] : column.title));

/** A row's texts in the order of the titles. */
export const tableTexts = (table: TableColumns, cells: RowCells): readonly string[] => {
  const texts = new Map([...cells].map(([column, content]) => [column, partsOf(content)] as const));
  return eachPart(table, (column, part) => texts.get(column)?.[part] ?? '');
};

const LOOKS = { TEXT: 'TEXT', CODE: 'CODE', NUMBER: 'NUMBER' } as const;

/** A row's cells in a worksheet: codes and texts are texts, only counts are numbers. */
export const sheetRow = (table: TableColumns, cells: RowCells): (SheetCell | undefined)[] => {
  const texts = new Map([...cells].map(([column, content]) => [column, partsOf(content)] as const));
  return eachPart(table, (column, part) => {
    const text = texts.get(column)?.[part] ?? '';
    if (text === '') return undefined;
    if (text.length > CELL_CHARACTERS) {
      throw new CellTooLong(String(cells.get(ROW_KEY) ?? ''), column.title, text.length);
    }
    const content = cells.get(column);
    if (typeof content === 'number') return { value: content, look: LOOKS.NUMBER };
    return { value: text, look: LOOKS[column.look === 'NUMBER' ? 'TEXT' : column.look] };
  });
};

const WIDEST = 60;

/** Widths of the columns in characters, wide enough for most cells; Chinese characters take two. */
export const sheetWidths = (table: TableColumns): readonly number[] =>
  eachPart(table, (column) => {
    const text = column.look === 'TEXT' ? 2 : 1.2;
    const wanted = Math.max(column.title.length * 2, (table.lengths.get(column) ?? 0) * text) + 2;
    return Math.min(WIDEST, Math.ceil(wanted));
  });
