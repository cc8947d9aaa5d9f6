import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainDigits } from './limits.ts';

/** Where a limit is passed. */
export interface LimitPlace {
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
}

/** The refusal that names the limit and the place: `第 5 行：列数超过上限 512…`. */
export const passesLimit = (title: string, limit: number, { sheet, row }: LimitPlace): FileRefused =>
  new FileRefused(
    problem('FILE_LIMIT', {
      title,
      other: inPlainDigits(limit),
      ...(sheet === undefined ? {} : { sheet }),
      ...(row === undefined ? {} : { row }),
    }),
  );

/** Counts the cells of a whole file; throws `FileRefused` for the row that passes a limit. */
export const countCells = (limits: ReadLimits) => {
  let counted = 0;
  return (row: number, cells: readonly unknown[], sheet?: string): void => {
    counted += cells.length;
    if (row > limits.rows) throw passesLimit('行数', limits.rows, { sheet, row });
    if (cells.length > limits.columns) throw passesLimit('列数', limits.columns, { sheet, row });
    if (counted > limits.cells) throw passesLimit('单元格数', limits.cells, { sheet, row });
    for (const cell of cells) {
      if (typeof cell === 'string' && cell.length > limits.cellCharacters) {
        throw passesLimit('单元格字数', limits.cellCharacters, { sheet, row });
      }
    }
  };
};
