import { normalizeName } from '../catalog/names.ts';
import { nameVariant } from '../demo/name-variants.ts';
import { type Random, randomFor } from '../demo/random.ts';
import { type ReferenceItem, referenceCatalog } from '../demo/reference-catalog.ts';
import { SIZES } from '../demo/sizes.ts';
import type { BlockItem } from '../matching/block/block-item.ts';
import type { MatchItem } from '../matching/item.ts';

/** An item with the reference it was written from; undefined for one the references do not know. */
export interface WrittenItem {
  readonly item: BlockItem;
  readonly truth: string | undefined;
}

export type Detail = 'names' | 'fields';

/** How often an office writes a name its own way, and how often its item is in no catalog. */
const RATES = { variant: 0.7, own: 0.08, wrongCode: 0.04, noCode: 0.3 } as const;

const catalog = (): readonly ReferenceItem[] => referenceCatalog(SIZES.province);

/** An item no catalog has: a subject nobody regulates, so that no reference is its partner. */
const ownItem = (name: string, number: number): string =>
  `${name.slice(0, 2)}志愿者第${number}小组风筝会报名`;

const fieldsOf = ({ code, main, department, scope }: ReferenceItem): Omit<MatchItem, 'id' | 'name'> => ({
  codes: [code],
  type: main.type,
  department: `青溪县${department.county}`,
  legalBases: scope.by.map(({ title, document, article }) => ({
    lawName: title,
    ...(document === undefined ? {} : { lawNumber: document }),
    ...(article === undefined ? {} : { clauseNumber: `第${article}条` }),
  })),
});

/** The 5,000 references of the demonstration province. */
export const matchReferences = (detail: Detail): readonly MatchItem[] =>
  catalog().map((reference) => ({
    id: reference.code,
    name: reference.name,
    ...(detail === 'fields' ? fieldsOf(reference) : {}),
  }));

const localFields = (reference: ReferenceItem, all: readonly ReferenceItem[], random: Random) => {
  const { codes: _codes, ...fields } = fieldsOf(reference);
  if (random.chance(RATES.noCode)) return fields;
  const coded = random.chance(RATES.wrongCode) ? random.pick(all) : reference;
  return { ...fields, codes: [coded.code] };
};

const PER_LIST = 1500;

/** Items of counties as offices write them, drawn from the references; the same seed gives the same items. */
export const countyItems = (count: number, detail: Detail, seed = 1): readonly WrittenItem[] => {
  const all = catalog();
  const random = randomFor(seed, 'match', detail);
  const place = { level: 'COUNTY', name: '青溪县' } as const;
  // A county's list has no item twice.
  let own: readonly ReferenceItem[] = [];
  return Array.from({ length: count }, (_, at): WrittenItem => {
    if (at % PER_LIST === 0) own = random.shuffle(all).slice(0, PER_LIST);
    const reference = own[at % PER_LIST] as ReferenceItem;
    const id = `i${String(at).padStart(7, '0')}`;
    // Whoever reads a list knows whose it is: names may begin with the place.
    const about = { id, list: `county ${Math.floor(at / PER_LIST)}`, region: '纵横省长风市青溪县' };
    if (random.chance(RATES.own))
      return { item: { ...about, name: ownItem(reference.name, at) }, truth: undefined };
    const variant = random.chance(RATES.variant)
      ? nameVariant(reference.name, random, place)?.name
      : undefined;
    const fields = detail === 'fields' ? localFields(reference, all, random) : {};
    return { item: { ...about, name: variant ?? reference.name, ...fields }, truth: reference.code };
  });
};

/** A county's own list, which its townships and villages copy from. */
export const countyMenu = (county: number): readonly MatchItem[] =>
  randomFor(county, 'menu')
    .shuffle(catalogOnce())
    .slice(0, 1500)
    .map(({ code, name }) => ({ id: code, name }));

let read: readonly ReferenceItem[] | undefined;
const catalogOnce = (): readonly ReferenceItem[] => {
  read ??= catalog();
  return read;
};

/** Places of a county that keep a list: with 100 items each, 100 counties have 1.4 million. */
const PLACES = 140;

/** `count` items of a county's townships and villages, each place with a handful of wordings of its own. */
export function* townshipItems(
  county: number,
  menu: readonly MatchItem[],
  count: number,
): Generator<WrittenItem> {
  for (let at = 0; at < count; at += 1) {
    const number = at % PLACES;
    const place = { level: 'VILLAGE', name: `第${number + 1}村` } as const;
    const random = randomFor(county, 'village', number, at);
    const reference = random.pick(menu);
    const variant = random.chance(0.4) ? nameVariant(reference.name, random, place)?.name : undefined;
    const item = {
      id: `${county}-${String(at).padStart(5, '0')}`,
      name: variant ?? reference.name,
      region: `青溪县第${number + 1}村`,
      department: `第${number + 1}村村民委员会`,
    };
    yield { item, truth: reference.id };
  }
}

/** Share of items whose answer is the reference they were written from, or none where there is none. */
export const rightShare = (
  items: readonly WrittenItem[],
  answer: (id: string, name: string) => string | null | undefined,
): number =>
  items.filter(({ item, truth }) => (answer(item.id, item.name) ?? undefined) === truth).length /
  items.length;

/** What pg_trgm and MiniSearch are given: the names as the catalog compares them. */
export const plainName = ({ name }: MatchItem): string => normalizeName(name);
