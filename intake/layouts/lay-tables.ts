import { type Problem, problem } from '../../catalog/problems.ts';
import { exportedTable } from '../export/exported-table.ts';
import { FileRefused, type Grid, type GridRow, type Sheet } from '../readers/grid.ts';
import type { Table, TableRow } from '../readers/table.ts';
import { withoutReport } from '../report/without-report.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { continuedHeading, continuedShape, type LaidTable } from './continued-table.ts';
import { findHeader } from './find-header.ts';
import { formTableOf } from './forms.ts';
import { genericTable } from './generic-table.ts';
import { headingOf } from './heading.ts';
import { withoutOverlaps } from './merged-cells.ts';
import { recordTable } from './record-table.ts';
import { HEAD_ROWS, type SheetHead } from './sheet-head.ts';
import { skipReason, withoutHeader } from './skipped-sheet.ts';
import { hasName, shapeOf } from './table-shape.ts';

/** What a file's layout is decided with. */
export interface LayoutContext {
  readonly mapping?: ColumnMapping;
  /** ListKind symbol of the list the file is for. */
  readonly listKind: string;
}

type Cells = Extract<Sheet, { readonly kind: 'CELLS' }>;

interface Candidate {
  readonly sheet: string | undefined;
  readonly row: number;
  readonly titles: readonly string[];
}

/** A sheet's head, and all its rows from the first. */
const openSheet = async (document: string, sheet: Cells) => {
  const batches = withoutReport(sheet.batches);
  const rows: GridRow[] = [];
  let whole = false;
  while (rows.length < HEAD_ROWS && !whole) {
    const next = await batches.next();
    if (next.done === true) whole = true;
    else rows.push(...next.value);
  }
  async function* all(): AsyncGenerator<readonly GridRow[]> {
    if (rows.length > 0) yield rows;
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) yield next.value;
  }
  const head: SheetHead = {
    document,
    name: sheet.name,
    hidden: sheet.hidden === true,
    before: sheet.before ?? [],
    merges: withoutOverlaps(sheet.merges ?? []),
    rows: rows.slice(0, HEAD_ROWS),
    whole: whole && rows.length <= HEAD_ROWS,
  };
  return { head, rows: all() };
};

/** Lays the sheets of one file in their order; what is skipped is noted with the table before it, or else after it. */
const sheetLayer = (grid: Grid, context: LayoutContext) => {
  const sheets = grid.sheets[Symbol.asyncIterator]();
  const candidates: Candidate[] = [];
  let before: LaidTable | undefined;

  const layCells = async (sheet: Cells, note: (found: Problem) => void) => {
    const { head, rows } = await openSheet(grid.document, sheet);
    const previous = before;
    before = undefined;
    const reason = skipReason(head, context.mapping);
    if (reason !== undefined) {
      const { detail, advice: other } = reason;
      note(problem('SHEET_SKIPPED', { sheet: head.name, detail, other }));
      return undefined;
    }
    const exported = exportedTable(head, rows);
    if (exported !== undefined) return exported;
    const form = context.mapping?.headerRow === undefined ? formTableOf(head) : undefined;
    if (form !== undefined) return form(rows);
    const { header, best } = findHeader(head, context.mapping);
    if (best !== undefined) candidates.push({ sheet: head.name, ...best });
    const shape =
      header === undefined ? continuedShape(head, previous) : shapeOf(head, header, context.mapping);
    if (shape === undefined || !hasName(shape.columns)) {
      const detail = shape === undefined ? '没有找到表头' : '没有“事项名称”一列';
      note(await withoutHeader(head, detail, rows));
      return undefined;
    }
    const own = headingOf(head, shape.header.top);
    const goesOn = header === undefined && previous !== undefined;
    const heading = goesOn ? continuedHeading(own, previous.heading) : own;
    before = { head, shape, heading };
    return genericTable(head, shape, heading, rows, context.mapping);
  };

  /** The next table, whose problems take in what is noted of the sheets skipped before it. */
  const next = async (note: (found: Problem) => void): Promise<Table | undefined> => {
    for (;;) {
      const { value: sheet, done } = await sheets.next();
      if (done === true || sheet === undefined) return undefined;
      const table =
        sheet.kind === 'RECORDS'
          ? recordTable(grid.document, sheet, context.mapping)
          : await layCells(sheet, note);
      if (table !== undefined) return table;
      // Sheets are read in the order of the file, each to its end.
      for await (const _rows of sheet.batches);
    }
  };
  return { next, candidates };
};

const notFound = (candidates: readonly Candidate[]): FileRefused => {
  if (candidates.length === 0) return new FileRefused(problem('FILE_EMPTY'));
  const [best] = candidates.toSorted((left, right) => right.titles.length - left.titles.length);
  const value = best?.titles.slice(0, 8).join('、') ?? '';
  return new FileRefused(problem('HEADER_NOT_FOUND', { sheet: best?.sheet, row: best?.row, value }));
};

/**
 * The tables of a file, sheet by sheet; the rows of each must be read before the next is asked for. Sheets without items
 * are skipped and noted with the table before or after them. Throws `FileRefused` with HEADER_NOT_FOUND, which names
 * what was looked at, where no sheet yields a table.
 */
export async function* tablesOf(grid: Grid, context: LayoutContext): AsyncGenerator<Table> {
  const layer = sheetLayer(grid, context);
  const early: Problem[] = [];
  let table = await layer.next((found) => early.push(found));
  if (table === undefined) throw notFound(layer.candidates);
  while (table !== undefined) {
    const current: Table = table;
    const notes: Problem[] = early.splice(0);
    let upcoming: Table | undefined;
    let finished = false;
    // The sheets after a table are looked at when its rows are read, so that its problems are complete then.
    async function* batches(): AsyncGenerator<readonly TableRow[]> {
      yield* current.batches;
      upcoming = await layer.next((found) => notes.push(found));
      finished = true;
    }
    yield {
      ...current,
      batches: batches(),
      get problems() {
        return [...current.problems, ...notes];
      },
    };
    if (!finished) throw new Error('the rows of a table were not read before the next was asked for');
    table = upcoming;
  }
}
