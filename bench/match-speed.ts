import { chooseCandidates } from '../matching/block/candidates.ts';
import { matchBlock } from '../matching/block/match-block.ts';
import { MATCHER } from '../matching/block/matcher-judging.ts';
import { questionOf, type ReferenceList, referenceList } from '../matching/block/reference-list.ts';
import type { PreparedItem } from '../matching/prepared-item.ts';
import type { Benchmark } from './benchmarks.ts';
import { countyItems, matchReferences, rightShare, type WrittenItem } from './match-items.ts';
import { miniSearch, type Peer, pgTrgm } from './match-peers.ts';
import { spread } from './spread.ts';
import { withTemporaryDatabase } from './temporary-database.ts';

const ROUNDS = 6;
/** Items of a round: each system is given enough to be timed, a slow one fewer of the same. */
const ITEMS = { engine: 4000, pg_trgm: 4000, minisearch: 300 } as const;

interface Contestant {
  readonly name: string;
  /** The items of a round: other ones in each, as what has been seen before is remembered. */
  readonly itemsOf: (round: number) => readonly WrittenItem[];
  readonly match: Peer;
}

/** The engine as a run uses it, from the items as read to judgements with their evidence. */
const engine =
  (references: ReferenceList<PreparedItem>): Peer =>
  async (items) => {
    references.remembered.clear();
    const { judgements } = matchBlock({ references, items });
    return new Map(judgements.map(({ item, match }) => [item, match]));
  };

/** Finding candidates without judging them: the most alike in wording and concepts stands for the answer. */
const candidatesOnly =
  (references: ReferenceList<PreparedItem>): Peer =>
  async (items) =>
    new Map(
      items.map((item) => {
        const question = questionOf(MATCHER, MATCHER.prepareItem(item));
        const [first] = chooseCandidates(references, question).places;
        return [item.id, first === undefined ? null : (references.ids[first] as string)];
      }),
    );

const contestants = (trgm: Peer): readonly Contestant[] => {
  const names = (round: number) => countyItems(ITEMS.engine, 'names', round);
  const fields = (round: number) => countyItems(ITEMS.engine, 'fields', round);
  const plain = matchReferences('names');
  const lists = {
    names: referenceList(MATCHER, plain),
    fields: referenceList(MATCHER, matchReferences('fields')),
  };
  return [
    { name: '引擎（仅名称）', itemsOf: names, match: engine(lists.names) },
    { name: '引擎（名称与字段）', itemsOf: fields, match: engine(lists.fields) },
    { name: '引擎（仅取候选）', itemsOf: names, match: candidatesOnly(lists.names) },
    { name: 'pg_trgm', itemsOf: (round) => names(round).slice(0, ITEMS.pg_trgm), match: trgm },
    {
      name: 'MiniSearch',
      itemsOf: (round) => names(round).slice(0, ITEMS.minisearch),
      match: miniSearch(plain),
    },
  ];
};

/** Items per second of every contestant, round after round in turn; the first round warms up and does not count. */
const rounds = async (all: readonly Contestant[], tell: (sentence: string) => void) => {
  const rates = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  const right = new Map<string, number>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, itemsOf, match } of all) {
      const items = itemsOf(round);
      const plain = items.map(({ item }) => item);
      const begun = performance.now();
      const answers = await match(plain);
      const rate = (items.length / (performance.now() - begun)) * 1000;
      if (round > 0) rates.get(name)?.push(rate);
      right.set(
        name,
        rightShare(items, (id) => answers.get(id)),
      );
    }
    if (round > 0)
      tell(
        `第 ${round} 轮：${all.map(({ name }) => `${name} ${rates.get(name)?.at(-1)?.toFixed(0)}`).join('，')}`,
      );
  }
  return { rates, right };
};

/** Items matched per second against 5,000 references, beside pg_trgm and MiniSearch on the same items: ratios. */
export const matchSpeed: Benchmark = (tell) =>
  withTemporaryDatabase(async (sql, url) => {
    const trgm = await pgTrgm(sql, url, matchReferences('names'));
    try {
      const all = contestants(trgm.match);
      const { rates, right } = await rounds(all, tell);
      const result: Record<string, string> = {};
      for (const { name } of all) {
        result[`${name}：每秒项数`] = spread(rates.get(name) ?? [], 0);
        result[`${name}：答对的比例`] = (right.get(name) ?? 0).toFixed(3);
      }
      for (const { name } of all.slice(0, 3)) {
        for (const peer of ['pg_trgm', 'MiniSearch']) {
          const ratios = (rates.get(name) ?? []).map(
            (rate, round) => rate / (rates.get(peer)?.[round] ?? Number.NaN),
          );
          result[`${name} ÷ ${peer}`] = spread(ratios, 1);
        }
      }
      return result;
    } finally {
      await trgm.close();
    }
  });
