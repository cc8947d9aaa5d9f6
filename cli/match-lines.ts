import type { Band, Evidence, ItemJudgement, PairJudgement, Relation } from '../matching/judgement.ts';
import { tabLine } from './tab-line.ts';

/** Digits of a published probability or weight: more would differ from machine to machine. */
const DIGITS = 1e6;

const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS + 0;

/**
 * The line of an item as scripts read it, keys in the order of docs/matching-files.md. What the answer says as a whole
 * comes last among the reasons, of no bits.
 */
export const itemJson = (judgement: ItemJudgement, whole?: Evidence): string => {
  const { item, match, relation, confidence, band, candidates, evidence, parts, rest } = judgement;
  return `${JSON.stringify({
    item,
    match,
    relation,
    confidence: rounded(confidence),
    band,
    candidates: candidates.map(({ reference, confidence }) => ({
      reference,
      confidence: rounded(confidence),
    })),
    evidence: [...evidence, ...(whole === undefined ? [] : [whole])].map(({ feature, bits, note }) => ({
      feature,
      bits: rounded(bits),
      note,
    })),
    // Only of an item that is made of several.
    parts: parts?.map(({ reference, confidence, members }) => ({
      reference,
      confidence: rounded(confidence),
      members,
    })),
    rest,
  })}\n`;
};

/** The line of a pair as scripts read it. */
export const pairJson = (pair: string, { relation, probabilities }: PairJudgement): string => {
  const { same, partial, different } = probabilities;
  return `${JSON.stringify({
    pair,
    relation,
    probabilities: { same: rounded(same), partial: rounded(partial), different: rounded(different) },
  })}\n`;
};

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  EQUIVALENT: '等同',
  NARROWER: '左窄于右',
  BROADER: '左宽于右',
  OVERLAP: '部分重合',
  RELATED: '相关',
  NONE: '无对应',
};

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  AUTO: '机器接受',
  REVIEW: '待人审定',
  NONE: '无对应',
};

export const CLASS_WORDS: Readonly<Record<PairJudgement['relation'], string>> = {
  same: '相同',
  partial: '部分相同',
  different: '不同',
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const ITEM_TITLES = tabLine(['事项', '名称', '对应', '参考名称', '关系', '把握', '处理', '主要理由']);

/**
 * The reason that speaks most for the answer: of the same item the largest for it, of a service about it that it is
 * one, else the largest against it that names a word.
 */
const mainReason = (
  evidence: readonly Evidence[],
  relation: Relation | PairJudgement['relation'],
): string => {
  const isSame = relation === 'EQUIVALENT' || relation === 'same';
  const fitting = evidence.filter(({ bits, feature }) => feature !== 'bias' && bits > 0 === isSame);
  const about = relation === 'RELATED' ? fitting.find(({ feature }) => feature === 'about') : undefined;
  const worded = isSame ? undefined : fitting.find(({ left, right }) => (left ?? right) !== undefined);
  return (about ?? worded ?? fitting[0] ?? evidence[0])?.note ?? '';
};

/** The line of an item for people. */
export const itemLine = (
  { item, match, relation, confidence, band, evidence }: ItemJudgement,
  names: { readonly item: string; readonly match: string },
  whole?: Evidence,
): string =>
  tabLine([
    item,
    names.item,
    match ?? '－',
    names.match,
    RELATION_WORDS[relation],
    percent(confidence),
    BAND_WORDS[band],
    whole?.note ?? mainReason(evidence, relation),
  ]);

export const PAIR_TITLES = tabLine(['编号', '甲', '乙', '判断', '相同', '部分相同', '不同', '主要理由']);

/** The line of a pair for people. */
export const pairLine = (
  pair: string,
  { relation, probabilities, evidence }: PairJudgement,
  names: { readonly left: string; readonly right: string },
): string =>
  tabLine([
    pair,
    names.left,
    names.right,
    CLASS_WORDS[relation],
    percent(probabilities.same),
    percent(probabilities.partial),
    percent(probabilities.different),
    mainReason(evidence, relation),
  ]);
