import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import type { Sql } from '../db/client.ts';
import { writeDemo } from '../demo/write-demo.ts';
import { importFiles } from '../intake/import.ts';
import type { Benchmark } from './benchmarks.ts';
import { spread } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const ROUNDS = 5;

type Cells = Readonly<Record<string, string>>;

/** A village's 12-digit code in 青溪县, each number another village. */
const villageCode = (number: number): string =>
  `880121${100 + Math.floor(number / 100)}${200 + (number % 100)}`;

/**
 * A CSV of that many rows as such lists are: the items of a county repeated in village after village, each row under
 * a key of its own.
 */
const writeRows = async (folder: string, rows: number): Promise<string> => {
  await writeDemo({ size: 'small', out: folder });
  const files = (await readdir(folder)).filter((name) => name.endsWith('-implementation.csv')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data);
  const made = Array.from({ length: rows }, (_, row) => {
    const cells = lines[row % lines.length] ?? {};
    const village = villageCode(Math.floor(row / lines.length));
    return { ...cells, 来源主键: `K${row}`, 区划代码: village, 区划名称: '' };
  });
  const path = join(folder, `rows-${rows}.csv`);
  await writeFile(path, `${Papa.unparse(made, { newline: '\n' })}\n`);
  return path;
};

const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
};

const copy = async (sql: Sql, path: string, columns: number): Promise<void> => {
  const names = Array.from({ length: columns }, (_, index) => `c${index} text`).join(', ');
  await sql.unsafe(`drop table if exists copied; create table copied (${names})`);
  await pipeline(
    createReadStream(path),
    await sql`copy copied from stdin (format csv, header true)`.writable(),
  );
};

const importOnce = async (sql: Sql, path: string): Promise<void> => {
  const list = { key: 'bench', level: 'COUNTY', region: '880121', kind: 'GOVERNMENT_SERVICE' };
  const result = await importFiles(sql, {
    files: [path],
    list,
    now: '2026-01-01T00:00:00Z',
    allowRemovals: true,
  });
  if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
};

/** Import of a CSV into a checked draft ÷ COPY of the same rows into text columns; alternating, two sizes. */
export const importAgainstCopy: Benchmark = (tell) =>
  withTemporaryDatabase(async (sql, _url, folder) => {
    const result: Record<string, string> = {};
    const medians: number[] = [];
    for (const rows of [15_000, 150_000]) {
      const path = await writeRows(folder, rows);
      const columns = (await readFile(path, 'utf8')).split('\n', 1)[0]?.split(',').length ?? 0;
      const ratios: number[] = [];
      const imports: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const copied = await seconds(() => copy(sql, path, columns));
        const imported = await seconds(() => importOnce(sql, path));
        ratios.push(copied / imported);
        imports.push(imported);
        tell(`${rows} 行 第 ${round + 1} 轮：COPY ${copied.toFixed(2)} 秒，导入 ${imported.toFixed(2)} 秒`);
      }
      medians.push([...imports].sort((left, right) => left - right)[ROUNDS >> 1] ?? 0);
      result[`COPY ÷ 导入，${rows} 行`] = spread(ratios);
      result[`导入用时（秒），${rows} 行`] = spread(imports);
    }
    result['增长指数'] = Math.log10((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2);
    return result;
  });
