import { columnOf } from './cell-address.ts';
import { BATCH_ROWS, type GridEvent, type GridRow } from './grid.ts';
import {
  BATCH_CHARACTERS,
  type CellCount,
  hiddenRows,
  type RowCollector,
  rowCollector,
} from './row-collector.ts';
import { type CellContext, type CellText, cellValue } from './xlsx-cell.ts';
import { type XmlTokens, xmlTokens } from './xml-tokens.ts';

/** Characters of a formula that a problem quotes. */
const QUOTED = 100;

/** Where in a cell the reader stands: only the texts of these elements are what a cell shows. */
type Within = 'NOTHING' | 'VALUE' | 'FORMULA';

const endCell = (cell: CellText, context: CellContext, collector: RowCollector): void => {
  const { type, value, formula } = cell;
  if (formula !== undefined && value === '' && type !== 'str') {
    collector.report('FORMULA_WITHOUT_VALUE', formula.slice(0, QUOTED));
  } else if (type === 'e') collector.report('CELL_ERROR', value);
  else if (value !== '') collector.put(cellValue(cell, context, collector));
};

/** Tells the collector the rows of one sheet as its XML is given. */
const rowTokens = (context: CellContext, collector: RowCollector): XmlTokens => {
  const most = context.limits.cellCharacters;
  let inRows = false;
  let element = '';
  let within: Within = 'NOTHING';
  let phonetic = 0;
  let cell: CellText | undefined;

  const openInCell = (name: string, open: CellText): void => {
    // Readings of the characters (furigana) stand within an inline text and are not shown.
    if (name === 'v' || (name === 't' && phonetic === 0)) within = 'VALUE';
    else if (name === 'rPh') phonetic += 1;
    else if (name === 'f') {
      within = 'FORMULA';
      open.formula ??= '';
    }
  };
  return xmlTokens({
    open: (name) => {
      element = name;
      if (!inRows) {
        inRows = name === 'sheetData';
      } else if (name === 'c') {
        cell = { type: '', style: -1, value: '', formula: undefined };
        collector.startCell(collector.column + 1);
      } else if (name === 'row') collector.startRow(collector.row + 1);
      else if (cell !== undefined) openInCell(name, cell);
    },
    attribute: (name, text) => {
      if (element === 'c' && cell !== undefined) {
        if (name === 'r') collector.column = columnOf(text) ?? collector.column;
        else if (name === 't') cell.type = text;
        else if (name === 's') cell.style = Number(text);
      } else if (element === 'row' && inRows) {
        if (name === 'r') collector.row = Number(text);
        else if (name === 'hidden' && (text === '1' || text === 'true')) collector.hideRow();
      }
    },
    text: (text) => {
      if (cell === undefined || within === 'NOTHING') return;
      if (within === 'FORMULA') {
        if (cell.formula !== undefined && cell.formula.length < QUOTED) cell.formula += text;
      } else {
        cell.value += text;
        if (cell.value.length > most) throw collector.limit('单元格字数', most);
      }
    },
    close: (name) => {
      if (!inRows) return;
      if (name === 'c') {
        if (cell !== undefined) endCell(cell, context, collector);
        cell = undefined;
      } else if (name === 'row') collector.endRow();
      else if (name === 'sheetData') inRows = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'v' || name === 't' || name === 'f') within = 'NOTHING';
    },
  });
};

/**
 * The rows of a worksheet in batches, at the end which of them are hidden; rows and cells without a value are left out,
 * whatever their format. Complete rows pile up until a batch is taken.
 */
export async function* readRows(
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
  count: CellCount,
): AsyncGenerator<GridEvent, void, undefined> {
  const rows: GridRow[] = [];
  const collector = rowCollector(context.sheet, context.limits, count, rows);
  const tokens = rowTokens(context, collector);
  for await (const chunk of chunks) {
    tokens.write(chunk);
    if (rows.length < BATCH_ROWS && count.characters < BATCH_CHARACTERS) continue;
    count.characters = 0;
    while (rows.length > 0) yield { kind: 'ROWS', rows: rows.splice(0, BATCH_ROWS) };
  }
  tokens.end();
  while (rows.length > 0) yield { kind: 'ROWS', rows: rows.splice(0, BATCH_ROWS) };
  for (const found of hiddenRows(context.sheet, collector.hidden)) yield { kind: 'PROBLEM', problem: found };
}
