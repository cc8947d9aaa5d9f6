import { parseArgs } from 'node:util';
import { SIZES } from '../../demo/sizes.ts';
import type { DemoOptions } from '../../demo/write-demo.ts';

/** What is loaded: the small demonstration province, a tenth of the whole one, the whole. */
export const BENCH_SIZES = {
  small: { size: 'small' },
  tenth: { size: 'province', parameters: { ...SIZES.province, cities: 1 } },
  whole: { size: 'province', parameters: SIZES.province },
} as const satisfies Readonly<Record<string, Pick<DemoOptions, 'size' | 'parameters'>>>;

export type BenchSize = keyof typeof BENCH_SIZES;

export interface GatewayBenchOptions {
  readonly size: BenchSize;
  /** Where the loaded database is kept for the next time; without it the database is gone afterwards. */
  readonly home: string | undefined;
  readonly rounds: number;
  /** Seconds of one run. */
  readonly seconds: number;
  /** Names of the contestants that run; empty: all. */
  readonly only: readonly string[];
  /** Whether the figures are written into the documents. */
  readonly record: boolean;
}

const positive = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} 应为正整数`);
  return number;
};

/** Reads the words after the benchmark's name; throws for one it does not know. */
export const readGatewayOptions = (words: readonly string[]): GatewayBenchOptions => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      small: { type: 'boolean', default: false },
      tenth: { type: 'boolean', default: false },
      home: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      record: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    size: values.small ? 'small' : values.tenth ? 'tenth' : 'whole',
    home: values.home,
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    only: values.only.split(',').filter(Boolean),
    record: values.record,
  };
};
