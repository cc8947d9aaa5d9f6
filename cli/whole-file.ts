import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inWords } from './file-words.ts';

/** Writes beside the file and renames at the end: a file of that name is always whole. */
const writeFile = async (path: string, pieces: AsyncIterable<Buffer>): Promise<void> => {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await pipeline(pieces, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw inWords(path, error);
  }
};

/** Gives the function that writes bytes piece by piece: into a file, or on standard output where none is named. */
export const writeTo = (file: string | undefined) => async (pieces: AsyncIterable<Buffer>) => {
  if (file !== undefined) return await writeFile(file, pieces);
  await pipeline(pieces, process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
    // A pager that has shown enough ends the writing; that is no failure.
    if (error.code !== 'EPIPE') throw inWords('（标准输出）', error);
  });
};
