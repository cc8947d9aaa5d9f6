import { docxOf } from './docx.ts';
import { flips, type HostileFile, hostile, type Outcome, truncations } from './hostile-file.ts';
import { forgedZip } from './hostile-zip.ts';

const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

const GOOD = table(row(cell('事项名称'), cell('编码')), row(cell('设立许可'), cell('001')));

const WIDE: readonly Outcome[] = ['READ', 'FILE_LIMIT', 'FILE_UNREADABLE', 'FILE_BOMB'];

const document = (name: string, body: () => string, ...outcomes: readonly Outcome[]): HostileFile =>
  hostile(`document-${name}.docx`, () => docxOf(body()), ...outcomes);

const word = (text: string): Buffer => forgedZip([{ name: 'word/document.xml', data: text }]);

const DAMAGED: readonly Outcome[] = [
  'READ',
  'FILE_UNREADABLE',
  'FILE_ENCRYPTED',
  'FILE_ARCHIVE',
  'FILE_FORMAT_UNSUPPORTED',
  'FILE_EMPTY',
  'FILE_ENCODING',
];

/** Word documents. */
export const DOCUMENTS: readonly HostileFile[] = [
  document(
    'columns-spanned-1000000000',
    () => table(row(cell('a', '<w:gridSpan w:val="1000000000"/>'), cell('b'))),
    ...WIDE,
  ),
  document(
    'columns-before-1000000000',
    () => table(`<w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>${cell('a')}</w:tr>`),
    ...WIDE,
  ),
  document(
    'merged-down-from-nowhere',
    () => table(row(cell('', '<w:vMerge/>')), row(cell('', '<w:vMerge/>'))),
    'FILE_EMPTY',
    ...WIDE,
  ),
  document(
    'merged-down-30000',
    () =>
      table(
        row(cell('a', '<w:vMerge w:val="restart"/>')),
        ...Array.from({ length: 30_000 }, () => row(cell('', '<w:vMerge/>'))),
      ),
    ...WIDE,
  ),
  document(
    'cells-5000-in-a-row',
    () => table(row(...Array.from({ length: 5000 }, () => cell('x')))),
    ...WIDE,
  ),
  document(
    'tables-3000-deep',
    () => `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`,
    ...WIDE,
  ),
  document('tables-10000', () => GOOD.repeat(10_000), ...WIDE),
  document('deep-100000', () => '<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000), ...WIDE),
  document('cell-of-a-megabyte', () => table(row(cell('长'.repeat(400_000)))), 'FILE_LIMIT'),
  document('paragraphs-100000', () => '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(100_000) + GOOD, ...WIDE),
  document('never-closed', () => '<w:tbl><w:tr>', ...WIDE),
  document('closed-too-often', () => '</w:tc></w:tr></w:tbl>', ...WIDE),
  document('no-table', () => '<w:p><w:r><w:t>通知</w:t></w:r></w:p>', 'READ', 'FILE_EMPTY'),
  hostile(
    'document-laughs.docx',
    () => word('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'),
    'FILE_DOCTYPE',
    'FILE_UNREADABLE',
  ),
  hostile(
    'document-not-utf8.docx',
    () => forgedZip([{ name: 'word/document.xml', data: Buffer.alloc(500, 0xfe) }]),
    'READ',
    'FILE_UNREADABLE',
    'FILE_EMPTY',
  ),
  hostile(
    'document-missing.docx',
    () => forgedZip([{ name: 'word/styles.xml', data: '<w:styles/>' }]),
    'FILE_ARCHIVE',
    'FILE_UNREADABLE',
  ),
  ...truncations('document', '.docx', () => docxOf(GOOD), 4, ...DAMAGED),
  ...flips('document', '.docx', () => docxOf(GOOD), 4, ...DAMAGED),
];
