import { hash } from 'node:crypto';
import { PROBLEMS, type Problem, type ProblemKind, problem } from '../catalog/problems.ts';
import type { DraftRow, ListIdentity } from './draft.ts';
import { stableId } from './identity.ts';
import type { NamedRow } from './row.ts';
import type { Words } from './words.ts';

/** What the records of one list are made with. */
export interface RecordMaker {
  readonly list: ListIdentity;
  readonly document: string;
  /** The places of the import's tables in words, and which of them this is. */
  readonly documents: readonly string[];
  readonly table: number;
  readonly sheet: string | undefined;
  readonly words: Words;
  /** Elements the table has a column for. */
  readonly elements: ReadonlySet<string>;
  /** The day of the import in China. */
  readonly today: string;
  /** Whether any error sets a row aside, not only those that leave no item. */
  readonly strict: boolean;
  /** Places of rows by source key, to tell rows that share one. */
  readonly seen: Map<number, number>;
  /** How many rows share a key so far, for those that do. */
  readonly copies: Map<string, number>;
  /** Places of rows by name and region. */
  readonly named: Map<number, number>;
}

/** A row's draft rows, or none where it is set aside, and everything that was found wrong with it. */
export interface RecordResult {
  readonly rows: readonly DraftRow[];
  readonly problems: readonly Problem[];
  readonly quarantined: boolean;
  /** The item the row is or would be, where its key is known. */
  readonly itemId?: string;
}

/** A key as a number: 150,000 of them are held during an import. 48 bits: one mistaken pair in 10,000 such imports. */
const keyNumber = (key: string): number => hash('sha256', key, 'buffer').readUIntBE(0, 6);

/** A row's place as one number, the file's index and the row in it: one is held for every row of an import. */
const TABLE = 2 ** 32;
const placeOf = (maker: RecordMaker, row: NamedRow): number => maker.table * TABLE + row.row;

const placeText = (maker: RecordMaker, place: number): string => {
  const table = Math.floor(place / TABLE);
  const line = `第 ${place % TABLE} 行`;
  return table === maker.table ? line : `${maker.documents[table]}${line}`;
};

/** The source's own key, or else what tells its rows apart; rows that share one are numbered and flagged. */
export const rowIdentity = (
  maker: RecordMaker,
  row: NamedRow,
  fallback: readonly (string | undefined)[],
): { readonly key: string; readonly problems: readonly Problem[] } => {
  const own = row.facts.rowKey ?? fallback.map((part) => part ?? '').join('|');
  const number = keyNumber(own);
  const first = maker.seen.get(number);
  if (first === undefined) {
    maker.seen.set(number, placeOf(maker, row));
    return { key: own, problems: [] };
  }
  let copy = (maker.copies.get(own) ?? 1) + 1;
  while (maker.seen.has(keyNumber(`${own}#${copy}`))) copy += 1;
  maker.copies.set(own, copy);
  maker.seen.set(keyNumber(`${own}#${copy}`), placeOf(maker, row));
  const value = row.facts.rowKey ?? fallback.filter((part) => part !== undefined).join('、');
  const found = problem('DUPLICATE_KEY', { value, other: placeText(maker, first), row: row.row });
  return { key: `${own}#${copy}`, problems: [found] };
};

/** A row without a name is neither item nor guide; by its own key what is published of it is still found. */
export const namelessRow = (
  maker: RecordMaker,
  row: NamedRow,
  kind: Parameters<typeof stableId>[0],
): RecordResult => {
  const place = { row: row.row, cell: row.cellOf('name'), field: 'name' };
  const found = { rows: [], problems: [problem('NAME_MISSING', place), ...row.problems], quarantined: true };
  if (row.facts.rowKey === undefined) return found;
  return { ...found, itemId: stableId(kind, maker.list.catalogId, rowIdentity(maker, row, []).key) };
};

/** A name a list gives twice in one region; rows that share their key as well are flagged for that already. */
export const sameNames = (
  maker: RecordMaker,
  row: NamedRow,
  name: string,
  key: string,
): readonly Problem[] => {
  const number = keyNumber(key);
  const first = maker.named.get(number);
  if (first === undefined) {
    maker.named.set(number, placeOf(maker, row));
    return [];
  }
  const place = { row: row.row, cell: row.cellOf('name') };
  return [
    problem('DUPLICATE_NAME', { value: name, other: placeText(maker, first), ...place, field: 'name' }),
  ];
};

/** Where a row came from, as it is stored with its version. */
export const sourceOf = (maker: RecordMaker, row: NamedRow, key: string) => ({
  document: maker.document,
  ...(maker.sheet === undefined ? {} : { sheet: maker.sheet }),
  row: row.row,
  ...(row.cellOf('name') === undefined ? {} : { cell: row.cellOf('name') }),
  key,
});

/** Problems as they are stored with their row. */
export const stored = (problems: readonly Problem[]) =>
  problems.length === 0
    ? undefined
    : problems.map(({ code, severity, message }) => ({ code, severity, message }));

/** Whether a row with these problems is set aside rather than drafted. */
export const setsAside = (problems: readonly Problem[], strict: boolean): boolean =>
  problems.some(({ code, severity }) => {
    const kind: ProblemKind = PROBLEMS[code];
    return kind.quarantine === true || (strict && severity === 'ERROR');
  });

/** A value that is a text, or undefined. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
