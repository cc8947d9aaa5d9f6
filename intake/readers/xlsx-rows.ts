import { type Problem, problem } from '../../catalog/problems.ts';
import { cellAddress, columnOf } from './cell-address.ts';
import { BATCH_ROWS, type CellValue, FileRefused, type GridRow } from './grid.ts';
import { inPlainDigits } from './limits.ts';
import { type CellContext, cellValue } from './xlsx-cell.ts';
import { type XmlTokens, xmlTokens } from './xml-tokens.ts';

/** Counts the cells of a whole file, and the characters of the rows that wait. */
export interface CellCount {
  cells: number;
  characters: number;
}

/** Characters of a batch of rows: long texts make it shorter, so that few batches never fill the memory. */
const BATCH_CHARACTERS = 1 << 20;

/** Characters of a formula that a problem quotes. */
const QUOTED = 100;

/** Where in a cell the reader stands: only the texts of these elements are what a cell shows. */
type Within = 'NOTHING' | 'VALUE' | 'FORMULA' | 'INLINE';

/** The rows of one sheet as its XML is given: complete rows pile up in `rows` until they are taken. */
const rowTokens = (context: CellContext, count: CellCount, rows: GridRow[]): XmlTokens => {
  const { sheet, limits } = context;
  let inRows = false;
  let inCell = false;
  let element = '';
  let within: Within = 'NOTHING';
  let phonetic = 0;
  let row = 0;
  let lastRow = 0;
  let column = -1;
  let cells: CellValue[] = [];
  let problems: Problem[] = [];
  let type = '';
  let style = -1;
  let value = '';
  let formula: string | undefined;

  const address = (): string => cellAddress(column, row);
  const limit = (title: string, most: number): FileRefused =>
    new FileRefused(problem('FILE_LIMIT', { sheet, cell: address(), title, other: inPlainDigits(most) }));

  const startRow = (): void => {
    row += 1;
    column = -1;
    cells = [];
    problems = [];
  };
  const startCell = (): void => {
    inCell = true;
    column += 1;
    type = '';
    style = -1;
    value = '';
    formula = undefined;
    within = 'NOTHING';
    count.cells += 1;
    if (count.cells > limits.cells) throw limit('单元格数', limits.cells);
  };

  const put = (shown: CellValue): void => {
    if (shown === null || shown === '') return;
    if (column >= limits.columns) throw limit('列数', limits.columns);
    if (row > limits.rows) throw limit('行数', limits.rows);
    if (typeof shown === 'string' && shown.length > limits.cellCharacters) {
      throw limit('单元格字数', limits.cellCharacters);
    }
    if (typeof shown === 'string') count.characters += shown.length;
    while (cells.length < column) cells.push(null);
    cells[column] = shown;
  };
  const endCell = (): void => {
    inCell = false;
    if (formula !== undefined && value === '' && type !== 'str') {
      const shown = formula.slice(0, QUOTED);
      problems.push(problem('FORMULA_WITHOUT_VALUE', { sheet, cell: address(), row, value: shown }));
    } else if (type === 'e') {
      problems.push(problem('CELL_ERROR', { sheet, cell: address(), row, value }));
    } else if (value !== '') {
      put(cellValue({ type, style, value, formula, column, row }, context));
    }
  };
  const endRow = (): void => {
    if (cells.length === 0 && problems.length === 0) return;
    if (row <= lastRow) {
      throw new FileRefused(problem('FILE_UNREADABLE', { sheet, row, detail: '行的次序错乱' }));
    }
    lastRow = row;
    rows.push(problems.length === 0 ? { row, cells } : { row, cells, problems });
  };

  return xmlTokens({
    open: (name) => {
      element = name;
      if (!inRows) {
        inRows = name === 'sheetData';
      } else if (name === 'c') startCell();
      else if (name === 'row') startRow();
      else if (inCell) {
        if (name === 'v') within = 'VALUE';
        else if (name === 't') within = phonetic === 0 ? 'INLINE' : 'NOTHING';
        else if (name === 'f') {
          within = 'FORMULA';
          formula = '';
        } else if (name === 'rPh') phonetic += 1;
      }
    },
    attribute: (name, text) => {
      if (!inRows) return;
      if (element === 'c') {
        if (name === 'r') column = columnOf(text) ?? column;
        else if (name === 't') type = text;
        else if (name === 's') style = Number(text);
      } else if (element === 'row' && name === 'r') row = Number(text);
    },
    text: (text) => {
      if (within === 'NOTHING' || !inCell) return;
      if (within === 'FORMULA') {
        if (formula !== undefined && formula.length < QUOTED) formula += text;
      } else {
        value += text;
        if (value.length > limits.cellCharacters) throw limit('单元格字数', limits.cellCharacters);
      }
    },
    close: (name) => {
      if (!inRows) return;
      if (name === 'c') endCell();
      else if (name === 'row') endRow();
      else if (name === 'sheetData') inRows = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'v' || name === 't' || name === 'f') within = 'NOTHING';
    },
  });
};

/** The rows of a worksheet in batches; rows and cells without a value are left out, whatever their format. */
export async function* readRows(
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
  count: CellCount,
): AsyncGenerator<readonly GridRow[], void, undefined> {
  const rows: GridRow[] = [];
  const tokens = rowTokens(context, count, rows);
  for await (const chunk of chunks) {
    tokens.write(chunk);
    if (rows.length < BATCH_ROWS && count.characters < BATCH_CHARACTERS) continue;
    count.characters = 0;
    while (rows.length > 0) yield rows.splice(0, BATCH_ROWS);
  }
  tokens.end();
  while (rows.length > 0) yield rows.splice(0, BATCH_ROWS);
}
