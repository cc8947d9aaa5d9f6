import type { Problem } from '../../catalog/problems.ts';
import type { MappedColumn } from '../layouts/map-columns.ts';
import type { Slot } from '../layouts/slots.ts';

/** One row of a source: its number counted from 1 with the header, and its cells in the header's order. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly unknown[];
  /** What the reader or the layout found wrong with the row. */
  readonly problems?: readonly Problem[];
  /** The address of each cell (`D5`) in the order of the cells, where a form has them in many rows. */
  readonly addresses?: readonly (string | undefined)[];
}

/**
 * What a layout makes of a sheet. `header` may grow while JSON rows bring keys not seen before; positions never
 * change. Cells are as the reader typed them, or for JSON any value.
 */
export interface Table {
  readonly document: string;
  readonly sheet?: string;
  /** The layout's Chinese name, as the report tells it: 通用表格, 武陵源备案表 … */
  readonly layout?: string;
  /** A row of an ITEM table becomes an item, with the guide its columns amount to; of a GUIDE table, a guide. */
  readonly subject?: 'ITEM' | 'GUIDE';
  readonly header: readonly string[];
  /** Letters of the sheet's column of each title; undefined for a column the layout made itself. */
  readonly letters?: readonly (string | undefined)[];
  /** Where the cells of each title go; without it the title alone decides. */
  readonly slots?: readonly Slot[];
  /** How each column was found, where it had to be. */
  readonly columns?: readonly MappedColumn[];
  readonly batches: AsyncIterable<readonly TableRow[]>;
  /** Problems of the table as a whole, such as an encoding that was guessed; complete once the rows are read. */
  readonly problems: readonly Problem[];
}
