import { chineseNumeral } from '../demo/chinese-numerals.ts';
import { creditCode } from '../demo/organisations.ts';
import { type County, cities, counties } from '../demo/places.ts';
import { randomFor } from '../demo/random.ts';
import { type ReferenceItem, referenceCatalog } from '../demo/reference-catalog.ts';
import { SIZES } from '../demo/sizes.ts';
import { plainForm } from '../matching/training/variation/ambiguity.ts';
import type { CatalogEntry } from '../matching/training/variation/catalog-entry.ts';
import { type ListPlan, type LocalItem, listWriter } from '../matching/training/variation/local-list.ts';

/** The demonstration province's catalog as references and as subjects of nobody's catalog but some counties'. */
export interface Province {
  readonly catalog: readonly CatalogEntry[];
  readonly extras: readonly CatalogEntry[];
}

/** Share of subjects no reference knows. */
const HELD_OUT = 0.14;

/** The catalog without near-identical names; which subjects are held out follows from the seed. */
export function provinceOf(seed: number): Province {
  const seen = new Set<string>();
  const rows = referenceCatalog(SIZES.province).filter(({ name }) => {
    const plain = plainForm(name);
    return !seen.has(plain) && seen.add(plain);
  });
  const subjects = [...new Set(rows.map(subjectOf))];
  const held = new Set(
    randomFor(seed, 'held-out')
      .shuffle(subjects)
      .slice(0, Math.round(subjects.length * HELD_OUT)),
  );
  const entries = rows.map((row) => entryOf(row, seed));
  return {
    catalog: entries.filter(({ subject }) => !held.has(subject)),
    extras: entries.filter(({ subject }) => held.has(subject)),
  };
}

const subjectNumbers = new Map<unknown, string>();

/** All main items that come from one subject share its scope. */
const subjectOf = ({ scope, department }: ReferenceItem): string => {
  const known = subjectNumbers.get(scope) ?? `${department.key}-${subjectNumbers.size}`;
  subjectNumbers.set(scope, known);
  return known;
};

const entryOf = (row: ReferenceItem, seed: number): CatalogEntry => {
  const { code, name, main, mainCode, department, scope, handled } = row;
  const old = randomFor(seed, 'old-code', code);
  const [type, number] = [String.fromCharCode(64 + Number(main.type)), code.slice(4, 9)];
  const oldCode = `1${type}-0${number}-${code.slice(9).replace('Y', '0').padStart(5, '0')}`;
  return {
    item: {
      id: code,
      name,
      codes: old.chance(0.5) ? [code, oldCode] : [code],
      type: main.type,
      department: `纵横省${department.province}`,
      legalBases: scope.by.map(({ title, document, article }) => ({
        lawName: title,
        ...(document === undefined ? {} : { lawNumber: document }),
        ...(article === undefined ? {} : { clauseNumber: `第${chineseNumeral(article)}条` }),
      })),
      ...(mainCode === code ? {} : { parentName: main.name }),
    },
    subject: subjectOf(row),
    main: mainCode,
    handled,
    office: department.county,
    formerOffices: department.formerly,
  };
};

export interface CountyLists extends Pick<ListPlan, 'first' | 'further' | 'verbatim' | 'about'> {
  readonly counties: number;
  readonly itemsPerCounty: number;
}

/** One list a county, the counties of the demonstration province in turn. */
export function countyLists(
  { catalog, extras }: Province,
  seed: number,
  { counties: count, itemsPerCounty, ...plan }: CountyLists,
): readonly (readonly LocalItem[])[] {
  const writer = listWriter({ catalog, extras, size: itemsPerCounty, ...plan });
  const places = cities(SIZES.province).flatMap((city, at) => counties(city, at, SIZES.province));
  return Array.from({ length: count }, (_, at) => {
    const place = places[at % places.length] as County;
    const random = randomFor(seed, 'county', at);
    const habits = {
      coded: random.between(35, 90) / 100,
      oldScheme: random.between(0, 40) / 100,
      implementation: random.chance(0.5),
      county: place.name,
      organisation: creditCode('11', place.code, 8),
    };
    const level = place.name.endsWith('区') ? '区级' : '县级';
    const named = { places: [place.name, place.city.name + place.name], level, office: '' };
    return writer.write(`${seed}-${at}`, named, place.fullName, habits, random);
  });
}

/**
 * The offices of the province are dealt into three: what the models learn from, what their chances are fitted by, and
 * a third that only evaluation sees.
 */
export const OFFICES = { taught: 0, fitted: 1, strange: 2 } as const;

/** The third an entry's office belongs to. */
export function officesOf({ catalog, extras }: Province): (entry: CatalogEntry) => number {
  const names = new Map<string, number>();
  for (const { office } of inCodeOrder(catalog, extras))
    if (!names.has(office)) names.set(office, names.size);
  return ({ office }) => (names.get(office) ?? 0) % Object.keys(OFFICES).length;
}

/** In the order of the catalog, whatever is held out. */
const inCodeOrder = (...lists: readonly (readonly CatalogEntry[])[]): readonly CatalogEntry[] =>
  lists.flat().sort((one, other) => (one.item.id < other.item.id ? -1 : 1));
