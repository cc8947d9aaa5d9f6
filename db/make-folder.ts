import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const exists = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Makes a folder and those above it. Node's own recursive form never returns where the system says that what it
 * has just made does not exist, as under /proc.
 */
export const makeFolder = async (path: string, mode = 0o755): Promise<void> => {
  if (await exists(path)) return;
  if (path !== dirname(path)) await makeFolder(dirname(path), mode);
  await mkdir(path, { mode }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') return;
    throw new Error(`无法创建目录 ${path}（${cause.code}）。请用 ZONGHENG_HOME 指定一个可写的目录。`, {
      cause,
    });
  });
};
