import { type ForgedPart, forgedZip } from './hostile-zip.ts';

/** The parts of a small xlsx file; any of them may be replaced. */
export interface WorkbookText {
  readonly types?: string;
  readonly rootRelations?: string;
  readonly workbook?: string;
  readonly relations?: string;
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A worksheet of the given rows, with what stands after and before them. */
export const sheetXml = (rows: string, after = '', before = ''): string =>
  `${DECLARATION}<worksheet ${MAIN}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const stringsXml = (items: string): string => `${DECLARATION}<sst ${MAIN}>${items}</sst>`;

export const workbookXml = (sheets: string): string =>
  `${DECLARATION}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`;

export const relationsXml = (relations: string): string =>
  `${DECLARATION}<Relationships ${PACKAGE}>${relations}</Relationships>`;

export const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;

/** Header and one row: what the files hold that are only broken around it. */
export const GOOD_ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>编码</t></is></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45000</v></c></row>';

const DEFAULTS = {
  types: `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/></Types>`,
  rootRelations: relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  workbook: workbookXml('<sheet name="清单" sheetId="1" r:id="rId1"/>'),
  relations: relationsXml(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
      relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
      relation('rId3', 'styles', 'styles.xml'),
  ),
  sheet: sheetXml(GOOD_ROWS),
  strings: stringsXml('<si><t>事项名称</t></si><si><t>设立许可</t></si>'),
  styles: `${DECLARATION}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
};

export const PART_NAMES = {
  types: '[Content_Types].xml',
  rootRelations: '_rels/.rels',
  workbook: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  sheet: 'xl/worksheets/sheet1.xml',
  strings: 'xl/sharedStrings.xml',
  styles: 'xl/styles.xml',
} as const;

export type PartKey = keyof typeof PART_NAMES;

export const PART_KEYS = Object.keys(PART_NAMES) as readonly PartKey[];

/** The parts of a workbook, to be forged one by one before they are packed. */
export const workbookParts = (
  text: WorkbookText = {},
  forged: Partial<Record<PartKey, Partial<ForgedPart>>> = {},
): readonly ForgedPart[] =>
  PART_KEYS.map((key) => ({
    name: PART_NAMES[key],
    data: text[key] ?? DEFAULTS[key],
    ...forged[key],
  }));

/** An xlsx file whose parts are as given, the others as they should be. */
export const workbookFile = (text: WorkbookText = {}): Buffer => forgedZip(workbookParts(text));

/** A worksheet of these rows in an otherwise good workbook. */
export const sheetFile = (rows: string, after?: string, before?: string): Buffer =>
  workbookFile({ sheet: sheetXml(rows, after, before) });
