import type { GraphQLResolveInfo } from 'graphql';
import { EXCLUSIONS, type Exclusion } from '../../comparison/indicators/indicator.ts';
import type { Excluded } from '../../comparison/indicators/value.ts';
import type { PageArguments } from '../connection.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import { pageInMemory } from './comparison-page.ts';
import type { PlacedMeasured } from './indicator-reading.ts';
import type { IndicatorRow, IndicatorsArguments } from './indicators.ts';
import { itemAt } from './item-at.ts';
import type { MatchingLoaders } from './loaders.ts';

type Context = SubgraphContext<MatchingLoaders>;

interface ItemsArguments extends PageArguments {
  readonly part: 'NUMERATOR' | 'DENOMINATOR' | 'EXCLUDED';
  readonly reason?: Exclusion | null;
}

/** Whether an item is one of those a part of a figure counts. */
const isPartOf = ({ outcome }: PlacedMeasured, { part, reason }: ItemsArguments): boolean => {
  if (typeof outcome === 'string') return part === 'EXCLUDED' && (reason == null || reason === outcome);
  if (part === 'EXCLUDED') return false;
  return (part === 'NUMERATOR' ? outcome.numerator : outcome.denominator) !== 0;
};

const keysOf = ({ regionCode, itemId }: PlacedMeasured) => [regionCode, itemId];

const BY_ITEM = { shape: ['string', 'string'], keysOf } as const;

const inOrder = (one: PlacedMeasured, other: PlacedMeasured): number =>
  keysOf(one).join(' ') < keysOf(other).join(' ') ? -1 : 1;

const items = ({ measured }: IndicatorRow, args: ItemsArguments, { release }: Context) => {
  if (args.reason != null && args.part !== 'EXCLUDED') throw refusal('BAD_USER_INPUT', 'INDICATOR_REASON');
  const shown = measured.filter((one) => isPartOf(one, args)).sort(inOrder);
  return pageInMemory(shown, args, release, BY_ITEM);
};

const counted = ({ outcome }: PlacedMeasured) => (typeof outcome === 'string' ? undefined : outcome);

/** How the figures of catalogs answer. */
export const indicatorResolvers = {
  Query: {
    indicators: (_root: unknown, args: IndicatorsArguments, { loaders, today }: Context) =>
      loaders.indicators(args, today),
  },
  IndicatorRow: {
    code: ({ indicator }: IndicatorRow) => indicator.code,
    name: ({ indicator }: IndicatorRow) => indicator.name,
    formula: ({ indicator }: IndicatorRow) => indicator.formula,
    source: ({ indicator }: IndicatorRow) => indicator.source,
    unit: ({ indicator }: IndicatorRow) => indicator.unit,
    target: ({ indicator }: IndicatorRow) => indicator.target,
    meetsTarget: ({ isMet }: IndicatorRow) => isMet,
    region: ({ regionCode }: IndicatorRow) => ({ id: regionCode }),
    items,
    trend: ({ trend }: IndicatorRow, { releases }: { readonly releases?: readonly number[] | null }) =>
      trend(releases),
  },
  IndicatorExclusion: {
    name: ({ reason }: Excluded) => EXCLUSIONS[reason],
  },
  IndicatorItem: {
    item: ({ itemId }: PlacedMeasured, _args: unknown, context: Context, info: GraphQLResolveInfo) =>
      itemAt(itemId, context, info),
    numerator: (one: PlacedMeasured) => counted(one)?.numerator,
    denominator: (one: PlacedMeasured) => counted(one)?.denominator,
    reason: ({ outcome }: PlacedMeasured) => (typeof outcome === 'string' ? outcome : undefined),
  },
};
