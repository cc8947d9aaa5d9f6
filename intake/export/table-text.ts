import { saysNothing } from '../cells.ts';
import type { CellContent } from './element-cells.ts';
import { markFormula } from './formula-mark.ts';

/** A cell's content as one text: several texts by semicolons, blocks as JSON. */
export const cellText = (content: CellContent | undefined): string => {
  if (content === undefined) return '';
  if (typeof content === 'boolean') return content ? '是' : '否';
  if (!Array.isArray(content)) return String(content);
  if (content.some((part) => typeof part === 'object')) return JSON.stringify(content);
  const text = content.join(';');
  return saysNothing(text) ? `${text};` : text;
};

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of CSV after RFC 4180, none of whose cells a spreadsheet runs. */
export const csvLine = (texts: readonly string[]): string =>
  `${texts.map((text) => quoted(markFormula(text))).join(',')}\r\n`;
