import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const take = async (file: string): Promise<boolean> => {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  // A holder that died leaves its file behind. An empty one is just being written.
  if (holder > 0 && !alive(holder)) await rm(file, { force: true });
  return false;
};

/** Runs `act` while no other process runs one under the same file; gives up with an error after a minute. */
export const oneAtATime = async <T>(file: string, act: () => Promise<T>): Promise<T> => {
  const patience = Date.now() + 60_000;
  while (!(await take(file))) {
    if (Date.now() > patience)
      throw new Error(`另一个进程正在启动内置数据库，已等待一分钟；若并无此事，请删除 ${file}。`);
    await pause(50);
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
};
