import type { Authority } from '../../comparison/authority.ts';
import type { ComparedItem, ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import { driftBesideSource } from '../../comparison/source-drift.ts';
import { isDifferent } from '../../comparison/three-way.ts';
import { linkHead, listHead } from './heads.ts';
import type { Answer, ItemHead, PairedItem, Pairing } from './report.ts';

type Keeps = (item: ItemHead) => boolean;
type Head = (item: ComparedItem) => ItemHead;

const stateOf = (links: readonly ComparedLink[]): PairedItem['state'] => {
  if (links.some(({ isSettled }) => isSettled)) return 'PAIRED';
  return links.length > 0 ? 'WAITING' : 'UNPAIRED';
};

/** Links of an item to those of another list, whichever side they stand on; mere relatives are none. */
const linksInto = (authority: Authority, { id }: ComparedItem, other: ComparedList) => {
  const { links } = authority;
  const all = (['COUNTERPART', 'SOURCE'] as const).flatMap((kind) => [
    ...links.from(kind, id),
    ...links.to(kind, id),
  ]);
  return all.flatMap((link) => {
    const item = authority.item(link.leftId === id ? link.rightId : link.leftId);
    return item?.catalogId === other.catalogId && link.relation !== 'RELATED' ? [{ item, link }] : [];
  });
};

const differing = (list: ComparedList, item: ComparedItem, other: ComparedItem, link: ComparedLink) =>
  link.kind === 'SOURCE' && link.isSettled && link.leftId === item.id
    ? driftBesideSource(list, item, other)
        .filter(({ state }) => isDifferent(state))
        .map(({ field, state }) => ({ field: field.element, drift: state }))
    : [];

const pairing = (
  authority: Authority,
  head: Head,
  keeps: Keeps,
  list: ComparedList,
  other: ComparedList,
): Pairing => ({
  list: listHead(list),
  other: listHead(other),
  items: list.items
    .map((item): PairedItem => {
      const found = linksInto(authority, item, other);
      const by = found.map(
        ({ item: twin, link }): Answer => ({
          item: head(twin),
          isElsewhere: false,
          link: linkHead(link),
          differing: differing(list, item, twin, link),
        }),
      );
      return { item: head(item), state: stateOf(found.map(({ link }) => link)), by };
    })
    .filter(({ item, by }) => keeps(item) || by.some((answer) => keeps(answer.item))),
});

/** Each of two lists without a reference between them, beside the other. */
export const pairingsOf = (
  authority: Authority,
  [one, other]: readonly ComparedList[],
  head: Head,
  keeps: Keeps,
): readonly Pairing[] => {
  if (one === undefined || other === undefined) return [];
  return [pairing(authority, head, keeps, one, other), pairing(authority, head, keeps, other, one)];
};
