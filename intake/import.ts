import { basename } from 'node:path';
import type { Problem } from '../catalog/problems.ts';
import { problem, problemAt } from '../catalog/problems.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { compareDraft, type DraftDifference, type DraftRow, type ListIdentity, writeDraft } from './draft.ts';
import { slotOf } from './layouts/slots.ts';
import { identifyList, type ListWords } from './list-identity.ts';
import { readTable } from './readers/read-table.ts';
import { type Table, TableBroken } from './readers/table.ts';
import { guideRecords, itemRecords, type RecordMaker } from './records.ts';
import { headerProblems, rowReader } from './row.ts';
import { collectWords } from './words.ts';

/** The answer of an import, as `--json` prints it. */
export interface ImportReport extends DraftDifference {
  readonly file: string;
  readonly list: string;
  /** Rows of the source without its header. */
  readonly rows: number;
  /** Rows that became items or guides of the draft. */
  readonly accepted: number;
  readonly problems: readonly Problem[];
}

export type ImportResult =
  | { readonly kind: 'IMPORTED'; readonly report: ImportReport }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] };

export interface ImportOptions {
  readonly files: readonly string[];
  readonly list: ListWords;
  readonly dryRun?: boolean;
  /** Let the draft drop more than a fifth of what is published. */
  readonly allowRemovals?: boolean;
  readonly now: string;
  readonly onProgress?: (rows: number) => void;
}

interface Tally {
  rows: number;
  accepted: number;
  readonly problems: Problem[];
}

/** Problems of refused rows shown where not a single row was accepted. */
const SHOWN_REASONS = 20;

/** More than this share of a published list gone at once is taken for a mistake. */
const REMOVAL_SHARE = 0.2;

/** Says in which file a problem is, where there are several. */
const inDocument = (problems: readonly Problem[], document: string, several: boolean): readonly Problem[] =>
  several ? problems.map((found) => problemAt(found, { document })) : problems;

/** Without a column of names no row can be an item: the header is missing, or it is another table. */
const requireNames = ({ document, header }: Table, several: boolean): void => {
  if (header.length === 0 || header.some(isNameColumn)) return;
  const value = header.slice(0, 5).join('、');
  throw new TableBroken(problem('HEADER_NOT_FOUND', { value, ...(several ? { document } : {}) }), undefined);
};

const isNameColumn = (title: string): boolean => {
  const slot = slotOf(title);
  return slot.kind === 'FIELD' && slot.field.owner === 'item' && slot.field.element === 'name';
};

/** The batches of a table; a table that turns out to be broken says which file it is, where there are several. */
async function* namingFile({ document, batches }: Table, several: boolean) {
  try {
    yield* batches;
  } catch (error) {
    if (!several || !(error instanceof TableBroken)) throw error;
    throw new TableBroken(problemAt(error.problem, { document }), error);
  }
}

async function* draftRows(
  tables: readonly Table[],
  list: ListIdentity,
  tally: Tally,
  options: ImportOptions,
) {
  const words = collectWords();
  const seen = new Map<string, number>();
  const copies = new Map<string, number>();
  const named = new Map<string, number>();
  const several = tables.length > 1;
  const make = list.kind === 'GUIDE' ? guideRecords : itemRecords;
  words.region(list.regionCode, undefined);
  const documents = tables.map((table) => table.document);
  for (const [index, table] of tables.entries()) {
    const { document, sheet } = table;
    const maker: RecordMaker = { list, document, documents, table: index, sheet, words, seen, copies, named };
    const note = (problems: readonly Problem[]) => {
      for (const found of inDocument(problems, document, several)) tally.problems.push(found);
    };
    const read = rowReader(table.header);
    for await (const batch of namingFile(table, several)) {
      const rows: DraftRow[] = [];
      for (const source of batch) {
        tally.rows += 1;
        const made = make(maker, read(source), tally.rows);
        note(made.problems);
        if (made.rows.length > 0) tally.accepted += 1;
        rows.push(...made.rows);
      }
      yield [...words.take(), ...rows];
      options.onProgress?.(tally.rows);
    }
    requireNames(table, several);
    note(table.problems);
    note(headerProblems(table.header));
  }
}

class Stop extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('import ends without a draft');
    this.result = result;
  }
}

const guardRemovals = (difference: DraftDifference, options: ImportOptions): void => {
  const before = difference.removed + difference.changed + difference.unchanged;
  if (options.allowRemovals === true || difference.removed <= before * REMOVAL_SHARE) return;
  const value = String(difference.removed);
  throw new Stop({ kind: 'REFUSED', problems: [problem('REMOVAL_GUARD', { value, other: String(before) })] });
};

const importWithin = async (
  sql: TransactionSql,
  tables: readonly Table[],
  list: ListIdentity,
  options: ImportOptions,
): Promise<ImportResult> => {
  const tally: Tally = { rows: 0, accepted: 0, problems: [] };
  await writeDraft(sql, list, draftRows(tables, list, tally, options), options.now, () => tally.rows);
  if (tally.accepted === 0) {
    const reasons = tally.problems.filter((found) => found.code === 'NAME_MISSING').slice(0, SHOWN_REASONS);
    throw new Stop({ kind: 'REFUSED', problems: [problem('FILE_EMPTY'), ...reasons] });
  }
  const difference = await compareDraft(sql, list.catalogId);
  guardRemovals(difference, options);
  const { rows, accepted, problems } = tally;
  const file = tables.map((table) => table.document).join('、');
  const result = {
    kind: 'IMPORTED',
    report: { file, list: list.key, rows, accepted, ...difference, problems },
  } as const;
  if (options.dryRun === true) throw new Stop(result);
  return result;
};

/**
 * Reads files into the draft of one list, all in one transaction: whatever goes wrong, the draft before stays. Rows
 * with problems are kept and flagged; a row without a name is the only one refused, and is listed.
 */
export const importFiles = async (sql: Sql, options: ImportOptions): Promise<ImportResult> => {
  const identified = await identifyList(sql, options.list);
  if (identified.kind === 'REFUSED') return identified;
  const tables: Table[] = [];
  for (const file of options.files) {
    const read = await readTable(file);
    if (read.kind === 'REFUSED') {
      const several = options.files.length > 1;
      return { kind: 'REFUSED', problems: inDocument([read.problem], basename(file), several) };
    }
    tables.push(read.table);
  }
  try {
    return (await sql.begin((transaction) =>
      importWithin(transaction, tables, identified.list, options),
    )) as ImportResult;
  } catch (error) {
    if (error instanceof Stop) return error.result;
    if (error instanceof TableBroken) return { kind: 'REFUSED', problems: [error.problem] };
    throw error;
  }
};
