/** A table as the terminal and the page both show it; columns from `numbersFrom` on hold numbers. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbersFrom: number;
  /** A sentence below the table. */
  readonly note?: string;
}

/** A figure between 0 and 1 (or a score); a dash where there was nothing to measure. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '－' : value.toFixed(3);

export const percent = (value: number | null | undefined): string =>
  value === null || value === undefined ? '－' : `${(value * 100).toFixed(1)}%`;

/** Columns a text takes on a terminal: Chinese characters and full-width marks take two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/u.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number, isNumber: boolean): string => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return isNumber ? blanks + text : text + blanks;
};

/** The table as lines of text, columns aligned. */
export const textTable = ({ caption, head, rows, numbersFrom, note }: Table): string => {
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column >= numbersFrom))
      .join('  ')
      .trimEnd(),
  );
  const body = lines.map((line) => `  ${line}`).join('\n');
  return `${caption}\n${body}\n${note === undefined ? '' : `  ${note}\n`}`;
};
