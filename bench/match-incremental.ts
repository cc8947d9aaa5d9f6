import { nameVariant } from '../demo/name-variants.ts';
import { type Random, randomFor } from '../demo/random.ts';
import type { BlockItem } from '../matching/block/block-item.ts';
import type { BlockState } from '../matching/block/block-state.ts';
import { type BlockResult, matchBlock } from '../matching/block/match-block.ts';
import { MATCHER } from '../matching/block/matcher-judging.ts';
import { referenceList } from '../matching/block/reference-list.ts';
import { decodeState, encodeState } from '../matching/block/state-codec.ts';
import type { MatchItem } from '../matching/item.ts';
import type { Benchmark } from './benchmarks.ts';
import { countyItems, matchReferences } from './match-items.ts';
import { spread } from './spread.ts';

const CHANGED = [1, 10, 50, 250] as const;
const BLOCK = 1500;
const BLOCKS = { short: 6, province: 100 } as const;
const ROUNDS = 5;
const EDITS = 1000;

const VILLAGE = { level: 'COUNTY', name: '青溪县' } as const;

/** The same item with its name written otherwise. */
const rewritten = <T extends MatchItem>(item: T, random: Random): T => ({
  ...item,
  name: nameVariant(item.name, random, VILLAGE)?.name ?? `${item.name}（新）`,
});

/** `count` of the references renamed, taken away or joined by a new one beside them. */
const changedReferences = (references: readonly MatchItem[], count: number, seed: number) => {
  const random = randomFor(seed, 'references', count);
  const chosen = new Set(random.shuffle(references).slice(0, count));
  return references.flatMap((reference) => {
    if (!chosen.has(reference)) return [reference];
    const draw = random.next();
    if (draw < 0.6) return [rewritten(reference, random)];
    return draw < 0.8 ? [] : [reference, { ...rewritten(reference, random), id: `${reference.id}N` }];
  });
};

interface Run {
  readonly seconds: number;
  readonly results: readonly BlockResult[];
}

/** All blocks, with the states of an earlier run as they are stored, or from nothing. */
const runBlocks = (
  references: readonly MatchItem[],
  blocks: readonly (readonly BlockItem[])[],
  stored: readonly Uint8Array[] = [],
): Run => {
  const begun = performance.now();
  const list = referenceList(MATCHER, references);
  const results = blocks.map((items, at) => {
    const bytes = stored[at];
    const previous: BlockState | undefined = bytes === undefined ? undefined : decodeState(bytes);
    return matchBlock({ references: list, items, previous });
  });
  return { seconds: (performance.now() - begun) / 1000, results };
};

const differences = (one: Run, other: Run): number => {
  let count = 0;
  for (const [at, { judgements }] of one.results.entries()) {
    for (const [place, judgement] of judgements.entries()) {
      const same = JSON.stringify(judgement) === JSON.stringify(other.results[at]?.judgements[place]);
      if (!same) count += 1;
    }
  }
  return count;
};

const judgedShare = ({ results }: Run): number => {
  const judged = results.reduce((sum, { counts }) => sum + counts.judged, 0);
  return judged / results.reduce((sum, { judgements }) => sum + judgements.length, 0);
};

/** A list as a year of work leaves it: items renamed, recoded, taken away and put in, references too. */
const edited = (
  blocks: readonly (readonly BlockItem[])[],
  seed: number,
): readonly (readonly BlockItem[])[] => {
  const random = randomFor(seed, 'edits');
  const copies = blocks.map((items) => [...items]);
  for (let edit = 0; edit < EDITS; edit += 1) {
    const items = random.pick(copies);
    const at = random.between(0, items.length - 1);
    const item = items[at] as BlockItem;
    const draw = random.next();
    if (draw < 0.5) items[at] = rewritten(item, random);
    else if (draw < 0.7) items[at] = { ...item, codes: [`${item.codes?.[0] ?? '0'}1`] };
    else if (draw < 0.85) items.splice(at, 1);
    else items.push({ ...rewritten(item, random), id: `${item.id}-${edit}` });
  }
  return copies;
};

/**
 * How much faster a run on what has changed is than a full one, and in how many answers the two differ, states read
 * from their stored bytes: with 1, 10, 50 and 250 of 5,000 references changed, and after 1,000 edits of items.
 */
export const matchIncremental: Benchmark = async (tell, words) => {
  const count = words.includes('--province') ? BLOCKS.province : BLOCKS.short;
  const references = matchReferences('fields');
  const items = countyItems(count * BLOCK, 'fields').map(({ item }) => item);
  const blocks = Array.from({ length: count }, (_, at) => items.slice(at * BLOCK, (at + 1) * BLOCK));
  const before = runBlocks(references, blocks);
  const stored = before.results.map(({ state }) => encodeState(state));
  const megabytes = stored.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const result: Record<string, string> = {
    项数: String(items.length),
    '状态（每项字节）': ((megabytes * 1e6) / items.length).toFixed(0),
  };
  const measure = (title: string, nextOf: (round: number) => Parameters<typeof runBlocks>): void => {
    const speedUps: number[] = [];
    let unlike = 0;
    let judged = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const [changed, next] = nextOf(round);
      const incremental = runBlocks(changed, next, stored);
      const full = runBlocks(changed, next);
      unlike += differences(incremental, full);
      judged = judgedShare(incremental);
      speedUps.push(full.seconds / incremental.seconds);
    }
    tell(`${title}：快 ${spread(speedUps, 1)} 倍，不同 ${unlike} 项`);
    result[`${title}：全量 ÷ 增量（倍）`] = spread(speedUps, 1);
    result[`${title}：重新判断的比例`] = judged.toFixed(4);
    result[`${title}：与全量不同的项数`] = String(unlike);
  };
  for (const changed of CHANGED) {
    measure(`改动 ${changed} 条参考事项`, (round) => [changedReferences(references, changed, round), blocks]);
  }
  measure(`改动 ${EDITS} 条地方事项`, (round) => [references, edited(blocks, round)]);
  return result;
};
