import type { SheetHead } from '../sheet-head.ts';
import type { FormCell, FormRow } from './form-row.ts';
import { namesForm } from './heading.ts';
import { elementOf, type Label, readLabel } from './label.ts';

/** Where a form of labels and values has its labels, and which columns only explain how to fill it in. */
export interface LabelForm {
  readonly labelColumns: ReadonlySet<number>;
  readonly ignoredColumns: ReadonlySet<number>;
  readonly titles: readonly string[];
  /** Lines above the first label. */
  readonly headings: readonly string[];
}

/** A sheet that explains the elements instead of filling them: its second column would pass for values. */
const EXPLANATION = /填[表写报](?:说明|须知|要求|规范)|数据字典|代码表|字段说明|要素说明|操作手册|填报指引/u;

/** Titles above the labels, where a form has a row of them: 要素名称、要素内容、填写说明. */
const ELEMENT_TITLE = /^(?:要素|字段|数据项|指标|项目|栏目|信息项)(?:名称|名)?$|^项目名$|^列名$/u;
const VALUE_TITLE = /内容|填报|填写(?!说明|要求|规范)|具体|结果|^值$|信息$/u;
const EXPLAINING_TITLE = /说明|要求|规则|规范|示例|问题|备注|类型|长度|必填|格式/u;

/** Whether a cell heads the column of labels (要素名称) and is none itself. */
export const isTitleCell = (text: string): boolean =>
  ELEMENT_TITLE.test(text.replace(/\s/gu, '')) && readLabel(text) === undefined;

const isNumber = (text: string): boolean => /^[\d.、）)]+$/u.test(text);

interface Seen {
  known: number;
  total: number;
}

/** Cells that stand in a row with others and are no running numbers, by column, and how many of them are labels. */
const countColumns = (rows: readonly FormRow[]): ReadonlyMap<number, Seen> => {
  const columns = new Map<number, Seen>();
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (isNumber(text)) continue;
      const seen = columns.get(column) ?? { known: 0, total: 0 };
      seen.total += 1;
      if (readLabel(text) !== undefined) seen.known += 1;
      columns.set(column, seen);
    }
  }
  return columns;
};

/** A header of a list: three labels or more side by side, without a value between them. */
const isListHeader = ({ cells }: FormRow): boolean => {
  let run = 0;
  for (const [index, { column, text }] of cells.entries()) {
    const follows = index === 0 || column === (cells[index - 1]?.right ?? 0) + 1;
    const isLabel = readLabel(text)?.rest === '';
    run = isLabel ? (follows ? run : 0) + 1 : 0;
    if (run >= 3) return true;
  }
  return false;
};

/** Labels of a row at the places where the form has them. */
const labelsOf = (cells: readonly FormCell[], columns: ReadonlySet<number>): readonly Label[] =>
  cells.flatMap(({ column, text }, index) => {
    const label = readLabel(text);
    if (label === undefined) return [];
    return columns.has(column) || label.rest !== '' || index === 0 ? [label] : [];
  });

/** The row of titles above the labels, where there is one; `undefined` where it shows that nothing is filled in. */
const titleRow = (rows: readonly FormRow[], labelColumn: number) => {
  const none = { ignored: new Set<number>(), explains: false };
  const heads = ({ column, text }: FormCell) => column === labelColumn && isTitleCell(text);
  const row = rows.find(({ cells }) => cells.length > 1 && cells.some(heads));
  if (row === undefined) return none;
  const beside = row.cells.filter(({ column }) => column > labelColumn);
  const values = beside.filter(({ text }) => VALUE_TITLE.test(text));
  const explaining = beside.filter(({ text }) => EXPLAINING_TITLE.test(text) && !VALUE_TITLE.test(text));
  const ignored = new Set(explaining.map(({ column }) => column));
  return { ignored, explains: values.length === 0 && explaining.length > 0 };
};

const labelColumnsOf = (rows: readonly FormRow[]): ReadonlySet<number> => {
  const side = rows.filter((row) => row.cells.length > 1 && !isListHeader(row));
  const columns = [...countColumns(side)].filter(([, { known, total }]) => known >= 2 && known * 2 >= total);
  return new Set(columns.map(([column]) => column));
};

/**
 * Recognises a sheet of labels with their values beside them: at least four elements of the registry (three under a
 * heading that names a form) on at least three rows. A list is none: its labels stand side by side in one row.
 */
export const recogniseLabelForm = (head: SheetHead, rows: readonly FormRow[]): LabelForm | undefined => {
  const labelColumns = labelColumnsOf(rows);
  if (labelColumns.size === 0) return undefined;
  const first = rows.findIndex((row) => labelsOf(row.cells, labelColumns).length > 0);
  const above = rows
    .slice(0, first)
    .filter(({ cells }) => !cells.some(({ text }) => isTitleCell(text)))
    .flatMap(({ cells }) => cells.map(({ text }) => text));
  const headings = [...head.before, ...above];
  if ([...headings, head.name ?? ''].some((line) => line.length <= 40 && EXPLANATION.test(line)))
    return undefined;
  const titled = titleRow(rows, Math.min(...labelColumns));
  if (titled.explains) return undefined;
  const labelRows = rows.filter((row) => !isListHeader(row) && labelsOf(row.cells, labelColumns).length > 0);
  const labels = labelRows.flatMap(({ cells }) => labelsOf(cells, labelColumns));
  const elements = new Set(labels.map(elementOf));
  const enough = [...headings, head.name ?? ''].some(namesForm) ? 3 : 4;
  if (elements.size < enough || labelRows.length < 3) return undefined;
  return {
    labelColumns,
    ignoredColumns: titled.ignored,
    titles: labels.map(({ title }) => title),
    headings,
  };
};
