import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './server-process.ts';

const FOLDER = join(ROOT, 'bench/peers');
const STAMP = join(FOLDER, 'node_modules/.installed-from');

/** Installs what the hub is measured against, once for each state of its lock file; no script of theirs is run. */
export const installPeers = async (tell: (sentence: string) => void): Promise<void> => {
  const lock = await readFile(join(FOLDER, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const installed = await readFile(STAMP, 'utf8').catch(() => '');
  if (installed === digest) return;
  tell('正在 bench/peers 里安装对照的服务器（约 450 MB，只在第一次）');
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const child = spawn('npm', words, { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('对照的服务器没有装成：npm ci 未能完成');
  await writeFile(STAMP, digest);
};
