import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SCRIPT = join(import.meta.dirname, 'load.lua');

/** Requests under way at any moment. */
export const REQUESTS_AT_ONCE = 16;

/** What came of one run of the load generator; times in milliseconds. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly failed: number;
  readonly median: number;
  readonly p99: number;
}

/** Throws unless the load generator is there, and says how it is installed. */
export const needLoadGenerator = async (): Promise<void> => {
  try {
    await run('wrk', ['--version']);
  } catch (cause) {
    // wrk tells its version with exit code 1.
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('没有找到压测程序 wrk：Debian、Ubuntu 上用 apt-get install wrk 安装。', { cause });
  }
};

/** Sends the requests of a file to a server for some seconds; throws when any of them fails (a status of 400 and above, or none). */
export const putLoad = async (url: string, requestFile: string, seconds: number): Promise<Load> => {
  const words = ['-t1', `-c${REQUESTS_AT_ONCE}`, `-d${seconds}s`, '--timeout', '30s', '-s', SCRIPT];
  const { stdout } = await run('wrk', [...words, new URL('/', url).href, '--', requestFile]);
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  if (line === undefined) throw new Error(`wrk told no result:\n${stdout}`);
  const load = JSON.parse(line) as Load;
  if (load.failed > 0 || load.requests === 0) throw new Error(`requests of ${requestFile} failed: ${line}`);
  return load;
};
