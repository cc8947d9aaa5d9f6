import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

type Failure = Partial<NodeJS.ErrnoException> | undefined;

const BOTH: Readonly<Record<string, string>> = {
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是文件夹，不是文件',
  ELOOP: '符号链接绕成了圈',
  ENAMETOOLONG: '文件名太长',
  EIO: '磁盘读写出错',
  EMFILE: '打开的文件太多',
  EBUSY: '正被别的程序使用',
};

const READING: Readonly<Record<string, string>> = {
  ...BOTH,
  ENOENT: '文件不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
};

const WRITING: Readonly<Record<string, string>> = {
  ...BOTH,
  ENOENT: '文件夹不存在',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件太大，磁盘放不下',
};

/** Why the system does not let a file be read. */
export const whyUnreadable = (error: unknown): string =>
  READING[(error as Failure)?.code ?? ''] ?? '系统没有说明原因';

/** Why the system does not let a file be written; undefined for an error that is not the system's. */
export const whyUnwritable = (error: unknown): string | undefined => WRITING[(error as Failure)?.code ?? ''];

/** Says in words why a file cannot be written; any other error is left as it is. */
export const inWords = (path: string, error: unknown): unknown => {
  const reason = whyUnwritable(error);
  return reason === undefined ? error : new Error(`写不了文件 ${path}：${reason}。`, { cause: error });
};

const found = async (path: string) =>
  await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Whether two paths lead to one file, whatever they are called. */
export const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [left, right] = await Promise.all([one, other].map((path) => stat(path, { bigint: true }))).catch(
    () => [],
  );
  return left !== undefined && left.dev === right?.dev && left.ino === right.ino;
};

/**
 * Looks, before any work is done for it, whether a file can be written; returns the sentence that refuses it, or
 * undefined. What is there already is only written over where `force` says so, and only where it is a plain file.
 */
export const refusesToWrite = async (path: string, force: boolean): Promise<string | undefined> => {
  try {
    const there = await found(path);
    if (there?.isDirectory() === true) return `写不了文件 ${path}：这是文件夹，不是文件。`;
    if (there !== undefined && !force) return `文件 ${path} 已经存在，没有覆盖；要覆盖请加 --force。`;
    if (there?.isFile() === false) return `写不了文件 ${path}：这不是普通文件。`;
    // The finished file takes its name in the folder, so the folder is what must let itself be written.
    await access(dirname(path), constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const reason = whyUnwritable(error);
    if (reason === undefined) throw error;
    return `写不了文件 ${path}：${reason}。`;
  }
};
