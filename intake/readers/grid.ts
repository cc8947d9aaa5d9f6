import type { Problem } from '../../catalog/problems.ts';

/** A merged range of a sheet: rows counted from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell as its format types it; text formats bring texts only, and an empty cell is null or ''. */
export type CellValue = string | number | boolean | Date | null;

/** A row of a sheet: its number counted from 1, and its cells by column; cells after the last full one may be left out. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** What the reader itself found wrong with the row. */
  readonly problems?: readonly Problem[];
}

/** One object of a JSON file: its number counted from 1. */
export interface RecordRow {
  readonly row: number;
  readonly record: Readonly<Record<string, unknown>>;
  readonly problems?: readonly Problem[];
}

/** What is known of a sheet before its rows: a worksheet, a table of a document or a page, or a whole text file. */
export interface SheetStart {
  /** `CELLS`: rows of cells. `RECORDS`: objects that name their values themselves. */
  readonly kind: 'CELLS' | 'RECORDS';
  /** The worksheet's name, `表 2` for a table of a document or page, undefined for a text file. */
  readonly name?: string;
  readonly hidden?: boolean;
  readonly merges?: readonly Merge[];
  /** Paragraphs between the table before and this one: titles and headings of documents and pages. */
  readonly before?: readonly string[];
}

/** What a reader yields, in the order of the file: a sheet, its rows in batches, the next sheet. */
export type GridEvent =
  | { readonly kind: 'SHEET'; readonly sheet: SheetStart }
  | { readonly kind: 'ROWS'; readonly rows: readonly GridRow[] }
  | { readonly kind: 'RECORDS'; readonly rows: readonly RecordRow[] }
  | { readonly kind: 'PROBLEM'; readonly problem: Problem };

/** How much of a file is read before it is refused; a limit is named in the refusal. */
export interface ReadLimits {
  /** Bytes of the file as it lies on the disk. */
  readonly fileBytes: number;
  /** Bytes of all parts of a packed file together once unpacked. */
  readonly unpackedBytes: number;
  /** Parts of a packed file. */
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

/** Reads one format. It throws `FileRefused` where the file is broken or passes a limit; any other error is a bug. */
export type Reader = (path: string, limits: ReadLimits) => AsyncIterable<GridEvent>;

/** A file that cannot be read, or not further; the import ends without a draft. */
export class FileRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, cause?: unknown) {
    super(problem.message, { cause });
    this.problem = problem;
  }
}

/** A sheet with its rows; sheets come in the order of the file, and each is read to its end before the next. */
export type Sheet =
  | (SheetStart & { readonly kind: 'CELLS'; readonly batches: AsyncIterable<readonly GridRow[]> })
  | (SheetStart & { readonly kind: 'RECORDS'; readonly batches: AsyncIterable<readonly RecordRow[]> });

/** A file as sheets. `problems` is complete once the sheets are read. */
export interface Grid {
  readonly document: string;
  readonly sheets: AsyncIterable<Sheet>;
  readonly problems: readonly Problem[];
  /** The share of the file that has been read, 0 to 1, as far as the format lets it be known. */
  readonly progress?: () => number;
}

/** Rows handled at once: large enough to amortise, small enough to keep memory flat. */
export const BATCH_ROWS = 500;
