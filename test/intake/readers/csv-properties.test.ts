import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvReader } from '../../../intake/readers/csv.ts';
import { CsvSplitter } from '../../../intake/readers/csv-records.ts';
import { LIMITS } from '../../../intake/readers/limits.ts';
import { numberedRows, readWith } from '../../support/read-grid.ts';

/** UTF-16 with the byte order mark first, as spreadsheets write it. */
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const ENCODE: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text) => utf16(text, false),
  'UTF-16BE': (text) => utf16(text, true),
};

const cell = fc.string({
  unit: fc.constantFrom('a', '7', ' ', '"', '\n', ',', ';', '\t', '|', '，', '项', '𠮷'),
  maxLength: 6,
});

test('cells written in any delimiter, line end and encoding are read back one for one', async () => {
  const grid = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const options = fc.record({
    delimiter: fc.constantFrom(',', '\t', ';', '|', '，'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom(...Object.keys(ENCODE)),
    always: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(grid, options, async (rows, { delimiter, lineEnd, encoding, always }) => {
      const quoted = (text: string) =>
        always || /[",;\t|，\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = rows.map((row) =>
        row.map((text) => quoted(text.replaceAll('\n', lineEnd))).join(delimiter),
      );
      const text = `sep=${delimiter}${lineEnd}${lines.join(lineEnd)}${lineEnd}`;
      const read = await readWith(csvReader, 'list.csv', ENCODE[encoding]?.(text) ?? '');
      const full = rows.map((cells, index) => [index + 1, cells] as const);
      const wanted = full.filter(([, cells]) => cells.some((one) => one.trim() !== ''));
      expect(numberedRows(read)).toEqual(wanted);
    }),
    { numRuns: 120 },
  );
});

test('records do not depend on where the pieces of a text end', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',', ' '), maxLength: 30 });
  const split = (pieces: readonly string[]) => {
    const splitter = new CsvSplitter(',', LIMITS);
    try {
      return [...pieces.flatMap((piece) => [...splitter.take(piece)]), ...splitter.finish()];
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (pieces) => {
      expect(split(pieces)).toEqual(split([pieces.join('')]));
    }),
    { numRuns: 2000 },
  );
});

test('a file of many pieces comes whole, whatever ends its lines', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [
    `事项${index}`,
    index % 7 === 0 ? '一\n"二"' : 'x'.repeat(index % 11),
  ]);
  const quoted = (cell: string) => (/[\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const read = await readWith(csvReader, 'list.csv', text.replaceAll('\n', lineEnd));
    expect(read.sheets[0]?.rows.length).toBe(rows.length);
    expect(read.sheets[0]?.rows.every(({ row, cells }) => isDeepStrictEqual(cells, rows[row - 1]))).toBe(
      true,
    );
  }
});

test('the delimiter is told from the lines alone where every row has as many cells', async () => {
  const word = fc.string({
    unit: fc.constantFrom('甲', '乙', 'a', '7', '"', ',', ';', '|', '\t'),
    minLength: 1,
    maxLength: 5,
  });
  const rows = fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', '\t', ';', '|'), async (grid, delimiter) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = grid.map((row) => row.map(quoted).join(delimiter)).join('\n');
      const wanted = grid.flatMap((row, index) => (row.join('').trim() === '' ? [] : [[index + 1, row]]));
      expect(numberedRows(await readWith(csvReader, 'list.csv', text))).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});
