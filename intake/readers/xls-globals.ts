import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainDigits } from './limits.ts';
import { meaningOfFormat, type NumberMeaning } from './number-formats.ts';
import type { OleStream } from './ole.ts';
import { type Continued, continued, damagedXls, RECORD, recordsFrom, type XlsRecord } from './xls-records.ts';

/** A worksheet as the workbook lists it; `position` is where its records start in the stream. */
export interface XlsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly position: number;
}

/** What the sheets of an xls file have in common. */
export interface XlsGlobals {
  readonly sheets: readonly XlsSheet[];
  readonly strings: readonly string[];
  /** What the numbers of a cell mean, by the number of its format record. */
  readonly styles: readonly NumberMeaning[];
  readonly is1904: boolean;
}

const BIFF8 = 0x600;
const RICH = 8;
const PHONETIC = 4;

/** A text with runs of formats and readings after it, which are passed over. */
const richText = (bytes: Continued): string => {
  const length = bytes.u16();
  const flags = bytes.u8();
  const runs = (flags & RICH) === 0 ? 0 : bytes.u16();
  const phonetic = (flags & PHONETIC) === 0 ? 0 : bytes.u32();
  const text = bytes.characters(length, flags);
  bytes.skip(runs * 4 + phonetic);
  return text;
};

/** The texts the cells refer to by number. */
const sharedStrings = (bytes: Continued, limits: ReadLimits): readonly string[] => {
  bytes.skip(4);
  const count = bytes.u32();
  if (count > limits.cells) {
    const other = inPlainDigits(limits.cells);
    throw new FileRefused(problem('FILE_LIMIT', { title: '不同的文字数', other }));
  }
  const strings: string[] = [];
  for (let index = 0; index < count; index += 1) strings.push(richText(bytes));
  return strings;
};

const readSheet = ({ data }: XlsRecord): XlsSheet | undefined => {
  // Charts and macros are sheets, too; a worksheet's kind is 0.
  if (data.readUInt8(5) !== 0) return undefined;
  const bytes = continued(data.subarray(6), () => undefined);
  const length = bytes.u8();
  const name = bytes.characters(length, bytes.u8());
  return { name, hidden: (data.readUInt8(4) & 3) !== 0, position: data.readUInt32LE(0) };
};

/** Reads what stands before the first sheet. Throws `FileRefused` for a password and for what is no BIFF8. */
export const readGlobals = (stream: OleStream, limits: ReadLimits): XlsGlobals => {
  const sheets: XlsSheet[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let strings: readonly string[] = [];
  let is1904 = false;
  const records = recordsFrom(stream, 0);
  const start = records.next().value;
  if (start?.id !== RECORD.START || start.data.readUInt16LE(0) !== BIFF8) throw damagedXls();
  for (let step = records.next(); !step.done && step.value.id !== RECORD.EOF; ) {
    const record = step.value;
    const { id, data } = record;
    step = records.next();
    if (id === RECORD.FILE_PASS) throw new FileRefused(problem('FILE_ENCRYPTED'));
    if (id === RECORD.DATE_1904) is1904 = data.readUInt16LE(0) === 1;
    if (id === RECORD.XF) formats.push(data.readUInt16LE(2));
    if (id === RECORD.FORMAT) {
      codes.set(data.readUInt16LE(0), richText(continued(data.subarray(2), () => undefined)));
    }
    if (id === RECORD.BOUND_SHEET) {
      const sheet = readSheet(record);
      if (sheet !== undefined) sheets.push(sheet);
    }
    if (id !== RECORD.SHARED_STRINGS) continue;
    const more = (): Buffer | undefined => {
      if (step.done || step.value.id !== RECORD.CONTINUE) return undefined;
      const next = step.value.data;
      step = records.next();
      return next;
    };
    strings = sharedStrings(continued(data, more), limits);
  }
  const styles = formats.map((format) => meaningOfFormat(format, codes.get(format)));
  return { sheets, strings, styles, is1904 };
};
