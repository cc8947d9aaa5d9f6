import type { Evidence } from '../judgement.ts';
import { contributions, laidTrees } from '../model/laid-trees.ts';
import type { TreeModel } from '../model/trees.ts';
import { FEATURES, featureValues } from './features.ts';
import { type Note, noteOf } from './notes.ts';
import type { PairScore } from './score-pair.ts';

/** Less than this many bits decides nothing and is summed up with the rest. */
const TOLD = 0.05;

/**
 * Why two items are held to be the same, or not: for each topic the bits by which it moves the odds of the same
 * against the other two classes together, largest effect first. The bits sum to the log-odds (a waterfall).
 */
export function explain(pair: PairScore, model: TreeModel): readonly Evidence[] {
  const [same, partial, different] = contributions(laidTrees(model), featureValues(pair));
  if (same === undefined || partial === undefined || different === undefined)
    throw new Error('a model of three classes');
  // Of the two other classes each counts as much as it is the alternative.
  const share = pair.partial / (pair.partial + pair.different);
  const bits = new Map<string, number>();
  for (let at = 0; at < same.length; at++) {
    const topic = FEATURES[at]?.topic ?? 'bias';
    const others = share * (partial[at] as number) + (1 - share) * (different[at] as number);
    bits.set(topic, (bits.get(topic) ?? 0) + ((same[at] as number) - others) / Math.LN2);
  }
  const doubt = -(entropy(share) + entropy(1 - share));
  const told = [...bits].filter(([topic, value]) => topic !== 'bias' && Math.abs(value) >= TOLD);
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  const rest = sum(bits.values()) - sum(told.map(([, value]) => value)) + doubt;
  return [...told, ['bias', rest] as const]
    .map(([topic, value]) => evidence(topic, value, noteOf(topic, pair)))
    .sort(
      (one, other) => Math.abs(other.bits) - Math.abs(one.bits) || (one.feature < other.feature ? -1 : 1),
    );
}

const entropy = (chance: number): number => (chance <= 0 ? 0 : -chance * Math.log2(chance));

const evidence = (feature: string, bits: number, { note, left, right }: Note): Evidence => ({
  feature,
  bits: Math.round(bits * 1e4) / 1e4,
  note,
  ...(left === undefined || left === '' ? {} : { left }),
  ...(right === undefined || right === '' ? {} : { right }),
});
