import { type Problem, problem } from '../../catalog/problems.ts';
import { FileRefused } from './grid.ts';

/** What the system says of a file it does not give. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  ENOTDIR: '文件不存在',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
};

/** The refusal for an error of reading: the system's reason, or for any other error what the reader supposes. */
export const unreadable = (error: Error & { readonly code?: unknown }, supposed: string): FileRefused => {
  const code = typeof error.code === 'string' && /^E(?!RR_)/u.test(error.code) ? error.code : undefined;
  const detail = code === undefined ? supposed : (REASONS[code] ?? `系统错误 ${code}`);
  return new FileRefused(problem('FILE_UNREADABLE', { detail }), error);
};

/** The problem of a reader that ended without a word: neither the file nor a limit is known to be the reason. */
export const readerEnded = (): Problem => problem('READER_ENDED');
