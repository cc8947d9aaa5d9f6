import type { Band, Candidate, ItemJudgement, Relation } from './judgement.ts';
import { type Contention, ITEM_MODEL } from './model/item-model.ts';
import { FOUND_MODEL } from './model/pair-model.ts';
import type { AnalysedName } from './name/analyse.ts';
import { JOINT } from './name/unified-text.ts';
import type { Comparison } from './pair/compare.ts';
import { direction } from './pair/direction.ts';
import { behindNamesakes, PER_CHARACTER } from './pair/dropped-words.ts';
import { explain } from './pair/explain.ts';
import { limitRelations } from './pair/limit-relation.ts';
import { areOpposed } from './pair/opposed.ts';
import type { Rest } from './pair/rests.ts';
import { type PairScore, scorePair } from './pair/score-pair.ts';
import { endsInWhom, limitedToWhom } from './pair/whom-limit.ts';
import { activitiesIn } from './parts/activity-words.ts';
import { chanceOf, type FoundParts, findParts } from './parts/parts.ts';
import type { PreparedItem } from './prepared-item.ts';

/** Candidates shown with a judgement. */
const SHOWN = 10;

/** Least chance of a candidate that others of like chance have brought down. */
const RIVAL = 0.25;

interface Weighed {
  readonly reference: string;
  readonly pair: PairScore;
  /** Chance that this one is the partner, beside all others and none. */
  readonly chance: number;
}

/**
 * Judges an item against its candidates, which compete with each other and with NONE: two candidates that are equally
 * good halve each other's chance. What it says depends on the item and the candidates alone, in whatever order.
 */
export function judge(item: PreparedItem, candidates: readonly PreparedItem[]): ItemJudgement {
  const pairs = candidates.map((candidate) => ({
    reference: candidate.id,
    pair: scorePair(item, candidate, FOUND_MODEL),
  }));
  const isCoded = pairs.some(({ pair }) => pair.fields.code !== 'UNKNOWN');
  const contention = isCoded ? ITEM_MODEL.coded : ITEM_MODEL.uncoded;
  const weighed = weigh(item, pairs, contention);
  const best = weighed[0];
  const none = 1 - weighed.reduce((sum, { chance }) => sum + chance, 0);
  if (best === undefined) return nothing(item.id, 1, [], undefined);
  const shown = weighed
    .slice(0, SHOWN)
    .map(({ reference, chance }): Candidate => ({ reference, confidence: rounded(chance) }));
  const isSettled =
    best.chance >= contention.auto && listsAsMuch(best.pair.comparison) && !listsOthers(best.pair);
  const whole = isSettled ? undefined : findParts(item, candidates);
  if (whole !== undefined && isMadeOf(whole, best, contention)) return wholeJudgement(item.id, whole, shown);
  if (best.chance >= contention.review) {
    const relation = wholeRelation(best, weighed);
    const said = judgement(item.id, best, relation, best.chance, shown, contention);
    const isOpen =
      relation !== 'EQUIVALENT' || hasSiblings(best, weighed, contention) || endsInWhom(best.pair.comparison);
    return isOpen && said.band === 'AUTO' ? { ...said, band: 'REVIEW' } : said;
  }
  // Several that are as good as each other: which one it is a person must say.
  if (best.chance >= RIVAL && 1 - none >= contention.review) {
    return { ...judgement(item.id, best, 'EQUIVALENT', best.chance, shown, contention), band: 'REVIEW' };
  }
  const part = bestPart(weighed);
  // What is left for a part of another item is what none of the candidates claims as its own.
  const partChance = none * (part.pair.partial / (part.pair.partial + part.pair.different));
  if (partChance >= Math.max(contention.review, best.chance)) {
    const relation = direction(part.pair.comparison);
    // The chances of parts are fitted to nothing: however high, a person looks at them.
    return { ...judgement(item.id, part, relation, partChance, shown, contention), band: 'REVIEW' };
  }
  const related = weighed.find(({ pair }) => isAbout(pair));
  if (related !== undefined) {
    const chance = related.pair.different * none;
    return { ...judgement(item.id, related, 'RELATED', chance, shown, contention), band: 'NONE' };
  }
  return nothing(item.id, none, shown, best);
}

/** Whether the right name says as many things as the left one: it is then no part of it. */
const listsAsMuch = ({ leftName, rightName }: Comparison): boolean =>
  rightName.text.split(JOINT).length >= leftName.text.split(JOINT).length &&
  rightName.actions.LIFE_CYCLE.length >= leftName.actions.LIFE_CYCLE.length &&
  activitiesIn(rightName.text) >= activitiesIn(leftName.text);

/** 备案、变更和注销 beside 变更、注销备案: what lists more is no whole of the item, where its parts are to be had. */
const listsOthers = ({ comparison: { leftName, rightName, sameExact }, fields }: PairScore): boolean =>
  !sameExact && fields.code !== 'EXACT' && jointsIn(rightName) > jointsIn(leftName) && jointsIn(leftName) > 0;

const jointsIn = ({ text }: AnalysedName): number => text.split(JOINT).length - 1;

/** How two names stand that are otherwise the same: what lists more is the broader one, what is for fewer the narrower. */
const wholeRelation = (best: Weighed, weighed: readonly Weighed[]): Relation => {
  const { left, right, leftName, rightName } = best.pair.comparison;
  const [one, other] = [
    { rest: left, name: leftName },
    { rest: right, name: rightName },
  ];
  if (missesSome(one, other)) return 'BROADER';
  if (missesSome(other, one)) return 'NARROWER';
  const limited = limitedToWhom(best.pair.comparison);
  if (limited === 'LEFT') return 'NARROWER';
  return limited === 'RIGHT' && isForOthersToo(best, weighed) ? 'BROADER' : 'EQUIVALENT';
};

/** Whether another candidate is the same for others: 许可（个人） beside 许可（企业）. A plain 许可 is then no less than both. */
const isForOthersToo = (best: Weighed, weighed: readonly Weighed[]): boolean =>
  weighed.some(
    ({ reference, pair: { comparison } }) =>
      reference !== best.reference &&
      comparison.sameObject &&
      limitedToWhom(comparison) === 'RIGHT' &&
      limitRelations(comparison.rightName.limits, best.pair.comparison.rightName.limits).contrast > 0,
  );

interface Side {
  readonly rest: Rest;
  readonly name: AnalysedName;
}

/** Whether a name lists something another lacks, which says nothing of its own: 经营、使用许可, 经营许可. */
const missesSome = (one: Side, other: Side): boolean =>
  one.rest.share > 0 &&
  other.rest.share === 0 &&
  other.rest.longest === 0 &&
  (isMember(one.rest, one.name, other.name) || activitiesIn(one.name.text) > activitiesIn(other.name.text));

/** A single character more is a slip: 生产、产、销售. */
const SHORTEST_MEMBER = 2;

/** Whether the longest run a name has for itself is one more member of a list; what a bracket joins is none. */
const isMember = (
  { enumerated, longest, longestFrom }: Rest,
  { text, marked }: AnalysedName,
  other: AnalysedName,
): boolean => {
  if (!enumerated || longest < SHORTEST_MEMBER) return false;
  if (text.split(JOINT).length <= other.text.split(JOINT).length) return false;
  const [first, last] = [marked.charAt(longestFrom), marked.charAt(longestFrom + longest - 1)];
  return text.includes(JOINT + first) || text.includes(last + JOINT);
};

/**
 * Whether a namesake that says more than the item's text, as 临时救助金业务办理 does beside 临时救助, stands beside another
 * that would be taken for the same without it: 临时救助金给付.
 */
const hasSiblings = (best: Weighed, weighed: readonly Weighed[], contention: Contention): boolean => {
  const { sameExact, leftName, rightName } = best.pair.comparison;
  const saysMore = rightName.dropped !== '' && rightName.dropped !== leftName.dropped;
  if (!sameExact || !saysMore || best.pair.fields.code === 'EXACT') return false;
  return weighed.some(
    ({ reference, pair }) =>
      reference !== best.reference &&
      !pair.comparison.sameExact &&
      pair.comparison.sameObject &&
      chanceAlone(pair, contention) >= contention.review,
  );
};

const chanceAlone = (pair: PairScore, { bias, scale }: Contention): number =>
  1 / (1 + Math.exp(-bias - scale * logitOf(pair)));

/** What is the same as all of it goes before its parts; of several things one alone is never the same as all. */
const isMadeOf = (
  { parts, rest, wholes }: FoundParts,
  best: Weighed,
  { auto, review }: Contention,
): boolean => {
  if (parts.some(({ reference }) => reference === best.reference)) return true;
  if (wholes.includes(best.reference)) {
    return best.chance < RIVAL || (rest.length === 0 && listsOthers(best.pair));
  }
  return best.chance < (rest.length === 0 ? auto : review);
};

/** The parts are not calibrated together: however high their chance, a person looks at them. */
const wholeJudgement = (item: string, whole: FoundParts, candidates: readonly Candidate[]): ItemJudgement => {
  const { parts, rest } = whole;
  const surest = parts.reduce((one, other) => (other.chance > one.chance ? other : one));
  return {
    item,
    match: surest.reference,
    relation: 'BROADER',
    confidence: rounded(chanceOf(whole)),
    band: 'REVIEW',
    candidates,
    evidence: explain(surest.pair, FOUND_MODEL),
    parts: parts.map(({ reference, chance, members, pair }) => ({
      reference,
      confidence: rounded(chance),
      members,
      evidence: explain(pair, FOUND_MODEL),
    })),
    rest,
  };
};

const weigh = (
  { name }: PreparedItem,
  pairs: readonly Omit<Weighed, 'chance'>[],
  { bias, scale }: Contention,
): readonly Weighed[] => {
  const behind = behindNamesakes(
    name,
    pairs.map(({ pair }) => pair.comparison.rightName),
  );
  const odds = pairs.map(({ pair }, at) =>
    Math.exp(bias + scale * logitOf(pair) - PER_CHARACTER * (behind[at] as number)),
  );
  const sum = 1 + odds.reduce((total, one) => total + one, 0);
  return pairs
    .map(({ reference, pair }, at) => ({ reference, pair, chance: (odds[at] as number) / sum }))
    .sort((one, other) => other.chance - one.chance || (one.reference < other.reference ? -1 : 1));
};

const logitOf = ({ same }: PairScore): number =>
  Math.log(Math.max(same, 1e-9)) - Math.log(Math.max(1 - same, 1e-9));

/** The one that is least another item; a whole with the very code of the part goes before any other. */
const bestPart = (weighed: readonly Weighed[]): Weighed =>
  weighed.reduce((best, one) => (isNearer(one.pair, best.pair) ? one : best));

const isNearer = (one: PairScore, other: PairScore): boolean => {
  const [coded, rival] = [hasItsCode(one), hasItsCode(other)];
  return coded === rival ? one.different < other.different : coded;
};

const hasItsCode = ({ fields, different }: PairScore): boolean => fields.code === 'EXACT' && different < 0.5;

/** The one asks or tells about what the other is: their objects are the same. */
const isAbout = ({ comparison }: PairScore): boolean =>
  /ONLY/u.test(comparison.actions.ABOUT) && comparison.left.share + comparison.right.share < 0.2;

/**
 * What a name that was cut off goes on to say nobody knows, and names that say opposite things are no answer of a
 * machine: neither is accepted without a person.
 */
const bandOf = (chance: number, { auto, review }: Contention, { comparison, fields }: PairScore): Band => {
  if (
    chance >= auto &&
    (comparison.slips.strangers === 0 || fields.code === 'EXACT') &&
    !comparison.truncated &&
    !areOpposed(comparison)
  )
    return 'AUTO';
  return chance >= review ? 'REVIEW' : 'NONE';
};

const rounded = (chance: number): number => Math.round(Math.min(1, Math.max(0, chance)) * 1e6) / 1e6;

const judgement = (
  item: string,
  { reference, pair }: Weighed,
  relation: Relation,
  chance: number,
  candidates: readonly Candidate[],
  contention: Contention,
): ItemJudgement => ({
  item,
  match: reference,
  relation,
  confidence: rounded(chance),
  band: bandOf(chance, contention, pair),
  candidates,
  evidence: explain(pair, FOUND_MODEL),
});

const nothing = (
  item: string,
  chance: number,
  candidates: readonly Candidate[],
  best: Weighed | undefined,
): ItemJudgement => ({
  item,
  match: null,
  relation: 'NONE',
  confidence: rounded(chance),
  band: 'NONE',
  candidates,
  evidence: best === undefined ? [] : explain(best.pair, FOUND_MODEL),
});
