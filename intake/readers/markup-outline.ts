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
  hasTable: boolean;
}

const UNKNOWN: TableSize = { rows: 0, width: 0, merges: [] };

/** Learns of a whole document how large its tables are and how they stand within one another, without their texts. */
export class MarkupOutline implements MarkupListener {
  readonly #tables: Draft[] = [];
  readonly #open: Draft[] = [];

  tableOpened(table: number, parent: number): void {
    const outer = this.#tables[parent - 1];
    if (outer !== undefined) outer.hasTable = true;
    const draft = { ...UNKNOWN, parent, hasText: false, hasTable: false };
    this.#tables[table - 1] = draft;
    this.#open.push(draft);
  }

  tableClosed(table: number, size: TableSize): void {
    const closed = this.#open.pop();
    const outer = this.#open.at(-1);
    if (closed === undefined) return;
    if (outer !== undefined) outer.hasText ||= closed.hasText;
    Object.assign(this.#tables[table - 1] ?? closed, size);
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

  /**
   * The tables in the order they open. A table of one column that holds others only arranges the page, as pages of
   * the 2000s do it; within any other table a table is part of a cell.
   */
  outlines(): readonly TableOutline[] {
    const roles: TableRole[] = [];
    return this.#tables.map(({ parent, hasText, hasTable, ...size }) => {
      const isFree = parent === 0 || roles[parent - 1] === 'FRAME';
      const isFrame = !hasText || (hasTable && size.width <= 1);
      const role = !isFree ? 'NESTED' : isFrame ? 'FRAME' : 'SHEET';
      roles.push(role);
      return { ...size, role };
    });
  }
}
