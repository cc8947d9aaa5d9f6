import { isDeepStrictEqual } from 'node:util';
import { codesOfRow } from '../codes-of-row.ts';
import { type NamedRow, rowReader } from '../row.ts';
import { type ExportColumn, inOrder } from './export-columns.ts';
import { type RowCells, refusedPlaces } from './row-cells.ts';
import type { StoredRow } from './stored-rows.ts';

/** Reads cells as an import would, with the columns met so far as its header. */
const cellReader = () => {
  const known = new Set<ExportColumn>();
  let columns: readonly ExportColumn[] = [];
  let read = rowReader([]);
  return (cells: RowCells): NamedRow => {
    const before = known.size;
    for (const column of cells.keys()) known.add(column);
    if (known.size > before) {
      columns = inOrder(known);
      read = rowReader(columns.map(({ title }) => title));
    }
    return read({ row: 1, cells: columns.map((column) => cells.get(column)) });
  };
};

/** Texts too long to be codes are noted after all others; looking for them means reading every code. */
const codesTooLong = (again: NamedRow, row: StoredRow): StoredRow['unrecognised'] =>
  row.unrecognised.length > again.unrecognised.length ? codesOfRow(again).unrecognised : [];

const understood = ({ facts, core, item, guide, blocks }: NamedRow) => ({ facts, core, item, guide, blocks });

/**
 * Makes the function that tells whether the cells of a row say again what was not understood of it, and nothing else
 * anew: an import of them must leave the row as it is.
 */
export const backReader = () => {
  const read = cellReader();
  return (cells: RowCells, bare: RowCells, row: StoredRow): boolean => {
    const again = read(cells);
    const place = row.otherColumns.slice(row.otherColumns.length - refusedPlaces(row));
    return (
      isDeepStrictEqual([...again.unrecognised, ...codesTooLong(again, row)], row.unrecognised) &&
      isDeepStrictEqual([...again.otherColumns, ...place], row.otherColumns) &&
      isDeepStrictEqual(understood(again), understood(read(bare)))
    );
  };
};
