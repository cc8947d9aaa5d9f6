import type { MatchItem } from '../../item.ts';

/** A row of the catalog local lists are written from. */
export interface CatalogEntry {
  /** The row as a reference, with all its fields; `codes` begins with the newest. */
  readonly item: MatchItem;
  /** What it belongs to: subjects are held out, and split, as wholes. */
  readonly subject: string;
  /** The main item it is a sub-item of, or its own id. */
  readonly main: string;
  /** False for a main item that only holds sub-items. */
  readonly handled: boolean;
  /** The office without its place: 民政局. */
  readonly office: string;
  readonly formerOffices: readonly string[];
}
