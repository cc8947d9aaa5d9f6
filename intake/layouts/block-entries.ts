import { cellText } from './cell-text.ts';
import { isNamePart } from './column-target.ts';
import type { MappedColumn } from './map-columns.ts';
import type { FilledRow } from './merged-cells.ts';
import { linesOf } from './split-cells.ts';

/** One entry of a block: texts by the exchange columns of its owner. */
export type BlockEntry = Readonly<Record<string, string>>;

interface Part {
  readonly key: string;
  readonly isName: boolean;
  readonly text: string;
  readonly pieces: readonly string[];
}

const NUMBERING = /^\s*(?:\d{1,2}\s*[.．、)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*/u;
const OPEN_BRACKET = /[(（][^)）]*$/u;

/** The entries of a cell: its lines, or else what semicolons outside brackets separate. */
const piecesOf = (text: string): readonly string[] => {
  const lines = linesOf(text);
  if (lines.length > 1) return lines;
  const pieces = text.split(/[;；]/u).map((piece) => piece.trim());
  const whole = pieces.filter((piece) => piece !== '');
  return whole.some((piece) => OPEN_BRACKET.test(piece)) ? lines : whole;
};

const unnumbered = (text: string): string => text.replace(NUMBERING, '');

/**
 * The entries of a block in one row, from the columns that are its parts. Several names in one cell are entries of their
 * own: parts with a piece for each name go with them one by one, the others hold for all.
 */
export const blockEntries = (
  line: Pick<FilledRow, 'cells'>,
  columns: readonly MappedColumn[],
): readonly BlockEntry[] => {
  const parts = columns.flatMap(({ column, slot }): readonly Part[] => {
    const text = cellText(line.cells[column]);
    if (slot.kind !== 'PART' || text === '') return [];
    return [{ key: slot.field.column, isName: isNamePart(slot), text, pieces: piecesOf(text) }];
  });
  if (parts.length === 0) return [];
  const count = parts.find(({ isName }) => isName)?.pieces.length ?? 1;
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      parts.map(({ key, isName, text, pieces }) => {
        if (isName) return [key, unnumbered(pieces[index] ?? text)];
        return [key, count > 1 && pieces.length === count ? unnumbered(pieces[index] ?? '') : text];
      }),
    ),
  );
};
