import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import type { BasedOn } from '../../comparison/authority.ts';
import { rowsOf } from '../../comparison/compare-lists.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import { unlikeElements, unlikeReference } from '../../comparison/unlike-reference.ts';
import { codesOver } from './coverage-codes.ts';
import type { StandingList } from './coverage-lists.ts';
import { authorityBeside, type Measure } from './coverage-measure.ts';

/** Items that may differ from the reference: the version that they were filed from has to be known. */
export const unlikeItems = ({ list, links }: StandingList, { items }: Measure): readonly string[] => {
  const own = new Map(list.items.map((item) => [item.id, item]));
  return links.flatMap(({ leftId, rightId, relation }) => {
    const [item, reference] = [own.get(leftId), items.get(rightId)];
    if (relation !== 'EQUIVALENT' || item === undefined || reference === undefined) return [];
    return unlikeElements(list, item, reference).size > 0 ? [leftId] : [];
  });
};

/** Reference items whose standing may be another than at lists that have none of them. */
const touchedBy = (
  lists: readonly StandingList[],
  linked: Iterable<string>,
  { catalog, items, subsOf }: Measure,
): readonly ComparedItem[] => {
  const found = [...linked].flatMap((id) => items.get(id) ?? []);
  const silent = new Set(
    lists.flatMap(({ list: { nilReturns, regionName } }) =>
      nilReturns.flatMap((name) => canonicalOrganisation(name, regionName).functions),
    ),
  );
  const reported = catalog.items.filter(({ departmentFunctions }) =>
    departmentFunctions.some((one) => silent.has(one)),
  );
  return [...new Set([...found, ...found.flatMap(({ id }) => subsOf(id)), ...reported])];
};

/** How the items of a catalog stand at an authority: a place in STANDINGS an item. */
export const standingCodes = (
  regionCode: string,
  lists: readonly StandingList[],
  measure: Measure,
  basedOn: (itemId: string) => BasedOn | undefined,
  today: string,
): Uint8Array => {
  const items = new Map(lists.flatMap(({ list }) => list.items).map((item) => [item.id, item]));
  const links = Map.groupBy(
    lists.flatMap((one) => one.links),
    ({ rightId }) => rightId,
  );
  const own = lists.map(({ list }) => list);
  const level = own[0]?.level ?? 'COUNTY';
  const authority = authorityBeside(
    measure,
    {
      ...{ regionCode, level, lists: own, basedOn },
      item: (id) => items.get(id),
      linksTo: (id) => links.get(id) ?? [],
    },
    today,
  );
  const touched = touchedBy(lists, links.keys(), measure);
  return codesOver(
    measure.places,
    own.map((list) => measure.bare(level, list)),
    touched,
    own.flatMap((list) => rowsOf(authority, list, measure.catalog, touched, unlikeReference)),
  );
};
