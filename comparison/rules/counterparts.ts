import type { ListKind } from '../../catalog/enumerations.ts';
import type { Authority } from '../authority.ts';
import type { ComparedItem, ComparedLink } from '../compared-item.ts';

export interface Counterpart {
  readonly item: ComparedItem;
  readonly link: ComparedLink;
}

/** The items of the same region's lists of a kind that an item is linked to as a counterpart, whichever side it stands on. */
export const counterparts = (
  authority: Authority,
  { id }: ComparedItem,
  kind: ListKind,
): readonly Counterpart[] =>
  [...authority.links.from('COUNTERPART', id), ...authority.links.to('COUNTERPART', id)].flatMap((link) => {
    const item = authority.item(link.leftId === id ? link.rightId : link.leftId);
    return item?.kind === kind && link.relation !== 'RELATED' ? [{ item, link }] : [];
  });

/** Whether the authority has a list of a kind at all: what was never filed is missing from nothing. */
export const hasList = ({ lists }: Authority, kind: ListKind): boolean =>
  lists.some((list) => list.kind === kind);
