import type { Evidence, Relation } from '../judgement.ts';
import type { JudgedItem } from './item-quality.ts';
import { isRight } from './item-truth.ts';
import { type JudgedPair, type PairClass, truthOf } from './pair-quality.ts';

/** A pair whose class is wrong. */
export interface PairError {
  readonly pairId: string;
  readonly line: number;
  readonly left: string;
  readonly right: string;
  readonly relation: string;
  readonly truth: PairClass;
  readonly answer: PairClass;
  readonly probabilities: Readonly<Record<PairClass, number>>;
  readonly stratum: readonly string[];
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
}

/** An item whose match or relation is wrong. */
export interface ItemError {
  readonly pairId: string;
  readonly line: number;
  readonly name: string;
  /** Names of the partners with the relation; none where the list has no partner. */
  readonly truth: readonly { readonly name: string; readonly relation: Relation }[];
  readonly answer: { readonly name: string | null; readonly relation: Relation };
  readonly confidence: number;
  /** The place of the first partner among the candidates, null where none is offered. */
  readonly rank: number | null;
  readonly stratum: readonly string[];
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
}

/** The surest errors first, equal ones in the order of the file. */
export function pairErrors(pairs: readonly JudgedPair[]): readonly PairError[] {
  return pairs
    .filter((pair) => pair.judgement.relation !== truthOf(pair))
    .map((pair) => {
      const { label, judgement } = pair;
      return {
        pairId: label.pairId,
        line: label.line,
        left: label.left.name,
        right: label.right.name,
        relation: label.relation,
        truth: truthOf(pair),
        answer: judgement.relation,
        probabilities: judgement.probabilities,
        stratum: label.stratum,
        reason: label.reason ?? null,
        evidence: judgement.evidence,
      };
    })
    .sort(
      (one, other) =>
        other.probabilities[other.answer] - one.probabilities[one.answer] || one.line - other.line,
    );
}

/** The surest errors first; names of references by their key. */
export function itemErrors(
  items: readonly JudgedItem[],
  names: ReadonlyMap<string, string>,
): readonly ItemError[] {
  return items
    .filter(({ truth, judgement }) => !isRight(truth, judgement))
    .map(({ label, truth, judgement }) => {
      const { match, relation, confidence, candidates, evidence } = judgement;
      const place = candidates.findIndex(({ reference }) => truth.partners.has(reference));
      return {
        pairId: label.pairId,
        line: label.line,
        name: truth.item.name,
        truth: [...truth.partners].map(([key, known]) => ({ name: names.get(key) ?? key, relation: known })),
        answer: { name: match === null ? null : (names.get(match) ?? match), relation },
        confidence,
        rank: place === -1 ? null : place + 1,
        stratum: label.stratum,
        reason: label.reason ?? null,
        evidence,
      };
    })
    .sort((one, other) => other.confidence - one.confidence || one.line - other.line);
}
