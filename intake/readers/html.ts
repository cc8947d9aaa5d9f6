import type { Reader } from './grid.ts';
import { htmlMarkup } from './html-markup.ts';
import type { MarkupStructure } from './markup-structure.ts';
import { markupSheets } from './markup-table.ts';
import { decodeAs } from './text.ts';
import { detectEncoding, type Encoding } from './text-encoding.ts';

/** What pages of this country declare; other declarations are left to what the bytes themselves say. */
const DECLARED: Readonly<Record<string, Encoding>> = {
  gb2312: 'GB18030',
  gbk: 'GB18030',
  gb18030: 'GB18030',
  'x-gbk': 'GB18030',
  big5: 'Big5',
  'big5-hkscs': 'Big5',
};

const declaredEncoding = (beginning: string): Encoding | undefined => {
  const label = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(beginning.slice(0, 4096))?.[1];
  return label === undefined ? undefined : DECLARED[label.toLowerCase()];
};

const IDEOGRAPH = '[\\u2e80-\\u9fff\\uff00-\\uffef]';
const BREAK_BETWEEN_IDEOGRAPHS = new RegExp(`(${IDEOGRAPH})[ \\t]*[\\r\\n]\\s*(?=${IDEOGRAPH})`, 'gu');

/**
 * A line as a browser shows it: blanks run together, and where the source is broken between two ideographs nothing
 * stands (CSS Text 3 §4.1.3).
 */
const asShown = (line: string): string => {
  if (!/[\t\r\n\f]| {2}/u.test(line)) return line.trim();
  return line
    .replace(BREAK_BETWEEN_IDEOGRAPHS, '$1')
    .replace(/[ \t\r\n\f]+/gu, ' ')
    .trim();
};

/**
 * Reads the tables of a page, also of what Excel saves as a web page and of the pages that systems export as .xls; a
 * page without tables gives its paragraphs and lists of descriptions.
 */
export const htmlReader: Reader = async function* (path, limits) {
  const detected = await detectEncoding(path, limits, declaredEncoding);
  let text = decodeAs(path, limits, detected);
  const source = (structure: MarkupStructure) => {
    text = decodeAs(path, limits, detected);
    return htmlMarkup(text.chunks, structure);
  };
  yield* markupSheets(source, limits, asShown);
  for (const one of text.problems) yield { kind: 'PROBLEM', problem: one };
};
