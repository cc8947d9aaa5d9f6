import type { TableSize } from './markup-grid.ts';
import type { MarkupListener } from './markup-structure.ts';

/** `SHEET`: read as rows. `NESTED`: lines of the cell it stands in. `FRAME`: holds other tables and text, no rows. */
export type TableRole = 'SHEET' | 'NESTED' | 'FRAME';

export interface TableOutline extends TableSize {
  readonly role: TableRole;
}

interface Draft extends TableSize {
  readonly parent: number;
  hasText: boolean;
  /** Cells of the largest table within it; 0 where there is none. */
  within: number;
}

const UNKNOWN: TableSize = { rows: 0, cells: 0, width: 0, merges: [] };

/** Head, navigation beside content, foot: tables that arrange a page have few rows. */
const MOST_FRAME_ROWS = 4;

/**
 * Whether a table only arranges the page, as pages of the 2000s do it: one column with tables in it, or a few rows
 * around a table several times as large. In a form, too, a table stands in a cell, but beside many labels.
 */
const isFrame = ({ rows, cells, width, within }: Draft): boolean =>
  within > 0 && (width <= 1 || (rows <= MOST_FRAME_ROWS && within > cells * 2));

/** Learns of a whole document how large its tables are and how they stand within one another, without their texts. */
export class MarkupOutline implements MarkupListener {
  readonly #tables: Draft[] = [];
  readonly #open: Draft[] = [];

  tableOpened(table: number, parent: number): void {
    const draft = { ...UNKNOWN, parent, hasText: false, within: 0 };
    this.#tables[table - 1] = draft;
    this.#open.push(draft);
  }

  tableClosed(table: number, size: TableSize): void {
    const closed = this.#open.pop();
    const outer = this.#open.at(-1);
    if (closed === undefined) return;
    Object.assign(this.#tables[table - 1] ?? closed, size);
    if (outer === undefined) return;
    outer.hasText ||= closed.hasText;
    outer.within = Math.max(outer.within, closed.within, size.cells);
  }

  text(text: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined && !top.hasText) top.hasText = text.trim() !== '';
  }

  rowClosed(): void {}
  cellOpened(): void {}
  cellClosed(): void {}
  endLine(): void {}
  term(): void {}

  /** The tables in the order they open; within a table that is read as rows, a table is part of a cell. */
  outlines(): readonly TableOutline[] {
    const roles: TableRole[] = [];
    return this.#tables.map((table) => {
      const { parent, hasText, rows, cells, width, merges } = table;
      const isFree = parent === 0 || roles[parent - 1] === 'FRAME';
      const role = !isFree ? 'NESTED' : !hasText || isFrame(table) ? 'FRAME' : 'SHEET';
      roles.push(role);
      return { role, rows, cells, width, merges };
    });
  }
}
