import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Benchmark } from './benchmarks.ts';
import { spread } from './spread.ts';

interface Measured {
  readonly items: number;
  readonly right: number;
  /** Seconds of matching summed over the workers. */
  readonly matching: number;
  /** Seconds from the first county's items being written to the last answer. */
  readonly seconds: number;
  readonly megabytes: number;
}

const child = join(import.meta.dirname, 'match-scale-child.ts');

const measure = async (items: number, workers: number): Promise<Measured> => {
  const run = spawn(process.execPath, [child, String(items), String(workers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(run.stdout)) as Measured;
};

const SIZES = [10_000, 140_000, 1_400_000] as const;
/** Large enough for each of two workers to have five counties. */
const FOR_WORKERS = 140_000;
const ROUNDS = 5;

/**
 * Township and village items against their own counties' lists, county after county: seconds, peak memory of the
 * process and how both grow from 10,000 to 1.4 million items; two workers ÷ one. `--tenth` leaves out the largest.
 */
export const matchScale: Benchmark = async (tell, words) => {
  const result: Record<string, string> = {};
  const sizes = words.includes('--tenth') ? SIZES.slice(0, 2) : SIZES;
  const measured: Measured[] = [];
  for (const items of sizes) {
    const one = await measure(items, 1);
    measured.push(one);
    tell(`${items} 项：匹配 ${one.matching.toFixed(1)} 秒，共 ${one.seconds.toFixed(1)} 秒`);
    result[`${items} 项：匹配（秒，一个线程）`] = one.matching.toFixed(1);
    result[`${items} 项：每秒项数`] = (items / one.matching).toFixed(0);
    result[`${items} 项：内存峰值（MB）`] = one.megabytes.toFixed(0);
    result[`${items} 项：答对的比例`] = (one.right / one.items).toFixed(3);
  }
  const [smallest, largest] = [measured[0] as Measured, measured.at(-1) as Measured];
  const growth = Math.log(largest.matching / smallest.matching) / Math.log(largest.items / smallest.items);
  result['增长指数'] = growth.toFixed(2);
  const gains: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const alone = await measure(FOR_WORKERS, 1);
    const both = await measure(FOR_WORKERS, 2);
    gains.push(alone.seconds / both.seconds);
    tell(`第 ${round} 轮：一个线程 ${alone.seconds.toFixed(1)} 秒，两个线程 ${both.seconds.toFixed(1)} 秒`);
  }
  result['两个线程比一个快（倍）'] = spread(gains);
  return result;
};
