/** The letters of a column counted from 0: A, B … Z, AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
};

/** The address of a cell: its column counted from 0, its row from 1. */
export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** More than any sheet has; letters without end would make a number without end. */
const MOST_COLUMNS = 1_000_000;

/** Column, counted from 0, of an address like `AB12` or `$AB$12`; undefined where it has no letters. */
export const columnOf = (address: string): number | undefined => {
  let column = 0;
  let position = address.charCodeAt(0) === 36 ? 1 : 0;
  for (; position < address.length; position += 1) {
    const letter = address.charCodeAt(position) & ~0x20;
    if (letter < 65 || letter > 90 || column > MOST_COLUMNS) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? undefined : column - 1;
};

const REFERENCE = /^\$?([A-Z]{1,7})\$?(\d{1,9})$/iu;

/** Column counted from 0 and row counted from 1 of an address; undefined for what is none. */
export const parseAddress = (
  address: string,
): { readonly column: number; readonly row: number } | undefined => {
  const match = REFERENCE.exec(address);
  const column = match === null ? undefined : columnOf(match[1] ?? '');
  return column === undefined ? undefined : { column, row: Number(match?.[2]) };
};
