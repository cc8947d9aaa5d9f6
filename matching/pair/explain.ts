import type { Evidence } from '../judgement.ts';
import { type LogisticModel, scores } from '../model/logistic.ts';
import pairModel from '../model/pair-model.json' with { type: 'json' };
import { type Note, noteOf } from './notes.ts';
import type { PairScore } from './score-pair.ts';

const MODEL: LogisticModel = pairModel;

/** Less than this many bits decides nothing and is summed up with the rest. */
const TOLD = 0.05;

/**
 * Why two items are held to be the same, or not: for each topic the bits by which it moves the odds of the same
 * against the other two classes together, largest effect first. The bits sum to the log-odds (a waterfall).
 */
export function explain(pair: PairScore): readonly Evidence[] {
  const [, partial = 0, different = 0] = scores(MODEL, pair.features);
  // Of the two other classes each counts as much as it is the alternative.
  const share = 1 / (1 + Math.exp(different - partial));
  const bits = new Map<string, number>();
  for (const feature of pair.features) {
    const [same = 0, part = 0, other = 0] = MODEL.weights[feature] ?? [];
    const topic = topicOf(feature);
    bits.set(topic, (bits.get(topic) ?? 0) + (same - share * part - (1 - share) * other) / Math.LN2);
  }
  const doubt = -(entropy(share) + entropy(1 - share));
  const told = [...bits].filter(([topic, value]) => topic !== 'bias' && Math.abs(value) >= TOLD);
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  const rest = sum(bits.values()) - sum(told.map(([, value]) => value)) + doubt;
  return [...told, ['bias', rest] as const]
    .map(([feature, value]) => evidence(feature, value, noteOf(feature, pair)))
    .sort(
      (one, other) => Math.abs(other.bits) - Math.abs(one.bits) || (one.feature < other.feature ? -1 : 1),
    );
}

const topicOf = (feature: string): string => {
  const name = feature.slice(0, feature.indexOf('='));
  return feature === 'bias' ? feature : (JOINED[name] ?? name);
};

/** Features that speak of the same thing are one line of the explanation. */
const JOINED: Readonly<Record<string, string>> = {
  rest: 'wording',
  scattered: 'wording',
  longest: 'wording',
  cosine: 'wording',
  lengths: 'wording',
  text: 'wording',
  enumerated: 'wording',
  aside: 'bracket',
  part: 'facets',
  within: 'facets',
  more: 'facets',
  agree: 'facets',
  contrast: 'contrast',
  limitEqual: 'limit',
};

const entropy = (chance: number): number => (chance <= 0 ? 0 : -chance * Math.log2(chance));

const evidence = (feature: string, bits: number, { note, left, right }: Note): Evidence => ({
  feature,
  bits: Math.round(bits * 1e4) / 1e4,
  note,
  ...(left === undefined || left === '' ? {} : { left }),
  ...(right === undefined || right === '' ? {} : { right }),
});
