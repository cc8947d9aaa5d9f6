import type { CursorKeys } from '../catalog/cursor.ts';
import type { KeyShape } from '../subgraphs/connection.ts';
import type { Arguments, Run } from './run.ts';
import type { SourceName } from './sources.ts';
import type { Draft } from './statement.ts';
import type { World } from './world.ts';

/** Where a relation is written: between a row that is there and rows that are looked for. */
export interface Place {
  readonly draft: Draft;
  /** The alias of the row the field hangs on; empty at the root. */
  readonly owner: string;
  /** The alias of the rows looked for. */
  readonly alias: string;
  readonly argumentsOf: (run: Run) => Arguments;
  readonly world: World;
}

/** What a field leads to from a row. */
export interface Relation {
  /** Where the rows are; a function where the arguments tell. */
  readonly source: SourceName | ((place: Omit<Place, 'alias'>) => SourceName);
  /** The types its objects may have; else that of the source. */
  readonly types?: readonly string[] | ((place: Omit<Place, 'alias'>) => readonly string[]);
  /** The name under which the owner's row bears the id: without one there is no object, and no more is read for the id alone. */
  readonly idIn?: string;
  /** What follows `from table alias`; for a single object with the order that tells which. */
  readonly where: (place: Place) => string;
  /** A list by pages; see `readList`. */
  readonly list?: List;
  /** All that is found, in the order of `where`, as a list without pages. */
  readonly many?: true;
}

/** How the rows of a list follow each other. */
export interface List {
  readonly shape: KeyShape;
  /** The expressions a row's place rests on, one for each key. */
  readonly order: (alias: string) => readonly string[];
  /** What is read for the keys, by the names of rows. */
  readonly reads: (alias: string) => Readonly<Record<string, string>>;
  readonly keys: (row: never) => CursorKeys;
  /** What a total counts, where that is not the rows themselves: what follows `select count(*)`. */
  readonly counted?: (place: Place) => string;
}

/** Whether an argument is given; the text of the statement rests on it. */
export const isGiven = ({ draft, argumentsOf }: Place, name: string): boolean =>
  draft.ask((run) => argumentsOf(run)[name] != null);

/** The row of an id that the owner bears. */
export const byId =
  (id: string, ownerColumn: string) =>
  ({ draft, owner, alias }: Place): string =>
    `where ${alias}.${id} = ${owner}.${ownerColumn} and ${draft.valid(alias)}`;

/** Regions follow each other by their codes. */
export const byRegionCode: List = {
  shape: ['string'],
  order: (alias) => [`${alias}.region_code`],
  reads: () => ({}),
  keys: ({ id }: { id: string }) => [id],
};
