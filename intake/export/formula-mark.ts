/** What a spreadsheet takes for the beginning of a formula, full width as Chinese keyboards write it included. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

const MARKED = /^'+[=+\-@\t\r＝＋－＠]/u;

/**
 * A text that no spreadsheet runs when it opens the CSV: one that could begin a formula gets an apostrophe in front,
 * and so does one that looks as if it had the mark already, so that nothing is ambiguous on the way back (OWASP, CSV
 * injection).
 */
export const markFormula = (text: string): string => (BEGINS_FORMULA.test(text) ? `'${text}` : text);

/** The text before `markFormula`; a reader of CSV applies it to every cell. */
export const unmarkFormula = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
