import { chineseNumeral } from './chinese-numerals.ts';
import { PROVINCE_PREFIX } from './places.ts';
import type { SizeParameters } from './sizes.ts';
import { DEPARTMENTS } from './vocabulary/departments.ts';
import type { MaterialWords } from './vocabulary/material-words.ts';
import { standardMaterials } from './vocabulary/materials.ts';
import type { Basis, DepartmentWords, Leaf, MainItem, Scope } from './vocabulary/subject.ts';

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
  /** 依申请; a service that only informs (查询, 咨询) is 主动服务 even beside services one applies for. */
  readonly onApplication: boolean;
}

/** The reference catalog of a size, ordered by department, subject and code. */
export function referenceCatalog(parameters: SizeParameters): readonly ReferenceItem[] {
  const all = DEPARTMENTS.flatMap(itemsOf);
  const chosen = parameters.wholeVocabulary ? all : leading(all, parameters.referenceItems);
  return withCityMenu(
    withMenu(cut(chosen, parameters.referenceItems), parameters.countyMenu),
    parameters.cityMenu,
  );
}

/** The materials the reference asks for; none where nobody applies. */
export function referenceMaterials({
  name,
  code,
  department,
  scope,
  onApplication,
}: ReferenceItem): readonly MaterialWords[] {
  if (!onApplication) return [];
  return standardMaterials({ name, code, department: department.key, audience: scope.of });
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

/** An item with what decides whether the small catalog takes it. */
interface Ranked extends ReferenceItem {
  readonly rank: number;
  /** Position of its subject in the department, and whether that is one of the leading ones. */
  readonly position: number;
  readonly core: boolean;
}

/** Serials run over the whole vocabulary: an item has the same code in every size. */
function itemsOf(department: DepartmentWords): readonly Ranked[] {
  const serials = new Map<string, number>();
  return department.subjects.flatMap(({ mains, scope }, position) =>
    mains.flatMap((main) => {
      const serial = (serials.get(main.type) ?? 0) + 1;
      serials.set(main.type, serial);
      const number = `${department.code}${String(serial).padStart(3, '0')}`;
      const core = position < department.core;
      return rowsOf(main, number).map((row) => ({
        ...row,
        main,
        department,
        scope,
        levels: scope.at,
        position,
        core,
      }));
    }),
  );
}

type Row = Pick<Ranked, 'code' | 'name' | 'mainCode' | 'handled' | 'onApplication' | 'rank'>;

function rowsOf(main: MainItem, number: string): readonly Row[] {
  const head = `${PROVINCE_PREFIX}${main.type}${number}`;
  const [first, ...others] = main.leaves;
  if (first !== undefined && others.length === 0) {
    return [leafRow(main, first, `${head}000`, `${head}000`)];
  }
  const mainCode = `${head}00Y`;
  const rank = Math.min(...main.leaves.map((leaf) => leaf.rank));
  const subItems = main.leaves.map((leaf, index) =>
    leafRow(main, leaf, `${head}${String(index + 1).padStart(3, '0')}`, mainCode),
  );
  return [
    { code: mainCode, mainCode, name: main.name, handled: false, onApplication: false, rank },
    ...subItems,
  ];
}

function leafRow(main: MainItem, { name, rank }: Leaf, code: string, mainCode: string): Row {
  const informs = main.type === '20' && /(?:查询|咨询|解读|公开|指导|预警查询)$/u.test(name);
  return { code, mainCode, name, handled: true, onApplication: main.onApplication && !informs, rank };
}

/**
 * The small catalog: what the leading subjects of each department begin with, filled up with subjects that only the
 * province and the cities deal with, a round of departments at a time.
 */
function leading(items: readonly Ranked[], count: number): readonly Ranked[] {
  const first = items.filter(({ rank, core }) => rank === 0 && core);
  const filler = items
    .filter(({ rank, core, levels }) => rank === 0 && !core && !/[456]/u.test(levels))
    .sort((left, right) => left.position - right.position)
    .slice(0, Math.max(0, count - first.length));
  const taken = new Set([...first, ...filler]);
  return items.filter((item) => taken.has(item));
}

/** At most `count` rows; the surplus is dropped evenly among later sub-items, so that no main item is lost. */
function cut(items: readonly Ranked[], count: number): readonly ReferenceItem[] {
  const surplus = items.length - count;
  if (surplus <= 0) return items;
  const spare = items.filter(({ code }) => !/00[Y01]$/u.test(code));
  const step = spare.length / surplus;
  const dropped = new Set(
    Array.from({ length: Math.min(surplus, spare.length) }, (_, index) => spare[Math.floor(index * step)]),
  );
  return items.filter((item) => !dropped.has(item));
}

/**
 * Keeps the county level for at least `menu` items: first what no city or province could do in its stead, then what
 * towns share in, then the rest evenly. The other eligible items belong to the province and the cities alone.
 */
function withMenu(items: readonly ReferenceItem[], menu: number): readonly ReferenceItem[] {
  const eligible = items.filter(({ handled, levels }) => handled && levels.includes('4'));
  const local = eligible.filter(({ levels }) => !/[23]/u.test(levels) || /[56]/u.test(levels));
  const others = eligible.filter((item) => !local.includes(item));
  const wanted = Math.max(0, Math.min(others.length, menu - local.length));
  const kept = new Set([
    ...local,
    ...Array.from({ length: wanted }, (_, index) => others[Math.floor((index * others.length) / wanted)]),
  ]);
  return items.map((item) => {
    const demoted = item.handled && item.levels.includes('4') && !kept.has(item);
    return demoted ? { ...item, levels: item.levels.replaceAll('4', '') } : item;
  });
}

/**
 * Keeps the city level for `menu` items, the first sub-item of every main item before the second ones; the other
 * eligible items belong to the province, or to whom else the vocabulary names.
 */
function withCityMenu(items: readonly ReferenceItem[], menu: number): readonly ReferenceItem[] {
  const subItem = ({ code }: ReferenceItem) => Math.max(1, Number(code.slice(9)));
  const eligible = items.filter(({ handled, levels }) => handled && levels.includes('3'));
  const kept = new Set([...eligible].sort((left, right) => subItem(left) - subItem(right)).slice(0, menu));
  return items.map((item) => {
    if (!item.handled || !item.levels.includes('3') || kept.has(item)) return item;
    const levels = item.levels.replaceAll('3', '');
    return { ...item, levels: levels === '' ? '2' : levels };
  });
}
