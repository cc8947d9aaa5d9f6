import type { CellValue } from './grid.ts';
import { meant } from './number-formats.ts';
import type { XlsGlobals } from './xls-globals.ts';
import { continued, damagedXls, RECORD, type XlsRecord } from './xls-records.ts';

/** A cell of an xls sheet: the row counted from 1, the column from 0; `error` is the text of an error, `#N/A`. */
export interface XlsCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly error?: string;
}

type Place = Pick<XlsCell, 'row' | 'column'>;

/** Records that put a cell or several; each starts with its row, column and format. */
export const CELL_RECORDS: ReadonlySet<number> = new Set([
  RECORD.FORMULA,
  RECORD.RICH_STRING,
  RECORD.LABEL_SHARED,
  RECORD.NUMBER,
  RECORD.LABEL,
  RECORD.BOOLEAN_OR_ERROR,
  RECORD.RK,
  RECORD.MUL_RK,
]);

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Numbers packed into four bytes (MS-XLS §2.5.217): an integer or half a double, perhaps in hundredths. */
const unpacked = (packed: number): number => {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((packed & ~3) >>> 0, 4);
  const number = (packed & 2) === 0 ? double.readDoubleLE(0) : packed >> 2;
  return (packed & 1) === 0 ? number : number / 100;
};

const placeOf = (data: Buffer): Place => ({ row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(2) });

const errorCell = (place: Place, code: number): XlsCell => ({
  ...place,
  value: null,
  error: ERRORS[code] ?? '#ERROR!',
});

const numberCell = (place: Place, format: number, value: number, globals: XlsGlobals): XlsCell => {
  const meaning = globals.styles[format];
  return { ...place, value: meaning === undefined ? value : meant(value, meaning, globals.is1904) };
};

/** What a formula was last calculated to; undefined for a text, which stands in a record of its own. */
const formulaCell = (data: Buffer, globals: XlsGlobals): XlsCell | undefined => {
  const place = placeOf(data);
  const format = data.readUInt16LE(4);
  if (data.readUInt16LE(12) !== 0xffff) return numberCell(place, format, data.readDoubleLE(6), globals);
  const value = data.readUInt8(8);
  switch (data.readUInt8(6)) {
    case 0:
      return undefined;
    case 1:
      return { ...place, value: value !== 0 };
    case 2:
      return errorCell(place, value);
    default:
      return { ...place, value: '' };
  }
};

/** The cells of a record that says all of them itself. */
const wholeCells = ({ id, data }: XlsRecord, globals: XlsGlobals): readonly XlsCell[] => {
  const place = placeOf(data);
  const format = data.readUInt16LE(4);
  switch (id) {
    case RECORD.LABEL_SHARED: {
      const value = globals.strings[data.readUInt32LE(6)];
      if (value === undefined) throw damagedXls();
      return [{ ...place, value }];
    }
    case RECORD.NUMBER:
      return [numberCell(place, format, data.readDoubleLE(6), globals)];
    case RECORD.RK:
      return [numberCell(place, format, unpacked(data.readInt32LE(6)), globals)];
    case RECORD.MUL_RK:
      // Six bytes for each number, and at the end two for the last column.
      return Array.from({ length: Math.floor((data.length - 6) / 6) }, (_none, index) => {
        const [at, column] = [4 + index * 6, place.column + index];
        const value = unpacked(data.readInt32LE(at + 2));
        return numberCell({ row: place.row, column }, data.readUInt16LE(at), value, globals);
      });
    case RECORD.BOOLEAN_OR_ERROR: {
      const value = data.readUInt8(6);
      return [data.readUInt8(7) === 0 ? { ...place, value: value !== 0 } : errorCell(place, value)];
    }
    default:
      return [];
  }
};

/** The cells of a sheet in the order of its records; texts are put together of the records that continue them. */
export function* cellsOf(
  records: Iterator<XlsRecord>,
  globals: XlsGlobals,
): Generator<XlsCell, void, undefined> {
  /** The cell whose formula gave a text; between the two may stand what formulas share. */
  let awaiting: Place | undefined;
  for (let step = records.next(); !step.done; ) {
    const { id, data } = step.value;
    const record = step.value;
    step = records.next();
    const text = (bytes: Buffer): string => {
      const more = (): Buffer | undefined => {
        if (step.done || step.value.id !== RECORD.CONTINUE) return undefined;
        const next = step.value.data;
        step = records.next();
        return next;
      };
      const pieces = continued(bytes, more);
      const length = pieces.u16();
      return pieces.characters(length, pieces.u8());
    };
    if (id === RECORD.FORMULA) {
      const cell = formulaCell(data, globals);
      awaiting = cell === undefined ? placeOf(data) : undefined;
      if (cell !== undefined) yield cell;
    } else if (id === RECORD.STRING && awaiting !== undefined) {
      yield { ...awaiting, value: text(data) };
      awaiting = undefined;
    } else if (id === RECORD.LABEL || id === RECORD.RICH_STRING) {
      yield { ...placeOf(data), value: text(data.subarray(6)) };
    } else if (CELL_RECORDS.has(id)) {
      yield* wholeCells(record, globals);
    }
  }
}
