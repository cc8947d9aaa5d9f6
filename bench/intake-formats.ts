import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { writeXlsxStream } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Benchmark } from './benchmarks.ts';
import { copyInto, seconds } from './copy-rows.ts';
import { spread } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';
import { writeRows } from './village-rows.ts';

const ROUNDS = 3;

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const child = join(import.meta.dirname, 'intake-child.ts');

const measure = async (...words: readonly string[]): Promise<Measured> => {
  const process_ = spawn(process.execPath, [child, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(process_.stdout)) as Measured;
};

/** The same rows as a workbook of text cells. */
const asWorkbook = async (csv: string): Promise<string> => {
  const path = csv.replace(/csv$/u, 'xlsx');
  const { data } = Papa.parse<string[]>(await readFile(csv, 'utf8'), { skipEmptyLines: true });
  await writeXlsxStream(data, { name: '清单', columns: [] }).pipeTo(Writable.toWeb(createWriteStream(path)));
  return path;
};

const headerWidth = async (path: string): Promise<number> => {
  let head = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    head += chunk;
    if (head.includes('\n')) break;
  }
  return head.split('\n', 1)[0]?.split(',').length ?? 0;
};

/**
 * Import of a list from CSV and from xlsx, beside its reader alone and beside COPY of the same rows: rows per second,
 * peak memory of the importing process, ratios; alternating, two sizes.
 */
export const intakeFormats: Benchmark = (tell) =>
  withTemporaryDatabase(async (sql, url, folder) => {
    const result: Record<string, string> = {};
    for (const size of [15_000, 150_000]) {
      const csv = await writeRows(folder, size);
      const width = await headerWidth(csv);
      for (const [format, path] of [
        ['csv', csv],
        ['xlsx', await asWorkbook(csv)],
      ] as const) {
        const title = `${format}，${size} 行 × ${width} 列`;
        const rounds: { readonly read: Measured; readonly whole: Measured; readonly copied: number }[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const copied = await seconds(() => copyInto(sql, csv, width));
          const read = await measure('read', path);
          const whole = await measure('import', path, url);
          rounds.push({ read, whole, copied });
          tell(
            `${title} 第 ${round + 1} 轮：读取 ${read.seconds.toFixed(2)} 秒，导入 ${whole.seconds.toFixed(2)} 秒`,
          );
        }
        result[`导入（行/秒），${title}`] = spread(
          rounds.map(({ whole }) => size / whole.seconds),
          0,
        );
        result[`读取器单独 ÷ 导入，${title}`] = spread(
          rounds.map(({ read, whole }) => read.seconds / whole.seconds),
        );
        result[`COPY ÷ 导入，${title}`] = spread(rounds.map(({ copied, whole }) => copied / whole.seconds));
        result[`导入的内存峰值（MB），${title}`] = spread(
          rounds.map(({ whole }) => whole.megabytes),
          0,
        );
      }
    }
    return result;
  });
