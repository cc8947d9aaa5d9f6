import { sheetJs } from './sheet-js.ts';

/** An OLE file of these streams. */
export const ole = (streams: Readonly<Record<string, Buffer>>): Buffer => {
  const file = sheetJs.CFB.utils.cfb_new();
  for (const [name, data] of Object.entries(streams)) sheetJs.CFB.utils.cfb_add(file, `/${name}`, data);
  return Buffer.from(sheetJs.CFB.write(file, { type: 'buffer' }) as Uint8Array);
};

type Field = readonly [value: number, bytes: number];

/** One record: its fields are numbers of so many bytes, or bytes. */
export const record = (id: number, ...fields: readonly (Field | Buffer)[]): Buffer => {
  const data = Buffer.concat(
    fields.map((field) => {
      if (Buffer.isBuffer(field)) return field;
      const bytes = Buffer.alloc(field[1]);
      bytes.writeUIntLE(field[0], 0, field[1]);
      return bytes;
    }),
  );
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};

/** The start of the globals (5), a sheet (16) or a chart (32). */
export const start = (kind: number, version = 0x600): Buffer =>
  record(0x809, [version, 2], [kind, 2], Buffer.alloc(12));

export const END = record(0x0a);
const name = (text: string): Buffer =>
  Buffer.concat([Buffer.from([text.length, 0]), Buffer.from(text, 'latin1')]);

/** A workbook of one sheet with these records; `globals` stand before the list of sheets. */
export const workbook = (cells: readonly Buffer[], globals: readonly Buffer[] = [], sheets = 1): Buffer => {
  const before = [start(5), ...globals];
  const length = Buffer.concat(before).length + sheets * (4 + 8 + 1) + END.length;
  const list = Array.from({ length: sheets }, () => record(0x85, [length, 4], [0, 2], name('a')));
  const padding = record(0x01, Buffer.alloc(5000));
  return ole({ Workbook: Buffer.concat([...before, ...list, END, start(0x10), ...cells, END, padding]) });
};

/** A cell of a number; rows and columns are counted from 0. */
export const number = (row: number, column: number): Buffer =>
  record(0x203, [row, 2], [column, 2], [0, 2], Buffer.alloc(8, 1));

/** The list of shared texts. */
export const strings = (count: number, ...texts: readonly Buffer[]): Buffer =>
  record(0xfc, [count, 4], [count, 4], ...texts);

/** One of them: 1 is wide, 4 with readings, 8 with formats. */
export const text = (length: number, flags: number, ...rest: readonly (Field | Buffer)[]): Buffer =>
  record(0, [length, 2], [flags, 1], ...rest).subarray(4);
