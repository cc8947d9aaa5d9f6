import type { Cell, CellStyle, CellValue, Sheet } from 'hucre/xlsx';
import { openXlsx, type RoundtripWorkbook, saveXlsx } from 'hucre/xlsx';
import type { Severity } from '../../catalog/problems.ts';
import { FILLS } from '../export/workbook-stream.ts';
import { headerRowOf } from './header-row.ts';
import { placeProblems, type SheetProblems } from './placed-problems.ts';
import { PROBLEM_COLUMN, type ReportInput, SUMMARY_SHEET } from './report-input.ts';
import { type SummaryCell, summaryRows } from './summary-rows.ts';

/** Who the comments are by; those of an earlier report are taken away by it. */
const AUTHOR = '纵横导入';

/** A file that never said when it was changed gets a moment of no meaning, so that the same input gives the same bytes. */
const NO_MOMENT = new Date(Date.UTC(1980, 0, 1));

type Cells = Map<string, Cell>;

const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

const MARKS: readonly string[] = [FILLS.ERROR, FILLS.WARNING, FILLS.INFO];

const typeOf = (value: CellValue): Cell['type'] => {
  if (value === null) return 'empty';
  if (value instanceof Date) return 'date';
  return typeof value as 'string' | 'number' | 'boolean';
};

const keyOf = (row: number, column: number): string => `${row - 1},${column}`;

const cellOf = (sheet: Sheet, cells: Cells, row: number, column: number): Cell => {
  const value = sheet.rows[row - 1]?.[column] ?? null;
  return cells.get(keyOf(row, column)) ?? { value, type: typeOf(value) };
};

const put = (sheet: Sheet, cells: Cells, row: number, column: number, cell: Cell): void => {
  while (sheet.rows.length < row) sheet.rows.push([]);
  const values = sheet.rows[row - 1] as CellValue[];
  while (values.length <= column) values.push(null);
  values[column] = cell.value;
  cells.set(keyOf(row, column), cell);
};

/** Takes away what an earlier report has marked: what is mended since must not look wrong. */
const unmark = (cells: Cells): void => {
  for (const [key, cell] of cells) {
    const fill = cell.style?.fill;
    const isMark = fill?.type === 'pattern' && MARKS.includes(fill.fgColor?.rgb ?? '');
    const isOurs = cell.comment?.author === AUTHOR;
    if (!isMark && !isOurs) continue;
    const { comment, style, ...rest } = cell;
    const { fill: _fill, ...plain } = style ?? {};
    cells.set(key, {
      ...rest,
      style: isMark ? plain : (style ?? {}),
      ...(comment === undefined || isOurs ? {} : { comment }),
    });
  }
};

const marked = (cell: Cell, severity: Severity, text: string): Cell => {
  const before = cell.comment === undefined ? '' : `${cell.comment.text}\n`;
  return {
    ...cell,
    style: { ...cell.style, fill: solid(FILLS[severity]) },
    comment: { author: AUTHOR, text: before + text },
  };
};

const lastColumn = (sheet: Sheet): number =>
  sheet.rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.findLastIndex((value) => value !== null && value !== ''),
      ),
    -1,
  );

/** The column of an earlier report, or the first free one. */
const problemColumn = (sheet: Sheet, headerRow: number): number => {
  const earlier = sheet.rows[headerRow - 1]?.indexOf(PROBLEM_COLUMN) ?? -1;
  return earlier >= 0 ? earlier : lastColumn(sheet) + 1;
};

const WRAPPED: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const COLUMN_WIDTH = 60;

const markSheet = (sheet: Sheet, problems: SheetProblems, titles: readonly string[]): void => {
  const cells: Cells = sheet.cells ?? new Map();
  sheet.cells = cells;
  unmark(cells);
  const numbered = sheet.rows.slice(0, 200).map((values, index) => ({ row: index + 1, cells: values }));
  const headerRow = headerRowOf(numbered, titles);
  const column = problemColumn(sheet, headerRow);
  // What an earlier report said of rows that are right by now.
  for (const row of sheet.rows.keys()) {
    if (sheet.rows[row]?.[column] !== undefined)
      put(sheet, cells, row + 1, column, { value: null, type: 'empty' });
  }
  const beside = column === 0 ? undefined : cellOf(sheet, cells, headerRow, column - 1).style;
  const style = { ...WRAPPED, ...beside };
  put(sheet, cells, headerRow, column, { value: PROBLEM_COLUMN, type: 'string', style });
  for (const [row, { severity, text, cells: own }] of problems) {
    const fill = solid(FILLS[severity]);
    put(sheet, cells, row, column, { value: text, type: 'string', style: { ...WRAPPED, fill } });
    for (const [position, found] of own) {
      put(
        sheet,
        cells,
        row,
        position,
        marked(cellOf(sheet, cells, row, position), found.severity, found.text),
      );
    }
  }
  const columns = sheet.columns ?? [];
  while (columns.length <= column) columns.push({});
  columns[column] = { ...columns[column], width: COLUMN_WIDTH };
  sheet.columns = columns;
};

const SUMMARY_STYLES: Readonly<Record<SummaryCell['look'], CellStyle>> = {
  PLAIN: WRAPPED,
  NUMBER: WRAPPED,
  TITLE: { font: { bold: true, size: 13 } },
  HEADER: { font: { bold: true }, fill: solid(FILLS.HEADER) },
  ERROR: { ...WRAPPED, fill: solid(FILLS.ERROR) },
  WARNING: { ...WRAPPED, fill: solid(FILLS.WARNING) },
  INFO: { ...WRAPPED, fill: solid(FILLS.INFO) },
};

export const SUMMARY_WIDTHS = [32, 10, 10, 80, 50] as const;

const summarySheet = (report: ReportInput): Sheet => {
  const rows = summaryRows(report, []);
  const cells: Cells = new Map();
  for (const [row, values] of rows.entries()) {
    for (const [column, { value, look }] of values.entries()) {
      cells.set(keyOf(row + 1, column), { value, type: typeOf(value), style: SUMMARY_STYLES[look] });
    }
  }
  return {
    name: SUMMARY_SHEET,
    rows: rows.map((values) => values.map(({ value }) => value)),
    cells,
    columns: SUMMARY_WIDTHS.map((width) => ({ width })),
  };
};

const titlesOf = ({ tables = [] }: ReportInput, name: string): readonly string[] => {
  const own = tables.filter(({ sheet }) => sheet === name);
  return (own.length > 0 ? own : tables.length === 1 ? tables : []).flatMap(({ columns }) => columns);
};

/** Whether a sheet was read as a table, or has problems for another reason. */
const concerns = (report: ReportInput, name: string, problems: SheetProblems): boolean =>
  problems.size > 0 || (report.tables ?? []).some(({ sheet }) => sheet === name);

/**
 * The workbook a list was imported from, with its look, its cells marked where something was found, and a last sheet
 * that counts the problems. `bytes` are those of an xlsx file named `document`.
 */
export const markWorkbook = async (
  bytes: Uint8Array,
  document: string,
  report: ReportInput,
): Promise<Uint8Array> => {
  const workbook: RoundtripWorkbook = await openXlsx(bytes, { readStyles: true });
  const problemsOf = placeProblems(report.problems);
  workbook.sheets = workbook.sheets.filter(({ name }) => name !== SUMMARY_SHEET);
  for (const sheet of workbook.sheets) {
    const problems = problemsOf(document, sheet.name);
    if (concerns(report, sheet.name, problems)) markSheet(sheet, problems, titlesOf(report, sheet.name));
  }
  workbook.sheets.push(summarySheet(report));
  workbook.properties = { ...workbook.properties, modified: workbook.properties?.modified ?? NO_MOMENT };
  return await saveXlsx(workbook);
};
