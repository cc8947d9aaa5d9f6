import type { ListKind } from '../../catalog/enumerations.ts';
import { LEVEL_NAMES, type Level } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import { nearestOf } from '../parse-words.ts';

/** A list that a release holds. */
export interface StoredCatalog {
  readonly catalogId: string;
  readonly key: string;
  readonly level: Level;
  readonly kind: ListKind;
  readonly regionCode: string;
}

/** What is compared: a region at its level, and which of its lists; all of them where none is named. */
export interface Choice {
  readonly regionCode: string;
  readonly level: Level;
  readonly catalogIds?: ReadonlySet<string>;
}

export type Chosen =
  | { readonly kind: 'CHOSEN'; readonly choice: Choice }
  | { readonly kind: 'REFUSED'; readonly sentence: string };

/** Keys named where a list is not found; a province has thousands. */
const SHOWN_KEYS = 20;

const refused = (sentence: string): Chosen => ({ kind: 'REFUSED', sentence });

const notFound = (
  option: string,
  key: string,
  catalogs: readonly StoredCatalog[],
  release: number,
): Chosen => {
  const keys = catalogs.filter(({ kind }) => kind !== 'GUIDE').map((one) => one.key);
  const nearest = nearestOf(key, keys);
  const hint = nearest === undefined ? '' : `是不是 ${nearest}？`;
  const more = keys.length > SHOWN_KEYS ? `等 ${keys.length} 份` : '';
  const there =
    keys.length === 0 ? '这个版次里没有任何清单' : `有：${keys.slice(0, SHOWN_KEYS).join('、')}${more}`;
  return refused(`${option}：版次 ${release} 里没有清单“${key}”。${hint}${there}。`);
};

const isBelowCounty = ({ level }: StoredCatalog): boolean => level === 'TOWNSHIP' || level === 'VILLAGE';

const countyOf = (regionCode: string): string => regionCode.slice(0, 6);

const both = (home: StoredCatalog, other: StoredCatalog): Chosen => ({
  kind: 'CHOSEN',
  choice: {
    regionCode: home.regionCode,
    level: home.level,
    catalogIds: new Set([home.catalogId, other.catalogId]),
  },
});

const covers = (reference: StoredCatalog, { regionCode }: StoredCatalog): boolean =>
  reference.regionCode === COUNTRY || reference.regionCode.slice(0, 2) === regionCode.slice(0, 2);

const placeWords = ({ key, regionCode, level }: StoredCatalog): string =>
  `${key}（${regionCode} ${LEVEL_NAMES[level]}）`;

/** Two lists of different authorities: nothing is missing between them, they meet only in what both go by. */
const apart = (left: StoredCatalog, right: StoredCatalog, catalogs: readonly StoredCatalog[]): Chosen => {
  const common = catalogs.find((one) => one.kind === 'REFERENCE' && covers(one, left) && covers(one, right));
  const instead =
    common === undefined
      ? ''
      : `要看两地的差别，请分别与 ${common.key} 比对：--left ${left.key} --right ${common.key}，--left ${right.key} --right ${common.key}。`;
  return refused(
    `不能比对 ${placeWords(left)}与 ${placeWords(right)}：不是缺了数据，而是两份都不是参考目录，也不属于同一地区同一层级，它们的事项之间从不建立对应关系。可以比对：清单与本省参考目录、同一地区同一层级的两份清单、乡镇或村的清单与本县的清单。${instead}`,
  );
};

/** A list beside a reference catalog, two lists of one authority, or a township's list beside its county's. */
const pair = (left: StoredCatalog, right: StoredCatalog, catalogs: readonly StoredCatalog[]): Chosen => {
  const references = [left, right].filter(({ kind }) => kind === 'REFERENCE');
  if (references.length === 2) {
    return refused(
      `${left.key} 与 ${right.key} 都是参考目录，没有可比的对应关系；请把其中一份换成市、县、乡镇的清单。`,
    );
  }
  const [reference] = references;
  if (reference !== undefined) {
    const own = reference === left ? right : left;
    if (covers(reference, own)) return both(own, reference);
    return refused(
      `参考目录 ${reference.key}（区划 ${reference.regionCode}）管不到清单 ${own.key}（区划 ${own.regionCode}），两者的事项之间从不建立对应关系；请换成同一省的参考目录。`,
    );
  }
  if (left.regionCode === right.regionCode && left.level === right.level) return both(left, right);
  const isOneCounty = countyOf(left.regionCode) === countyOf(right.regionCode);
  if (isOneCounty && isBelowCounty(left) && right.level === 'COUNTY') return both(left, right);
  if (isOneCounty && isBelowCounty(right) && left.level === 'COUNTY') return both(right, left);
  return apart(left, right, catalogs);
};

/** What two list keys say to compare, or the sentence that refuses it. */
export function chooseLists(
  catalogs: readonly StoredCatalog[],
  release: number,
  keys: { readonly left: string; readonly right: string },
): Chosen {
  const found: StoredCatalog[] = [];
  for (const [option, key] of [
    ['--left', keys.left],
    ['--right', keys.right],
  ] as const) {
    const one = catalogs.find((catalog) => catalog.key === key);
    if (one === undefined) return notFound(option, key, catalogs, release);
    if (one.kind === 'GUIDE') {
      return refused(`${option}：${key} 是指南集，随它的事项比对；请给出事项清单的键。`);
    }
    found.push(one);
  }
  const [left, right] = found as [StoredCatalog, StoredCatalog];
  if (left.key !== right.key) return pair(left, right, catalogs);
  return refused(
    `--left 与 --right 是同一份清单 ${left.key}，没有可比的；请把其中一份换成本省参考目录，或同一地区的另一份清单。`,
  );
}

/** All lists of a region at a level, or the sentence that says what there is instead. */
export function chooseRegion(
  catalogs: readonly StoredCatalog[],
  release: number,
  { regionCode, level }: { readonly regionCode: string; readonly level: Level },
): Chosen {
  const here = catalogs.filter(
    (one) => one.regionCode === regionCode && !['REFERENCE', 'GUIDE'].includes(one.kind),
  );
  if (here.some((one) => one.level === level)) return { kind: 'CHOSEN', choice: { regionCode, level } };
  const levels = [...new Set(here.map((one) => one.level))];
  if (levels.length > 0) {
    const there = levels.map((one) => `${one}（${LEVEL_NAMES[one]}）`).join('、');
    return refused(
      `--region：版次 ${release} 里区划 ${regionCode} 没有${LEVEL_NAMES[level]}的清单；有 ${there}，请用 --level 指明。`,
    );
  }
  const regions = [
    ...new Set(catalogs.filter(({ kind }) => kind !== 'REFERENCE').map((one) => one.regionCode)),
  ].sort();
  const more = regions.length > SHOWN_KEYS ? `等 ${regions.length} 个` : '';
  const there =
    regions.length === 0
      ? '任何地方都没有'
      : `有清单的区划：${regions.slice(0, SHOWN_KEYS).join('、')}${more}`;
  return refused(`--region：版次 ${release} 里区划 ${regionCode} 没有清单；${there}。`);
}
