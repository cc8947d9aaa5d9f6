import { chineseNumeral } from './chinese-numerals.ts';
import { PROVINCE_PREFIX } from './places.ts';
import type { SizeParameters } from './sizes.ts';
import { DEPARTMENTS } from './vocabulary/departments.ts';
import type { Basis, DepartmentWords, MainItem, Scope } from './vocabulary/subject.ts';

/** One row of the reference catalog: a main item that has sub-items (00Y), or a leaf that can be handled. */
export interface ReferenceItem {
  /** Basic code of 12 characters; also the row's own key. */
  readonly code: string;
  readonly name: string;
  readonly main: MainItem;
  /** The main item's own code; equal to `code` where there are no sub-items. */
  readonly mainCode: string;
  readonly department: DepartmentWords;
  readonly scope: Scope;
  /** Digits of GB/T 39046-2020 table A.2, in order. */
  readonly levels: string;
  /** False for the 00Y row: it has sub-items and nobody applies for it. */
  readonly handled: boolean;
}

/** The reference catalog of a size, ordered by department, subject and code. */
export function referenceCatalog(parameters: SizeParameters): readonly ReferenceItem[] {
  const all = DEPARTMENTS.flatMap((department) => itemsOf(department, parameters));
  return withMenu(take(all, parameters.referenceItems), parameters.countyMenu);
}

/** The text of a basis as offices write it: 《…》（文号）第…条. */
export function basisText(bases: readonly Basis[]): string {
  return bases
    .map(({ title, document, article }) => {
      const clause = article === undefined ? '' : `第${chineseNumeral(article)}条`;
      return `《${title}》${document === undefined ? '' : `（${document}）`}${clause}`;
    })
    .join('；');
}

function itemsOf(department: DepartmentWords, parameters: SizeParameters): readonly ReferenceItem[] {
  const serials = new Map<string, number>();
  const items: ReferenceItem[] = [];
  for (const [position, { mains, scope }] of department.subjects.entries()) {
    for (const main of mains) {
      // Serials run over the whole vocabulary: an item has the same code in every size.
      const serial = (serials.get(main.type) ?? 0) + 1;
      serials.set(main.type, serial);
      if (!parameters.wholeVocabulary && position >= department.core) continue;
      items.push(
        ...rowsOf(main, `${department.code}${String(serial).padStart(3, '0')}`, parameters, {
          department,
          scope,
        }),
      );
    }
  }
  return items;
}

function rowsOf(
  main: MainItem,
  number: string,
  parameters: SizeParameters,
  owner: Pick<ReferenceItem, 'department' | 'scope'>,
): readonly ReferenceItem[] {
  const head = `${PROVINCE_PREFIX}${main.type}${number}`;
  const common = { ...owner, main, levels: owner.scope.at };
  if (main.leaves.length === 1) {
    const code = `${head}000`;
    return [{ ...common, code, mainCode: code, name: main.name, handled: true }];
  }
  const mainCode = `${head}00Y`;
  const subItems = main.leaves.flatMap(({ name, rank }, index) => {
    if (rank > 0 && !parameters.wholeVocabulary) return [];
    return [
      { ...common, code: `${head}${String(index + 1).padStart(3, '0')}`, mainCode, name, handled: true },
    ];
  });
  return [{ ...common, code: mainCode, mainCode, name: main.name, handled: false }, ...subItems];
}

/** At most `count` rows, cut at the end of each department in turn so that none of them is lost whole. */
function take(items: readonly ReferenceItem[], count: number): readonly ReferenceItem[] {
  const surplus = items.length - count;
  if (surplus <= 0) return items;
  const spare = items.filter(({ code }) => !/00[Y01]$/u.test(code));
  const step = spare.length / surplus;
  const dropped = new Set(
    Array.from({ length: Math.min(surplus, spare.length) }, (_, index) => spare[Math.floor(index * step)]),
  );
  return items.filter((item) => !dropped.has(item));
}

/** Shares of a county's menu: what towns share in, what is applied for, what an office does of its own accord. */
const MENU_SHARES = { town: 0.45, application: 0.3, own: 0.25 } as const;

/**
 * Keeps the county level for `menu` items and takes it from the other eligible ones: those belong to the province
 * and the cities alone.
 */
function withMenu(items: readonly ReferenceItem[], menu: number): readonly ReferenceItem[] {
  const seen = { town: 0, application: 0, own: 0 };
  const ranks = new Map<ReferenceItem, number>();
  for (const item of items) {
    if (!item.handled || !item.levels.includes('4')) continue;
    const group = item.levels.includes('5') ? 'town' : item.main.onApplication ? 'application' : 'own';
    ranks.set(item, seen[group]++ / MENU_SHARES[group]);
  }
  const ordered = [...ranks.keys()].sort((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0));
  const demoted = new Set(ordered.slice(menu));
  return items.map((item) => {
    if (!demoted.has(item)) return item;
    return { ...item, levels: item.levels.replace(/[456]/gu, '') || '23' };
  });
}
