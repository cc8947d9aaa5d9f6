import type { Candidate } from './candidates.ts';
import type { ListedItem } from './listed-item.ts';
import type { Neighbour } from './neighbours.ts';

/** An item with all that its main item is settled by. */
export interface OpenItem {
  readonly item: ListedItem;
  readonly neighbours: readonly Neighbour[];
  readonly candidates: readonly Candidate[];
  /** Places of the main items whose own code stands at the head of the item's segment. */
  readonly headed: ReadonlySet<number>;
  /** The main item it states itself; null for one that is known to have none, undefined where that is sought. */
  readonly stated: number | null | undefined;
}
