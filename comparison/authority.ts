import type { Level } from '../catalog/levels.ts';
import type { LinkKind } from '../catalog/link-kinds.ts';
import type { ComparedItem, ComparedLink, ComparedList } from './compared-item.ts';
import type { Elements } from './drift.ts';

/** The reference version that a version of a local item is based on. */
export interface BasedOn {
  readonly referenceId: string;
  readonly version: number;
  readonly elements: Elements;
  /** The release from which it is on record, or in which an earlier edition was published, and the day, YYYY-MM-DD. */
  readonly sinceRelease: number;
  readonly sinceDay: string;
}

/** Links by their ends, each list in the order of the other ends' ids. */
export interface Links {
  from(kind: LinkKind, leftId: string): readonly ComparedLink[];
  to(kind: LinkKind, rightId: string): readonly ComparedLink[];
}

/** Everything the rules of comparison look at in one authority: a region at its level, in one release on one day. */
export interface Authority {
  /** The day of the comparison, YYYY-MM-DD. */
  readonly today: string;
  readonly regionCode: string;
  readonly level: Level;
  /** The province's reference catalogs. */
  readonly references: readonly ComparedList[];
  /** The authority's own lists, whatever kind. */
  readonly lists: readonly ComparedList[];
  /** The lists of the county above a township or village; empty for others. */
  readonly sources: readonly ComparedList[];
  readonly links: Links;
  /** Any item of the lists above, or that a link leads to; undefined where the release does not hold it. */
  item(id: string): ComparedItem | undefined;
  /** The reference version that was in force when the version of the item was linked. */
  basedOn(itemId: string): BasedOn | undefined;
  /** What a reference item and its guide said before what they say now, the newest first. */
  earlierVersions(referenceId: string): readonly BasedOn[];
  /** Promised limits of the same reference item at the other authorities of the city, as their lists state them. */
  peers(referenceId: string): readonly { readonly regionCode: string; readonly promised: unknown }[];
  /**
   * Whether a matching run has held an item of the lists against a catalog as both stand in the release; where it is not
   * given, one has held all.
   */
  readonly isHeldAgainst?: (itemId: string, catalogId: string) => boolean;
  /** Levels below and above at which the reference item is offered, this one included. */
  levelsOffering(referenceId: string): readonly Level[];
}
