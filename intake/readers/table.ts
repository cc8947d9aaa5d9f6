import type { Problem } from '../../catalog/problems.ts';

/** One row of a source: its number counted from 1 with the header, and its cells in the header's order. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly unknown[];
  /** What the reader itself found wrong with the row. */
  readonly problems?: readonly Problem[];
}

/**
 * What a reader makes of a file. `header` may grow while JSON rows bring keys not seen before; positions never
 * change. Cells are texts, or for JSON any value.
 */
export interface Table {
  readonly document: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly batches: AsyncIterable<readonly TableRow[]>;
  /** Problems of the file as a whole, such as an encoding that was guessed. */
  readonly problems: readonly Problem[];
}

export type ReadResult =
  | { readonly kind: 'TABLE'; readonly table: Table }
  | { readonly kind: 'REFUSED'; readonly problem: Problem };

/** Rows handled at once: large enough to amortise, small enough to keep memory flat. */
export const BATCH_ROWS = 500;

/** A file that turns out to be broken while its rows are being read; the import ends without a draft. */
export class TableBroken extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, cause: unknown) {
    super(problem.message, { cause });
    this.problem = problem;
  }
}
