import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where lies what decides about the bytes of an answer. */
export const PROGRAM: readonly string[] = [
  'catalog',
  'cli',
  'comparison',
  'cost',
  'db',
  'fusion',
  'gateway',
  'matching',
  'schema',
  'signing',
  'subgraphs',
  'node_modules/.package-lock.json',
];

/** How a file is looked at. */
type Look = (path: string) => Promise<Stats>;

/** What the coarse clock of a file system may lag behind, in milliseconds. */
const CLOCK_LAG = 20;

/**
 * A digest that two processes have in common only where they run the same program: names, sizes and times of its files,
 * and the version of Node. Undefined where a file has changed since the process began, or cannot be looked at, as while
 * the program is being replaced: nobody can tell which state of it was read.
 */
export const programStamp = async (
  root = ROOT,
  begun = performance.timeOrigin,
  look: Look = stat,
): Promise<string | undefined> => {
  try {
    return await digestOf(root, begun, look);
  } catch {
    return undefined;
  }
};

const digestOf = async (root: string, begun: number, look: Look): Promise<string | undefined> => {
  const paths = (await Promise.all(PROGRAM.map((name) => filesBelow(join(root, name), look)))).flat().sort();
  const digest = createHash('sha256').update(process.version);
  for (const path of paths) {
    const { size, mtimeMs, ctimeMs } = await look(path);
    if (ctimeMs > begun - CLOCK_LAG) return undefined;
    digest.update(`\n${relative(root, path)} ${size} ${mtimeMs}`);
  }
  return digest.digest('hex');
};

/** The file itself, or all files of a folder; none where nothing has that name. */
const filesBelow = async (path: string, look: Look): Promise<readonly string[]> => {
  const found = await look(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isFile() === true) return [path];
  if (found === undefined) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};
