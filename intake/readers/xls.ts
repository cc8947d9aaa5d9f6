import type { GridEvent, Reader, ReadLimits } from './grid.ts';
import { openOle } from './ole.ts';
import { readGlobals } from './xls-globals.ts';
import { damagedXls } from './xls-records.ts';
import { readRows, readShape } from './xls-rows.ts';

function* events(path: string, limits: ReadLimits): Generator<GridEvent, void, undefined> {
  const file = openOle(path);
  try {
    const stream = file.stream('Workbook');
    if (stream === undefined) throw damagedXls();
    const globals = readGlobals(stream, limits);
    const positions = new Set(globals.sheets.map(({ position }) => position));
    // One sheet read again and again under many names would be a bomb.
    if (positions.size === 0 || positions.size < globals.sheets.length) throw damagedXls();
    const count = { cells: 0, characters: 0 };
    for (const sheet of globals.sheets) {
      const { name, hidden } = sheet;
      const shape = readShape(stream, sheet, limits);
      yield { kind: 'SHEET', sheet: { kind: 'CELLS', name, hidden, merges: shape.merges } };
      for (const event of readRows(stream, sheet, shape, globals, limits, count)) {
        // Of a hidden sheet no row is taken.
        if (event.kind === 'ROWS' || !hidden) yield event;
      }
    }
  } finally {
    file.close();
  }
}

/**
 * Reads the worksheets of an xls file (BIFF8, Excel 97-2003; MS-XLS) in the order of their tabs, hidden ones too.
 * Values are as of xlsx. Memory holds the shared texts and a piece of one sheet.
 */
export const xlsReader: Reader = async function* (path, limits) {
  try {
    yield* events(path, limits);
  } catch (error) {
    // Bytes that end before a record says they do.
    throw error instanceof RangeError && 'code' in error ? damagedXls(error) : error;
  }
};
