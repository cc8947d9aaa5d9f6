import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainUnits } from './limits.ts';
import { damageIn, surveyLines } from './text-damage.ts';
import { unreadable } from './unreadable.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5';

export interface Detected {
  readonly encoding: Encoding;
  /** Whether nothing in the file says so: neither a byte order mark nor a declaration nor UTF-8's own pattern. */
  readonly guessed: boolean;
}

const CHUNK = 256 << 10;

/** The bytes of a file in chunks of their own; throws `FileRefused` with the system's reason, or where it is too large. */
export async function* bytesOf(path: string, limits: ReadLimits): AsyncGenerator<Buffer, void, undefined> {
  const file = await open(path).catch((error: Error) => {
    throw unreadable(error, '文件无法打开');
  });
  try {
    const { size } = await file.stat();
    if (size > limits.fileBytes) {
      const [value, other] = [inPlainUnits(size), inPlainUnits(limits.fileBytes)];
      throw new FileRefused(problem('FILE_TOO_LARGE', { value, other }));
    }
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK).catch((error) => {
        throw unreadable(error, '文件无法读取');
      });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The first bytes of a file, enough for a byte order mark, a declaration, or the pattern of UTF-16. */
const beginningOf = async (path: string, limits: ReadLimits): Promise<Buffer> => {
  for await (const chunk of bytesOf(path, limits)) return chunk;
  return Buffer.alloc(0);
};

const byMark = (bytes: Buffer): Encoding | 'UTF-32' | undefined => {
  const hex = bytes.subarray(0, 4).toString('hex');
  if (hex.startsWith('efbbbf')) return 'UTF-8';
  if (hex === 'fffe0000' || hex === '0000feff') return 'UTF-32';
  if (hex.startsWith('fffe')) return 'UTF-16LE';
  return hex.startsWith('feff') ? 'UTF-16BE' : undefined;
};

/** Comma, tab, line ends, the digits 1 to 9: written in any table, and the first byte of hardly any ideograph. */
const isMark = (byte: number | undefined): boolean =>
  byte === 0x2c || byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte! >= 0x31 && byte! <= 0x39);

const isPlain = (byte: number | undefined): boolean => isMark(byte) || (byte! >= 0x20 && byte! < 0x7f);

/** Where the NULs stand: at even and odd places, and of these which stand beside a mark of tables. */
const surveyNulls = (bytes: Buffer) => {
  const [all, marked] = [
    [0, 0],
    [0, 0],
  ];
  let besidePlain = true;
  let pairs = 0;
  for (let place = bytes.indexOf(0); place !== -1; place = bytes.indexOf(0, place + 1)) {
    const side = place % 2;
    const beside = bytes[side === 0 ? place + 1 : place - 1];
    all[side]! += 1;
    if (isMark(beside)) marked[side]! += 1;
    if (beside === 0) pairs += 1;
    besidePlain &&= isPlain(beside);
  }
  return { all, marked, besidePlain, pairs };
};

const larger = ([even = 0, odd = 0]: readonly number[]): Encoding => (even > odd ? 'UTF-16BE' : 'UTF-16LE');

/**
 * UTF-16 without a mark shows as NULs before or after the commas, tabs, line ends and digits of a table, on one side of
 * all of them; ideographs have NULs too (一 is 4E00, 开 5F00), beside anything. A text that is UTF-8 as it stands must
 * be half NULs (plain English in UTF-16). Stray NULs in other text stand on both sides, in pairs, or are few.
 */
export const utf16WithoutMark = (bytes: Buffer): Encoding | undefined => {
  const { all, marked, besidePlain, pairs } = surveyNulls(bytes);
  const units = bytes.length / 2;
  if (isUtf8(bytes)) {
    const isHalf = Math.max(...all) >= units * 0.8 && Math.min(...all) === 0 && Math.max(...all) >= 3;
    return isHalf && besidePlain ? larger(all) : undefined;
  }
  const [most, least] = [Math.max(...marked), Math.min(...marked)];
  return pairs === 0 && most >= 3 && most >= units * 0.02 && least * 20 <= most ? larger(marked) : undefined;
};

/** Said where a text in no known encoding has as many NULs as UTF-16 has. */
const perhapsUtf16 = (beginning: Buffer): string => {
  const nulls = beginning.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return nulls > beginning.length * 0.01 ? '；空字符很多，可能是没有字节顺序标记的 UTF-16' : '';
};

/** Whether the whole file is valid in an encoding. */
const isAll = async (encoding: Encoding, path: string, limits: ReadLimits): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of bytesOf(path, limits)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
};

/**
 * The encoding of a text file, each candidate tried strictly over the whole file: the byte order mark's, UTF-8, the
 * declared one, UTF-16 by its pattern, GB 18030. Throws `FileRefused` that says where the text stops being valid, or
 * which lines are in another encoding than the rest.
 */
export const detectEncoding = async (
  path: string,
  limits: ReadLimits,
  declared?: (beginning: string) => Encoding | undefined,
): Promise<Detected> => {
  const beginning = await beginningOf(path, limits);
  const refusal = (detail: string) => new FileRefused(problem('FILE_ENCODING', { detail }));
  const marked = byMark(beginning);
  if (marked === 'UTF-32') throw refusal('是 UTF-32');
  if (marked !== undefined) {
    if (await isAll(marked, path, limits)) return { encoding: marked, guessed: false };
    throw refusal(await damageIn(bytesOf(path, limits), marked));
  }
  const wide = utf16WithoutMark(beginning.subarray(0, beginning.length & ~1));
  if (wide !== undefined && (await isAll(wide, path, limits))) return { encoding: wide, guessed: true };
  if (await isAll('UTF-8', path, limits)) return { encoding: 'UTF-8', guessed: false };
  const told = declared?.(beginning.toString('latin1'));
  if (told === 'Big5' && (await isAll(told, path, limits))) return { encoding: told, guessed: false };
  const survey = await surveyLines(bytesOf(path, limits));
  const hint = perhapsUtf16(beginning);
  if (survey !== undefined) throw refusal(survey + hint);
  if (!(await isAll('GB18030', path, limits))) throw refusal(`既不是 UTF-8，也不是 GB18030${hint}`);
  return { encoding: 'GB18030', guessed: told !== 'GB18030' };
};
