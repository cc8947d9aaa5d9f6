import type { Evidence } from '../judgement.ts';
import { type Contributions, contribute, contributionsOf, laidTrees } from '../model/laid-trees.ts';
import type { TreeModel } from '../model/trees.ts';
import { FEATURES, featureValues } from './features.ts';
import { closingNote, type Note, noteOf } from './notes.ts';
import type { PairScore } from './score-pair.ts';

/** Less than this many bits decides nothing and is summed up with the rest. */
const TOLD = 0.15;

/** The topic of where the trees began. */
const BIAS = 'bias';
/** The topics in the order of their first features, and the place of each feature's topic. */
const TOPICS: readonly string[] = [...new Set(FEATURES.map(({ topic }) => topic)), BIAS];
const TOPIC_OF: readonly number[] = [
  ...FEATURES.map(({ topic }) => TOPICS.indexOf(topic)),
  TOPICS.length - 1,
];

/**
 * Why two items are held to be the same, or not: for each topic the bits by which it moves the odds of the same
 * against the other two classes together, largest effect first. The bits sum to the log-odds (a waterfall).
 */
export function explain(pair: PairScore, model: TreeModel): readonly Evidence[] {
  const [same, partial, different] = contributionsTo(pair, model);
  // Of the two other classes each counts as much as it is the alternative.
  const share = pair.partial / (pair.partial + pair.different);
  bits.fill(0);
  for (let at = 0; at < same.length; at++) {
    const topic = TOPIC_OF[at] as number;
    const others = share * (partial[at] as number) + (1 - share) * (different[at] as number);
    bits[topic] = (bits[topic] as number) + ((same[at] as number) - others) / Math.LN2;
  }
  const doubt = -(entropy(share) + entropy(1 - share));
  const told: Evidence[] = [];
  let allBits = 0;
  let toldBits = 0;
  for (const [place, topic] of TOPICS.entries()) {
    const value = bits[place] as number;
    allBits += value;
    if (topic === BIAS || Math.abs(value) < TOLD) continue;
    // What neither side says anything of moves the odds a little, and is nobody's reason.
    const note = noteOf(topic, pair, value);
    if (note === undefined) continue;
    toldBits += value;
    told.push(evidence(topic, value, note));
  }
  told.sort(
    (one, other) => Math.abs(other.bits) - Math.abs(one.bits) || (one.feature < other.feature ? -1 : 1),
  );
  // What is left over is nobody's reason, however large: it closes the sum.
  return [...told, evidence(BIAS, allBits - toldBits + doubt, closingNote(pair))];
}

/** Room for the pair explained last: to make four lists outside the heap anew takes longer than to fill them. */
const values = new Float64Array(FEATURES.length);
const written = contributionsOf(FEATURES.length);
const bits = new Float64Array(TOPICS.length);

const contributionsTo = (pair: PairScore, model: TreeModel): Contributions => {
  contribute(laidTrees(model), featureValues(pair, values), written);
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
