import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';

/** A record of delimited text: blank ones come too, so that the caller's numbers are those of a spreadsheet. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The text line it starts on, counted from 1. */
  readonly line: number;
  /** The first cell whose closing quotation mark is followed by more text. */
  readonly misquoted?: string;
}

export interface CsvSplitter {
  /** The records that are complete with this piece of text, whose only line end is the line feed. */
  take(piece: string): CsvRecord[];
  /** The last record. Throws `FileRefused` where a quotation mark never closes. */
  finish(): CsvRecord[];
}

const unclosed = (line: number): FileRefused =>
  new FileRefused(problem('FILE_UNREADABLE', { detail: `第 ${line} 行开始的引号没有配对` }));

const lineFeedsIn = (text: string): number => {
  let count = 0;
  for (let place = text.indexOf('\n'); place !== -1; place = text.indexOf('\n', place + 1)) count += 1;
  return count;
};

/** Where a character stands next, remembered so that a text without it is searched once. */
const finder = (text: string, character: string) => {
  let found = -1;
  return (from: number): number => {
    if (found < from) {
      found = text.indexOf(character, from);
      if (found === -1) found = Number.POSITIVE_INFINITY;
    }
    return found;
  };
};

type Scan = { readonly cells: string[]; readonly end: number; readonly misquoted?: string } | undefined;

/**
 * Splits RFC 4180 text into records as pieces of it come. Text after a closing quotation mark belongs to the cell,
 * as in spreadsheets. `longest` is how many characters a quotation may have before it counts as never closed.
 */
export const csvSplitter = (delimiter: string, longest: number, firstLine = 1): CsvSplitter => {
  let pieces: string[] = [];
  let waiting = 0;
  let wanted = 0;
  let line = firstLine;

  /** The record at `start` if it has quotation marks, or undefined where it is not complete in the text. */
  const scanQuoted = (text: string, start: number, next: Finders, last: boolean): Scan => {
    const cells: string[] = [];
    let misquoted: string | undefined;
    for (let place = start; ; ) {
      let cell = '';
      let rest = place;
      if (text[place] === '"') {
        let close = text.indexOf('"', place + 1);
        while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        if (close === -1 || (close + 1 === text.length && !last)) {
          const tooLong = text.length - place > longest;
          if (last || tooLong) throw unclosed(line + lineFeedsIn(text.slice(start, place)));
          return undefined;
        }
        cell = text.slice(place + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        rest = close + 1;
      }
      const end = Math.min(next.delimiter(rest), next.lineFeed(rest), text.length);
      if (end === text.length && !last) return undefined;
      if (end > rest) {
        const more = text.slice(rest, end);
        if (rest !== place && more.trim() !== '') misquoted ??= cell + more;
        if (rest === place || more.trim() !== '') cell += more;
      }
      cells.push(cell);
      if (text[end] !== delimiter) return { cells, end, ...(misquoted === undefined ? {} : { misquoted }) };
      place = end + 1;
    }
  };

  const split = (text: string, last: boolean): CsvRecord[] => {
    const next = {
      delimiter: finder(text, delimiter),
      lineFeed: finder(text, '\n'),
      quote: finder(text, '"'),
    };
    const records: CsvRecord[] = [];
    let start = 0;
    while (start < text.length) {
      const end = Math.min(next.lineFeed(start), text.length);
      if (next.quote(start) > end) {
        if (end === text.length && !last) break;
        records.push({ cells: text.slice(start, end).split(delimiter), line });
        line += 1;
        start = end + 1;
        continue;
      }
      const scan = scanQuoted(text, start, next, last);
      if (scan === undefined) break;
      const { end: recordEnd, ...record } = scan;
      records.push({ ...record, line });
      line += 1 + lineFeedsIn(text.slice(start, recordEnd));
      start = recordEnd + 1;
    }
    const rest = text.slice(start);
    pieces = rest === '' ? [] : [rest];
    waiting = rest.length;
    // A record longer than a piece is looked at again when twice as much of it is there, not with every piece.
    wanted = start === 0 ? waiting * 2 : 0;
    return records;
  };

  return {
    take: (piece) => {
      pieces.push(piece);
      waiting += piece.length;
      return waiting < wanted ? [] : split(pieces.join(''), false);
    },
    finish: () => split(pieces.join(''), true),
  };
};

interface Finders {
  readonly delimiter: (from: number) => number;
  readonly lineFeed: (from: number) => number;
}
