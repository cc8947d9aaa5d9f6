import { workerData } from 'node:worker_threads';
import type { Judging, Prepared } from '../block/judging.ts';
import { matchBlock } from '../block/match-block.ts';
import { type ReferenceList, referenceList } from '../block/reference-list.ts';
import { decodeState, encodeState } from '../block/state-codec.ts';
import { type BlockAnswer, type BlockTask, type BlockWorkerData, encodeJudgements } from './block-task.ts';
import { type Answer, serveTasks } from './serve-tasks.ts';

/** Makes this thread a worker that matches blocks with the given matcher. */
export function serveBlocks<Item extends Prepared>(judging: Judging<Item>): void {
  const { lists } = workerData as BlockWorkerData;
  const known = new Map<string, ReferenceList<Item>>();
  const shared = (key: string): ReferenceList<Item> => {
    const given = lists[key];
    if (given === undefined) throw new Error(`no references were given under the key ${key}`);
    const list = known.get(key) ?? referenceList(judging, given.references, { shared: given.index });
    known.set(key, list);
    return list;
  };
  serveTasks<BlockTask, BlockAnswer>(
    ({ references, items, previous, keepState = false }): Answer<BlockAnswer> => {
      const list = typeof references === 'string' ? shared(references) : referenceList(judging, references);
      const before = previous === undefined ? undefined : decodeState(previous);
      const { judgements, state, counts } = matchBlock({ references: list, items, previous: before });
      const bytes = encodeJudgements(judgements);
      if (!keepState) return { result: { judgements: bytes, counts }, transfer: [bytes.buffer] };
      const kept = encodeState(state);
      return { result: { judgements: bytes, state: kept, counts }, transfer: [bytes.buffer, kept.buffer] };
    },
  );
}
