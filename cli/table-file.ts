import { basename } from 'node:path';
import { csvReader } from '../intake/readers/csv.ts';
import { FileRefused, type GridRow } from '../intake/readers/grid.ts';
import { LIMITS } from '../intake/readers/limits.ts';
import { whyUnreadable } from './file-words.ts';
import { CSV_WANTED, refusesForeign } from './foreign-file.ts';

/** The columns of a CSV file by their titles; every other column is passed over. */
export interface TableShape<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
  /** The required column whose values differ from row to row. */
  readonly key: Required;
}

export type TableRow<Column extends string> = Readonly<Record<Column, string>>;

/** A table that could be read, or one sentence for each thing that is wrong with it. */
export type ReadTable<Column extends string> =
  | { readonly kind: 'ROWS'; readonly rows: readonly TableRow<Column>[]; readonly notes: readonly string[] }
  | { readonly kind: 'WRONG'; readonly problems: readonly string[] };

interface Header {
  /** Where each wanted column stands, by title. */
  readonly places: ReadonlyMap<string, number>;
  readonly width: number;
}

/** Problems told of one file; more of them are the same slip again. */
const SHOWN_PROBLEMS = 20;
const SHOWN_TITLES = 12;

type AnyShape = TableShape<string, string>;

const textAt = (row: GridRow, place: number | undefined): string =>
  place === undefined ? '' : String(row.cells[place] ?? '');

/** The header of a file, or the sentence that says what is wrong with it. */
const headerOf = (file: string, { required, optional }: AnyShape, row: GridRow): Header | string => {
  const titles = row.cells.map((_, place) => textAt(row, place).trim().toLowerCase());
  const columns = [...required, ...optional];
  const where = `${file} 第 ${row.row} 行（表头）`;
  const twice = columns.find((column) => titles.indexOf(column) !== titles.lastIndexOf(column));
  if (twice !== undefined) return `${where}：“${twice}”列出现了两次，请只留一列。`;
  const missing = required.filter((column) => !titles.includes(column));
  if (missing.length > 0) {
    const found = titles.filter((title) => title !== '').slice(0, SHOWN_TITLES);
    return `${where}：缺少“${missing.join('”“')}”列，现有 ${found.join('、')}；第一行应为列名，必须有 ${required.join('、')}，可以有 ${optional.join('、')}。`;
  }
  const places = columns.map((column) => [column, titles.indexOf(column)] as const);
  return { places: new Map(places.filter(([, place]) => place !== -1)), width: titles.length };
};

/** The place is told once, by the caller. */
const withoutPlace = (message: string): string => message.replace(/^第 \d+ 行：/u, '').replace(/\s+/gu, ' ');

/** What is wrong with a row, one sentence each; remembers the keys of the rows before. */
const rowChecker = (file: string, { required, key }: AnyShape) => {
  const rowsByKey = new Map<string, number>();
  return (row: GridRow, values: TableRow<string>, width: number): readonly string[] => {
    const where = `${file} 第 ${row.row} 行`;
    if (row.problems !== undefined)
      return row.problems.map((one) => `${where}：${withoutPlace(one.message)}`);
    const surplus = row.cells.slice(width).filter((cell) => String(cell ?? '').trim() !== '').length;
    if (surplus > 0) {
      return [`${where}：比表头多出 ${surplus} 格；格中有逗号的，请用英文双引号把整格括起来。`];
    }
    const empty = required.filter((column) => values[column]?.trim() === '');
    if (empty.length > 0) {
      return empty.map((column) => `${where}“${column}”列：不能为空，请填写，或删去这一行。`);
    }
    const own = values[key] ?? '';
    const before = rowsByKey.get(own);
    if (before !== undefined) {
      return [`${where}“${key}”列：“${own}”与第 ${before} 行重复，请改成不同的编号，或删去一行。`];
    }
    rowsByKey.set(own, row.row);
    return [];
  };
};

/** A note without the advice to import anew. */
const withoutImport = (message: string): string => message.replace(/；[^；]*重新导入。$/u, '。');

/** A file refused as a whole. The advice of an import, to save a workbook and import again, is left out. */
const refusal = (file: string, { problem }: FileRefused): string =>
  problem.code === 'FILE_EMPTY'
    ? `${file}：文件是空的，第一行应为列名。`
    : `${file}：${problem.message.split(/[，；]请/u)[0]}；请改正后存为 UTF-8 编码的 CSV，重新运行。`;

const failure = (path: string, error: unknown): string => {
  if (error instanceof FileRefused) return refusal(basename(path), error);
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  return `读不了文件 ${path}：${whyUnreadable(error)}。`;
};

/** Takes the rows of a file one by one; what it has found is complete when the file is read. */
const collector = (file: string, shape: AnyShape) => {
  const columns = [...shape.required, ...shape.optional];
  const rows: TableRow<string>[] = [];
  const problems: string[] = [];
  const check = rowChecker(file, shape);
  let header: Header | undefined;
  const takeHeader = (row: GridRow): void => {
    const read = headerOf(file, shape, row);
    if (typeof read === 'string') problems.push(read);
    else header = read;
  };
  const takeValues = (row: GridRow, { places, width }: Header): void => {
    const values = Object.fromEntries(columns.map((column) => [column, textAt(row, places.get(column))]));
    problems.push(...check(row, values, width));
    rows.push(values);
  };
  const take = (row: GridRow): void => (header === undefined ? takeHeader(row) : takeValues(row, header));
  const isHopeless = (): boolean =>
    problems.length > SHOWN_PROBLEMS || (header === undefined && problems.length > 0);
  return { take, rows, problems, isHopeless };
};

/**
 * Reads a whole CSV file (any order of columns, byte order mark, any line end, quoted cells) and checks it before a
 * single row is used. Rows come as texts, '' where a cell or an optional column is missing.
 */
export const readTable = async <Required extends string, Optional extends string>(
  path: string,
  shape: TableShape<Required, Optional>,
): Promise<ReadTable<Required | Optional>> => {
  const file = basename(path);
  const foreign = await refusesForeign(path, CSV_WANTED);
  if (foreign !== undefined) return { kind: 'WRONG', problems: [foreign] };
  const notes: string[] = [];
  const { take, rows, problems, isHopeless } = collector(file, shape);
  try {
    for await (const event of csvReader(path, LIMITS)) {
      if (event.kind === 'PROBLEM') notes.push(`${file}：${withoutImport(event.problem.message)}`);
      if (event.kind === 'ROWS') for (const row of event.rows) if (!isHopeless()) take(row);
      if (isHopeless()) break;
    }
  } catch (error) {
    problems.push(failure(path, error));
  }
  if (problems.length > SHOWN_PROBLEMS) {
    problems.splice(SHOWN_PROBLEMS, problems.length, `${file}：还有别的问题，请先改正以上各处。`);
  }
  if (problems.length > 0) return { kind: 'WRONG', problems };
  return { kind: 'ROWS', rows: rows as TableRow<Required | Optional>[], notes };
};
