import { constants, open } from 'node:fs/promises';
import { UnusableKeys } from '../unusable-keys.ts';
import { readKeySet, type TokenKeys } from './key-set.ts';

export interface KeyFileOptions {
  readonly path: string;
  /** Whether a file that is not there is a mistake: it was named, not merely looked for. */
  readonly isRequired: boolean;
  /** Milliseconds from any moment on. */
  readonly elapsed?: (() => number) | undefined;
  /** Told once what is wrong with the file when it no longer can be used, and with undefined when it can again. */
  readonly onChange?: (problem: string | undefined) => void;
}

/** The keys as the file holds them; asked as often as tokens are checked. */
export type CurrentKeys = () => Promise<TokenKeys>;

type Read =
  | { readonly kind: 'READ'; readonly keys: TokenKeys }
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'REFUSED'; readonly reason: string };

const NONE: TokenKeys = new Map();
const LARGEST_FILE = 64 * 1024;
/** Milliseconds between looks at the file. */
const PAUSE = 1_000;
/** A pipe is opened at once, to be refused: waiting for who writes into it would keep everyone waiting. */
const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;
/** Write permission for others than the owner: whoever writes here writes tokens. */
const WRITABLE_BY_OTHERS = 0o022;

const readKeyFile = async (path: string): Promise<Read> => {
  try {
    await using file = await open(path, WITHOUT_WAITING);
    const stats = await file.stat();
    const { size, mode } = stats;
    if (!stats.isFile()) return { kind: 'REFUSED', reason: '不是普通文件' };
    if ((mode & WRITABLE_BY_OTHERS) !== 0)
      return { kind: 'REFUSED', reason: '别的用户可以改写它；请执行 chmod go-w' };
    if (size > LARGEST_FILE) return { kind: 'REFUSED', reason: `超过 ${LARGEST_FILE} 字节` };
    return await readKeySet(await file.readFile('utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'ABSENT' };
    if (code === undefined) throw error;
    return { kind: 'REFUSED', reason: `读不了（${code}）` };
  }
};

/**
 * The keys of a file, looked at again at most once a second: keys are changed, and taken away, without a restart. A file
 * that can no longer be used opens nothing until it can be again. Throws UnusableKeys where it cannot be used at all.
 */
export const openKeyFile = async (options: KeyFileOptions): Promise<CurrentKeys> => {
  const { path, isRequired, elapsed = () => performance.now(), onChange = () => undefined } = options;
  const problemBy = (reason: string): string => `令牌公钥文件 ${path} 不能用：${reason}。`;
  const problemOf = (read: Read): string | undefined => {
    if (read.kind === 'REFUSED') return problemBy(read.reason);
    return read.kind === 'ABSENT' && isRequired ? problemBy('没有这个文件') : undefined;
  };
  // When a look began: what changes behind its back is seen a second later, however long the look took.
  let looked = elapsed();
  let read = await readKeyFile(path);
  let problem = problemOf(read);
  if (problem !== undefined) throw new UnusableKeys(problem);
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const began = elapsed();
    read = await readKeyFile(path);
    looked = began;
    const now = problemOf(read);
    if (now !== problem) onChange(now);
    problem = now;
  };
  return async () => {
    if (elapsed() - looked >= PAUSE) {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
    }
    return read.kind === 'READ' ? read.keys : NONE;
  };
};
