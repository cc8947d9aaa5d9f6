import type { ListKind } from '../../catalog/enumerations.ts';
import type { Authority } from '../authority.ts';
import { bySurety, type ComparedItem, type ComparedLink } from '../compared-item.ts';

export interface Counterpart {
  readonly item: ComparedItem;
  /** The link it rests on. */
  readonly link: ComparedLink;
}

/**
 * The items of the same place's lists of a kind that are the same matter as an item: linked to it, whichever side it
 * stands on, or standing for the same reference item. Each once, the surest first.
 */
export function counterparts(
  authority: Authority,
  item: ComparedItem,
  kind: ListKind,
): readonly Counterpart[] {
  const found = [...linkedTo(authority, item), ...sharingReference(authority, item)]
    .filter((one) => one.item.kind === kind && isOfPlace(one.item, item) && one.link.relation !== 'RELATED')
    .sort((one, other) => bySurety(one.link, other.link) || (one.item.id < other.item.id ? -1 : 1));
  return [...Map.groupBy(found, (one) => one.item.id).values()].flatMap(([first]) => first ?? []);
}

const isOfPlace = (one: ComparedItem, other: ComparedItem): boolean =>
  one.level === other.level && one.regionCode === other.regionCode;

const linkedTo = ({ links, item: itemOf }: Authority, { id }: ComparedItem): readonly Counterpart[] =>
  [...links.from('COUNTERPART', id), ...links.to('COUNTERPART', id)].flatMap((link) => {
    const item = itemOf(link.leftId === id ? link.rightId : link.leftId);
    return item === undefined ? [] : [{ item, link }];
  });

const isWhole = ({ relation }: ComparedLink): boolean => relation === 'EQUIVALENT';

const sharingReference = ({ links, item: itemOf }: Authority, { id }: ComparedItem): readonly Counterpart[] =>
  links
    .from('REFERENCE', id)
    .filter(isWhole)
    .flatMap((own) =>
      links
        .to('REFERENCE', own.rightId)
        // Of two links that both wait nothing follows yet.
        .filter((other) => isWhole(other) && other.leftId !== id && (own.isSettled || other.isSettled))
        .flatMap((other) => {
          const item = itemOf(other.leftId);
          return item === undefined ? [] : [{ item, link: own.isSettled ? other : own }];
        }),
    );

/** Whether the authority has a list of a kind at all: what was never filed is missing from nothing. */
export const hasList = ({ lists }: Authority, kind: ListKind): boolean =>
  lists.some((list) => list.kind === kind);
