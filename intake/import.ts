import { dayInChina } from '../catalog/day-in-china.ts';
import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { recordTrail } from '../db/record-trail.ts';
import { type Changes, changesOfDraft } from './changes.ts';
import { rememberedMapping, rememberMapping } from './column-memory.ts';
import { compareDraft, type DraftDifference, type ListIdentity, writeDraft } from './draft.ts';
import { draftRows } from './draft-rows.ts';
import { type ColumnMapping, proposeMapping } from './layouts/column-mapping.ts';
import { identifyList, type ListWords } from './list-identity.ts';
import { listProblems } from './list-problems.ts';
import { tooManyNilReturns } from './long-lists.ts';
import { openTables } from './open-tables.ts';
import { settleQuarantine } from './quarantine.ts';
import { FileRefused, type Grid } from './readers/grid.ts';
import type { Table } from './readers/table.ts';
import { removalProblem } from './removals.ts';
import { type DepartmentCount, startTally, type Tally } from './tally.ts';

/** A table of an import as it was understood. */
export interface TableUnderstood {
  readonly document: string;
  readonly sheet?: string;
  /** The layout's Chinese name. */
  readonly layout: string;
  readonly columns: readonly string[];
}

/** The answer of an import, as `--json` prints it. */
export interface ImportReport extends DraftDifference {
  readonly file: string;
  readonly list: string;
  /** What the list is called; its key where nobody has said. */
  readonly name: string;
  /** Rows of the source that are or should be items or guides: `accepted` and `quarantined` together. */
  readonly rows: number;
  /** Rows that became items or guides of the draft. */
  readonly accepted: number;
  /** Rows set aside; `kept` of them have a published version, which stays. */
  readonly quarantined: number;
  readonly kept: number;
  readonly tables: readonly TableUnderstood[];
  readonly changes: Changes;
  /** Departments that report to have no item. */
  readonly nilReturns: readonly string[];
  readonly departments: readonly DepartmentCount[];
  /** How many problems there are of each code. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  /** Problems counted but not listed, beyond the first 50,000. */
  readonly omitted: number;
}

export type ImportResult =
  | { readonly kind: 'IMPORTED'; readonly report: ImportReport }
  | {
      readonly kind: 'REFUSED';
      readonly problems: readonly Problem[];
      /** Where columns are unsure: a mapping file to correct and give back. */
      readonly mapping?: string;
    };

export interface ImportOptions {
  readonly files: readonly string[];
  readonly list: ListWords;
  readonly dryRun?: boolean;
  /** Let the draft drop more than a fifth of what is published. */
  readonly allowRemovals?: boolean;
  /** Set aside every row with an error, not only those that leave no item. */
  readonly strict?: boolean;
  /** What someone decided of the columns; it is remembered for the list. */
  readonly mapping?: ColumnMapping;
  readonly now: string;
  /** The login name of whoever imports, for the audit trail. */
  readonly operator?: string | undefined;
  /** Rows so far, and the share of the source that has been read, 0 to 1. */
  readonly onProgress?: (rows: number, share: number) => void;
}

class Stop extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('import ends without a draft');
    this.result = result;
  }
}

/** Problems of rows set aside that are shown where not a single row was accepted. */
const SHOWN_REASONS = 20;

/** Passes tables on unless a column of one is unsure: then nobody but the caller can say what it means. */
async function* sureTables(tables: AsyncIterable<Table>, understood: TableUnderstood[]) {
  for await (const table of tables) {
    const unsure = table.problems.filter(({ code }) => code === 'COLUMN_UNSURE');
    if (unsure.length > 0) {
      throw new Stop({ kind: 'REFUSED', problems: unsure, mapping: proposeMapping(table.columns ?? []) });
    }
    const { document, sheet, layout = '通用表格', header } = table;
    understood.push({ document, ...(sheet === undefined ? {} : { sheet }), layout, columns: header });
    yield table;
  }
}

const requireRows = ({ accepted, nilReturns, problems, quarantined, hasNames, titles }: Tally): void => {
  if (accepted > 0 || nilReturns.size > 0) return;
  if (!hasNames && titles.length > 0) {
    const found = problem('HEADER_NOT_FOUND', { value: titles.join('、') });
    throw new Stop({ kind: 'REFUSED', problems: [found] });
  }
  const reasons = quarantined === 0 ? [] : problems.filter((found) => found.severity === 'ERROR');
  throw new Stop({ kind: 'REFUSED', problems: [problem('FILE_EMPTY'), ...reasons.slice(0, SHOWN_REASONS)] });
};

const inOrder = (tally: Tally): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...tally.byCode].sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1)),
  );

/** Reads the files into the draft and returns what was met on the way. */
const fillDraft = async (sql: TransactionSql, list: ListIdentity, options: ImportOptions) => {
  const tally = startTally();
  const understood: TableUnderstood[] = [];
  const mapping = options.mapping ?? (await rememberedMapping(sql, list.catalogId));
  const grids: Grid[] = [];
  let share = () => 0;
  const { files, strict = false, now } = options;
  const opened = openTables({
    files,
    listKind: list.kind,
    mapping,
    onFile: (grid, position) => {
      grids.push(grid);
      share = () => (position + (grid.progress?.() ?? 0)) / files.length;
    },
  });
  const rows = draftRows(sureTables(opened, understood), {
    list,
    tally,
    strict,
    several: files.length > 1,
    today: dayInChina(new Date(now)),
    onProgress: (count) => options.onProgress?.(count, share()),
  });
  const totals = () => ({ rows: tally.rows, nilReturns: [...tally.nilReturns].sort() });
  await writeDraft(sql, list, rows, now, totals);
  for (const { document, problems } of grids) {
    tally.note(files.length > 1 ? problems.map((found) => problemAt(found, { document })) : problems);
  }
  return { tally, understood };
};

/**
 * The draft's rows have no statistics yet, and a planner that takes them for few joins list by list in nested loops:
 * 40,000 rows took longer than anyone waits.
 */
const preparePlans = async (sql: TransactionSql): Promise<void> => {
  await sql`analyze intake.draft_row`;
  await sql`set local enable_nestloop = off`;
};

const importWithin = async (
  sql: TransactionSql,
  list: ListIdentity,
  options: ImportOptions,
): Promise<ImportResult> => {
  const { tally, understood } = await fillDraft(sql, list, options);
  requireRows(tally);
  tally.note(tooManyNilReturns(tally.nilReturns.size));
  await preparePlans(sql);
  const kept = await settleQuarantine(sql, list.catalogId);
  tally.note(await listProblems(sql, list));
  const difference = await compareDraft(sql, list.catalogId);
  const removals =
    options.allowRemovals === true ? undefined : await removalProblem(sql, list.catalogId, difference);
  if (removals !== undefined) throw new Stop({ kind: 'REFUSED', problems: [removals] });
  if (options.mapping !== undefined) await rememberMapping(sql, list.catalogId, options.mapping);
  const { rows, accepted, quarantined, problems, found } = tally;
  const result = {
    kind: 'IMPORTED',
    report: {
      file: [...new Set(understood.map(({ document }) => document))].join('、'),
      list: list.key,
      name: list.name,
      rows,
      accepted,
      quarantined,
      kept,
      ...difference,
      tables: understood,
      changes: await changesOfDraft(sql, list.catalogId),
      nilReturns: [...tally.nilReturns].sort(),
      departments: tally.departments(),
      counts: inOrder(tally),
      problems,
      omitted: found - problems.length,
    },
  } as const;
  if (options.dryRun === true) throw new Stop(result);
  const { now, operator } = options;
  const content = { document: result.report.file, rows, accepted, quarantined, kept, ...difference };
  const line = { region: list.regionCode, target: list.key, outcome: 'ACCEPTED', content };
  await recordTrail(sql, { subject: operator, action: 'IMPORT', release: undefined, now }, [line]);
  return result;
};

/**
 * Reads files into the draft of one list, all in one transaction: whatever goes wrong, the draft before stays. Rows
 * with problems are kept and flagged; rows that leave no item are set aside, and what is published of them stays.
 */
export const importFiles = async (sql: Sql, options: ImportOptions): Promise<ImportResult> => {
  const identified = await identifyList(sql, options.list);
  if (identified.kind === 'REFUSED') return identified;
  try {
    return (await sql.begin((transaction) =>
      importWithin(transaction, identified.list, options),
    )) as ImportResult;
  } catch (error) {
    if (error instanceof Stop) return error.result;
    if (error instanceof FileRefused) return { kind: 'REFUSED', problems: [error.problem] };
    throw error;
  }
};
