import type { Field, Running } from './field.ts';
import { type Load, putLoad } from './load.ts';
import { OPERATION_TITLES, OPERATIONS, type Operation } from './operations.ts';
import {
  forgetPeaks,
  peakMegabytes,
  processorSeconds,
  processorSecondsUnder,
  secondsAdded,
} from './process-cost.ts';

/** One run: what the load generator tells, and what it cost. */
export interface Run extends Load {
  /** Processor time of the contestant's processes, microseconds a request. */
  readonly processor: number;
  /** Processor time of the database, microseconds a request. */
  readonly database: number;
  /** Most memory of the contestant's processes together, megabytes. */
  readonly megabytes: number;
}

/** The runs of each contestant, a run a round. */
export type Runs = Readonly<Record<string, readonly Run[]>>;

const runOnce = async (
  { url, pids, requestFiles }: Running,
  { databaseParent }: Field,
  operation: Operation,
  seconds: number,
): Promise<Run> => {
  await forgetPeaks(pids);
  const look = () => Promise.all([processorSeconds(pids), processorSecondsUnder(databaseParent)]);
  const [ownBefore, databaseBefore] = await look();
  const load = await putLoad(url, requestFiles[operation], seconds);
  const [ownAfter, databaseAfter] = await look();
  const perRequest = (spent: number) => (spent * 1e6) / load.requests;
  return {
    ...load,
    processor: perRequest(ownAfter - ownBefore),
    database: perRequest(secondsAdded(databaseBefore, databaseAfter)),
    megabytes: await peakMegabytes(pids),
  };
};

/** Seconds of load before anything counts: documents compiled, connections open, code optimised. */
const WARMING = 2;

/** Every contestant once a round, every second round in the opposite order, so that no drift of the machine favours one. */
export const measureRounds = async (
  field: Field,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  tell: (sentence: string) => void,
): Promise<Readonly<Record<Operation, Runs>>> => {
  const measured: Partial<Record<Operation, Runs>> = {};
  for (const operation of OPERATIONS) {
    const runs: Record<string, Run[]> = {};
    for (const entry of field.running) await runOnce(entry, field, operation, WARMING);
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? field.running : field.running.toReversed();
      for (const entry of order) {
        const run = await runOnce(entry, field, operation, seconds);
        const { name } = entry.contestant;
        runs[name] = [...(runs[name] ?? []), run];
      }
      tell(`${OPERATION_TITLES[operation]}：第 ${round + 1} 轮，共 ${rounds} 轮`);
    }
    measured[operation] = runs;
  }
  return measured as Record<Operation, Runs>;
};
