import { type HostileFile, hostile } from './hostile-file.ts';
import { relation, relationsXml, stringsXml, workbookFile, workbookXml } from './hostile-workbook.ts';

/** Workbooks whose lists of sheets, texts and styles are the weapon. */
export const BOOKS: readonly HostileFile[] = [
  hostile('no-sheets.xlsx', () => workbookFile({ workbook: workbookXml('') }), 'FILE_UNREADABLE'),
  hostile(
    'sheets-100000.xlsx',
    () =>
      workbookFile({
        workbook: workbookXml(
          Array.from({ length: 100_000 }, (_none, at) => `<sheet name="${at}" r:id="rId1"/>`).join(''),
        ),
      }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'sheets-of-one-part.xlsx',
    () => workbookFile({ workbook: workbookXml('<sheet name="一" r:id="rId1"/>'.repeat(500)) }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'relations-100000.xlsx',
    () =>
      workbookFile({
        relations: relationsXml(
          Array.from({ length: 100_000 }, (_none, at) => relation(`r${at}`, 'worksheet', `w${at}`)).join(''),
        ),
      }),
    'FILE_UNREADABLE',
  ),
  ...[
    '../../../../etc/passwd',
    '/etc/passwd',
    'http://127.0.0.1/x',
    '_rels/workbook.xml.rels',
    '',
    '__proto__',
  ].map((target, index) =>
    hostile(
      `sheet-elsewhere-${index}.xlsx`,
      () => workbookFile({ relations: relationsXml(relation('rId1', 'worksheet', target)) }),
      'FILE_UNREADABLE',
      'READ',
    ),
  ),
  hostile(
    'sheet-outside.xlsx',
    () =>
      workbookFile({
        relations: relationsXml(
          relation('rId1', 'worksheet', 'http://127.0.0.1/x', ' TargetMode="External"'),
        ),
      }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'workbook-is-itself.xlsx',
    () => workbookFile({ rootRelations: relationsXml(relation('rId1', 'officeDocument', '_rels/.rels')) }),
    'FILE_UNREADABLE',
  ),
  hostile(
    'strings-200000-empty.xlsx',
    () => workbookFile({ strings: stringsXml('<si/>'.repeat(200_000)) }),
    'READ',
  ),
  hostile(
    'string-of-a-megabyte-unused.xlsx',
    () =>
      workbookFile({
        strings: stringsXml(`<si><t>a</t></si><si><t>b</t></si><si><t>${'x'.repeat(1_000_000)}</t></si>`),
      }),
    'READ',
  ),
  hostile(
    'string-of-a-megabyte-used.xlsx',
    () => workbookFile({ strings: stringsXml(`<si><t>a</t></si><si><t>${'x'.repeat(1_000_000)}</t></si>`) }),
    'FILE_LIMIT',
  ),
  hostile(
    'string-count-forged.xlsx',
    () =>
      workbookFile({
        strings: stringsXml('<si><t>a</t></si><si><t>b</t></si>').replace(
          '<sst ',
          '<sst count="4294967295" uniqueCount="4294967295" ',
        ),
      }),
    'READ',
  ),
  hostile(
    'styles-300000.xlsx',
    () =>
      workbookFile({
        styles: `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(300_000)}</cellXfs></styleSheet>`,
      }),
    'FILE_LIMIT',
    'FILE_BOMB',
  ),
  hostile(
    'format-without-end.xlsx',
    () =>
      workbookFile({
        styles: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'[y'.repeat(100_000)}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      }),
    'READ',
  ),
];
