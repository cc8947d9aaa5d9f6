import type { Level } from '../../catalog/levels.ts';
import type { Authority } from '../../comparison/authority.ts';
import type { ComparedLink, ComparedList } from '../../comparison/compared-item.ts';
import { linksOf } from './authority.ts';
import type { BasedOnRow, EarlierVersionRow } from './authority-queries.ts';
import { basedOnOf, earlierVersionsOf } from './read-authority.ts';

/** What has been read of an authority: some of its lists, some links. */
export interface AuthorityPart {
  readonly today: string;
  readonly regionCode: string;
  readonly level: Level;
  readonly reference: ComparedList;
  readonly lists: readonly ComparedList[];
  readonly links: readonly ComparedLink[];
  readonly based: readonly BasedOnRow[];
  /** Earlier versions of the reference items (`earlierVersions`): the text of an item tells which it was filed from. */
  readonly earlier: readonly EarlierVersionRow[];
}

/** As much of an authority as it takes to compare its lists with a reference catalog: no peers and no other levels. */
export const authorityOfPart = (part: AuthorityPart): Authority => {
  const { today, regionCode, level, reference, lists } = part;
  const items = new Map([reference, ...lists].flatMap((list) => list.items).map((item) => [item.id, item]));
  const based = new Map(part.based.map((row) => [row.itemId, basedOnOf(row, items)]));
  return {
    today,
    regionCode,
    level,
    references: [reference],
    lists,
    sources: [],
    links: linksOf(part.links),
    item: (id) => items.get(id),
    basedOn: (id) => based.get(id),
    earlierVersions: earlierVersionsOf(part.earlier),
    peers: () => [],
    levelsOffering: () => [],
  };
};
