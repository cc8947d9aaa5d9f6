import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from '../db/client.ts';
import { writeDemo } from '../demo/write-demo.ts';
import { importFiles } from '../intake/import.ts';
import { publish } from '../intake/publish/publish.ts';
import { importOrder } from './manifest.ts';

/** Whether nothing was ever published or imported here. */
export const isEmpty = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select 1 from release.release) or exists (select 1 from intake.draft) as found`;
  return row?.found !== true;
};

/** Makes the small demonstration province as files and takes them in by the way every list comes in. */
export const loadDemo = async (sql: Sql, now: string, tell: (sentence: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-demo-'));
  try {
    const manifest = await writeDemo({ size: 'small', out: folder });
    tell(`正在载入演示省份“${manifest.province}”（虚构）：${manifest.files.length} 份清单与指南集`);
    for (const entry of importOrder(manifest)) {
      const { list: key, level, region, kind, name } = entry;
      const files = [join(folder, entry.file)];
      const result = await importFiles(sql, { files, list: { key, level, region, kind, name }, now });
      if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
    }
    await publish(sql, { now, note: '演示省份' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
