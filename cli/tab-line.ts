/** Spaces of any kind, control characters, and marks that turn the direction in which the rest is shown. */
const NOT_SHOWN_AS_IT_IS = /[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A line for people, with its end: cells with tabs between, nothing for null. A name or a reason is anybody's writing,
 * which must neither begin a line or a column of its own nor command the terminal.
 */
export const tabLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => String(cell ?? '').replace(NOT_SHOWN_AS_IT_IS, ' ')).join('\t')}\n`;
