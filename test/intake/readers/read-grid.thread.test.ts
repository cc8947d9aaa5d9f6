import { describe, expect, test, vi } from 'vitest';
import { FileRefused, type Sheet } from '../../../intake/readers/grid.ts';
import { type ReadGridOptions, readGrid } from '../../../intake/readers/read-grid.ts';
import { sheetFile, sheetXml, stringsXml, workbookFile } from '../../support/hostile-workbook.ts';
import { withBytes } from '../../support/read-grid.ts';

// Threads start and files are written: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

type Told = readonly (readonly [sheet: string | undefined, rows: readonly unknown[]])[];

/** All rows of a file, by sheet; or the sentence of its refusal, whenever it comes. */
const told = async (
  name: string,
  content: string | Buffer,
  options: ReadGridOptions = {},
): Promise<Told | string> =>
  await withBytes(name, content, async (path) => {
    const result = await readGrid(path, options);
    if (result.kind === 'REFUSED') return result.problem.message;
    try {
      const sheets: [string | undefined, unknown[]][] = [];
      for await (const sheet of result.grid.sheets) {
        const rows: unknown[] = [];
        for await (const batch of sheet.batches) rows.push(...batch);
        sheets.push([sheet.name, rows]);
      }
      return sheets;
    } catch (error) {
      if (error instanceof FileRefused) return error.problem.message;
      throw error;
    }
  });

const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`;
const rows = (count: number): string => Array.from({ length: count }, (_none, at) => row(at + 1)).join('');

describe('any file', () => {
  test.each<readonly [name: string, content: string | Buffer, expected: Told]>([
    [
      'list.xlsx',
      sheetFile(
        '<row r="2"><c r="A2" s="1"><v>45352</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><v>0.1</v></c></row>',
      ),
      [['清单', [{ row: 2, cells: [new Date('2024-03-01Z'), true, 0.1] }]]],
    ],
    [
      'list.csv',
      'a,b\n1,2\n',
      [
        [
          undefined,
          [
            { row: 1, cells: ['a', 'b'] },
            { row: 2, cells: ['1', '2'] },
          ],
        ],
      ],
    ],
    ['list.jsonl', '{"a":[1]}\n', [[undefined, [{ row: 1, record: { a: [1] } }]]]],
    ['list.html', '<table><tr><td>a</td></tr></table>', [['表 1', [{ row: 1, cells: ['a'] }]]]],
  ])('%s comes as sheets of rows', async (name, content, expected) => {
    expect(await told(name, content)).toMatchObject(expected);
  });

  test('brings what was guessed of it with its name', async () => {
    await withBytes('list.csv', 'a;b\n1;2\n', async (path) => {
      const result = await readGrid(path);
      if (result.kind === 'REFUSED') throw new Error(result.problem.message);
      for await (const sheet of result.grid.sheets) expect(sheet.kind).toBe('CELLS');
      expect(result.grid.document).toBe('list.csv');
      expect(result.grid.problems.map(({ code }) => code)).toEqual(['DELIMITER_GUESSED']);
    });
  });

  test('keeps the order of thousands of rows', async () => {
    const [sheet] = (await told('list.xlsx', sheetFile(rows(4321)))) as Told;
    expect(sheet?.[1]).toEqual(
      Array.from({ length: 4321 }, (_none, at) => ({ row: at + 1, cells: [at + 1] })),
    );
  });

  test('what is left of a sheet is passed over', async () => {
    await withBytes(
      'list.html',
      '<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>',
      async (path) => {
        const result = await readGrid(path);
        if (result.kind === 'REFUSED') throw new Error(result.problem.message);
        const names: (string | undefined)[] = [];
        for await (const sheet of result.grid.sheets) names.push(sheet.name);
        expect(names).toEqual(['表 1', '表 2']);
      },
    );
  });
});

describe('a refusal', () => {
  test.each<
    readonly [why: string, name: string, content: string | Buffer, options: ReadGridOptions, sentence: RegExp]
  >([
    ['of the format', 'list.pdf', '%PDF-1.7', {}, /PDF 文件/u],
    ['of a limit', 'list.xlsx', sheetFile(rows(3)), { limits: { rows: 2 } }, /单元格 A3：行数超过上限 2/u],
    ['in the middle', 'list.xlsx', sheetFile(rows(9000) + row(1)), {}, /第 9000 行以后，行的次序错乱/u],
    ['for the time it takes', 'list.xlsx', sheetFile(rows(10)), { timeoutMs: 1 }, /读取用时超过 1 秒/u],
  ])('%s comes with its sentence', async (_why, name, content, options, sentence) => {
    expect(await told(name, content, options)).toMatch(sentence);
  });

  test('for the memory it takes leaves the process as it was', async () => {
    const strings = Array.from({ length: 600_000 }, (_none, at) => `<si><t>不同的文字 ${at}</t></si>`).join(
      '',
    );
    const file = workbookFile({ sheet: sheetXml(''), strings: stringsXml(strings) });
    expect(await told('list.xlsx', file, { memoryMegabytes: 24 })).toMatch(/内存超过 24 MB/u);
  });

  test('in the middle is thrown after the rows before it', async () => {
    await withBytes('list.xlsx', sheetFile(rows(2000) + row(1)), async (path) => {
      const result = await readGrid(path);
      if (result.kind === 'REFUSED') throw new Error('too early');
      let count = 0;
      const consume = async () => {
        for await (const sheet of result.grid.sheets)
          for await (const batch of sheet.batches) count += batch.length;
      };
      await expect(consume()).rejects.toThrow(FileRefused);
      expect(count).toBeGreaterThan(0);
    });
  });
});

/** Threads this process talks to. */
const threads = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;

describe('nothing stays behind', () => {
  const first = async (sheets: AsyncIterable<Sheet>): Promise<void> => {
    for await (const sheet of sheets) {
      for await (const batch of sheet.batches) {
        expect(batch.length).toBeGreaterThan(0);
        return;
      }
    }
  };

  test.each<readonly [how: string, file: Buffer, rowsRead: boolean]>([
    ['closed before a row is read', sheetFile(rows(5000)), false],
    ['closed after some rows', sheetFile(rows(5000)), true],
  ])('of a file %s', async (_how, file, rowsRead) => {
    await withBytes('list.xlsx', file, async (path) => {
      const before = threads();
      const result = await readGrid(path);
      if (result.kind === 'REFUSED') throw new Error(result.problem.message);
      expect(threads()).toBe(before + 1);
      if (rowsRead) await first(result.grid.sheets);
      await result.close();
      await result.close();
      expect(threads()).toBe(before);
    });
  });

  test.each([
    ['read to its end', 'list.xlsx', sheetFile(rows(50))],
    ['refused at once', 'list.pdf', Buffer.from('%PDF-1.7')],
    ['refused later', 'list.xlsx', sheetFile(rows(5000) + row(1))],
  ])('of a file %s', async (_how, name, file) => {
    const before = threads();
    await told(name, file);
    expect(threads()).toBe(before);
  });
});
