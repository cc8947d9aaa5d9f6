import { quantile } from '../spread.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import type { BenchSize } from './options.ts';
import type { Run, Runs } from './rounds.ts';

/** Median, smallest and largest of several rounds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What one contestant did in one operation. */
export interface Figure {
  readonly rate: Spread;
  /** Milliseconds at the median and the 99th percentile. */
  readonly median: number;
  readonly p99: number;
  readonly processor: number;
  readonly database: number;
  readonly megabytes: number;
}

/** One measurement as it is kept beside the documents. */
export interface GatewayFigures {
  readonly size: BenchSize;
  readonly items: number;
  readonly machine: string;
  /** Load of the machine in the minute before: a quiet one has next to none. */
  readonly busy: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly asked: Readonly<Record<Operation, { readonly sets: number; readonly bytes: number }>>;
  readonly titles: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<Operation, Readonly<Record<string, Figure>>>>;
  /** Rates of each round, by operation and contestant: every ratio is of runs of one round. */
  readonly rates: Readonly<Record<Operation, Readonly<Record<string, readonly number[]>>>>;
}

const spreadOf = (sample: readonly number[]): Spread => ({
  median: quantile(sample, 0.5),
  low: Math.min(...sample),
  high: Math.max(...sample),
});

const rateOf = ({ requests, seconds }: Run): number => requests / seconds;

const middle = (runs: readonly Run[], part: (run: Run) => number): number => quantile(runs.map(part), 0.5);

const figureOf = (runs: readonly Run[]): Figure => ({
  rate: spreadOf(runs.map(rateOf)),
  median: middle(runs, (run) => run.median),
  p99: middle(runs, (run) => run.p99),
  processor: middle(runs, (run) => run.processor),
  database: middle(runs, (run) => run.database),
  megabytes: Math.max(...runs.map((run) => run.megabytes)),
});

const mapRuns = <T>(
  measured: Readonly<Record<Operation, Runs>>,
  map: (runs: readonly Run[]) => T,
): Readonly<Record<Operation, Readonly<Record<string, T>>>> =>
  Object.fromEntries(
    OPERATIONS.map((operation) => [
      operation,
      Object.fromEntries(Object.entries(measured[operation]).map(([name, runs]) => [name, map(runs)])),
    ]),
  ) as Record<Operation, Record<string, T>>;

/** The figures of all rounds, by operation and contestant. */
export const figuresOf = (
  measured: Readonly<Record<Operation, Runs>>,
): Pick<GatewayFigures, 'figures' | 'rates'> => ({
  figures: mapRuns(measured, figureOf),
  rates: mapRuns(measured, (runs) => runs.map((run) => Number(rateOf(run).toFixed(1)))),
});

/** How one contestant's rate stands to another's, round by round; undefined where one of them did not run. */
export const ratioOf = (
  { rates }: Pick<GatewayFigures, 'rates'>,
  operation: Operation,
  [name, base]: readonly [string, string],
): Spread | undefined => {
  const above = rates[operation][name];
  const below = rates[operation][base];
  if (above === undefined || below === undefined) return undefined;
  return spreadOf(above.map((rate, round) => rate / (below[round] ?? Number.NaN)));
};
