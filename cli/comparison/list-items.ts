import type { Adopter } from '../../comparison/adoption.ts';
import type { Authority } from '../../comparison/authority.ts';
import type { ListResult } from '../../comparison/compare-authority.ts';
import { bySurety, type ComparedItem } from '../../comparison/compared-item.ts';
import { isDifferent } from '../../comparison/three-way.ts';
import { linkHead } from './heads.ts';
import { ownStates } from './own-counts.ts';
import type { Answer, ItemHead, ListItem } from './report.ts';

type Head = (item: ComparedItem) => ItemHead;

/** The elements in which a local item differs in substance, and how. */
export const differingOf = ({ drift }: Pick<Adopter, 'drift'>): Answer['differing'] =>
  drift
    .filter(({ state }) => isDifferent(state))
    .map(({ field, state }) => ({ field: field.element, drift: state }));

/** Every item of a list once, in its order, with the reference items it is linked to. */
export function listItems(
  authority: Authority,
  head: Head,
  result: ListResult,
): readonly { readonly item: ComparedItem; readonly told: ListItem }[] {
  const { list, catalog, comparison } = result;
  const found = comparison.rows.flatMap(({ reference, adoption }) =>
    [...adoption.by, ...adoption.besides]
      .filter(({ item }) => item.catalogId === list.catalogId)
      .map((adopter) => ({ reference, adopter })),
  );
  const links = Map.groupBy(found, ({ adopter }) => adopter.item.id);
  const waitingOf = ({ id }: ComparedItem): readonly Answer[] =>
    authority.links
      .from('REFERENCE', id)
      .filter(({ isSettled, relation }) => !isSettled && relation !== 'RELATED')
      .sort(bySurety)
      .flatMap((link): Answer[] => {
        const item = authority.item(link.rightId);
        if (item?.catalogId !== catalog.catalogId) return [];
        return [{ item: head(item), isElsewhere: false, link: linkHead(link), differing: [] }];
      });
  return [...ownStates(list, comparison)].map(([item, state]) => {
    const own = links.get(item.id) ?? [];
    const by = own
      .filter(({ adopter }) => adopter.main === undefined)
      .map(
        ({ reference, adopter }): Answer => ({
          item: head(reference),
          isElsewhere: false,
          link: linkHead(adopter.link),
          differing: differingOf(adopter),
        }),
      );
    const withMain = own.length - by.length;
    return { item, told: { item: head(item), state, by, withMain, waiting: waitingOf(item) } };
  });
}
