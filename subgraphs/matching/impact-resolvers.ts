import type { GraphQLResolveInfo } from 'graphql';
import type { PageArguments } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import { regionCodeOf } from '../region-range.ts';
import { pageInMemory } from './comparison-page.ts';
import { TITLES } from './comparison-resolvers.ts';
import type { Impact, ImpactArguments, TouchedRegion } from './impact.ts';
import type { DraftChange } from './impact-draft.ts';
import type { TargetsMet, TouchedElement, TouchedItem } from './impact-touched.ts';
import { itemAt } from './item-at.ts';
import type { MatchingLoaders } from './loaders.ts';

type Context = SubgraphContext<MatchingLoaders>;

interface TouchedItemsArguments extends PageArguments {
  readonly region?: string | null;
  readonly element?: string | null;
}

const idOf = ({ published, drafted }: DraftChange): string => (published ?? drafted)?.id ?? '';

const BY_CHANGE = {
  shape: ['string', 'string'],
  keysOf: (one: DraftChange) => [one.kind, idOf(one)],
} as const;
const BY_REGION = { shape: ['string'], keysOf: ({ regionCode }: TouchedRegion) => [regionCode] } as const;
const BY_ITEM = {
  shape: ['string', 'string'],
  keysOf: ({ regionCode, link }: TouchedItem) => [regionCode, link.id],
} as const;

const byKeys = <Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): readonly Row[] =>
  rows.toSorted((one, other) => (keysOf(one).join('\n') < keysOf(other).join('\n') ? -1 : 1));

/** How often each element occurs, the most frequent first. */
const elementCounts = (elements: readonly string[]) =>
  [...Map.groupBy(elements, (element) => element)]
    .map(([element, all]) => ({ element, title: TITLES.get(element) ?? element, count: all.length }))
    .sort((one, other) => other.count - one.count || (one.element < other.element ? -1 : 1));

const targetOf = (items: readonly TouchedItem[], target: keyof TargetsMet) => {
  const count = (when: 'before' | 'after', test: (met: boolean | undefined) => boolean) =>
    items.filter((item) => test(item[when][target])).length;
  return {
    before: count('before', (met) => met === true),
    measuredBefore: count('before', (met) => met !== undefined),
    after: count('after', (met) => met === true),
    measuredAfter: count('after', (met) => met !== undefined),
  };
};

const counted = ({ changes }: Impact, kind: DraftChange['kind']): number =>
  changes.filter((change) => change.kind === kind).length;

/** How the impact of a draft answers: to writers of its place only, as drafts are not public. */
export const impactResolvers = {
  Query: {
    impact: (_root: unknown, args: ImpactArguments, context: Context) =>
      context.loaders.impact(context, args),
  },
  DraftImpact: {
    catalog: ({ draft }: Impact) => ({ id: draft.catalogId }),
    name: ({ draft }: Impact) => draft.name,
    importedAt: ({ draft }: Impact) => draft.importedAt,
    added: (impact: Impact) => counted(impact, 'ADDED'),
    changed: (impact: Impact) => counted(impact, 'CHANGED'),
    removed: (impact: Impact) => counted(impact, 'REMOVED'),
    elements: ({ changes }: Impact) =>
      elementCounts(changes.flatMap(({ elements }) => elements.map(({ field }) => field.element))),
    changes: ({ changes }: Impact, args: PageArguments, { release }: Context) =>
      pageInMemory(byKeys(changes, BY_CHANGE.keysOf), args, release, BY_CHANGE),
    regions: ({ regions }: Impact, args: PageArguments, { release }: Context) =>
      pageInMemory(byKeys(regions, BY_REGION.keysOf), args, release, BY_REGION),
    items: (
      { regions }: Impact,
      { region, element, ...args }: TouchedItemsArguments,
      { release }: Context,
    ) => {
      const wanted = region == null ? undefined : regionCodeOf(region);
      const items = regions
        .flatMap((one) => one.items)
        .filter((item) => wanted === undefined || item.regionCode === wanted)
        .filter((item) => element == null || item.elements.some(({ field }) => field.element === element));
      return pageInMemory(byKeys(items, BY_ITEM.keysOf), args, release, BY_ITEM);
    },
  },
  DraftChange: {
    name: ({ drafted, published }: DraftChange) => (drafted ?? published)?.name,
    reference: (change: DraftChange, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      change.published && itemAt(change.published.id, context, info),
  },
  TouchedRegion: {
    region: ({ regionCode }: TouchedRegion) => ({ id: regionCode }),
    items: ({ items }: TouchedRegion) => items.length,
    guides: ({ items }: TouchedRegion) => items.filter(({ guideId }) => guideId !== undefined).length,
    newlyOwed: ({ newlyOwed }: TouchedRegion) => newlyOwed.length,
    elements: ({ items }: TouchedRegion) =>
      elementCounts(items.flatMap(({ elements }) => elements.map(({ field }) => field.element))),
    withinHalf: ({ items }: TouchedRegion) => targetOf(items, 'withinHalf'),
    oneVisit: ({ items }: TouchedRegion) => targetOf(items, 'oneVisit'),
  },
  TouchedItem: {
    region: ({ regionCode }: TouchedItem) => ({ id: regionCode }),
    item: ({ item }: TouchedItem, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(item.id, context, info),
    reference: ({ link }: TouchedItem, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(link.rightId, context, info),
    match: ({ link }: TouchedItem, _args: unknown, { loaders }: Context) => loaders.match.load(link.id),
    kind: ({ change }: TouchedItem) => change.kind,
    guide: ({ guideId }: TouchedItem) => guideId && { id: guideId },
  },
  TouchedElement: { drift: (element: TouchedElement) => element },
};
