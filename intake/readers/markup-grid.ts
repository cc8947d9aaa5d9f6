import type { Merge, ReadLimits } from './grid.ts';
import { passesLimit } from './sheet-limits.ts';

/** How far a cell reaches, by counts as HTML tells it, or down with the next rows' cells as Word does. */
export interface CellSpan {
  readonly columns: number;
  readonly rows: number;
  /** Word: the cell starts a vertical merge, or continues the one above it. */
  readonly vertical?: 'STARTS' | 'CONTINUES';
}

type OpenMerge = { -readonly [Key in keyof Merge]: Merge[Key] };

/** Merged ranges of one table; more than any form or list has. */
const MOST_MERGES = 200_000;

/** What a table amounts to once its last row is known. */
export interface TableSize {
  readonly rows: number;
  readonly cells: number;
  /** One more than the last column a cell starts in: spans into columns that do not exist are cut off. */
  readonly width: number;
  readonly merges: readonly Merge[];
}

/** Gives the cells of one table their columns while rows come (HTML Standard §4.9.12, ECMA-376 17.4.85). */
export class MarkupGrid {
  readonly #limits: ReadLimits;
  #row = 0;
  #column = 0;
  #width = 0;
  #cells = 0;
  /** The last row in which a cell from above takes up the column. */
  #busyUntil: number[] = [];
  #vertical: (OpenMerge | undefined)[] = [];
  #merges: OpenMerge[] = [];
  #sectionStart = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  get row(): number {
    return this.#row;
  }

  /** The next row, counted from 1, whose first cells are left out. */
  openRow(skipped: number): void {
    this.#row += 1;
    this.#column = skipped;
    const { rows } = this.#limits;
    if (this.#row > rows) throw passesLimit('行数', rows, { row: this.#row });
  }

  /** The column of the next cell, counted from 0, or undefined where it belongs to the cell above. */
  place(span: CellSpan): number | undefined {
    while ((this.#busyUntil[this.#column] ?? 0) >= this.#row) this.#column += 1;
    const left = this.#column;
    const { columns } = this.#limits;
    if (left >= columns) throw passesLimit('列数', columns, { row: this.#row });
    const right = left + Math.min(span.columns, columns) - 1;
    this.#column = right + 1;
    this.#cells += 1;
    this.#width = Math.max(this.#width, left + 1);
    const above = this.#vertical[left];
    if (span.vertical === 'CONTINUES' && above?.bottom === this.#row - 1) {
      above.bottom = this.#row;
      return undefined;
    }
    const merge = { top: this.#row, left, bottom: this.#row + span.rows - 1, right };
    this.#vertical[left] = span.vertical === 'STARTS' ? merge : undefined;
    if (span.columns > 1 || span.rows > 1 || span.vertical === 'STARTS') this.#merges.push(merge);
    if (this.#merges.length > MOST_MERGES) throw passesLimit('合并单元格数', MOST_MERGES, { row: this.#row });
    for (let column = left; span.rows > 1 && column <= right; column += 1) {
      this.#busyUntil[column] = merge.bottom;
    }
    return left;
  }

  /** Cells do not reach from a table's head into its body. */
  closeSection(): void {
    for (const merge of this.#merges.slice(this.#sectionStart))
      merge.bottom = Math.min(merge.bottom, this.#row);
    this.#sectionStart = this.#merges.length;
    this.#busyUntil = [];
  }

  finish(): TableSize {
    this.closeSection();
    const merges = this.#merges
      .map((merge) => ({ ...merge, right: Math.min(merge.right, this.#width - 1) }))
      .filter(({ top, left, bottom, right }) => bottom > top || right > left);
    return { rows: this.#row, cells: this.#cells, width: this.#width, merges };
  }
}
