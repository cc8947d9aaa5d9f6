import type { ActionGroup } from '../lexicon/entries.ts';
import type { Comparison } from './compare.ts';
import type { FacetKind } from './facet-relation.ts';
import { type Feature, feature } from './feature.ts';
import type { SetRelation } from './set-relation.ts';

const facets = ({ facetCounts }: Comparison, kind: FacetKind): number => facetCounts[kind];

const fits = (relation: SetRelation, pattern: RegExp): number => (pattern.test(relation) ? 1 : 0);

/** Both sides of a figure without saying which is which: turning the names round changes no feature. */
const bothSides = (
  topic: string,
  name: string,
  left: (comparison: Comparison) => number,
  right: (comparison: Comparison) => number,
): readonly Feature[] => [
  feature(topic, `${name}.larger`, ({ comparison }) => Math.max(left(comparison), right(comparison))),
  feature(topic, `${name}.smaller`, ({ comparison }) => Math.min(left(comparison), right(comparison))),
];

const actionFeatures = (topic: string, group: ActionGroup): readonly Feature[] =>
  (
    [
      ['equal', /^EQUAL$/],
      ['only', /_ONLY$/],
      ['more', /_MORE$|^OVERLAP$/],
      ['disjoint', /^DISJOINT$/],
    ] as const
  ).map(([name, pattern]) =>
    feature(topic, `${topic}.${name}`, ({ comparison }) => fits(comparison.actions[group], pattern)),
  );

/** How many things the one name says that the other leaves out, by words the lexicon knows. */
const saidMore = (comparison: Comparison, side: 'LEFT' | 'RIGHT'): number => {
  const { actions, limits, counts } = comparison;
  const only = side === 'LEFT' ? limits.leftOnly : limits.rightOnly;
  const other = side === 'LEFT' ? 'RIGHT_MORE' : 'LEFT_MORE';
  const narrower = [actions.LIFE_CYCLE, actions.STAGE, counts].filter(
    (relation) => relation === `${side}_ONLY` || relation === other,
  ).length;
  return facets(comparison, `${side}_ONLY`) + facets(comparison, `${side}_WITHIN`) + only + narrower;
};

const CLASSES = ['same', 'partial', 'different'] as const;
const PARTS = ['together', 'most', 'least'] as const;

/** What the words that only one name has say, by the model's own lexicon. */
const wordFeatures: readonly Feature[] = CLASSES.flatMap((one) =>
  PARTS.flatMap((part, place) =>
    bothSides(
      'words',
      `words.${one}.${part}`,
      ({ left }) => left.words[one][place] as number,
      ({ right }) => right.words[one][place] as number,
    ),
  ),
);

/** What names say of each other, in numbers; every feature belongs to a topic of the explanation. */
export const NAME_FEATURES: readonly Feature[] = [
  feature('wording', 'sameText', ({ comparison }) => Number(comparison.sameText)),
  feature('wording', 'sameExact', ({ comparison }) => Number(comparison.sameExact)),
  feature('wording', 'sameObject', ({ comparison }) => Number(comparison.sameObject)),
  feature('wording', 'cosine', ({ comparison }) => comparison.cosine),
  feature('wording', 'lengths', ({ comparison }) => comparison.lengths),
  feature('wording', 'shortest', ({ comparison }) => comparison.shortest),
  feature('wording', 'prefix', ({ comparison }) => comparison.prefix),
  feature('wording', 'suffix', ({ comparison }) => comparison.suffix),
  feature('wording', 'contains', ({ comparison }) => Number(comparison.contains)),
  ...bothSides(
    'wording',
    'rest',
    ({ left }) => left.share,
    ({ right }) => right.share,
  ),
  ...bothSides(
    'wording',
    'unknownRest',
    ({ left }) => left.unknown,
    ({ right }) => right.unknown,
  ),
  ...bothSides(
    'wording',
    'scattered',
    ({ left }) => left.scattered,
    ({ right }) => right.scattered,
  ),
  ...bothSides(
    'wording',
    'longest',
    ({ left }) => left.longest.length,
    ({ right }) => right.longest.length,
  ),
  feature('wording', 'middle.fewer', ({ comparison }) => comparison.middle[0]),
  feature('wording', 'middle.more', ({ comparison }) => comparison.middle[1]),
  ...bothSides(
    'wording',
    'atStart',
    ({ left }) => left.atStart,
    ({ right }) => right.atStart,
  ),
  ...bothSides(
    'wording',
    'atEnd',
    ({ left }) => left.atEnd,
    ({ right }) => right.atEnd,
  ),
  feature('wording', 'restAlike', ({ comparison }) => comparison.restAlike),
  ...bothSides(
    'enumeration',
    'enumerated',
    ({ left }) => Number(left.enumerated),
    ({ right }) => Number(right.enumerated),
  ),
  ...bothSides(
    'enumeration',
    'joints',
    ({ left }) => left.joints,
    ({ right }) => right.joints,
  ),
  ...bothSides(
    'bracket',
    'aside',
    ({ left }) => left.aside,
    ({ right }) => right.aside,
  ),
  ...wordFeatures,
  feature('contrast', 'contrast', ({ comparison }) => facets(comparison, 'CONTRAST')),
  feature('contrast', 'overlap', ({ comparison }) => facets(comparison, 'OVERLAP')),
  ...bothSides(
    'facets',
    'only',
    (one) => facets(one, 'LEFT_ONLY'),
    (one) => facets(one, 'RIGHT_ONLY'),
  ),
  ...bothSides(
    'facets',
    'within',
    (one) => facets(one, 'LEFT_WITHIN'),
    (one) => facets(one, 'RIGHT_WITHIN'),
  ),
  ...bothSides(
    'facets',
    'more',
    (one) => facets(one, 'LEFT_MORE'),
    (one) => facets(one, 'RIGHT_MORE'),
  ),
  feature('facets', 'agree', ({ comparison }) => facets(comparison, 'EQUAL')),
  ...bothSides(
    'facets',
    'saidMore',
    (one) => saidMore(one, 'LEFT'),
    (one) => saidMore(one, 'RIGHT'),
  ),
  ...actionFeatures('lifeCycle', 'LIFE_CYCLE'),
  ...actionFeatures('kind', 'KIND'),
  ...actionFeatures('stage', 'STAGE'),
  ...actionFeatures('about', 'ABOUT'),
  feature('limit', 'limit.contrast', ({ comparison }) => comparison.limits.contrast),
  feature('limit', 'limit.equal', ({ comparison }) => comparison.limits.equal),
  ...bothSides(
    'limit',
    'limit.only',
    ({ limits }) => limits.leftOnly,
    ({ limits }) => limits.rightOnly,
  ),
  feature('counts', 'counts.equal', ({ comparison }) => fits(comparison.counts, /^EQUAL$/)),
  feature('counts', 'counts.only', ({ comparison }) => fits(comparison.counts, /_ONLY$|_MORE$/)),
  feature('counts', 'counts.other', ({ comparison }) => fits(comparison.counts, /^(?:DISJOINT|OVERLAP)$/)),
  feature('excluded', 'excluded.only', ({ comparison }) => fits(comparison.excluded, /_ONLY$|_MORE$/)),
  feature('excluded', 'excluded.other', ({ comparison }) =>
    fits(comparison.excluded, /^(?:DISJOINT|OVERLAP)$/),
  ),
  feature('excluded', 'excluded.opposite', ({ comparison }) => Number(comparison.excludesIncluded)),
  feature('negation', 'negation', ({ comparison }) => Number(comparison.negation)),
  feature('truncated', 'truncated', ({ comparison }) => Number(comparison.truncated)),
];
