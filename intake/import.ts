import type { Problem } from '../catalog/problems.ts';
import { problem } from '../catalog/problems.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { compareDraft, type DraftDifference, type DraftRow, type ListIdentity, writeDraft } from './draft.ts';
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

/** More than this share of a published list gone at once is taken for a mistake. */
const REMOVAL_SHARE = 0.2;

async function* draftRows(
  tables: readonly Table[],
  list: ListIdentity,
  tally: Tally,
  options: ImportOptions,
) {
  const words = collectWords();
  const seen = new Map<string, number>();
  const make = list.kind === 'GUIDE' ? guideRecords : itemRecords;
  words.region(list.regionCode, undefined);
  for (const table of tables) {
    const maker: RecordMaker = { list, document: table.document, sheet: table.sheet, words, seen };
    const read = rowReader(table.header);
    for await (const batch of table.batches) {
      const rows: DraftRow[] = [];
      for (const source of batch) {
        tally.rows += 1;
        const made = make(maker, read(source), tally.rows);
        tally.problems.push(...made.problems);
        if (made.rows.length > 0) tally.accepted += 1;
        rows.push(...made.rows);
      }
      yield [...words.take(), ...rows];
      options.onProgress?.(tally.rows);
    }
    tally.problems.push(...table.problems, ...headerProblems(table.header));
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
  if (tally.rows === 0) throw new Stop({ kind: 'REFUSED', problems: [problem('FILE_EMPTY')] });
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
    if (read.kind === 'REFUSED') return { kind: 'REFUSED', problems: [read.problem] };
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
