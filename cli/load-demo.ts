import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from '../db/client.ts';
import { type DemoFile, type DemoOptions, writeDemo } from '../demo/write-demo.ts';
import { importFiles } from '../intake/import.ts';
import { publish } from '../intake/publish/publish.ts';

/** Whether nothing was ever published or imported here. */
export const isEmpty = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select 1 from release.release) or exists (select 1 from intake.draft) as found`;
  return row?.found !== true;
};

const importEntries = async (sql: Sql, folder: string, entries: readonly DemoFile[], now: string) => {
  for (const { file, list: key, level, region, kind, name } of entries) {
    const files = [join(folder, file)];
    const result = await importFiles(sql, {
      files,
      list: { key, level, region, kind, name },
      now,
      allowRemovals: true,
    });
    if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
  }
};

/**
 * Makes the small demonstration province as files and takes them in by the way every list comes in: first the
 * earlier edition of the reference catalog, on which some counties still stand, then everything.
 */
export const loadDemo = async (
  sql: Sql,
  now: string,
  tell: (sentence: string) => void,
  demo: Pick<DemoOptions, 'size' | 'parameters'> = { size: 'small' },
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-demo-'));
  try {
    const { province, files, earlier } = await writeDemo({ ...demo, out: folder });
    tell(`正在载入演示省份“${province.name}”（虚构）：${files.length} 份清单与指南集`);
    if (earlier.length > 0) {
      await importEntries(sql, folder, earlier, now);
      await publish(sql, { now, note: '演示省份：上一版参考目录' });
    }
    await importEntries(sql, folder, files, now);
    await publish(sql, { now, note: '演示省份' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
