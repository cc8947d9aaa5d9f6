import type { ReadLimits } from './grid.ts';
import { type CellSpan, MarkupGrid, type TableSize } from './markup-grid.ts';
import { passesLimit } from './sheet-limits.ts';

/** Learns what a document or page consists of; tables have numbers from 1 in the order they open, 0 is outside. */
export interface MarkupListener {
  tableOpened(table: number, parent: number): void;
  tableClosed(table: number, size: TableSize): void;
  rowClosed(table: number, row: number): void;
  /** `column` is undefined where the cell belongs to the one above. */
  cellOpened(table: number, row: number, column: number | undefined): void;
  cellClosed(table: number): void;
  text(text: string): void;
  endLine(): void;
  term(part: TermPart): void;
}

/** A term of a list of descriptions, its description, the end of the list. */
export type TermPart = 'TERM' | 'DESCRIPTION' | 'END';

interface OpenTable {
  readonly table: number;
  readonly grid: MarkupGrid;
  row: boolean;
  cell: boolean;
}

/** A page of more tables is no list. */
const MOST_TABLES = 10_000;

/**
 * Takes the tags of a document or page and tells the listener whole tables, rows and cells: what is opened twice is
 * closed in between, as browsers do it.
 */
export class MarkupStructure {
  readonly #limits: ReadLimits;
  readonly #listener: MarkupListener;
  readonly #open: OpenTable[] = [];
  #tables = 0;

  constructor(limits: ReadLimits, listener: MarkupListener) {
    this.#limits = limits;
    this.#listener = listener;
  }

  /** The innermost open table's number. */
  get table(): number {
    return this.#open.at(-1)?.table ?? 0;
  }

  openTable(): void {
    const top = this.#open.at(-1);
    // A table within another's rows but in none of its cells ends it (HTML Standard §13.2.6.4.9).
    if (top !== undefined && !top.cell) this.closeTable(top.table);
    const parent = this.table;
    this.#tables += 1;
    if (this.#tables > MOST_TABLES) throw passesLimit('表格数', MOST_TABLES, {});
    this.#open.push({ table: this.#tables, grid: new MarkupGrid(this.#limits), row: false, cell: false });
    this.#listener.endLine();
    this.#listener.tableOpened(this.#tables, parent);
  }

  /** Ends the table and what is open within it; nothing happens where it has ended already. */
  closeTable(table: number): void {
    while (this.#open.some((one) => one.table === table)) {
      this.closeRow(this.table);
      const closed = this.#open.pop();
      if (closed !== undefined) this.#listener.tableClosed(closed.table, closed.grid.finish());
    }
  }

  /** The end of the table's head, body or foot. */
  closeSection(table: number): void {
    this.closeRow(table);
    if (this.table === table) this.#open.at(-1)?.grid.closeSection();
  }

  openRow(skipped: number): void {
    this.closeRow(this.table);
    const top = this.#open.at(-1);
    if (top === undefined) return;
    top.grid.openRow(skipped);
    top.row = true;
  }

  closeRow(table: number): void {
    this.closeCell(table);
    const top = this.#open.at(-1);
    if (top?.table !== table || !top.row) return;
    top.row = false;
    this.#listener.rowClosed(top.table, top.grid.row);
  }

  openCell(span: CellSpan): void {
    this.closeCell(this.table);
    const top = this.#open.at(-1);
    if (top === undefined) return;
    if (!top.row) this.openRow(0);
    top.cell = true;
    this.#listener.cellOpened(top.table, top.grid.row, top.grid.place(span));
  }

  closeCell(table: number): void {
    const top = this.#open.at(-1);
    if (top?.table !== table || !top.cell) return;
    top.cell = false;
    this.#listener.cellClosed(top.table);
  }

  text(text: string): void {
    this.#listener.text(text);
  }

  endLine(): void {
    this.#listener.endLine();
  }

  term(part: TermPart): void {
    this.#listener.term(part);
  }

  /** The end of the document. */
  finish(): void {
    for (const { table } of [...this.#open]) this.closeTable(table);
    this.#listener.term('END');
  }
}
