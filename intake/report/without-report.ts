import { plainText } from '../cells.ts';
import type { GridRow } from '../readers/grid.ts';
import { PROBLEM_COLUMN } from './report-input.ts';

/** Rows among which a header is looked for. */
const HEAD = 200;

/**
 * The rows of a sheet without the column that an earlier report has added, so that the workbook of a report can be
 * mended and imported as it is.
 */
export async function* withoutReport(
  batches: AsyncIterable<readonly GridRow[]>,
): AsyncGenerator<readonly GridRow[]> {
  let column = -1;
  let looked = 0;
  const without = (row: GridRow): GridRow => {
    if (column < 0 && looked < HEAD) {
      looked += 1;
      column = row.cells.findIndex((cell) => typeof cell === 'string' && plainText(cell) === PROBLEM_COLUMN);
    }
    return column < 0 || column >= row.cells.length ? row : { ...row, cells: row.cells.with(column, null) };
  };
  for await (const batch of batches) {
    const rows = column < 0 && looked >= HEAD ? batch : batch.map(without);
    yield rows;
  }
}
