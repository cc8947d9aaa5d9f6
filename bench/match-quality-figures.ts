import { brierScore, calibrationError, reliabilityBins } from '../matching/evaluation/calibration.ts';
import { coverageAtPrecision } from '../matching/evaluation/coverage-at-precision.ts';
import {
  acceptedLinks,
  candidateRecall,
  EQUIVALENT,
  isPartner,
  type JudgedTruth,
  linkCurve,
  PARTNER,
} from '../matching/evaluation/item-links.ts';
import { isRight } from '../matching/evaluation/item-truth.ts';
import { exactSetShare, partsOf } from '../matching/evaluation/merged-sets.ts';
import { bestPoint } from '../matching/evaluation/precision-recall.ts';
import type { ItemJudgement } from '../matching/judgement.ts';
import type { LocalItem } from '../matching/training/variation/local-list.ts';

/** A row of a local list and what the engine says of it. */
export interface JudgedLocal {
  readonly local: LocalItem;
  readonly judgement: ItemJudgement;
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(4);

/** The truth of the generator in the form of a judged label. */
export const judgedTruth = ({ local, judgement }: JudgedLocal): JudgedTruth => {
  const { item, partners } = local;
  const left = { itemKey: item.id, name: item.name, codes: [], laws: [] };
  const relation = partners.size === 0 ? 'NONE' : 'EQUIVALENT';
  const label = { line: 1, pairId: item.id, left, right: null, relation, stratum: local.kinds } as const;
  return { truth: { label, item: left, partners, related: new Set() }, judgement };
};

/** Precision, recall and F1 of the links proposed, and of those taken without a person. */
const linkText = (items: readonly JudgedTruth[], bands: readonly ('AUTO' | 'REVIEW')[]): string => {
  const { precision, recall, f1 } = acceptedLinks(PARTNER, items, bands);
  return `${shown(f1)} / ${shown(precision)} / ${shown(recall)}`;
};

/** F1, precision and recall of what is proposed. */
export const linkFiguresOf = (judged: readonly JudgedLocal[]): string =>
  linkText(judged.map(judgedTruth), ['AUTO', 'REVIEW']);

/** Whether what is offered is a partner, and how sure the engine is of it: the curve's own question. */
const offers = (items: readonly JudgedTruth[]) =>
  items.flatMap(({ truth, judgement }) => {
    const best = EQUIVALENT.offer(judgement);
    if (best === undefined) return [];
    return [{ probability: best.score, isTrue: isPartner(EQUIVALENT, truth, best.reference) }];
  });

/** The headline figures of one kind of list, each under its Chinese title. */
export function figuresOf(judged: readonly JudgedLocal[]): Readonly<Record<string, string>> {
  const items = judged.map(judgedTruth);
  const curve = linkCurve(PARTNER, items);
  const best = bestPoint(curve);
  const chances = offers(items);
  const answers = items.map(({ truth, judgement }) => ({
    probability: judgement.confidence,
    isTrue: isRight(truth, judgement),
  }));
  const coverage = coverageAtPrecision(linkCurve(EQUIVALENT, items));
  const count = (band: string): string =>
    shown(judged.filter(({ judgement }) => judgement.band === band).length / judged.length);
  return {
    项数: String(items.length),
    'F1 / 精确率 / 召回率（自动与待审）': linkText(items, ['AUTO', 'REVIEW']),
    'F1 / 精确率 / 召回率（自动）': linkText(items, ['AUTO']),
    最佳F1: `${shown(best?.f1)}（阈值 ${shown(best?.threshold)}）`,
    ...Object.fromEntries(
      coverage.map(({ target, observed }) => [`精确率 ${target} 时的覆盖率`, shown(observed?.coverage)]),
    ),
    '候选第一的 Brier / ECE': `${shown(brierScore(chances))} / ${shown(calibrationError(reliabilityBins(chances)))}`,
    '答案的 Brier / ECE': `${shown(brierScore(answers))} / ${shown(calibrationError(reliabilityBins(answers)))}`,
    '候选召回率 @1 / @5 / @10': [1, 5, 10].map((depth) => shown(candidateRecall(items, depth))).join(' / '),
    合并事项集合全对: mergedText(judged),
    '待审 / 自动的比例': `${count('REVIEW')} / ${count('AUTO')}`,
  };
}

/** An item of several is met exactly where the answer has all that it is made of and no other. */
const mergedText = (judged: readonly JudgedLocal[]): string => {
  const sets = judged.map(({ local, judgement }) => partsOf(local.partners, judgement));
  const { count, share } = exactSetShare(sets);
  return `${shown(share)}（${count} 项）`;
};

/** Of each way of writing: how many items, and the share answered as the truth has it. */
export function byKind(judged: readonly JudgedLocal[]): Readonly<Record<string, string>> {
  const kinds = [...new Set(judged.flatMap(({ local }) => local.kinds))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = judged.filter(({ local }) => local.kinds.includes(kind)).map(judgedTruth);
      return [`${kind}（${own.length} 项）`, linkText(own, ['AUTO', 'REVIEW'])];
    }),
  );
}
