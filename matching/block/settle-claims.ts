import type { ItemJudgement } from '../judgement.ts';
import { assign, type Claim } from './assign.ts';
import type { BlockItem, BlockJudgement } from './block-item.ts';
import type { ItemState } from './block-state.ts';
import { judgeWithout } from './judge-without.ts';
import type { Prepared } from './judging.ts';
import type { ReferenceList } from './reference-list.ts';

interface Asked {
  readonly item: BlockItem;
  readonly state: ItemState;
}

// Whole numbers, so that sums are exact in whatever order: log-odds in 1/1024 bit, and behind them, where those are
// equal, how early among its group the item comes whose own match this is.
const FINE = 1 << 10;
const MOST_EARLY = (1 << 14) - 1;
const SUREST = 1 - 2 ** -30;

const worthOf = (confidence: number, early: number): number => {
  const chance = Math.min(confidence, SUREST);
  const bits = Math.max(1, Math.round(Math.log2(chance / (1 - chance)) * FINE));
  return bits * (MOST_EARLY + 1) + early;
};

const accepted = ({ band, relation, match }: ItemJudgement): boolean =>
  band === 'AUTO' && relation === 'EQUIVALENT' && match !== null;

/**
 * Within one list, place and department a reference is one item's only. Where the machine would accept several, the sum of
 * log-odds decides; who loses is judged once more without what it lost, and takes that answer if the machine accepts
 * it and nobody else has it, otherwise a person decides. Both are marked. Items and states in the same order.
 */
export function settleClaims<Item extends Prepared>(
  references: ReferenceList<Item>,
  items: readonly BlockItem[],
  states: readonly ItemState[],
): readonly BlockJudgement[] {
  const settled = new Map<string, BlockJudgement>();
  for (const group of groupsOf(items, states)) {
    if (isContested(group)) settleGroup(references, group, settled);
  }
  return states.map(({ id, found }) => settled.get(id) ?? found.judgement);
}

/** The items of each list, place and department the machine would accept; one alone has nobody to lose to. */
const groupsOf = (items: readonly BlockItem[], states: readonly ItemState[]): Iterable<readonly Asked[]> => {
  const groups = new Map<string, Asked[]>();
  for (const [at, state] of states.entries()) {
    if (!accepted(state.found.judgement)) continue;
    const item = items[at] as BlockItem;
    const key = [item.list, item.region, item.department].map((part) => part ?? '').join('\u0000');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ item, state }]);
    else group.push({ item, state });
  }
  return groups.values();
};

const matchOf = ({ state }: Asked): string => state.found.judgement.match as string;

const isContested = (group: readonly Asked[]): boolean => new Set(group.map(matchOf)).size < group.length;

/** The match, and what else is more likely right than wrong. */
const claimOf = ({ state: { id, found } }: Asked, rank: number): Claim => {
  const { match, confidence, candidates } = found.judgement;
  const likely = candidates.filter((candidate) => candidate.confidence > 0.5);
  const worth = new Map(likely.map((candidate) => [candidate.reference, worthOf(candidate.confidence, 0)]));
  return { item: id, worth: worth.set(match as string, worthOf(confidence, Math.max(1, MOST_EARLY - rank))) };
};

const settleGroup = <Item extends Prepared>(
  references: ReferenceList<Item>,
  group: readonly Asked[],
  settled: Map<string, BlockJudgement>,
): void => {
  const given = assign(group.map(claimOf));
  const taken = new Set(given.values());
  const losers = group.filter((asked) => given.get(asked.state.id) !== matchOf(asked));
  losers.sort((one, other) => other.state.found.judgement.confidence - one.state.found.judgement.confidence);
  for (const asked of losers) {
    const { id, found } = asked.state;
    const own = given.get(id);
    // What is its own stays open to it: taken out and put back, as a copy for every loser would cost more than judging.
    if (own !== undefined) taken.delete(own);
    const next = judgeWithout(references, asked.item, taken);
    if (own !== undefined) taken.add(own);
    const free = next.match !== null && (next.match === own || !taken.has(next.match));
    const stands = accepted(next) && free;
    if (stands) taken.add(next.match as string);
    settled.set(id, { ...(stands ? next : { ...found.judgement, band: 'REVIEW' }), duplicateClaim: true });
  }
};
