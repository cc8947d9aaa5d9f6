import { type Problem, problem } from '../../catalog/problems.ts';
import { columnLetters } from '../readers/cell-address.ts';
import { type ColumnMapping, columnKey } from './column-mapping.ts';
import { targetId, targetTitle } from './column-target.ts';
import type { MappedColumn } from './map-columns.ts';
import type { TableShape } from './table-shape.ts';

const percent = (score: number): string => `${Math.round(score * 100)}%`;

const elementOf = ({ slot }: MappedColumn): string | undefined =>
  slot.kind === 'FIELD' || slot.kind === 'PART' ? slot.field.element : undefined;

/** What is to be said of the columns of a table: guesses taken, questions, names of the mapping that it lacks. */
export const columnProblems = (
  shape: TableShape,
  sheet: string | undefined,
  mapping: ColumnMapping | undefined,
): readonly Problem[] => {
  const found = shape.columns.flatMap((column): readonly Problem[] => {
    const place = {
      sheet,
      cell: `${columnLetters(column.column)}${shape.header.bottom}`,
      value: column.title,
    };
    if (column.how === 'LIKELY') {
      const words = {
        title: targetTitle(column.slot),
        other: percent(column.score),
        field: elementOf(column),
      };
      return [problem('COLUMN_GUESSED', { ...place, ...words })];
    }
    if (column.how !== 'UNSURE') return [];
    const names = column.candidates.map(
      ({ target, score }) => `“${targetTitle(target)}”（${percent(score)}）`,
    );
    const [best] = column.candidates;
    const other = best === undefined ? '' : targetTitle(best.target);
    return [problem('COLUMN_UNSURE', { ...place, detail: names.join('、'), other })];
  });
  return [...found, ...absentColumns(shape, sheet, mapping)];
};

const absentColumns = (
  shape: TableShape,
  sheet: string | undefined,
  mapping: ColumnMapping | undefined,
): readonly Problem[] => {
  // A remembered mapping may name columns of last year's table; a file's own words are meant for this one.
  if (mapping === undefined || mapping.remembered === true) return [];
  const present = new Set(
    shape.columns.flatMap(({ stack }) => [columnKey(stack), columnKey(stack.slice(-1))]),
  );
  return [...mapping.titles]
    .filter(([key]) => !present.has(key))
    .map(([, title]) => problem('MAPPING_COLUMN_ABSENT', { sheet, value: title }));
};

/** Whether a column is one the report need not ask about again: it is known or decided. */
export const isDecided = ({ how, slot }: MappedColumn): boolean =>
  how === 'MAPPED' || how === 'EXACT' || targetId(slot) === 'ignore';
