import type { Judging, Prepared } from '../../../matching/block/judging.ts';
import type { MatchItem } from '../../../matching/item.ts';

export interface PlainItem extends Prepared {
  readonly item: MatchItem;
}

export interface PlainJudging extends Judging<PlainItem> {
  /** Ids of the items judged so far, in order. */
  readonly asked: string[];
}

/** As plainJudging, but an item is sure of a reference of its exact name whose code is not another's. */
export const namesakeJudging = (version = '1'): PlainJudging => ({
  ...plainJudging(version),
  judgeNamesakes: ({ item, exact, codeKeys }, namesakes) => {
    const named = namesakes.filter((one) => one.exact === exact);
    const [match] = named;
    if (match === undefined || named.length > 1) return undefined;
    const coded = namesakes.filter((one) => one.codeKeys.some((code) => codeKeys.includes(code)));
    if (coded.some((one) => one !== match)) return undefined;
    const reference = match.item.id;
    return {
      item: item.id,
      match: reference,
      relation: 'EQUIVALENT',
      confidence: 1,
      band: 'AUTO',
      candidates: [{ reference, confidence: 1 }],
      evidence: [{ feature: 'wording', bits: 1, note: namesakes.map((one) => one.item.name).join('、') }],
    };
  },
});

/** A judging anyone can follow: the best score decides, a shared code counts as much as the same wording. */
export const plainJudging = (version = '1'): PlainJudging => {
  const asked: string[] = [];
  return {
    asked,
    version,
    weights: {
      weightOf: (gram) => 1 + (gram.charCodeAt(0) % 3),
      shareOf: () => 0,
      commonBelow: 2,
    },
    prepareItem: (item) => ({
      item,
      core: item.name,
      exact: [...item.name].sort().join(''),
      codeKeys: item.codes ?? [],
    }),
    judge: (left, candidates, scores) => {
      asked.push(left.item.id);
      const weighed = candidates
        .map(({ item, codeKeys }, at) => ({
          reference: item.id,
          confidence: codeKeys.some((code) => left.codeKeys.includes(code)) ? 1 : (scores[at] as number),
          name: item.name,
        }))
        .sort(
          (one, other) => other.confidence - one.confidence || (one.reference < other.reference ? -1 : 1),
        );
      const [best] = weighed;
      const confidence = best?.confidence ?? 0;
      return {
        item: left.item.id,
        match: confidence > 0.3 ? (best?.reference ?? null) : null,
        relation: confidence > 0.3 ? 'EQUIVALENT' : 'NONE',
        confidence,
        band: confidence > 0.6 ? 'AUTO' : confidence > 0.3 ? 'REVIEW' : 'NONE',
        candidates: weighed.map(({ reference, confidence }) => ({ reference, confidence })),
        evidence: weighed.slice(0, 2).map(({ name, confidence }) => ({
          feature: 'wording',
          bits: confidence - 0.5,
          note: `${left.item.name}与${name}`,
          left: left.item.department ?? '',
        })),
      };
    },
  };
};
