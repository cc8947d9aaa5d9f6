import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { type Problem, problem } from '../../catalog/problems.ts';
import type { ReadLimits } from './grid.ts';
import { bytesOf, type Detected, detectEncoding, type Encoding } from './text-encoding.ts';

/** A file's text in pieces, its encoding known and valid throughout. */
export interface DecodedText {
  readonly encoding: Encoding;
  /** Pieces of the text without byte order mark and without NULs. */
  readonly chunks: AsyncIterable<string>;
  /** An encoding that was guessed, NULs that were dropped; complete once the pieces are read. */
  readonly problems: readonly Problem[];
}

async function* decode(
  path: string,
  limits: ReadLimits,
  encoding: Encoding,
  problems: Problem[],
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let dropped = 0;
  for await (const bytes of bytesOf(path, limits)) {
    const text = decoder.decode(bytes, { stream: true });
    const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
    dropped += text.length - clean.length;
    if (clean !== '') yield clean;
  }
  if (dropped > 0) problems.push(problem('TEXT_NULLS', { value: String(dropped) }));
}

/** A file's text in an encoding that has been detected. */
export const decodeAs = (path: string, limits: ReadLimits, { encoding, guessed }: Detected): DecodedText => {
  const problems = guessed ? [problem('FILE_ENCODING_GUESSED', { value: encoding })] : [];
  return { encoding, chunks: decode(path, limits, encoding, problems), problems };
};

/**
 * A file's text as a stream. The file is read twice, to find the encoding and to decode, so that memory does not
 * grow with it. Throws `FileRefused` where it cannot be read, is too large, or is in no known encoding throughout.
 */
export const decodeText = async (path: string, limits: ReadLimits): Promise<DecodedText> =>
  decodeAs(path, limits, await detectEncoding(path, limits));

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
