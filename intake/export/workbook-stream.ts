import { columnLetters } from '../readers/cell-address.ts';
import { type ZipPart, zipStream } from './zip-stream.ts';

/** How a cell looks; the position is the number of its format in the workbook. */
export const LOOKS = [
  'PLAIN',
  'TEXT',
  'CODE',
  'NUMBER',
  'HEADER',
  'ERROR',
  'WARNING',
  'INFO',
  'TITLE',
  'WRAPPED',
  'LINK',
] as const;

export type Look = (typeof LOOKS)[number];

/** A stretch of a cell's text; a marked one is written red and bold. */
export interface TextRun {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface SheetCell {
  readonly value: string | number | readonly TextRun[];
  readonly look: Look;
  /** Name of the worksheet that a click leads to. */
  readonly leadsTo?: string;
}

/** A worksheet: its columns' widths in characters, and its rows, the first of which is the header. */
export interface SheetContent {
  readonly name: string;
  readonly widths: readonly number[];
  /** Whether the first row stays in sight and filters the others. */
  readonly headed: boolean;
  /** Printed on A4 across, all columns on one page, the first row of a headed sheet on every page. */
  readonly isPrinted?: boolean;
  readonly rows:
    | AsyncIterable<readonly (SheetCell | undefined)[]>
    | Iterable<readonly (SheetCell | undefined)[]>;
}

/** Rows of one sheet at most, the header included (ECMA-376; Excel's own limit). */
export const SHEET_ROWS = 1_048_576;

/** Characters of one cell at most; a longer text damages the file for Excel. */
export const CELL_CHARACTERS = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as XML holds it: characters XML forbids are written `_x0001_`, and a text that already looks like that is
 * written so that it is not taken for one (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be written otherwise.
    .replace(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);

const textXml = (text: string): string => `<t xml:space="preserve">${xmlText(text)}</t>`;

const runXml = ({ text, isMarked }: TextRun): string =>
  `<r><rPr>${isMarked ? '<b/>' : ''}<sz val="11"/>${isMarked ? `<color rgb="FF${MARK_COLOUR}"/>` : ''}<rFont val="宋体"/></rPr>${textXml(text)}</r>`;

const cellXml = ({ value, look }: SheetCell, reference: string): string => {
  const format = LOOKS.indexOf(look);
  if (typeof value === 'number') return `<c r="${reference}" s="${format}"><v>${value}</v></c>`;
  const content = typeof value === 'string' ? textXml(value) : value.map(runXml).join('');
  return `<c r="${reference}" s="${format}" t="inlineStr"><is>${content}</is></c>`;
};

/** Points of a line of 11-point text in the tallest of the usual fonts, and the tallest row a worksheet may have. */
const LINE_HEIGHT = 17;
const TALLEST = 409;

/** Columns a text takes: Chinese characters and full-width marks take two. */
const columnsOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);

const linesOf = ({ value, look }: SheetCell, width: number): number => {
  if (look !== 'WRAPPED' || typeof value === 'number') return 1;
  const text = typeof value === 'string' ? value : value.map((run) => run.text).join('');
  const lineWidth = Math.max(1, width - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / lineWidth)), 0);
};

/** The height of a row whose texts wrap, said because not every program works it out; none for any other row. */
const heightXml = (cells: readonly (SheetCell | undefined)[], widths: readonly number[]): string => {
  const lines = Math.max(
    1,
    ...cells.map((cell, at) => (cell === undefined ? 1 : linesOf(cell, widths[at] ?? 1))),
  );
  return lines === 1 ? '' : ` ht="${Math.min(TALLEST, lines * LINE_HEIGHT)}" customHeight="1"`;
};

const rowXml = (
  cells: readonly (SheetCell | undefined)[],
  row: number,
  letters: readonly string[],
  widths: readonly number[],
): string => {
  let xml = `<row r="${row}"${heightXml(cells, widths)}>`;
  for (const [index, cell] of cells.entries()) {
    if (cell !== undefined) xml += cellXml(cell, `${letters[index] ?? columnLetters(index)}${row}`);
  }
  return `${xml}</row>`;
};

const PIECE = 1 << 16;

/** The name of a worksheet as references write it. */
const quotedSheet = (name: string): string => xmlText(`'${name.replaceAll("'", "''")}'`);

const linkXml = (cells: readonly (SheetCell | undefined)[], row: number): string =>
  cells
    .map((cell, index) =>
      cell?.leadsTo === undefined
        ? ''
        : `<hyperlink ref="${columnLetters(index)}${row}" location="${quotedSheet(cell.leadsTo)}!A1"/>`,
    )
    .join('');

/** Paper 9 is A4; a height of 0 pages is as many as it takes. */
const PRINTED =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';

async function* sheetXml({ widths, headed, isPrinted = false, rows }: SheetContent): AsyncGenerator<string> {
  const letters = widths.map((_, index) => columnLetters(index));
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  let piece =
    `${XML}<worksheet xmlns="${MAIN}">${isPrinted ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}<sheetViews><sheetView workbookViewId="0">${headed ? pane : ''}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
  let row = 0;
  let links = '';
  for await (const cells of rows) {
    row += 1;
    piece += rowXml(cells, row, letters, widths);
    links += linkXml(cells, row);
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  const filter = `<autoFilter ref="A1:${letters.at(-1)}${Math.max(row, 1)}"/>`;
  const after = `${headed && widths.length > 0 ? filter : ''}${links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`}`;
  yield `${piece}</sheetData>${after}${isPrinted ? `${headed ? '<printOptions gridLines="1"/>' : ''}${PRINTED}` : ''}</worksheet>`;
}

const fill = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Fills by severity, in the order of the formats: header, error, warning, info. */
export const FILLS = { HEADER: 'DDE7F0', ERROR: 'F8C9C4', WARNING: 'FFE3A3', INFO: 'D6E8FA' } as const;

/** Of marked stretches: dark enough to be read on white. */
const MARK_COLOUR = 'C00000';

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

/** One format a look, in the order of LOOKS. 49 is the format of text, so that a code stays one when it is edited. */
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>`,
  ...[3, 4, 5].map(
    (index) =>
      `<xf numFmtId="49" fontId="0" fillId="${index}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>`,
  ),
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>`,
  `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
];

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><u/><sz val="11"/><color rgb="FF1A4F8B"/><name val="宋体"/></font></fonts>` +
  `<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${Object.values(FILLS).map(fill).join('')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const contentTypes = (sheets: number): string => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`
  );
};

type Sheet = Pick<SheetContent, 'name' | 'headed' | 'isPrinted'>;

/** The first row of printed sheets with a header, which every page repeats. */
const printTitles = (sheets: readonly Sheet[]): string => {
  const names = sheets.map(({ name, headed, isPrinted = false }, index) =>
    headed && isPrinted
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quotedSheet(name)}!$1:$1</definedName>`
      : '',
  );
  return names.some((name) => name !== '') ? `<definedNames>${names.join('')}</definedNames>` : '';
};

const workbookXml = (sheets: readonly Sheet[]): string => {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets>${printTitles(sheets)}</workbook>`;
};

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string => {
  const all = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
};

async function* parts(sheets: AsyncIterable<SheetContent> | Iterable<SheetContent>): AsyncGenerator<ZipPart> {
  const written: Sheet[] = [];
  for await (const sheet of sheets) {
    written.push(sheet);
    yield { path: `xl/worksheets/sheet${written.length}.xml`, text: sheetXml(sheet) };
  }
  const targets = written.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
  yield { path: 'xl/workbook.xml', text: [workbookXml(written)] };
  yield { path: 'xl/_rels/workbook.xml.rels', text: [relationships([...targets, ['styles', 'styles.xml']])] };
  yield { path: 'xl/styles.xml', text: [STYLES] };
  yield { path: '_rels/.rels', text: [relationships([['officeDocument', 'xl/workbook.xml']])] };
  yield { path: '[Content_Types].xml', text: [contentTypes(written.length)] };
}

/**
 * A workbook (xlsx) as bytes, written while its rows are being made, so that memory does not grow with them. The
 * library's own streaming writer knows neither filters nor formats of single cells.
 */
export const workbookStream = (
  sheets: AsyncIterable<SheetContent> | Iterable<SheetContent>,
): AsyncGenerator<Buffer> => zipStream(parts(sheets));
