import { levelMarked } from '../catalog/level-marks.ts';
import { guideSides } from './guide-indicator-truth.ts';
import { soleReference } from './offer.ts';
import { editionsOf } from './older-edition.ts';
import { type ListRow, type PlaceLists, placeLists } from './place-lists.ts';
import { cities, counties, type Place } from './places.ts';
import { basisText, referenceCatalog } from './reference-catalog.ts';
import type { SizeParameters } from './sizes.ts';
import { TYPE_NAMES } from './wording.ts';

/** A figure of a place as the generator knows it, told without reading any list: comparison/indicators.ts must agree. */
export interface IndicatorTruth {
  readonly regionCode: string;
  readonly level: 'CITY' | 'COUNTY';
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
}

type Sides = readonly [numerator: number, denominator: number];

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const isInForce = ({ offer }: ListRow, today: string): boolean =>
  offer.state === '在用' && offer.effective <= today && (offer.cancelled === '' || offer.cancelled > today);

/** Visits, limits and channels stand in the list of implementation alone; every promise there is in working days. */
function handlingSides(rows: readonly ListRow[]): Readonly<Record<string, Sides>> {
  const visits = rows.map(({ cells }) => Number(cells.到办事现场次数));
  const share = (isMet: (count: number) => boolean): Sides => [visits.filter(isMet).length, rows.length];
  const limited = rows.flatMap(({ offer: { days = 0, promised } }) =>
    days > 0 && promised !== undefined ? [{ days, promised }] : [],
  );
  const within = limited.filter(
    ({ days, promised }) => promised * 2 <= days || (promised <= 1 && promised <= days),
  );
  return {
    ONE_VISIT_AT_MOST: share((count) => count <= 1),
    NO_VISIT: share((count) => count === 0),
    WHOLLY_ONLINE: share((count) => count === 0),
    ONLINE: [rows.length, rows.length],
    IMMEDIATE: [rows.filter(({ offer }) => offer.promised === 0).length, rows.length],
    LIMIT_REDUCTION: [
      total(limited.map(({ days, promised }) => days - promised)),
      total(limited.map(({ days }) => days)),
    ],
    PROMISE_WITHIN_HALF: [within.length, limited.length],
    MATERIALS_PER_ITEM: [
      total(rows.map(({ offer }) => new Set(offer.materials.map(({ words }) => words.name)).size)),
      rows.filter(({ offer }) => offer.materials.length > 0).length,
    ],
  };
}

/** Items with a code, and how many of them are handled apart although they are one. */
function splitSides(rows: readonly ListRow[]): Sides {
  if (!rows.some(({ cells }) => (cells.业务办理项编码 ?? '') !== '')) return [0, 0];
  const trees = rows.flatMap(({ cells }) => {
    const tree = [cells.基本编码, cells.实施编码, cells.地方基本编码].find(
      (code) => code !== undefined && code !== '',
    );
    return tree === undefined ? [] : [{ tree, item: `${tree} ${cells.业务办理项编码 ?? ''}` }];
  });
  return [new Set(trees.map(({ item }) => item)).size, new Set(trees.map(({ tree }) => tree)).size];
}

/** Of the rows that stand for a whole reference item, those that say the same in name, code, type and basis. */
function fourSamesSides(rows: readonly ListRow[]): Sides {
  const whole = rows.flatMap(({ offer, cells }) => {
    const item = soleReference(offer);
    return item === undefined || offer.handling !== '' ? [] : [{ item, cells }];
  });
  const same = whole.filter(
    ({ item, cells }) =>
      levelMarked(cells.事项名称 ?? '').name === levelMarked(item.name).name &&
      cells.基本编码 === item.code &&
      cells.事项类型 === TYPE_NAMES[item.main.type] &&
      cells.设定依据 === basisText(item.scope.by),
  );
  return [same.length, whole.length];
}

/** What of the menu a place claims; a nil return, and what has not begun or has ended, is no part of the question. */
function claimedSides({ menu, found, rows }: PlaceLists, today: string): Sides {
  const all = Object.values(rows).flat();
  const standing = all.filter((row) => row.offer.state === '暂停' || isInForce(row, today));
  // What the place has taken on beyond its level is not claimed: the catalog offers it to others.
  const owed = new Set(menu.map(({ code }) => code));
  const claimed = new Set(
    standing
      .flatMap(({ offer }) => offer.references.map(({ code }) => code))
      .filter((code) => owed.has(code)),
  );
  const isNil = ({ main, department }: (typeof found.gaps)[number]) =>
    main.type === '20' && department === found.nilReturn;
  const unclaimed = found.gaps.filter((item) => !isNil(item) && !claimed.has(item.code));
  return [claimed.size, claimed.size + unclaimed.length];
}

/** The figures of a city or county on a day, YYYY-MM-DD; `complete` is whether guides may carry every element. */
export function placeIndicators(
  lists: PlaceLists,
  today: string,
  complete: boolean,
): readonly IndicatorTruth[] {
  const listed = Object.values(lists.rows).flat();
  const rows = lists.rows.implementation.filter((row) => isInForce(row, today));
  const sides = {
    ...handlingSides(rows),
    ...guideSides(lists, (row) => isInForce(row, today), complete),
    FOUR_SAMES: fourSamesSides(listed.filter((row) => isInForce(row, today))),
    SPLIT_ITEMS: splitSides(rows),
    CLAIMED: claimedSides(lists, today),
  };
  const { code: regionCode, level } = lists.place;
  return Object.entries(sides).map(([code, [numerator, denominator]]) => ({
    regionCode,
    level: level as IndicatorTruth['level'],
    code,
    numerator,
    denominator,
  }));
}

/** The figures of every city and county of a demonstration province on a day. */
export function provinceIndicators(
  parameters: SizeParameters,
  today: string,
  seed = 1,
): readonly IndicatorTruth[] {
  const items = referenceCatalog(parameters);
  const editions = editionsOf(items, seed);
  const of = (place: Place, ordinal: number) => {
    const level = place.level === 'CITY' ? '3' : '4';
    const menu = items.filter((item) => item.handled && item.levels.includes(level));
    return placeIndicators(
      placeLists({ seed, place, ordinal, items, menu, editions }),
      today,
      parameters.completeGuides,
    );
  };
  return cities(parameters).flatMap((city, cityOrdinal) => [
    ...of(city, cityOrdinal),
    ...counties(city, cityOrdinal, parameters).flatMap((county) => of(county, county.ordinal)),
  ]);
}
