import { problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';
import type { OleStream } from './ole.ts';

/** Records of a workbook stream that matter here, by number (MS-XLS §2.3). */
export const RECORD = {
  FORMULA: 0x06,
  EOF: 0x0a,
  DATE_1904: 0x22,
  FILE_PASS: 0x2f,
  CONTINUE: 0x3c,
  BOUND_SHEET: 0x85,
  MUL_RK: 0xbd,
  RICH_STRING: 0xd6,
  XF: 0xe0,
  MERGE_CELLS: 0xe5,
  SHARED_STRINGS: 0xfc,
  LABEL_SHARED: 0xfd,
  NUMBER: 0x203,
  LABEL: 0x204,
  BOOLEAN_OR_ERROR: 0x205,
  STRING: 0x207,
  ROW: 0x208,
  RK: 0x27e,
  FORMAT: 0x41e,
  START: 0x809,
} as const;

export interface XlsRecord {
  readonly id: number;
  readonly data: Buffer;
}

/** What is read of the stream at once. */
const WINDOW = 64 << 10;

/** The refusal of a workbook whose records do not hold together. */
export const damagedXls = (cause?: unknown): FileRefused =>
  new FileRefused(problem('FILE_UNREADABLE', { detail: 'xls 内容已损坏' }), cause);

/** The records from a position on, in their order; a record cut short is damage. */
export function* recordsFrom(stream: OleStream, position: number): Generator<XlsRecord, void, undefined> {
  let window: Buffer = Buffer.alloc(0);
  let start = position;
  let at = position;
  const take = (length: number): Buffer => {
    if (at + length > start + window.length) {
      start = at;
      window = stream.read(at, Math.max(WINDOW, length));
    }
    const bytes = window.subarray(at - start, at - start + length);
    if (bytes.length < length) throw damagedXls();
    at += length;
    return bytes;
  };
  while (at + 4 <= stream.size) {
    const head = take(4);
    yield { id: head.readUInt16LE(0), data: take(head.readUInt16LE(2)) };
  }
}

/**
 * A record's bytes together with those of the records that continue it. Texts may be cut anywhere, and their rest
 * then starts with a byte that says anew how its characters are written (MS-XLS §2.5.293).
 */
export interface Continued {
  u8(): number;
  u16(): number;
  u32(): number;
  skip(length: number): void;
  /** So many characters, the first of them written as `flags` says. */
  characters(count: number, flags: number): string;
}

const WIDE = 1;

/** Reads over `first` and whatever follows it; `more` gives the next piece, or undefined at the end. */
export const continued = (first: Buffer, more: () => Buffer | undefined): Continued => {
  let data = first;
  let at = 0;
  const left = (): number => data.length - at;
  const advance = (): void => {
    const next = more();
    if (next === undefined) throw damagedXls();
    data = next;
    at = 0;
  };
  const u8 = (): number => {
    while (left() === 0) advance();
    at += 1;
    return data[at - 1]!;
  };
  const u16 = (): number => u8() | (u8() << 8);
  return {
    u8,
    u16,
    u32: () => u16() + u16() * 0x10000,
    skip: (length) => {
      for (let rest = length; rest > 0; ) {
        if (left() === 0) advance();
        const step = Math.min(rest, left());
        at += step;
        rest -= step;
      }
    },
    characters: (count, flags) => {
      let text = '';
      let wide = (flags & WIDE) !== 0;
      for (let rest = count; rest > 0; ) {
        if (left() < (wide ? 2 : 1)) {
          advance();
          wide = (u8() & WIDE) !== 0;
        }
        const width = wide ? 2 : 1;
        const taken = Math.min(rest, Math.floor(left() / width));
        text += data.toString(wide ? 'utf16le' : 'latin1', at, at + taken * width);
        at += taken * width;
        rest -= taken;
      }
      return text.toWellFormed();
    },
  };
};
