import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { type Problem, problem } from '../../catalog/problems.ts';

export type TextResult =
  | { readonly kind: 'TEXT'; readonly text: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'REFUSED'; readonly problem: Problem };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ERR_FS_FILE_TOO_LARGE: '文件超过 2 GB',
};

/** A file's text: strict UTF-8, else strict GB 18030 (what Chinese spreadsheets save as CSV), else a refusal. */
export const readText = async (path: string): Promise<TextResult> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    const detail = REASONS[bytes.code ?? ''] ?? `系统错误 ${bytes.code ?? bytes.name}`;
    return { kind: 'REFUSED', problem: problem('FILE_UNREADABLE', { detail }) };
  }
  if (isUtf8(bytes)) return { kind: 'TEXT', text: new TextDecoder('utf-8').decode(bytes), problems: [] };
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return { kind: 'TEXT', text, problems: [problem('FILE_ENCODING_GUESSED', { value: 'GB18030' })] };
  } catch {
    return { kind: 'REFUSED', problem: problem('FILE_ENCODING', { detail: '既不是 UTF-8，也不是 GB18030' }) };
  }
};
