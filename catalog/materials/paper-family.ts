/** A kind of paper that offices ask for under many names. */
export interface PaperFamily {
  /** Symbol used in keys: it stays the same when the Chinese name is improved. */
  readonly id: string;
  /** The one name shown. It contains no 或, 、, 和, 及, 与 or /, for these join names to sets. */
  readonly name: string;
  /** Families that can stand in for one another in a looser comparison. */
  readonly group: PaperGroup;
  /** Regular expressions for the whole of a normalised name, what is not its identity already taken off. */
  readonly spellings: readonly string[];
}

export type PaperGroup =
  | 'identity'
  | 'family'
  | 'organisation'
  | 'authority'
  | 'education'
  | 'profession'
  | 'social'
  | 'health'
  | 'property'
  | 'vehicle'
  | 'finance'
  | 'project'
  | 'document';

type Row = readonly [id: string, name: string, ...spellings: string[]];

/** Families of one group from rows of id, name and spellings; the name itself is always a spelling. */
export const families = (group: PaperGroup, rows: readonly Row[]): readonly PaperFamily[] =>
  rows.map(([id, name, ...spellings]) => ({ id, name, group, spellings: [name, ...spellings] }));
