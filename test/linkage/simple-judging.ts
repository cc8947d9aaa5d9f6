import { nameGrams, normalizeName } from '../../catalog/names.ts';
import type { Judging, Prepared } from '../../matching/block/judging.ts';
import type { MatchItem } from '../../matching/item.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';

interface SimpleItem extends Prepared {
  readonly id: string;
  readonly grams: ReadonlySet<string>;
}

const alike = (one: SimpleItem, other: SimpleItem): number => {
  const shared = [...one.grams].filter((gram) => other.grams.has(gram)).length;
  return shared / Math.max(1, new Set([...one.grams, ...other.grams]).size);
};

const judge = (item: SimpleItem, candidates: readonly SimpleItem[]): ItemJudgement => {
  const ranked = candidates
    .map((candidate) => ({ reference: candidate.id, confidence: alike(item, candidate) }))
    .sort((one, other) => other.confidence - one.confidence || (one.reference < other.reference ? -1 : 1));
  const [best] = ranked;
  const confidence = best?.confidence ?? 0;
  const band = confidence >= 0.7 ? 'AUTO' : confidence >= 0.3 ? 'REVIEW' : 'NONE';
  return {
    item: item.id,
    match: band === 'NONE' ? null : (best?.reference ?? null),
    relation: band === 'NONE' ? 'NONE' : 'EQUIVALENT',
    confidence,
    band,
    candidates: ranked.slice(0, 10),
    evidence: [{ feature: 'grams', bits: confidence * 10, note: '相同的字词' }],
  };
};

/** An engine whose answers can be worked out by hand: the share of grams two names have in common. */
export const simpleJudging = (version = 'simple-1'): Judging<SimpleItem> => ({
  version,
  weights: { weightOf: () => 1, shareOf: () => 0, commonBelow: 0 },
  prepareItem: (item: MatchItem) => {
    const name = normalizeName(item.name);
    return {
      id: item.id,
      core: name,
      exact: name,
      codeKeys: [...(item.codes ?? [])],
      grams: new Set(nameGrams(name)),
    };
  },
  judge: (item, candidates) => judge(item, candidates),
});
