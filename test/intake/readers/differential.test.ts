import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellObject, WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';
import type { CellValue, Reader } from '../../../intake/readers/grid.ts';
import { xlsReader } from '../../../intake/readers/xls.ts';
import { xlsxReader } from '../../../intake/readers/xlsx.ts';
import { ROOT } from '../../support/documents.ts';
import { type ReadFile, readWith } from '../../support/read-grid.ts';
import { savedBook, sheetJs } from '../../support/sheet-js.ts';

// Threads start and files are written: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const FOLDER = join(ROOT, 'test/fixtures/intake');

type Cells = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** What this reader makes more of than a number is the number again: a date, a time, a code with its zeros. */
const asNumber = (value: CellValue): CellValue => {
  if (value instanceof Date) return Math.round(((value.getTime() - EPOCH) / DAY) * 86_400) / 86_400;
  const clock = typeof value === 'string' ? /^(\d+):(\d\d)(?::(\d\d))?$/u.exec(value) : null;
  if (clock !== null) {
    return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) / 86_400;
  }
  return typeof value === 'string' ? Number(value) : value;
};

const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** The cells of a file by sheet and address as SheetJS reads them: no errors, nothing empty, dates as numbers. */
const theirs = (book: WorkBook): Cells =>
  Object.fromEntries(
    book.SheetNames.filter((name) => book.Sheets[name]?.['!type'] !== 'chart').map((name) => {
      const cells = Object.entries(book.Sheets[name] ?? {}).filter(([address]) => !address.startsWith('!'));
      return [
        name,
        Object.fromEntries(
          cells.flatMap(([address, cell]: [string, CellObject]) => {
            if (cell.t === 'e' || cell.t === 'z' || cell.v === undefined || cell.v === '') return [];
            return [[address, typeof cell.v === 'string' ? plain(cell.v) : (cell.v as number | boolean)]];
          }),
        ),
      ];
    }),
  );

/** The same of what our reader read; where SheetJS has a number, as a number. */
const ours = (read: ReadFile, other: Cells): Cells => {
  if (read.refused !== undefined) throw new Error(read.refused.message);
  return Object.fromEntries(
    read.sheets.map(({ name = '', rows }) => [
      name,
      Object.fromEntries(
        rows.flatMap(({ row, cells }) =>
          cells.flatMap((value, column) => {
            if (value === null || value === '') return [];
            const address = sheetJs.utils.encode_cell({ r: row - 1, c: column });
            const numeric = typeof other[name]?.[address] === 'number';
            const same = numeric ? asNumber(value) : value;
            return [[address, typeof same === 'string' ? plain(same) : same]];
          }),
        ),
      ),
    ]),
  ) as Cells;
};

/** Times are seconds: a serial number holds no more. */
const rounded = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([sheet, values]) => [
      sheet,
      Object.fromEntries(
        Object.entries(values).map(([address, value]) => [
          address,
          typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value,
        ]),
      ),
    ]),
  );

const readerOf = (bytes: Buffer): Reader => (bytes[0] === 0x50 ? xlsxReader : xlsReader);

const both = async (bytes: Buffer) => {
  const book = sheetJs.read(bytes, { type: 'buffer', cellDates: false });
  const other = theirs(book);
  const read = await readWith(readerOf(bytes), 'list', bytes);
  return { book, read, theirs: rounded(other), ours: rounded(ours(read, other)) };
};

/** Workbooks of the corpus that are read at all. */
const isWorkbook = (name: string): boolean => {
  if (!/\.(?:xlsx|xlsm|xls|et)$/u.test(name)) return false;
  const bytes = readFileSync(join(FOLDER, name));
  const old =
    bytes.readUInt32BE(0) === 0xd0cf11e0 && !bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return (
    old ||
    (bytes.readUInt32BE(0) === 0x504b0304 && bytes.includes('xl/workbook.xml') && name !== 'truncated.xlsx')
  );
};

const fixtures = readdirSync(FOLDER).filter(isWorkbook);

describe('workbooks of the corpus', () => {
  test('are there', () => {
    expect(fixtures.length).toBeGreaterThan(30);
  });

  test.each(fixtures)('%s holds the same for SheetJS', async (name) => {
    const { book, read, ...cells } = await both(readFileSync(join(FOLDER, name)));
    expect(cells.ours).toEqual(cells.theirs);
    for (const sheet of read.sheets) {
      const merges = (book.Sheets[sheet.name ?? '']?.['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        left: s.c,
        bottom: e.r + 1,
        right: e.c,
      }));
      expect(new Set(sheet.merges?.map((merge) => JSON.stringify(Object.entries(merge).sort())))).toEqual(
        new Set(merges.map((merge) => JSON.stringify(Object.entries(merge).sort()))),
      );
    }
    const hidden =
      book.Workbook?.Sheets?.filter(({ Hidden }) => Hidden !== 0 && Hidden !== undefined).length ?? 0;
    expect(read.sheets.filter((sheet) => sheet.hidden).length).toBe(hidden);
  });
});

/** Characters an office writes, and those that are hard to write in XML. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'设立许可（）、；＝　',
        ' ',
        '\n',
        '\t',
        '&',
        '<',
        '>',
        '"',
        "'",
        '=',
        '_',
        'x',
        '0',
        ']',
      ),
      fc.constantFrom(']]>', '_x00', '&amp;', '𠀀', '👍🏽', '\u00a0', '\u200b', '\u2028', 'é'),
    ),
    minLength: 1,
    maxLength: 30,
  })
  // Neither writer escapes a text that looks like an escape; Excel does, and xlsx.test.ts tells of it.
  .filter((value) => value.trim() !== '' && !/_x[0-9a-f]{4}_/iu.test(value));

const cell = fc.oneof(
  { weight: 3, arbitrary: text },
  fc.integer(),
  // SheetJS writes the very smallest doubles wrongly into xls; no list has any.
  fc.double({ noNaN: true, min: 1e-9, max: 1e18 }),
  fc.double({ noNaN: true, min: -1e18, max: -1e-9 }),
  fc.boolean(),
  fc.constant(null),
);

type Row = readonly (string | number | boolean | null)[];

const sheets = fc.array(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), {
  minLength: 1,
  maxLength: 3,
});

/** What a reader has to bring of these rows: nothing empty, and -0 as 0. */
const expected = (rows: readonly Row[]): readonly (readonly [number, Row])[] =>
  rows.flatMap((row, index) => {
    const last = row.findLastIndex((value) => value !== null);
    const cells = row.slice(0, last + 1).map((value) => (value === 0 ? 0 : value));
    return last < 0 ? [] : [[index + 1, cells] as const];
  });

const bySheetJs = (format: 'xlsx' | 'biff8') => (lists: readonly (readonly Row[])[]) => {
  const book = sheetJs.utils.book_new();
  lists.forEach((rows, index) => {
    const sheet = sheetJs.utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { sheetStubs: false },
    );
    sheetJs.utils.book_append_sheet(book, sheet, `表${index}`);
  });
  return savedBook(book, format);
};

const byHucre = async (lists: readonly (readonly Row[])[]): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: lists.map((rows, index) => ({ name: `表${index}`, rows: rows.map((row) => [...row]) })),
    }),
  );

describe('any workbook is read back cell for cell', () => {
  test.each<
    readonly [writer: string, write: (lists: readonly (readonly Row[])[]) => Buffer | Promise<Buffer>]
  >([
    ['xlsx by SheetJS', bySheetJs('xlsx')],
    ['xls by SheetJS', bySheetJs('biff8')],
    ['xlsx by hucre', byHucre],
  ])('%s', async (_writer, write) => {
    await fc.assert(
      fc.asyncProperty(sheets, async (lists) => {
        const bytes = await write(lists);
        const { sheets: found, refused } = await readWith(readerOf(bytes), 'list', bytes);
        expect(refused).toBeUndefined();
        const rows = found.map((sheet) =>
          sheet.rows.map((row) => [row.row, row.cells.map((value) => (value === 0 ? 0 : value))]),
        );
        expect(rows).toEqual(lists.map(expected));
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
  });
});
