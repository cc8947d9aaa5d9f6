import type { Authority } from './authority.ts';
import type { ListResult } from './compare-authority.ts';
import type { ComparedItem, ComparedList } from './compared-item.ts';
import { states } from './element-value.ts';
import { claimed } from './indicators/claimed.ts';
import { fourSames } from './indicators/four-sames.ts';
import { guideComplete } from './indicators/guide-complete.ts';
import { immediate } from './indicators/immediate.ts';
import type { Indicator, IndicatorCode, Measured, Measuring } from './indicators/indicator.ts';
import { limitReduction } from './indicators/limit-reduction.ts';
import { materialsPerItem } from './indicators/materials-per-item.ts';
import { needlessProofs } from './indicators/needless-proofs.ts';
import { noVisit } from './indicators/no-visit.ts';
import { oneVisitAtMost } from './indicators/one-visit-at-most.ts';
import { online } from './indicators/online.ts';
import { promiseWithinHalf } from './indicators/promise-within-half.ts';
import { sharedMaterials } from './indicators/shared-materials.ts';
import { splitItems } from './indicators/split-items.ts';
import type { IndicatorValue } from './indicators/value.ts';
import { figureOf } from './indicators/value.ts';
import { whollyOnline } from './indicators/wholly-online.ts';
import { mainItemsOf } from './main-items.ts';

/** The figures of a catalog (标准汇编 4.5), in the order in which they are shown. */
export const INDICATORS: readonly Indicator[] = [
  ...[oneVisitAtMost, noVisit, limitReduction, promiseWithinHalf, immediate, online, whollyOnline],
  ...[claimed, fourSames, guideComplete, needlessProofs, sharedMaterials, materialsPerItem, splitItems],
];

/** What every item of an authority is to a figure. */
export interface IndicatorMeasures {
  readonly indicator: Indicator;
  readonly measured: readonly Measured[];
}

/** Every item of an authority measured by the figures asked for; each item stands in a figure once. */
export function measureAuthority(
  authority: Authority,
  results: readonly ListResult[],
  codes?: readonly IndicatorCode[],
): readonly IndicatorMeasures[] {
  const measuring = measuringOf(authority, results);
  return INDICATORS.filter(({ code }) => codes === undefined || codes.includes(code)).map((indicator) => ({
    indicator,
    measured: indicator.measure(measuring),
  }));
}

/** The figures of an authority as a whole, in their order. */
export const indicatorsOf = (
  authority: Authority,
  results: readonly ListResult[],
): readonly IndicatorValue[] =>
  measureAuthority(authority, results).map(({ indicator, measured }) => figureOf(indicator, measured));

const measuringOf = (authority: Authority, results: readonly ListResult[]): Measuring => {
  const columns = new Map<ComparedList, ReadonlySet<string>>();
  const mains = new Set(authority.lists.flatMap((list) => [...mainItemsOf(list).ids]));
  return {
    authority,
    results,
    columnsOf: (list) => {
      const known = columns.get(list) ?? columnsOf(list);
      columns.set(list, known);
      return known;
    },
    isMain: ({ id }) => mains.has(id),
  };
};

const columnsOf = ({ items }: ComparedList): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { elements } of items) {
    for (const element of Object.keys(elements)) if (states(elements, element)) found.add(element);
    for (const element of materialColumns(elements)) found.add(`materials.${element}`);
  }
  return found;
};

const materialColumns = ({ materials }: ComparedItem['elements']): readonly string[] =>
  Array.isArray(materials)
    ? materials.flatMap((one: Readonly<Record<string, unknown>>) => Object.keys(one ?? {}))
    : [];
