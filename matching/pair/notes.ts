import { facetAt, termWord } from '../lexicon/knowledge.ts';
import type { AnalysedName } from '../name/analyse.ts';
import { type FacetKind, facetRelations } from './facet-relation.ts';
import type { Rest } from './rests.ts';
import type { PairScore } from './score-pair.ts';
import type { SetRelation } from './set-relation.ts';

/** A sentence for a clerk, and the words of either side it rests on. */
export interface Note {
  readonly note: string;
  readonly left?: string;
  readonly right?: string;
}

/** The sentence of a topic of the explanation. */
export function noteOf(topic: string, pair: PairScore): Note {
  return (NOTES[topic] ?? otherwise)(pair);
}

const otherwise = (): Note => ({ note: '其余各项合计' });

const SET_WORDS: Readonly<Record<SetRelation, string>> = {
  NONE: '两边都没有写',
  EQUAL: '两边相同',
  LEFT_ONLY: '只有左边写明',
  RIGHT_ONLY: '只有右边写明',
  LEFT_MORE: '左边多于右边',
  RIGHT_MORE: '右边多于左边',
  OVERLAP: '两边部分相同',
  DISJOINT: '两边不同',
};

const about =
  (what: string, relation: (pair: PairScore) => SetRelation) =>
  (pair: PairScore): Note => ({ note: `${what}：${SET_WORDS[relation(pair)]}` });

const facetNote = (pair: PairScore, kinds: readonly FacetKind[], none: string): Note => {
  const { facets, leftName, rightName } = pair.comparison;
  const any = kinds.some((kind) => facets[kind] > 0);
  const found = any ? facetRelations(leftName, rightName).filter(({ kind }) => kinds.includes(kind)) : [];
  if (found.length === 0) return { note: none };
  const words = (side: 'left' | 'right'): string =>
    found.flatMap(({ facet, [side]: terms }) => terms.map(({ term }) => termWord(facet, term))).join('、');
  return {
    note: found.map(({ facet, kind }) => `${facetAt(facet).name}：${FACET_WORDS[kind]}`).join('；'),
    left: words('left'),
    right: words('right'),
  };
};

const FACET_WORDS: Readonly<Record<FacetKind, string>> = {
  EQUAL: '相同',
  CONTRAST: '互相排斥',
  OVERLAP: '部分相同',
  LEFT_WITHIN: '左边是右边的一部分',
  RIGHT_WITHIN: '右边是左边的一部分',
  LEFT_MORE: '左边列举更多',
  RIGHT_MORE: '右边列举更多',
  LEFT_ONLY: '只有左边写明',
  RIGHT_ONLY: '只有右边写明',
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The longest runs without a partner. */
const longestRuns = ({ comparison: { leftName, rightName, left, right } }: PairScore) => ({
  left: runOf(leftName, left),
  right: runOf(rightName, right),
});

const runOf = ({ marked }: AnalysedName, { longestFrom, longest }: Rest): string =>
  marked.slice(longestFrom, longestFrom + longest);

const NOTES: Readonly<Record<string, (pair: PairScore) => Note>> = {
  wording: (pair) => {
    const { sameExact, cosine, left, right } = pair.comparison;
    const shares = `左边未对应 ${percent(left.share)}，右边未对应 ${percent(right.share)}`;
    const note = sameExact ? '名称规范化后相同' : `用词相近程度 ${percent(cosine)}，${shares}`;
    return { note, ...longestRuns(pair) };
  },
  enumeration: ({ comparison: { left, right } }) => ({
    note: left.joints === right.joints ? '列举的项数相同' : '列举的项数不同',
  }),
  words: (pair) => {
    const runs = longestRuns(pair);
    const none = (runs.left ?? '') === '' && (runs.right ?? '') === '';
    return { note: none ? '没有一边独有的用词' : '一边独有的用词，按以往的审定看', ...runs };
  },
  bracket: ({ comparison: { left, right } }) => ({
    note: left.aside + right.aside === 0 ? '括号内容没有区别' : '括号内容有一边独有',
  }),
  contrast: (pair) => facetNote(pair, ['CONTRAST', 'OVERLAP'], '没有互相排斥的用词'),
  facets: (pair) =>
    facetNote(
      pair,
      ['LEFT_WITHIN', 'RIGHT_WITHIN', 'LEFT_MORE', 'RIGHT_MORE', 'LEFT_ONLY', 'RIGHT_ONLY'],
      '所述对象范围一致',
    ),
  lifeCycle: about('办理情形（新办、变更、注销等）', ({ comparison }) => comparison.actions.LIFE_CYCLE),
  about: about('查询、咨询、预约一类的附带服务', ({ comparison }) => comparison.actions.ABOUT),
  kind: about('行为性质（许可、备案、给付等）', ({ comparison }) => comparison.actions.KIND),
  stage: about('办理环节（受理、初审等）', ({ comparison }) => comparison.actions.STAGE),
  limit: ({ comparison: { limits } }) => ({
    note:
      limits.contrast > 0
        ? '限定条件互相排斥'
        : limits.leftOnly + limits.rightOnly > 0
          ? '限定条件只有一边写明'
          : '限定条件一致',
  }),
  counts: about('数目、年龄或等级', ({ comparison }) => comparison.counts),
  excluded: about('不含、除外的内容', ({ comparison }) => comparison.excluded),
  negation: ({ comparison }) => ({ note: comparison.negation ? '一边肯定，一边否定' : '没有肯定与否定之别' }),
  truncated: ({ comparison }) => ({ note: comparison.truncated ? '有一边的名称不完整' : '名称完整' }),
  department: ({ fields }) => ({ note: DEPARTMENT_WORDS[fields.department] }),
  law: ({ fields }) => ({ note: LAW_WORDS[fields.law] }),
  type: ({ fields }) => ({
    note: fields.type === 'SAME' ? '事项类型相同' : fields.type === 'OTHER' ? '事项类型不同' : '事项类型未知',
  }),
  code: ({ fields }) => ({ note: CODE_WORDS[fields.code] }),
};

const DEPARTMENT_WORDS: Readonly<Record<PairScore['fields']['department'], string>> = {
  UNKNOWN: '主管部门无从比较',
  SAME: '主管部门职能相同',
  OTHER: '主管部门职能不同',
};

const LAW_WORDS: Readonly<Record<PairScore['fields']['law'], string>> = {
  UNKNOWN: '设定依据无从比较',
  SAME_ARTICLE: '设定依据同一条款',
  OTHER_ARTICLE: '设定依据同一法规的不同条款',
  SAME_LAW: '设定依据同一法规',
  OTHER: '设定依据不同',
};

const CODE_WORDS: Readonly<Record<PairScore['fields']['code'], string>> = {
  UNKNOWN: '编码无从比较',
  EXACT: '编码指向同一事项',
  MAIN_ITEM: '一边的编码是另一边的主项',
  SAME_MAIN: '编码同一主项，子项不同',
  ELSEWHERE: '编码指向别的事项',
};
