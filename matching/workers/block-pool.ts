import type { Judging, Prepared } from '../block/judging.ts';
import { referenceList } from '../block/reference-list.ts';
import type { MatchItem } from '../item.ts';
import type { BlockAnswer, BlockTask, BlockWorkerData } from './block-task.ts';
import { type PoolOptions, startTaskPool, type TaskPool } from './task-pool.ts';

export interface BlockPoolOptions<Item extends Prepared> extends Omit<PoolOptions, 'workerData'> {
  /** The matcher `entry` serves: indexes of shared references are built with it, once. */
  readonly judging: Judging<Item>;
  /** References many blocks are matched against, by the key their tasks name them by. */
  readonly lists?: Readonly<Record<string, readonly MatchItem[]>>;
}

/** Workers that match blocks; answers come in the order of the tasks, as `TaskPool` has it. */
export function startBlockPool<Item extends Prepared>({
  judging,
  lists = {},
  ...options
}: BlockPoolOptions<Item>): TaskPool<BlockTask, BlockAnswer> {
  const shared = Object.entries(lists).map(([key, references]) => {
    const index = referenceList(judging, references).index().shareable();
    return [key, { references, index }] as const;
  });
  const workerData: BlockWorkerData = { lists: Object.fromEntries(shared) };
  return startTaskPool({ ...options, workerData });
}
