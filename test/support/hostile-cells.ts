import { type HostileFile, hostile, type Outcome } from './hostile-file.ts';
import { GOOD_ROWS, sheetFile } from './hostile-workbook.ts';

/** A cell with a text of its own. */
export const inline = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const rowOf = (row: number | string, cells: string): string => `<row r="${row}">${cells}</row>`;

/** A file that is good but for one cell more, in row 3. */
const oneCell = (name: string, cell: string, ...outcomes: readonly Outcome[]): HostileFile =>
  hostile(`cell-${name}.xlsx`, () => sheetFile(GOOD_ROWS + rowOf(3, cell)), ...outcomes);

/** Workbooks with one odd cell. */
export const CELLS: readonly HostileFile[] = [
  oneCell('far-right', inline('XFD3', 'x'), 'FILE_LIMIT'),
  oneCell('beyond-all-columns', inline('ZZZZZZ3', 'x'), 'FILE_LIMIT'),
  oneCell('column-without-end', inline(`${'A'.repeat(5000)}3`, 'x'), 'FILE_LIMIT', 'FILE_UNREADABLE'),
  oneCell('far-right-but-empty', '<c r="XFD3" s="1"/>', 'READ'),
  oneCell('without-address', '<c t="inlineStr"><is><t>x</t></is></c>', 'READ'),
  oneCell('text-too-long', inline('A3', 'x'.repeat(150_000)), 'FILE_LIMIT'),
  oneCell('string-number-too-large', '<c r="A3" t="s"><v>99999999</v></c>', 'FILE_UNREADABLE'),
  oneCell('string-number-negative', '<c r="A3" t="s"><v>-1</v></c>', 'FILE_UNREADABLE'),
  oneCell('string-number-a-word', '<c r="A3" t="s"><v>__proto__</v></c>', 'FILE_UNREADABLE'),
  oneCell('style-unknown', '<c r="A3" s="99999999"><v>7</v></c>', 'READ'),
  ...['1e999', 'NaN', '0x10', ' 12 ', '9'.repeat(400), '--1'].map((value, index) =>
    oneCell(`number-${index}`, `<c r="A3"><v>${value}</v></c>`, 'READ'),
  ),
  ...['0', '60', '-1', '2958465.99', '1e300'].map((serial, index) =>
    oneCell(`date-${index}`, `<c r="A3" s="1"><v>${serial}</v></c>`, 'READ'),
  ),
  ...['2024-13-45', '+275760-09-14', ''].map((date, index) =>
    oneCell(`iso-date-${index}`, `<c r="A3" t="d"><v>${date}</v></c>`, 'READ'),
  ),
  ...["=cmd|'/c calc'!A1", '@SUM(1)', '+1', '-1', '&#9;=1', '&#13;=1', '＝1'].map((text, index) =>
    oneCell(`text-like-a-formula-${index}`, inline('A3', text), 'READ'),
  ),
  oneCell('formula-without-value', '<c r="A3"><f>SUM(A1:XFD1048576)</f></c>', 'READ'),
  oneCell('formula-without-end', `<c r="A3"><f>${'A1+'.repeat(200_000)}1</f></c>`, 'READ'),
  oneCell('references-odd', inline('A3', '&#0;&#xD800;&#x110000;&#99999999;&lol;&amp'), 'READ'),
  oneCell('escapes-odd', inline('A3', '_x0000__xD800__xFFFF__x005F_x0041_'), 'READ'),
  oneCell('cdata', inline('A3', '<![CDATA[<v>]]&gt;]]>'), 'READ'),
];
