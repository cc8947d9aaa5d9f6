import { type Problem, problemAt } from '../catalog/problems.ts';
import type { DraftRow, ListIdentity } from './draft.ts';
import { guideRecords } from './guide-records.ts';
import { itemRecords } from './item-records.ts';
import { asideRow } from './quarantine.ts';
import type { Table, TableRow } from './readers/table.ts';
import { type RecordMaker, type RecordResult, textOf } from './record-maker.ts';
import { type NamedRow, type RowReader, rowReader } from './row.ts';
import { countFamily, type FamilyCounts, tableProblems } from './table-problems.ts';
import type { Tally } from './tally.ts';
import { collectWords } from './words.ts';

/** What the rows of an import become draft rows with. */
export interface DraftRowsOptions {
  readonly list: ListIdentity;
  readonly tally: Tally;
  /** Whether problems have to say in which file they are. */
  readonly several: boolean;
  readonly strict: boolean;
  readonly today: string;
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Titles of a table without names that a refusal shows. */
const SHOWN_TITLES = 5;

type Shared = Pick<RecordMaker, 'words' | 'documents' | 'seen' | 'copies' | 'named'>;

const makerOf = (
  table: Table,
  shared: Shared & { readonly documents: string[] },
  { list, strict, today }: DraftRowsOptions,
  { elements }: RowReader,
): RecordMaker => {
  const { document, sheet } = table;
  shared.documents.push(sheet === undefined ? `文件“${document}”` : `文件“${document}”工作表“${sheet}”`);
  return { ...shared, list, document, sheet, strict, today, elements, table: shared.documents.length - 1 };
};

/** Says where a problem is as far as the row does not: the sheet, and the file where there are several. */
const placed = ({ document, sheet }: Table, several: boolean) => {
  const place = { ...(several ? { document } : {}), ...(sheet === undefined ? {} : { sheet }) };
  // A layout tells of other sheets than its own table's: what a problem says of its place goes first.
  return (found: Problem): Problem =>
    found.sheet === undefined ? problemAt(found, place) : problemAt(found, { ...place, sheet: found.sheet });
};

/** Whether a table's rows are guides: those of a guide collection, and guides that stand beside a list's own table. */
const holdsGuides = (table: Table, list: ListIdentity, itemsBefore: boolean): boolean =>
  list.kind === 'GUIDE' || (table.subject === 'GUIDE' && itemsBefore);

/** The draft rows of one batch of a table's rows; what is found goes to the tally. */
const batchRows = (
  batch: readonly TableRow[],
  table: Table,
  read: (source: TableRow) => NamedRow,
  make: (row: NamedRow, ordinal: number) => RecordResult,
  { list, tally, several }: DraftRowsOptions,
): DraftRow[] => {
  const place = placed(table, several);
  return batch.flatMap((source) => {
    const named = read(source);
    tally.rows += 1;
    const made = make(named, tally.rows);
    const problems = made.problems.map(place);
    tally.note(problems);
    tally.noteRow(textOf(named.core['organisationName']), problems);
    tally[made.quarantined ? 'quarantined' : 'accepted'] += 1;
    return made.quarantined ? [asideRow(list.catalogId, table, source, tally.rows, made)] : made.rows;
  });
};

/**
 * The draft rows of an import's tables in batches: items, guides, the words they speak of, and the rows set aside.
 * Everything found wrong goes to the tally.
 */
export async function* draftRows(
  tables: AsyncIterable<Table>,
  options: DraftRowsOptions,
): AsyncGenerator<readonly DraftRow[]> {
  const { list, tally } = options;
  const words = collectWords();
  const shared = { words, documents: [], seen: new Map(), copies: new Map(), named: new Map() };
  words.region(list.regionCode, undefined);
  let itemsBefore = false;
  for await (const table of tables) {
    const reader = rowReader(table.header, table);
    const maker = makerOf(table, shared, options, reader);
    const guides = holdsGuides(table, list, itemsBefore);
    const families: FamilyCounts = new Map();
    const read = (source: TableRow): NamedRow => {
      const named = reader(source);
      countFamily(families, named);
      return named;
    };
    const make = (row: NamedRow, ordinal: number) =>
      guides ? guideRecords(maker, row, ordinal) : itemRecords(maker, row, ordinal);
    for await (const batch of table.batches) {
      const rows = batchRows(batch, table, read, make, options);
      yield [...words.take(), ...rows];
      options.onProgress?.(tally.rows);
    }
    tally.note(tableProblems(table, list.kind, reader, families).map(placed(table, options.several)));
    tally.hasNames ||= reader.elements.has('name');
    if (!reader.elements.has('name')) tally.titles.push(...table.header.slice(0, SHOWN_TITLES));
    itemsBefore ||= !guides;
  }
}
