import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { readGrid } from '../../../intake/readers/read-grid.ts';
import { ROOT } from '../../support/documents.ts';
import type { HostileFile } from '../../support/hostile-file.ts';
import { HOSTILE_FILES } from '../../support/hostile-files.ts';

/** Work a reader may do on one file before it is stopped: none needs a tenth of it. */
const TIMEOUT = 20_000;

const MEGABYTE = 1 << 20;

const outcomes = new Map<string, string>();
const memory = { before: 0, peak: 0, file: '' };

/** What became of the file: `READ`, the code of its refusal, or the words of a bug. */
const outcomeOf = async (path: string): Promise<string> => {
  try {
    const result = await readGrid(path, { timeoutMs: TIMEOUT });
    if (result.kind === 'REFUSED') return result.problem.code;
    for await (const sheet of result.grid.sheets) {
      for await (const rows of sheet.batches) expect(rows.length).toBeGreaterThan(0);
    }
    return 'READ';
  } catch (error) {
    if (error instanceof FileRefused) return error.problem.code;
    return `a bug: ${String((error as Error).cause ?? error)}`;
  }
};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-hostile-'));
  execFileSync(process.execPath, [join(ROOT, 'test/support/hostile-write.ts'), folder]);
  let reading = '';
  // What a first file of any kind takes, such as the code of the thread, is not the doing of a hostile one.
  expect(await outcomeOf(join(folder, 'stored-parts.xlsx'))).toBe('READ');
  memory.before = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    const now = process.memoryUsage.rss();
    if (now > memory.peak) Object.assign(memory, { peak: now, file: reading });
  }, 5);
  for (const { name } of HOSTILE_FILES) {
    reading = name;
    outcomes.set(name, await outcomeOf(join(folder, name)));
  }
  clearInterval(sampler);
}, 900_000);

afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe('files made to do harm', () => {
  test('there are hundreds of them, each with a name of its own', () => {
    expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThan(300);
  });

  test.each(HOSTILE_FILES)('$name', ({ name, outcomes: right }: HostileFile) => {
    expect(right).toContain(outcomes.get(name));
  });

  test('none takes more than 150 MB', () => {
    const megabytes = Math.round((memory.peak - memory.before) / MEGABYTE);
    expect({ megabytes, file: memory.file, fits: megabytes <= 150 }).toEqual({
      megabytes,
      file: memory.file,
      fits: true,
    });
  });
});
