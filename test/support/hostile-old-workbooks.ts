import { flips, type HostileFile, hostile, type Outcome, truncations } from './hostile-file.ts';

import { END, number, ole, record, start, strings, text, workbook } from './old-workbook.ts';
import { savedBook, sheetJs } from './sheet-js.ts';

const ROWS = [
  ['事项名称', '编码', '时限'],
  ['设立许可', '001', 20],
  ['变更许可', '002', 1.5],
];

let saved: Buffer | undefined;

/** A small workbook as Excel 97 saves it. */
export const oldWorkbook = (): Buffer => {
  if (saved === undefined) {
    const sheet = sheetJs.utils.aoa_to_sheet(ROWS);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    saved = savedBook({ SheetNames: ['清单'], Sheets: { 清单: sheet } }, 'biff8');
  }
  return Buffer.from(saved);
};

const changed = (position: number, value: number, bytes = 4): Buffer => {
  const file = oldWorkbook();
  file.writeUIntLE(value, position, bytes);
  return file;
};

const LARGEST = 0xffff;

const records: readonly HostileFile[] = [
  hostile('far-cell.xls', () => workbook([number(LARGEST, LARGEST)]), 'FILE_LIMIT'),
  hostile('far-row.xls', () => workbook([number(LARGEST, 0)]), 'READ'),
  hostile('rows-in-any-order.xls', () => workbook([number(9, 0), number(3, 1), number(5, 0)]), 'READ'),
  hostile('row-in-two-pieces.xls', () => workbook([number(9, 0), number(3, 1), number(9, 2)]), 'READ'),
  hostile('password.xls', () => workbook([number(0, 0)], [record(0x2f, Buffer.alloc(54))]), 'FILE_ENCRYPTED'),
  hostile(
    'merges-without-end.xls',
    () => workbook([record(0xe5, [LARGEST, 2], Buffer.alloc(8, 0xff))]),
    'READ',
  ),
  hostile(
    'merge-all.xls',
    () => workbook([record(0xe5, [1, 2], [0, 2], [LARGEST, 2], [0, 2], [LARGEST, 2])]),
    'READ',
  ),
  hostile('strings-four-thousand-million.xls', () => workbook([], [strings(0xffffffff)]), 'FILE_LIMIT'),
  hostile('strings-missing.xls', () => workbook([], [strings(40_000_000)]), 'FILE_UNREADABLE'),
  hostile(
    'string-longer-than-file.xls',
    () => workbook([], [strings(1, text(LARGEST, 1))]),
    'FILE_UNREADABLE',
  ),
  hostile(
    'string-with-runs-without-end.xls',
    () => workbook([], [strings(1, text(1, 12, [LARGEST, 2], [0xffffffff, 4]))]),
    'FILE_UNREADABLE',
  ),
  hostile(
    'string-number-too-large.xls',
    () => workbook([record(0xfd, [0, 2], [0, 2], [0, 2], [77, 4])]),
    'FILE_UNREADABLE',
  ),
  hostile('numbers-cut-short.xls', () => workbook([record(0x203, [0, 2], [0, 2])]), 'FILE_UNREADABLE'),
  hostile('cell-of-nothing.xls', () => workbook([record(0x27e)]), 'FILE_UNREADABLE'),
  hostile(
    'numbers-packed-oddly.xls',
    () => workbook([record(0xbd, [0, 2], [0, 2], Buffer.alloc(3))]),
    'READ',
    'FILE_UNREADABLE',
  ),
  hostile(
    'formula-text-missing.xls',
    () =>
      workbook([
        record(0x06, [0, 2], [0, 2], [0, 2], Buffer.from('000000000000ffff', 'hex'), Buffer.alloc(8)),
      ]),
    'READ',
  ),
  hostile(
    'format-unknown.xls',
    () => workbook([record(0x203, [0, 2], [0, 2], [LARGEST, 2], Buffer.alloc(8, 1))]),
    'READ',
  ),
  hostile('sheets-of-one-place.xls', () => workbook([number(0, 0)], [], 5000), 'FILE_UNREADABLE'),
  hostile(
    'no-sheets.xls',
    () => ole({ Workbook: Buffer.concat([start(5), END, Buffer.alloc(5000)]) }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'sheet-within-sheet.xls',
    () => workbook(Array.from({ length: 20_000 }, () => start(0x20))),
    'READ',
    'FILE_UNREADABLE',
  ),
  hostile(
    'excel-95.xls',
    () => ole({ Workbook: Buffer.concat([start(5, 0x500), END, Buffer.alloc(5000)]) }),
    'FILE_UNREADABLE',
  ),
  hostile('excel-95-book.xls', () => ole({ Book: Buffer.alloc(5000) }), 'FILE_FORMAT_UNSUPPORTED'),
  hostile('workbook-random.xls', () => ole({ Workbook: Buffer.alloc(9000, 0x5a) }), 'FILE_UNREADABLE'),
  hostile('workbook-small.xls', () => ole({ Workbook: Buffer.alloc(10) }), 'FILE_UNREADABLE'),
];

const containers: readonly HostileFile[] = [
  ...['.xlsx', '.docx', '.xls'].map((ending) =>
    hostile(
      `encrypted-package${ending}`,
      () => ole({ EncryptionInfo: Buffer.alloc(200), EncryptedPackage: Buffer.alloc(9000, 7) }),
      'FILE_ENCRYPTED',
    ),
  ),
  ...['.doc', '.docx', '.xlsx', '.wps'].map((ending) =>
    hostile(
      `old-word${ending}`,
      () => ole({ WordDocument: Buffer.alloc(9000, 7) }),
      'FILE_FORMAT_UNSUPPORTED',
    ),
  ),
  hostile(
    'old-slides.ppt',
    () => ole({ 'PowerPoint Document': Buffer.alloc(9000, 7) }),
    'FILE_FORMAT_UNSUPPORTED',
  ),
  hostile('ole-of-nothing.xls', () => ole({ Something: Buffer.alloc(9000, 7) }), 'FILE_FORMAT_UNSUPPORTED'),
  hostile('sector-size-odd.xls', () => changed(30, 31, 2), 'FILE_UNREADABLE'),
  hostile('sector-size-zero.xls', () => changed(30, 0, 2), 'FILE_UNREADABLE'),
  hostile('directory-nowhere.xls', () => changed(48, 0x00ffffff), 'FILE_UNREADABLE'),
  hostile('table-of-itself.xls', () => changed(68, 0), 'FILE_UNREADABLE', 'READ', 'FILE_FORMAT_UNSUPPORTED'),
  hostile('table-nowhere.xls', () => changed(76, 0x00fffff0), 'FILE_UNREADABLE', 'FILE_FORMAT_UNSUPPORTED'),
  hostile(
    'chain-in-a-circle.xls',
    () => {
      const file = oldWorkbook();
      const table = (file.readUInt32LE(76) + 1) * 512;
      for (let at = 0; at < 128; at += 1) file.writeUInt32LE(at === 127 ? 0 : at, table + at * 4);
      return file;
    },
    'FILE_UNREADABLE',
    'READ',
    'FILE_FORMAT_UNSUPPORTED',
  ),
];

const DAMAGED: readonly Outcome[] = [
  'READ',
  'FILE_UNREADABLE',
  'FILE_FORMAT_UNSUPPORTED',
  'FILE_ENCRYPTED',
  'FILE_LIMIT',
  'FILE_ENCODING',
];

/** Workbooks of Excel 97-2003 and other OLE files. */
export const OLD_WORKBOOKS: readonly HostileFile[] = [
  ...records,
  ...containers,
  ...truncations('old', '.xls', oldWorkbook, 5, ...DAMAGED),
  ...flips('old', '.xls', oldWorkbook, 6, ...DAMAGED),
];
