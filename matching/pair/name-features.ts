import type { ActionGroup } from '../lexicon/entries.ts';
import type { Comparison } from './compare.ts';
import { bothSides, type FeatureGroup, writeBoth } from './feature.ts';
import type { SetRelation } from './set-relation.ts';

const isOnly = (relation: SetRelation): boolean => relation === 'LEFT_ONLY' || relation === 'RIGHT_ONLY';
const isMore = (relation: SetRelation): boolean => relation === 'LEFT_MORE' || relation === 'RIGHT_MORE';

const wording: FeatureGroup = {
  topic: 'wording',
  names: [
    'sameText',
    'sameExact',
    'sameObject',
    'cosine',
    'lengths',
    'shortest',
    'prefix',
    'suffix',
    'contains',
    ...bothSides('rest', 'unknownRest', 'scattered', 'longest'),
    'middle.fewer',
    'middle.more',
    ...bothSides('atStart', 'atEnd'),
    'restAlike',
  ],
  write: ({ comparison }, values, first) => {
    const { left, right } = comparison;
    values[first] = Number(comparison.sameText);
    values[first + 1] = Number(comparison.sameExact);
    values[first + 2] = Number(comparison.sameObject);
    values[first + 3] = comparison.cosine;
    values[first + 4] = comparison.lengths;
    values[first + 5] = comparison.shortest;
    values[first + 6] = comparison.prefix;
    values[first + 7] = comparison.suffix;
    values[first + 8] = Number(comparison.contains);
    writeBoth(values, first + 9, left.share, right.share);
    writeBoth(values, first + 11, left.unknown, right.unknown);
    writeBoth(values, first + 13, left.scattered, right.scattered);
    writeBoth(values, first + 15, left.longest, right.longest);
    values[first + 17] = comparison.middleFewer;
    values[first + 18] = comparison.middleMore;
    writeBoth(values, first + 19, left.atStart, right.atStart);
    writeBoth(values, first + 21, left.atEnd, right.atEnd);
    values[first + 23] = comparison.restAlike;
  },
};

/** Whether what differs looks like the work of a hurried hand. */
const slips: FeatureGroup = {
  topic: 'slips',
  names: [
    'edits',
    'edits.share',
    'edits.places',
    'edits.longest',
    'broken',
    'broken.acts',
    'exchanged',
    'unheard',
    'unexplained',
  ],
  write: ({ comparison: { slips: found } }, values, first) => {
    values[first] = found.edits;
    values[first + 1] = found.share;
    values[first + 2] = found.places;
    values[first + 3] = found.longest;
    values[first + 4] = found.broken;
    values[first + 5] = found.brokenActs;
    values[first + 6] = found.exchanged;
    values[first + 7] = found.unheard;
    values[first + 8] = found.unexplained;
  },
};

const enumeration: FeatureGroup = {
  topic: 'enumeration',
  names: bothSides('enumerated', 'joints'),
  write: ({ comparison: { left, right } }, values, first) => {
    writeBoth(values, first, Number(left.enumerated), Number(right.enumerated));
    writeBoth(values, first + 2, left.joints, right.joints);
  },
};

const bracket: FeatureGroup = {
  topic: 'bracket',
  names: bothSides('aside'),
  write: ({ comparison: { left, right } }, values, first) =>
    writeBoth(values, first, left.aside, right.aside),
};

/** What the words that only one name has say, by the model's own lexicon. */
const words: FeatureGroup = {
  topic: 'words',
  names: ['same', 'partial', 'different'].flatMap((one) =>
    bothSides(`words.${one}.together`, `words.${one}.most`, `words.${one}.least`),
  ),
  write: ({ comparison: { left, right } }, values, first) => {
    for (let place = 0; place < 9; place++) {
      writeBoth(values, first + 2 * place, left.words[place] as number, right.words[place] as number);
    }
  },
};

const contrast: FeatureGroup = {
  topic: 'contrast',
  names: ['contrast', 'overlap'],
  write: ({ comparison: { facets } }, values, first) => {
    values[first] = facets.CONTRAST;
    values[first + 1] = facets.OVERLAP;
  },
};

const facets: FeatureGroup = {
  topic: 'facets',
  names: [...bothSides('only', 'within', 'more'), 'agree', ...bothSides('saidMore')],
  write: ({ comparison }, values, first) => {
    const counts = comparison.facets;
    writeBoth(values, first, counts.LEFT_ONLY, counts.RIGHT_ONLY);
    writeBoth(values, first + 2, counts.LEFT_WITHIN, counts.RIGHT_WITHIN);
    writeBoth(values, first + 4, counts.LEFT_MORE, counts.RIGHT_MORE);
    values[first + 6] = counts.EQUAL;
    writeBoth(values, first + 7, leftSaysMore(comparison), rightSaysMore(comparison));
  },
};

/** How many things the left name says that the right one leaves out, by words the lexicon knows. */
const leftSaysMore = ({ facets: counts, limits, actions, counts: numbers }: Comparison): number => {
  const narrower = (relation: SetRelation): number =>
    relation === 'LEFT_ONLY' || relation === 'RIGHT_MORE' ? 1 : 0;
  const narrows = narrower(actions.LIFE_CYCLE) + narrower(actions.STAGE) + narrower(numbers);
  return counts.LEFT_ONLY + counts.LEFT_WITHIN + limits.leftOnly + narrows;
};

const rightSaysMore = ({ facets: counts, limits, actions, counts: numbers }: Comparison): number => {
  const narrower = (relation: SetRelation): number =>
    relation === 'RIGHT_ONLY' || relation === 'LEFT_MORE' ? 1 : 0;
  const narrows = narrower(actions.LIFE_CYCLE) + narrower(actions.STAGE) + narrower(numbers);
  return counts.RIGHT_ONLY + counts.RIGHT_WITHIN + limits.rightOnly + narrows;
};

const acts = (topic: string, group: ActionGroup): FeatureGroup => ({
  topic,
  names: [`${topic}.equal`, `${topic}.only`, `${topic}.more`, `${topic}.disjoint`],
  write: ({ comparison }, values, first) => {
    const relation = comparison.actions[group];
    values[first] = relation === 'EQUAL' ? 1 : 0;
    values[first + 1] = isOnly(relation) ? 1 : 0;
    values[first + 2] = isMore(relation) || relation === 'OVERLAP' ? 1 : 0;
    values[first + 3] = relation === 'DISJOINT' ? 1 : 0;
  },
});

const limit: FeatureGroup = {
  topic: 'limit',
  names: ['limit.contrast', 'limit.equal', ...bothSides('limit.only')],
  write: ({ comparison: { limits } }, values, first) => {
    values[first] = limits.contrast;
    values[first + 1] = limits.equal;
    writeBoth(values, first + 2, limits.leftOnly, limits.rightOnly);
  },
};

const isOther = (relation: SetRelation): boolean => relation === 'DISJOINT' || relation === 'OVERLAP';

const counts: FeatureGroup = {
  topic: 'counts',
  names: ['counts.equal', 'counts.only', 'counts.other'],
  write: ({ comparison: { counts: relation } }, values, first) => {
    values[first] = relation === 'EQUAL' ? 1 : 0;
    values[first + 1] = isOnly(relation) || isMore(relation) ? 1 : 0;
    values[first + 2] = isOther(relation) ? 1 : 0;
  },
};

const excluded: FeatureGroup = {
  topic: 'excluded',
  names: ['excluded.only', 'excluded.other', 'excluded.opposite'],
  write: ({ comparison }, values, first) => {
    const relation = comparison.excluded;
    values[first] = isOnly(relation) || isMore(relation) ? 1 : 0;
    values[first + 1] = isOther(relation) ? 1 : 0;
    values[first + 2] = Number(comparison.excludesIncluded);
  },
};

const negation: FeatureGroup = {
  topic: 'negation',
  names: ['negation'],
  write: ({ comparison }, values, first) => {
    values[first] = Number(comparison.negation);
  },
};

const truncated: FeatureGroup = {
  topic: 'truncated',
  names: ['truncated'],
  write: ({ comparison }, values, first) => {
    values[first] = Number(comparison.truncated);
  },
};

/** What names say of each other, in numbers; every feature belongs to a topic of the explanation. */
export const NAME_FEATURES: readonly FeatureGroup[] = [
  wording,
  slips,
  enumeration,
  bracket,
  words,
  contrast,
  facets,
  acts('lifeCycle', 'LIFE_CYCLE'),
  acts('kind', 'KIND'),
  acts('stage', 'STAGE'),
  acts('about', 'ABOUT'),
  limit,
  counts,
  excluded,
  negation,
  truncated,
];
