import { readdir, readFile, writeFile } from 'node:fs/promises';

/** Ticks of the processor's clock a second, as every Linux since 2.6 counts them for programs. */
const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly seconds: number;
}

/** Parent and processor time of a process, undefined when it is gone (proc(5), /proc/PID/stat). */
const statOf = async (pid: number | string): Promise<Stat | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field, the name, may hold blanks and parentheses.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
};

/** Seconds of processor time these processes have taken. */
export const processorSeconds = async (pids: readonly number[]): Promise<number> => {
  const stats = await Promise.all(pids.map(statOf));
  return stats.reduce((sum, stat) => sum + (stat?.seconds ?? 0), 0);
};

/** Seconds of processor time each process under a parent has taken, by its id. */
export const processorSecondsUnder = async (parent: number): Promise<ReadonlyMap<string, number>> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const stats = await Promise.all(pids.map(async (pid) => [pid, await statOf(pid)] as const));
  return new Map(
    stats.flatMap(([pid, stat]) => (stat?.parent === parent ? [[pid, stat.seconds] as const] : [])),
  );
};

/** What was added between two looks; a process that has ended in between takes its part along and is left out. */
export const secondsAdded = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number => [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);

/** The process that started another. */
export const parentOf = async (pid: number): Promise<number> => {
  const stat = await statOf(pid);
  if (stat === undefined) throw new Error(`process ${pid} is gone`);
  return stat.parent;
};

/** Counts the most memory of these processes from now on. */
export const forgetPeaks = async (pids: readonly number[]): Promise<void> => {
  await Promise.all(pids.map((pid) => writeFile(`/proc/${pid}/clear_refs`, '5')));
};

/** The most memory these processes have had resident, added up, in megabytes. */
export const peakMegabytes = async (pids: readonly number[]): Promise<number> => {
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8')));
  const kilobytes = texts.map((text) => Number(/^VmHWM:\s+(\d+) kB$/mu.exec(text)?.[1] ?? Number.NaN));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
};
