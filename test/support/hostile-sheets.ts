import { inline, rowOf } from './hostile-cells.ts';
import { type HostileFile, hostile } from './hostile-file.ts';
import {
  GOOD_ROWS,
  PART_KEYS,
  type PartKey,
  sheetFile,
  sheetXml,
  workbookFile,
  workbookParts,
} from './hostile-workbook.ts';
import { forgedZip } from './hostile-zip.ts';

const merges = (references: readonly string[]): string =>
  `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;

const DTDS: Readonly<Record<string, string>> = {
  laughs: `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
    .join('')}]>`,
  quadratic: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
  external: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  parameter: '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;]>',
  plain: '<!DOCTYPE worksheet SYSTEM "sheet.dtd">',
};

const withDoctype = (key: PartKey, doctype: string): Buffer => {
  const parts = workbookParts().map((part, index) => {
    if (PART_KEYS[index] !== key) return part;
    return { ...part, data: String(part.data).replace(/\?>\n/u, (end) => `${end}${doctype}`) };
  });
  return forgedZip(parts);
};

const entities: readonly HostileFile[] = PART_KEYS.flatMap((key) =>
  Object.entries(DTDS)
    .filter(([name]) => key === 'sheet' || name === 'laughs')
    .map(([name, doctype]) =>
      hostile(`entities-${name}-in-${key}.xlsx`, () => withDoctype(key, doctype), 'FILE_DOCTYPE'),
    ),
);

const rows: readonly HostileFile[] = [
  hostile(
    'row-far-down.xlsx',
    () => sheetFile(GOOD_ROWS + rowOf(1_048_577, inline('A1048577', 'x'))),
    'FILE_LIMIT',
  ),
  hostile(
    'row-last-of-all.xlsx',
    () => sheetFile(GOOD_ROWS + rowOf(1_048_576, inline('A1048576', 'x'))),
    'READ',
  ),
  ...['1e308', '99999999999999999999', 'Infinity'].map((row, index) =>
    hostile(`row-number-large-${index}.xlsx`, () => sheetFile(rowOf(row, inline('A1', 'x'))), 'FILE_LIMIT'),
  ),
  ...['NaN', '-5', '1.5', ''].map((row, index) =>
    hostile(
      `row-number-odd-${index}.xlsx`,
      () => sheetFile(rowOf(row, inline('A1', 'x'))),
      'FILE_UNREADABLE',
    ),
  ),
  hostile(
    'rows-backwards.xlsx',
    () => sheetFile(rowOf(2, inline('A2', 'x')) + rowOf(1, inline('A1', 'x'))),
    'FILE_UNREADABLE',
  ),
  hostile('row-twice.xlsx', () => sheetFile(GOOD_ROWS + GOOD_ROWS), 'FILE_UNREADABLE'),
  hostile('rows-empty-500000.xlsx', () => sheetFile('<row/>'.repeat(500_000)), 'READ', 'FILE_BOMB'),
  hostile(
    'cells-empty-500000.xlsx',
    () => sheetFile(rowOf(1, '<c s="1"/>'.repeat(500_000))),
    'READ',
    'FILE_BOMB',
  ),
  hostile(
    'cells-of-one-row-20000.xlsx',
    () => sheetFile(rowOf(1, '<c><v>1</v></c>'.repeat(20_000))),
    'FILE_LIMIT',
  ),
  hostile(
    'row-within-row.xlsx',
    () => sheetFile(rowOf(1, rowOf(2, inline('A2', 'x')))),
    'READ',
    'FILE_UNREADABLE',
  ),
];

const shapes: readonly HostileFile[] = [
  hostile('merge-all.xlsx', () => sheetFile(GOOD_ROWS, merges(['A1:XFD1048576'])), 'READ'),
  hostile('merge-beyond.xlsx', () => sheetFile(GOOD_ROWS, merges(['ZZZZZ1:ZZZZZZZ999999999'])), 'READ'),
  hostile(
    'merge-odd.xlsx',
    () => sheetFile(GOOD_ROWS, merges(['', 'A', '1', 'B2:A1', 'A1:', ':', '__proto__', 'A0:A0'])),
    'READ',
  ),
  hostile(
    'merges-100000.xlsx',
    () =>
      sheetFile(
        GOOD_ROWS,
        merges(Array.from({ length: 100_000 }, (_none, row) => `A${row + 1}:B${row + 1}`)),
      ),
    'READ',
  ),
  hostile(
    'merges-600000.xlsx',
    () =>
      sheetFile(
        GOOD_ROWS,
        merges(Array.from({ length: 600_000 }, (_none, row) => `A${row + 1}:C${row + 1}`)),
      ),
    'FILE_LIMIT',
    'FILE_BOMB',
  ),
  hostile(
    'columns-10000000.xlsx',
    () => sheetFile(GOOD_ROWS, '', '<cols><col min="1" max="10000000" width="9"/></cols>'),
    'READ',
  ),
  hostile(
    'columns-100000.xlsx',
    () => sheetFile(GOOD_ROWS, '', `<cols>${'<col min="1" max="2"/>'.repeat(100_000)}</cols>`),
    'READ',
    'FILE_BOMB',
  ),
  hostile('dimension-all.xlsx', () => sheetFile(GOOD_ROWS, '', '<dimension ref="A1:XFD1048576"/>'), 'READ'),
  hostile(
    'deep-100000.xlsx',
    () => sheetFile(GOOD_ROWS, '<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
    'FILE_UNREADABLE',
  ),
  hostile(
    'never-closed.xlsx',
    () => workbookFile({ sheet: sheetXml(GOOD_ROWS).replace('</worksheet>', '') }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'closed-too-often.xlsx',
    () => workbookFile({ sheet: `${sheetXml(GOOD_ROWS)}</worksheet>` }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'attributes-200000.xlsx',
    () =>
      sheetFile(rowOf(1, `<c ${Array.from({ length: 200_000 }, (_none, at) => `a${at}=""`).join(' ')}/>`)),
    'READ',
  ),
  hostile(
    'attribute-of-three-megabytes.xlsx',
    () => sheetFile(rowOf(1, `<c r="A1" x="${'y'.repeat(3_000_000)}"/>`)),
    'READ',
    'FILE_UNREADABLE',
  ),
  hostile('name-of-three-megabytes.xlsx', () => sheetFile(`<${'y'.repeat(3_000_000)}/>`), 'FILE_UNREADABLE'),
  hostile(
    'comment-of-three-megabytes.xlsx',
    () => sheetFile(`<!--${'y'.repeat(3_000_000)}-->`),
    'FILE_UNREADABLE',
  ),
  hostile('instruction.xlsx', () => sheetFile(`<?php system("id") ?>${GOOD_ROWS}`), 'READ'),
  hostile(
    'sheet-in-utf16.xlsx',
    () =>
      forgedZip(
        workbookParts({}, { sheet: { data: Buffer.from(`\ufeff${sheetXml(GOOD_ROWS)}`, 'utf16le') } }),
      ),
    'FILE_UNREADABLE',
  ),
  hostile(
    'sheet-not-utf8.xlsx',
    () =>
      forgedZip(
        workbookParts({}, { sheet: { data: Buffer.from(sheetXml(rowOf(1, inline('A1', 'é'))), 'latin1') } }),
      ),
    'FILE_UNREADABLE',
  ),
  hostile(
    'sheet-random.xlsx',
    () => forgedZip(workbookParts({}, { sheet: { data: Buffer.alloc(5000, 0xfe) } })),
    'FILE_UNREADABLE',
  ),
  hostile('sheet-empty.xlsx', () => workbookFile({ sheet: '' }), 'READ', 'FILE_UNREADABLE'),
  hostile(
    'sheet-plain-text.xlsx',
    () => workbookFile({ sheet: 'no markup at all' }),
    'READ',
    'FILE_UNREADABLE',
  ),
];

/** Workbooks whose packing is good and whose sheets are the weapon. */
export const SHEETS: readonly HostileFile[] = [...entities, ...rows, ...shapes];
