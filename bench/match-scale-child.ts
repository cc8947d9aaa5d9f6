import { startTaskPool } from '../matching/workers/task-pool.ts';
import type { CountyResult, CountyTask } from './match-scale-worker.ts';

/** One measured run in a process of its own, so that its peak memory is its own: `ITEMS WORKERS`; prints JSON. */
const [items = 0, workers = 1] = process.argv.slice(2).map(Number);

/** Counties of a province: a block each. Fewer items make fewer counties of the same size. */
const PER_COUNTY = 14_000;

const tasks = function* (): Generator<CountyTask> {
  for (let left = items, county = 0; left > 0; left -= PER_COUNTY, county += 1) {
    yield { county, items: Math.min(left, PER_COUNTY) };
  }
};

const pool = startTaskPool<CountyTask, CountyResult>({
  entry: new URL('./match-scale-worker.ts', import.meta.url),
  workers,
  memoryMegabytes: 256,
});
const begun = performance.now();
const sum = { items: 0, right: 0, matching: 0 };
for await (const county of pool.run(tasks())) {
  sum.items += county.items;
  sum.right += county.right;
  sum.matching += county.seconds;
}
const seconds = (performance.now() - begun) / 1000;
await pool.close();
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ...sum, seconds, megabytes })}\n`);
