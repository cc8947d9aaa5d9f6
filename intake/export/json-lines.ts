import { inOrder } from './export-columns.ts';
import type { RowCells } from './row-cells.ts';

/** A row as one line of JSON: keys are the registry's columns, blocks are arrays of objects. */
export const jsonLine = (cells: RowCells): string => {
  const pairs = inOrder(cells.keys()).map((column) => [column.key, cells.get(column)] as const);
  return `${JSON.stringify(Object.fromEntries(pairs))}\n`;
};
