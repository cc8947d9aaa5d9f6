import type { GridRow, Merge } from '../readers/grid.ts';

/** Rows of a sheet that are looked at before its layout is decided. */
export const HEAD_ROWS = 200;

/** The beginning of a sheet of cells, by which its layout is told. */
export interface SheetHead {
  /** Base name of the file. */
  readonly document: string;
  /** The worksheet's name, or undefined for a text file. */
  readonly name: string | undefined;
  readonly hidden: boolean;
  /** Paragraphs before the table, of documents and pages. */
  readonly before: readonly string[];
  /** All merges of the sheet, those below the head included. */
  readonly merges: readonly Merge[];
  /** The first rows, at most `HEAD_ROWS`. */
  readonly rows: readonly GridRow[];
  /** Whether these are all the rows there are. */
  readonly whole: boolean;
}
