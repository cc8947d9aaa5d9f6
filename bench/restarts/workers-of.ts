import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process that has ended meanwhile.
    return '';
  }
};

/** Process ids of all that a supervisor has begun. */
export const begunBy = (supervisor: number): readonly number[] =>
  read(`/proc/${supervisor}/task/${supervisor}/children`).split(' ').filter(Boolean).map(Number);

const titled = (supervisor: number, title: string): readonly number[] =>
  begunBy(supervisor).filter((pid) => read(`/proc/${pid}/cmdline`).startsWith(title));

/** Process ids of a supervisor's workers that answer, the oldest first, as their titles say; Linux only. */
export const workersOf = (supervisor: number): readonly number[] => titled(supervisor, 'zongheng worker');

/** Process ids of what a supervisor keeps in reserve. */
export const sparesOf = (supervisor: number): readonly number[] => titled(supervisor, 'zongheng spare');

/** Milliseconds until processes are as they ought to be; throws after two minutes. */
export const untilProcesses = async (
  look: () => readonly number[],
  isRight: (pids: readonly number[]) => boolean,
): Promise<number> => {
  const begun = performance.now();
  while (!isRight(look())) {
    if (performance.now() - begun > 120_000) throw new Error('the processes are not what they should be');
    await pause(10);
  }
  return performance.now() - begun;
};

/** How many connections to a port a process has open. */
export const connectionsOf = (pid: number, port: number): number => {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const established = [...read('/proc/net/tcp').split('\n'), ...read('/proc/net/tcp6').split('\n')]
    .map((line) => line.trim().split(/\s+/u))
    .filter((words) => words[1]?.endsWith(local) === true && words[3] === '01');
  const inodes = new Set(established.map((words) => words[9]));
  const files = readdirSync(`/proc/${pid}/fd`).map((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`);
    } catch {
      return '';
    }
  });
  return files.filter((file) => inodes.has(/^socket:\[(\d+)\]$/u.exec(file)?.[1])).length;
};
