import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { adoptionOf } from '../../comparison/adoption.ts';
import type { Authority, BasedOn } from '../../comparison/authority.ts';
import { type ReferenceRow, rowsOf } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedLink } from '../../comparison/compared-item.ts';
import { unlikeElements, unlikeReference } from '../../comparison/unlike-reference.ts';
import { codesOver } from './coverage-codes.ts';
import type { StandingList } from './coverage-lists.ts';
import { authorityBeside, type Measure } from './coverage-measure.ts';

/** Links whose items may differ from the reference: the versions that they were filed from have to be known. */
export const unlikeLinks = ({ list, items, links }: StandingList, measure: Measure) =>
  links.filter(({ leftId, rightId, relation }) => {
    const [item, reference] = [items.get(leftId), measure.items.get(rightId)];
    if (relation !== 'EQUIVALENT' || item === undefined || reference === undefined) return false;
    return unlikeElements(list, item, reference).size > 0;
  });

/** What was read of the lists of an authority. */
export interface StandingLists {
  readonly regionCode: string;
  readonly lists: readonly StandingList[];
  readonly unlike: ReadonlySet<ComparedLink>;
}

/** Reference items that are not linked but whose standing may be another than at lists that have none of them. */
const touchedBesides = (
  lists: readonly StandingList[],
  linked: readonly string[],
  { catalog, subsOf }: Measure,
): readonly ComparedItem[] => {
  const silent = new Set(
    lists.flatMap(({ list: { nilReturns, regionName } }) =>
      nilReturns.flatMap((name) => canonicalOrganisation(name, regionName).functions),
    ),
  );
  const subs = linked.flatMap(subsOf);
  if (silent.size === 0) return subs;
  const isSilent = ({ departmentFunctions }: ComparedItem) =>
    departmentFunctions.some((one) => silent.has(one));
  return [...subs, ...catalog.items.filter(isSilent)];
};

const ALIKE = { drift: [] } as const;
const NOTHING_ELSE = {
  elsewhere: [],
  withMain: [],
  isAtThisLevel: true,
  isWanted: true,
  isNilReturned: false,
};

/**
 * The row of what just one item of all lists stands for, as a whole and in force: it is the same whatever else is true
 * of the authority. Nine of ten rows are such.
 */
const rowOfOne = (
  authority: Authority,
  { lists, unlike }: StandingLists,
  reference: ComparedItem,
  links: readonly ComparedLink[],
): ReferenceRow | undefined => {
  const [link, ...more] = links;
  if (link?.relation !== 'EQUIVALENT' || more.length > 0) return undefined;
  for (const { list, items } of lists) {
    const item = items.get(link.leftId);
    if (item === undefined) continue;
    if (item.state !== 'IN_FORCE') return undefined;
    const beside = unlike.has(link) ? unlikeReference(authority, list, item, reference) : ALIKE;
    return { reference, adoption: adoptionOf({ ...NOTHING_ELSE, adopters: [{ item, link, ...beside }] }) };
  }
  return undefined;
};

/** How the items of a catalog stand at an authority: a place in STANDINGS an item. */
export const standingCodes = (
  read: StandingLists,
  measure: Measure,
  basedOn: (itemId: string) => BasedOn | undefined,
  today: string,
): Uint8Array => {
  const { regionCode, lists } = read;
  const links = Map.groupBy(
    lists.flatMap((one) => one.links),
    ({ rightId }) => rightId,
  );
  const own = lists.map(({ list }) => list);
  const level = own[0]?.level ?? 'COUNTY';
  const itemOf = (id: string) => lists.find(({ items }) => items.has(id))?.items.get(id);
  const linksTo = (id: string) => links.get(id) ?? [];
  const authority = authorityBeside(
    measure,
    { ...{ regionCode, level, lists: own, basedOn }, item: itemOf, linksTo },
    today,
  );
  const [rows, others]: [ReferenceRow[], ComparedItem[]] = [[], []];
  for (const [id, all] of links) {
    const reference = measure.items.get(id);
    const row = reference && rowOfOne(authority, read, reference, all);
    if (row !== undefined) rows.push(row);
    else if (reference !== undefined) others.push(reference);
  }
  const told = new Set(rows.map(({ reference }) => reference));
  const besides = touchedBesides(lists, [...links.keys()], measure).filter((item) => !told.has(item));
  const touched = [...new Set([...others, ...besides])];
  for (const list of own) rows.push(...rowsOf(authority, list, measure.catalog, touched, unlikeReference));
  return codesOver(
    measure.places,
    own.map((list) => measure.bare(level, list)),
    touched,
    rows,
  );
};
