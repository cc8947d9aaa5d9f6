import type { Evidence } from '../judgement.ts';
import { type Contributions, contribute, contributionsOf, laidTrees } from '../model/laid-trees.ts';
import type { TreeModel } from '../model/trees.ts';
import { featureValues, TOPIC_OF, TOPICS } from './features.ts';
import { closingNote, type Note, noteOf } from './notes.ts';
import type { PairScore } from './score-pair.ts';

/** Less than this many bits decides nothing and is summed up with the rest. */
const TOLD = 0.15;

/** The topic of where the trees began. */
const BIAS = 'bias';

/**
 * Why two items are held to be the same, or not: for each topic the bits by which it moves the odds of the same
 * against the other two classes together, largest effect first. The bits sum to the log-odds (a waterfall).
 */
export function explain(pair: PairScore, model: TreeModel): readonly Evidence[] {
  const { comparison } = pair;
  // Of a name beside itself the very same score comes back for item after item.
  if (comparison.leftName !== comparison.rightName) return evidenceOf(pair, model);
  const told: WeakMap<PairScore, readonly Evidence[]> = explained.get(model) ?? new WeakMap();
  explained.set(model, told);
  const evidence = told.get(pair) ?? evidenceOf(pair, model);
  told.set(pair, evidence);
  return evidence;
}

const explained = new WeakMap<TreeModel, WeakMap<PairScore, readonly Evidence[]>>();

const evidenceOf = (pair: PairScore, model: TreeModel): readonly Evidence[] => {
  const [same, partial, different] = contributionsTo(pair, model);
  // Of the two other classes each counts as much as it is the alternative.
  const share = pair.partial / (pair.partial + pair.different);
  const doubt = -(entropy(share) + entropy(1 - share));
  const told: Evidence[] = [];
  let rest = doubt;
  for (let place = 0; place <= TOPICS.length; place++) {
    const others = share * (partial[place] as number) + (1 - share) * (different[place] as number);
    const value = ((same[place] as number) - others) / Math.LN2;
    const topic = TOPICS[place];
    // What neither side says anything of moves the odds a little, and is nobody's reason.
    const note = topic === undefined || Math.abs(value) < TOLD ? undefined : noteOf(topic, pair, value);
    if (topic === undefined || note === undefined) rest += value;
    else told.push(evidence(topic, value, note));
  }
  told.sort(
    (one, other) => Math.abs(other.bits) - Math.abs(one.bits) || (one.feature < other.feature ? -1 : 1),
  );
  // What is left over is nobody's reason, however large: it closes the sum.
  return [...told, evidence(BIAS, rest, closingNote(pair))];
};

/** Room for the pair explained last: to make three lists outside the heap anew takes longer than to fill them. */
const written = contributionsOf(TOPICS.length);

const contributionsTo = (pair: PairScore, model: TreeModel): Contributions => {
  const trees = laidTrees(model, TOPIC_OF);
  contribute(trees, featureValues(pair, trees.values), written);
  return written;
};

const entropy = (chance: number): number => (chance <= 0 ? 0 : -chance * Math.log2(chance));

const evidence = (feature: string, bits: number, { note, left, right }: Note): Evidence => ({
  feature,
  bits: Math.round(bits * 1e4) / 1e4,
  note,
  ...(left === undefined || left === '' ? {} : { left }),
  ...(right === undefined || right === '' ? {} : { right }),
});
