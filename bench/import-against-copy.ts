import { readFile } from 'node:fs/promises';
import type { Sql } from '../db/client.ts';
import { importFiles } from '../intake/import.ts';
import type { Benchmark } from './benchmarks.ts';
import { copyInto, seconds } from './copy-rows.ts';
import { spread } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';
import { writeRows } from './village-rows.ts';

const ROUNDS = 5;

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
        const copied = await seconds(() => copyInto(sql, path, columns));
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
