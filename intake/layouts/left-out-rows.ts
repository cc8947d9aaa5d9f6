import { type Problem, problem } from '../../catalog/problems.ts';
import { LEFT_OUT, type LeftOut } from './row-roles.ts';

/** Ranges of rows a sentence names before it says 等. */
const NAMED = 20;

/** Row numbers as a sentence tells them: `3、7–9、15`. */
export const rowNumbers = (rows: readonly number[]): string => {
  const ranges: { first: number; last: number }[] = [];
  for (const row of rows) {
    const range = ranges.at(-1);
    if (range !== undefined && row === range.last + 1) range.last = row;
    else ranges.push({ first: row, last: row });
  }
  const shown = ranges
    .slice(0, NAMED)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.join('、') + (ranges.length > NAMED ? ' 等' : '');
};

/** Collects the rows that are no items; blank rows count once a full one follows them. */
export const leftOutRows = () => {
  const rows = new Map<LeftOut, number[]>();
  let blank: number[] = [];
  const add = (kind: LeftOut, found: readonly number[]): void => {
    const known = rows.get(kind) ?? [];
    for (const row of found) known.push(row);
    rows.set(kind, known);
  };
  return {
    note: (kind: LeftOut | 'KEPT', row: number): void => {
      if (kind === 'BLANK') {
        blank.push(row);
        return;
      }
      if (blank.length > 0) add('BLANK', blank);
      blank = [];
      if (kind !== 'KEPT') add(kind, [row]);
    },
    /** One problem for each kind, in the order of the kinds. */
    problems: (sheet: string | undefined): readonly Problem[] =>
      (Object.keys(LEFT_OUT) as LeftOut[]).flatMap((kind) => {
        const found = rows.get(kind);
        if (found === undefined) return [];
        const words = { title: LEFT_OUT[kind], value: String(found.length), detail: rowNumbers(found) };
        return [problem('ROWS_LEFT_OUT', { sheet, ...words })];
      }),
  };
};
