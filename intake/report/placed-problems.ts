import type { Problem, Severity } from '../../catalog/problems.ts';
import { severityOrder } from './counts.ts';
import { sentenceOf } from './problem-sentence.ts';

/** The problems of one row, the worst first. */
export interface RowProblems {
  readonly severity: Severity;
  /** One sentence a line, without the place it names. */
  readonly text: string;
  /** The problems of single cells by column, counted from 0. */
  readonly cells: ReadonlyMap<number, { readonly severity: Severity; readonly text: string }>;
}

const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u;

const addressOf = (cell: string | undefined) => {
  const match = ADDRESS.exec(cell ?? '');
  if (match === null) return undefined;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
};

const byWeight = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((left, right) => severityOrder(left.severity) - severityOrder(right.severity));

const joined = (problems: readonly Problem[]) => {
  const sorted = byWeight(problems);
  const text = [...new Set(sorted.map(sentenceOf))].join('\n');
  return { severity: sorted[0]?.severity ?? 'INFO', text } as const;
};

const rowProblems = (problems: readonly Problem[]): RowProblems => {
  const byColumn = new Map<number, Problem[]>();
  for (const found of problems) {
    const address = addressOf(found.cell);
    if (address === undefined) continue;
    byColumn.set(address.column, [...(byColumn.get(address.column) ?? []), found]);
  }
  return {
    ...joined(problems),
    cells: new Map([...byColumn].map(([column, own]) => [column, joined(own)] as const)),
  };
};

/** The problems of a sheet's rows, by the row's number counted from 1. */
export type SheetProblems = ReadonlyMap<number, RowProblems>;

/**
 * Gives the problems of a sheet. A problem that names no file or no sheet belongs to the only one there is, so it is
 * looked for under any name.
 */
export const placeProblems = (problems: readonly Problem[]) => {
  const sheets = new Map<string, Map<number, Problem[]>>();
  const key = (document: string | undefined, sheet: string | undefined) =>
    `${document ?? ''}\u0000${sheet ?? ''}`;
  for (const found of problems) {
    // The record of a form has its cells in many rows: the sentence stands beside the cell it speaks of.
    const row = addressOf(found.cell)?.row ?? found.row;
    if (row === undefined) continue;
    const name = key(found.document, found.sheet);
    const rows = sheets.get(name) ?? new Map<number, Problem[]>();
    rows.set(row, [...(rows.get(row) ?? []), found]);
    sheets.set(name, rows);
  }
  return (document: string, sheet: string | undefined): SheetProblems => {
    const names = new Set([
      key(document, sheet),
      key(undefined, sheet),
      key(document, undefined),
      key(undefined, undefined),
    ]);
    const rows = new Map<number, Problem[]>();
    for (const name of names) {
      for (const [row, own] of sheets.get(name) ?? []) rows.set(row, [...(rows.get(row) ?? []), ...own]);
    }
    return new Map([...rows].map(([row, own]) => [row, rowProblems(own)] as const));
  };
};
