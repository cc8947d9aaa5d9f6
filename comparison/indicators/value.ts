import { EXCLUSIONS, type Exclusion, type Indicator, type Measured } from './indicator.ts';

/** A figure with everything it is made of. */
export interface IndicatorValue {
  readonly indicator: Indicator;
  /** Null where nothing was counted: never nought, never a hundred per cent. */
  readonly value: number | null;
  /** Whether the target is met; null without a target or a value. */
  readonly isMet: boolean | null;
  readonly numerator: number;
  readonly denominator: number;
  /** The items that add to the numerator, those that add to the denominator, and those left out, by reason. */
  readonly numeratorIds: readonly string[];
  readonly denominatorIds: readonly string[];
  readonly excluded: readonly Excluded[];
}

export interface Excluded {
  readonly reason: Exclusion;
  readonly count: number;
  readonly ids: readonly string[];
}

interface Counted {
  readonly itemId: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** In 168ths, whole numbers all: parts of working days, and no sum may depend on the order of the items. */
const sum = (counted: readonly Counted[], side: 'numerator' | 'denominator'): number =>
  counted.reduce((all, one) => all + Math.round(one[side] * 168), 0);

/** As it is shown; what is told from it is told from the sum itself. */
const shown = (sum: number): number => Math.round((sum / 168) * 10_000) / 10_000;

/** The figure of measured items. */
export function figureOf(indicator: Indicator, measured: readonly Measured[]): IndicatorValue {
  const counted = measured.flatMap(({ itemId, outcome }): Counted[] =>
    typeof outcome === 'string' ? [] : [{ itemId, ...outcome }],
  );
  const [numerator, denominator] = [sum(counted, 'numerator'), sum(counted, 'denominator')];
  const value = denominator === 0 ? null : numberOf(indicator, numerator, denominator);
  const { target } = indicator;
  const idsOf = (side: 'numerator' | 'denominator') =>
    counted.flatMap((one) => (one[side] === 0 ? [] : [one.itemId]));
  return {
    indicator,
    value,
    isMet:
      value === null || target === undefined
        ? null
        : target.bound === 'AT_LEAST'
          ? value >= target.value
          : value <= target.value,
    numerator: shown(numerator),
    denominator: shown(denominator),
    numeratorIds: idsOf('numerator'),
    denominatorIds: idsOf('denominator'),
    excluded: excludedFrom(measured),
  };
}

const numberOf = ({ unit }: Indicator, numerator: number, denominator: number): number =>
  unit === 'DIFFERENCE' ? shown(numerator - denominator) : numerator / denominator;

const REASONS = Object.keys(EXCLUSIONS) as readonly Exclusion[];

const excludedFrom = (measured: readonly Measured[]): readonly Excluded[] => {
  const byReason = Map.groupBy(measured, ({ outcome }) =>
    typeof outcome === 'string' ? outcome : undefined,
  );
  return REASONS.flatMap((reason) => {
    const ids = byReason.get(reason)?.map(({ itemId }) => itemId) ?? [];
    return ids.length === 0 ? [] : [{ reason, count: ids.length, ids }];
  });
};
