import { type Problem, problem } from '../../catalog/problems.ts';
import type { CellValue } from '../readers/grid.ts';
import { cellText } from './cell-text.ts';
import type { FilledRow } from './merged-cells.ts';
import type { TableShape } from './table-shape.ts';

const AS_ABOVE = /^(?:同上|同前|〃|″)$/u;
const AS_LEFT = /^同左$/u;

/**
 * Makes the filler of cells that say 同上 or 同左 with the cell above or before them; a name stays as it is written and
 * is told, for two items of one name must be looked at by someone. Rows must come in their order.
 */
export const dittoFiller = (sheet: string | undefined, shape: TableShape) => {
  let above: readonly CellValue[] = [];
  const filled = new Map<number, number>();

  const meantBy = (text: string, cells: readonly CellValue[], column: number): CellValue => {
    const meant = AS_ABOVE.test(text) ? above[column] : AS_LEFT.test(text) ? cells[column - 1] : null;
    return meant ?? null;
  };

  const fill = (line: FilledRow): FilledRow => {
    const [cells, own] = [[...line.cells], [...line.own]];
    const problems: Problem[] = [];
    for (const [column, value] of line.cells.entries()) {
      const text = typeof value === 'string' ? cellText(value) : '';
      if (!AS_ABOVE.test(text) && !AS_LEFT.test(text)) continue;
      if (column === shape.name) {
        problems.push(problem('NAME_AS_ABOVE', { row: line.row, field: 'name', value: text }));
        continue;
      }
      const meant = meantBy(text, cells, column);
      if (cellText(meant) === '') continue;
      cells[column] = meant;
      if (cellText(own[column]) !== '') own[column] = meant;
      filled.set(column, (filled.get(column) ?? 0) + 1);
    }
    above = cells;
    if (problems.length === 0) return { ...line, cells, own };
    return { ...line, cells, own, problems: [...(line.problems ?? []), ...problems] };
  };

  const problems = (): readonly Problem[] =>
    shape.columns.flatMap(({ column, title }) => {
      const count = filled.get(column);
      if (count === undefined) return [];
      return [problem('CELLS_FILLED_DOWN', { sheet, title, value: String(count), detail: '写作“同上”一类' })];
    });
  return { fill, problems };
};
