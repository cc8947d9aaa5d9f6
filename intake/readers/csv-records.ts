import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { passesLimit } from './sheet-limits.ts';

/** A record of delimited text: blank ones come too, so that the caller's numbers are those of a spreadsheet. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The text line it starts on, counted from 1. */
  readonly line: number;
  /** The first cell whose closing quotation mark is followed by more text. */
  readonly misquoted?: string;
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

interface Finders {
  readonly delimiter: (from: number) => number;
  readonly lineFeed: (from: number) => number;
  readonly quote: (from: number) => number;
}

interface Scan {
  readonly cells: readonly string[];
  readonly end: number;
  readonly misquoted?: string;
}

/** A row may have a hundred of the longest cells. */
const LONGEST_CELLS = 100;

/**
 * Splits RFC 4180 text, whose only line end is the line feed, into records as pieces of it come. Text after a closing
 * quotation mark belongs to the cell, as in spreadsheets. Cells beyond the limit of columns are left out, all but the
 * first of them.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #limits: ReadLimits;
  #line: number;
  #pieces: string[] = [];
  #waiting = 0;
  /** Characters from which on it is worth to look again for the end of the record that is waiting. */
  #wanted = 0;

  constructor(delimiter: string, limits: ReadLimits, firstLine = 1) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#line = firstLine;
  }

  /**
   * The records that are complete with this piece, to be taken to the last one before the next piece comes: held all at
   * once, a piece of blank lines is a hundred times its size. Throws `FileRefused` where a quotation or line has no end.
   */
  *take(piece: string): Generator<CsvRecord, void, undefined> {
    this.#pieces.push(piece);
    this.#waiting += piece.length;
    const longest = this.#limits.cellCharacters * LONGEST_CELLS;
    if (this.#waiting > longest + piece.length) {
      throw passesLimit('一行的字数', longest, { row: this.#line });
    }
    if (this.#waiting >= this.#wanted) yield* this.#split(this.#pieces.join(''), false);
  }

  /** The last record. */
  finish(): Generator<CsvRecord, void, undefined> {
    return this.#split(this.#pieces.join(''), true);
  }

  *#split(text: string, last: boolean): Generator<CsvRecord, void, undefined> {
    const next: Finders = {
      delimiter: finder(text, this.#delimiter),
      lineFeed: finder(text, '\n'),
      quote: finder(text, '"'),
    };
    let start = 0;
    while (start < text.length) {
      const plain = this.#plain(text, start, next, last);
      const scan = plain ?? this.#quoted(text, start, next, last);
      if (scan === undefined) break;
      const { end, ...record } = scan;
      yield { ...record, line: this.#line };
      this.#line += 1 + (plain === undefined ? lineFeedsIn(text.slice(start, end)) : 0);
      start = end + 1;
    }
    this.#pieces = start < text.length ? [text.slice(start)] : [];
    this.#waiting = Math.max(0, text.length - start);
    // A record longer than a piece is looked at again when twice as much of it is there, not with every piece.
    this.#wanted = start === 0 ? this.#waiting * 2 : 0;
  }

  /** The record at `start` if no quotation mark stands in its line. */
  #plain(text: string, start: number, next: Finders, last: boolean): Scan | undefined {
    const end = Math.min(next.lineFeed(start), text.length);
    if (next.quote(start) < end || (end === text.length && !last)) return undefined;
    return { cells: text.slice(start, end).split(this.#delimiter, this.#limits.columns + 1), end };
  }

  /** The record at `start`, undefined where the text ends before it. */
  #quoted(text: string, start: number, next: Finders, last: boolean): Scan | undefined {
    const cells: string[] = [];
    let misquoted: string | undefined;
    for (let place = start; ; ) {
      const rest = text[place] === '"' ? this.#closing(text, start, place, last) : place;
      if (rest === undefined) return undefined;
      const end = Math.min(next.delimiter(rest), next.lineFeed(rest), text.length);
      if (end === text.length && !last) return undefined;
      const quotation = rest === place ? '' : text.slice(place + 1, rest - 1).replaceAll('""', '"');
      const more = text.slice(rest, end);
      const isWhole = rest > place && more.trim() === '';
      if (rest > place && !isWhole) misquoted ??= quotation + more;
      cells.push(isWhole ? quotation : quotation + more);
      if (text[end] !== this.#delimiter || cells.length > this.#limits.columns) {
        return misquoted === undefined ? { cells, end } : { cells, end, misquoted };
      }
      place = end + 1;
    }
  }

  /** The place behind the quotation that opens at `place`, undefined where the text ends before it. */
  #closing(text: string, start: number, place: number, last: boolean): number | undefined {
    let close = text.indexOf('"', place + 1);
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close !== -1 && (close + 1 < text.length || last)) return close + 1;
    if (last || text.length - place > this.#limits.cellCharacters) {
      throw unclosed(this.#line + lineFeedsIn(text.slice(start, place)));
    }
    return undefined;
  }
}
