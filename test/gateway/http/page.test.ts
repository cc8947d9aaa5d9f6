import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageRoutes } from '../../../gateway/http/page.ts';

test('only files of known types under the folder have a path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-page-'));
  try {
    await mkdir(join(folder, 'web', 'help'), { recursive: true });
    for (const name of ['index.html', 'page.js', 'help/index.html', '.env', 'notes.md', '说明.svg'])
      await writeFile(join(folder, 'web', name), name);
    await writeFile(join(folder, 'secret.html'), 'secret');
    expect(Object.keys(await pageRoutes(join(folder, 'web'))).sort()).toEqual([
      '/',
      '/%E8%AF%B4%E6%98%8E.svg',
      '/help/',
      '/help/index.html',
      '/index.html',
      '/page.js',
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('without the folder there is no page', async () => {
  expect(await pageRoutes(join(tmpdir(), 'zongheng-no-such-folder'))).toEqual({});
});
