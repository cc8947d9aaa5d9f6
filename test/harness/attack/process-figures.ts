import { readFileSync } from 'node:fs';

/** Memory a process holds now, and the most it ever held, in bytes; as Linux counts it. */
export const memoryOf = (pid: number): { readonly now: number; readonly peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1] ?? Number.NaN) * 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
};

/** Milliseconds of a processor the main thread of a process has had; as Linux counts it. */
export const processorTimeOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
