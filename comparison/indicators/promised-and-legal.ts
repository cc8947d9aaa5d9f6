import {
  inLicensingDays,
  isOverOneDay,
  type KnownLimit,
  knownLimit,
  pairInOneScale,
} from '../../catalog/rules/limit-order.ts';
import type { ComparedItem } from '../compared-item.ts';
import type { Exclusion, Measured, Measuring, Outcome } from './indicator.ts';
import { appliedFor, unstated } from './own-items.ts';

/** A promised and a legal limit whose units stand in a fixed proportion. */
export interface LimitPair {
  readonly promised: KnownLimit;
  readonly legal: KnownLimit;
}

/** What is read of an item that states limits. */
export type Limited = Pick<ComparedItem, 'elements' | 'itemType'>;

/** The two limits of an item, or why they make no pair. */
const pairOf = ({ elements, itemType }: Limited): LimitPair | Exclusion => {
  const { statutoryLimit, promisedLimit } = elements;
  const promised = knownLimit(promisedLimit);
  if (promised === undefined) return 'NOT_STATED';
  const legal = knownLimit(statutoryLimit);
  if (legal === undefined || legal.amount === 0) return 'NO_LEGAL_LIMIT';
  // As CHK-01 reads them: a licence's legal 日 are working days where the promise is one in working days.
  const readsAsWork = itemType === 'LICENSING' && promised.unit === 'WORKING_DAY';
  const pair = { promised, legal: readsAsWork ? inLicensingDays(legal) : legal };
  return pairInOneScale(pair.promised, pair.legal) === undefined ? 'DIFFERENT_UNITS' : pair;
};

/**
 * Whether what is promised is at most half of what the law allows (镇坪县通知五（三）). A case done on the spot, and one
 * promised within a day, need not be halved: they only must not exceed the law (as CHK-02).
 */
export const isWithinHalf = ({ promised, legal }: LimitPair, { elements }: Limited): boolean => {
  const { left, right } = pairInOneScale(promised, legal) ?? { left: Number.NaN, right: Number.NaN };
  const isImmediate = elements['caseType'] === 'IMMEDIATE' || !isOverOneDay(promised);
  return left * 2 <= right || (isImmediate && left <= right);
};

/** The same of an item; undefined where its limits make no pair. */
export const promisesWithinHalf = (item: Limited): boolean | undefined => {
  const pair = pairOf(item);
  return typeof pair === 'string' ? undefined : isWithinHalf(pair, item);
};

/** Measures the items that state both limits in units of one scale. */
export const limitPairs = (
  measuring: Measuring,
  measure: (pair: LimitPair, item: ComparedItem) => Outcome,
): readonly Measured[] =>
  appliedFor(measuring, ['promisedLimit'], ({ item }) => {
    const pair = pairOf(item);
    if (pair === 'NOT_STATED') return unstated(item, 'promisedLimit');
    return typeof pair === 'string' ? pair : measure(pair, item);
  });
