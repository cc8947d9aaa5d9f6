import { cellText } from '../export/table-text.ts';
import { type Look, type SheetCell, type SheetContent, workbookStream } from '../export/workbook-stream.ts';
import type { CellValue, Grid, Sheet } from '../readers/grid.ts';
import { headerRowOf } from './header-row.ts';
import { SUMMARY_WIDTHS } from './marked-workbook.ts';
import { placeProblems, type RowProblems, type SheetProblems } from './placed-problems.ts';
import { MARKED_ROWS, PROBLEM_COLUMN, type ReportInput, SUMMARY_SHEET } from './report-input.ts';
import { summaryRows } from './summary-rows.ts';

type Cells = readonly (CellValue | undefined)[];

/** One of the files of an import, which can be read as often as needed. */
export interface ReportSource {
  readonly document: string;
  readonly open: () => Promise<{ readonly grid: Grid; readonly close: () => Promise<void> | void }>;
}

interface SheetPlan {
  readonly name: string;
  readonly width: number;
  readonly headerRow: number;
  /** Titles of the columns where the source is made of records. */
  readonly keys: readonly string[];
}

/** Characters no sheet may have in its name. */
const FORBIDDEN = /[[\]:*?/\\]/gu;

const uniqueName = (wanted: string, taken: Set<string>): string => {
  const base = wanted.replaceAll(FORBIDDEN, ' ').replace(/^'|'$/gu, '').trim() || '数据';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = base.slice(0, 31 - suffix.length) + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
};

const recordText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The rows of a sheet as cells; a record becomes a row below the row of its keys. */
async function* rowsOf(
  sheet: Sheet,
  keys: string[],
): AsyncGenerator<{ readonly row: number; readonly cells: Cells }> {
  if (sheet.kind === 'CELLS') {
    for await (const batch of sheet.batches) yield* batch;
    return;
  }
  const known = new Map(keys.map((key, position) => [key, position] as const));
  for await (const batch of sheet.batches) {
    for (const { row, record } of batch) {
      const cells: string[] = [];
      for (const [key, value] of Object.entries(record)) {
        const position = known.get(key) ?? keys.push(key) - 1;
        known.set(key, position);
        cells[position] = recordText(value);
      }
      yield { row: row + 1, cells };
    }
  }
}

const HEAD = 200;

const planSheet = async (
  sheet: Sheet,
  document: string,
  taken: Set<string>,
  titles: readonly string[],
): Promise<SheetPlan> => {
  const keys: string[] = [];
  const head: { row: number; cells: Cells }[] = [];
  let width = 0;
  for await (const { row, cells } of rowsOf(sheet, keys)) {
    width = Math.max(width, cells.length);
    if (head.length < HEAD) head.push({ row, cells });
  }
  const name = uniqueName(sheet.name ?? document, taken);
  if (sheet.kind === 'RECORDS') return { name, width: keys.length, headerRow: 1, keys };
  return { name, width, headerRow: headerRowOf(head, titles), keys };
};

const shownValue = (value: CellValue | undefined): string | number => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'number' ? value : cellText(value);
};

const cell = (value: string | number, look: Look): SheetCell | undefined =>
  value === '' && look === 'TEXT'
    ? undefined
    : { value, look: typeof value === 'number' && look === 'TEXT' ? 'PLAIN' : look };

const markedRow = (
  { cells }: { readonly cells: Cells },
  plan: SheetPlan,
  problems: RowProblems | undefined,
): (SheetCell | undefined)[] => {
  const row = Array.from({ length: plan.width }, (_, column) =>
    cell(shownValue(cells[column]), problems?.cells.get(column)?.severity ?? 'TEXT'),
  );
  return problems === undefined ? row : [...row, { value: problems.text, look: problems.severity }];
};

const headerCells = (titles: readonly string[]): SheetCell[] =>
  titles.map((value) => ({ value, look: 'HEADER' }));

/** All rows of a sheet where they stand in the source, blank ones included. */
async function* allRows(sheet: Sheet, plan: SheetPlan, problems: SheetProblems) {
  let next = 1;
  if (sheet.kind === 'RECORDS') {
    yield headerCells([...plan.keys, PROBLEM_COLUMN]);
    next = 2;
  }
  for await (const source of rowsOf(sheet, [...plan.keys])) {
    for (; next < source.row; next += 1) yield [];
    next += 1;
    const cells = markedRow(
      source,
      plan,
      problems.get(sheet.kind === 'RECORDS' ? source.row - 1 : source.row),
    );
    if (sheet.kind === 'CELLS' && source.row === plan.headerRow) {
      while (cells.length < plan.width) cells.push(undefined);
      cells[plan.width] = { value: PROBLEM_COLUMN, look: 'HEADER' };
    }
    yield cells;
  }
}

/** The rows of a sheet that have problems, each with its number in the source. */
async function* flawedRows(sheet: Sheet, plan: SheetPlan, problems: SheetProblems) {
  const isRecords = sheet.kind === 'RECORDS';
  if (isRecords) yield headerCells(['原文件行号', ...plan.keys, PROBLEM_COLUMN]);
  for await (const source of rowsOf(sheet, [...plan.keys])) {
    const number = isRecords ? source.row - 1 : source.row;
    const found = problems.get(number);
    if (!isRecords && number === plan.headerRow) {
      const titles = Array.from({ length: plan.width }, (_, column) =>
        String(shownValue(source.cells[column])),
      );
      yield headerCells(['原文件行号', ...titles, PROBLEM_COLUMN]);
    } else if (found !== undefined) {
      yield [cell(number, 'NUMBER'), ...markedRow(source, plan, found)];
    }
  }
}

const NARROW = 18;
const WIDE = 60;

async function* sourceSheets(sources: readonly ReportSource[], report: ReportInput, flawedOnly: boolean) {
  const problemsOf = placeProblems(report.problems);
  const taken = new Set([SUMMARY_SHEET]);
  for (const { document, open } of sources) {
    const titles = (report.tables ?? []).filter((table) => table.document === document);
    const plans: SheetPlan[] = [];
    const first = await open();
    try {
      for await (const sheet of first.grid.sheets) {
        const own = titles.filter(({ sheet: name }) => name === sheet.name).flatMap(({ columns }) => columns);
        plans.push(await planSheet(sheet, document, taken, own));
      }
    } finally {
      await first.close();
    }
    const again = await open();
    try {
      for await (const sheet of again.grid.sheets) {
        const plan = plans.shift();
        if (plan === undefined) return;
        const make = flawedOnly ? flawedRows : allRows;
        const content: SheetContent = {
          name: plan.name,
          widths: [...Array.from({ length: plan.width + (flawedOnly ? 1 : 0) }, () => NARROW), WIDE],
          headed: flawedOnly || plan.headerRow === 1,
          rows: make(sheet, plan, problemsOf(document, sheet.name)),
        };
        yield content;
      }
    } finally {
      await again.close();
    }
  }
}

async function* withSummary(sources: readonly ReportSource[], report: ReportInput) {
  const flawedOnly = report.rows > MARKED_ROWS;
  yield* sourceSheets(sources, report, flawedOnly);
  const isWorkbook = sources.some(({ document }) => /\.xlsx$/iu.test(document));
  const notes = [
    ...(isWorkbook ? ['这是按读到的行新建的工作簿，没有保留原工作簿的版式。'] : []),
    ...(flawedOnly ? [`来源超过 ${MARKED_ROWS} 行，这里只列出有问题的行，第一列是它在原文件中的行号。`] : []),
  ];
  const summary: SheetContent = {
    name: SUMMARY_SHEET,
    widths: SUMMARY_WIDTHS,
    headed: false,
    rows: summaryRows(report, notes),
  };
  yield summary;
}

/**
 * A new workbook of the rows of files as they were read, sheet by sheet, marked like the source's own would be; of a
 * source too long for that only the rows with problems.
 */
export const freshWorkbook = (sources: readonly ReportSource[], report: ReportInput): AsyncIterable<Buffer> =>
  workbookStream(withSummary(sources, report));
