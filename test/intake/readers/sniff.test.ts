import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../../catalog/problems.ts';
import { FileRefused } from '../../../intake/readers/grid.ts';
import { LIMITS } from '../../../intake/readers/limits.ts';
import { type Format, sniffFormat } from '../../../intake/readers/sniff.ts';
import { docxOf } from '../../support/docx.ts';
import { oldWorkbook } from '../../support/hostile-old-workbooks.ts';
import { workbookFile, workbookParts } from '../../support/hostile-workbook.ts';
import { forgedZip } from '../../support/hostile-zip.ts';
import { ole } from '../../support/old-workbook.ts';
import { withBytes } from '../../support/read-grid.ts';

const told = async (path: string): Promise<string> => {
  try {
    return await sniffFormat(path, LIMITS);
  } catch (error) {
    if (error instanceof FileRefused) return `${error.problem.code} ${error.problem.value ?? ''}`.trim();
    throw error;
  }
};

const sniffed = async (name: string, content: string | Buffer): Promise<string> =>
  await withBytes(name, content, told);

const types = (type: string): Buffer =>
  forgedZip([
    { name: '[Content_Types].xml', data: `<Types><Override PartName="/a" ContentType="${type}"/></Types>` },
    { name: 'a', data: '' },
  ]);

const CSV = '事项名称,编码\n设立许可,001\n';
const GBK = Buffer.from('cac2cfeec3fbb3c62cb1e0c2eb0a', 'hex');
const PAGE = '<table><tr><td>a</td></tr></table>';

describe('the format is told by the bytes, whatever the ending', () => {
  test.each<readonly [name: string, content: string | Buffer, format: Format]>([
    ['list.xlsx', workbookFile(), 'XLSX'],
    ['list.xls', workbookFile(), 'XLSX'],
    ['list.csv', workbookFile(), 'XLSX'],
    ['list', workbookFile(), 'XLSX'],
    ['list.zip', workbookFile(), 'XLSX'],
    ['no-types.xlsx', forgedZip(workbookParts().slice(1)), 'XLSX'],
    ['macro.xlsm', types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'XLSX'],
    [
      'template.xltx',
      types('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'),
      'XLSX',
    ],
    ['list.docx', docxOf(''), 'DOCX'],
    ['list.xlsx', docxOf(''), 'DOCX'],
    ['list.docm', types('application/vnd.ms-word.document.macroEnabled.main+xml'), 'DOCX'],
    ['list.xls', oldWorkbook(), 'XLS'],
    ['list.et', oldWorkbook(), 'XLS'],
    ['list.xlsx', oldWorkbook(), 'XLS'],
    ['list.xls', `<html>${PAGE}</html>`, 'HTML'],
    ['list.xls', PAGE, 'HTML'],
    ['list.xls', `<!-- a --> <!-- b -->\n<!DOCTYPE html>${PAGE}`, 'HTML'],
    ['list.xls', `\ufeff<?xml version="1.0"?>\n<html>${PAGE}</html>`, 'HTML'],
    ['list.xls', Buffer.from(`\ufeff<html>${PAGE}`, 'utf16le'), 'HTML'],
    ['list.csv', `<html>${PAGE}`, 'HTML'],
    ['list.html', 'no markup', 'HTML'],
    ['list.htm', PAGE, 'HTML'],
    ['list.csv', CSV, 'CSV'],
    ['list.CSV', GBK, 'CSV'],
    ['list.tsv', CSV, 'CSV'],
    ['list.txt', CSV, 'CSV'],
    ['list.xls', CSV, 'CSV'],
    ['list.xls', GBK, 'CSV'],
    ['list.xlsx', CSV.replaceAll(',', '\t'), 'CSV'],
    ['list', CSV, 'CSV'],
    ['list.csv', '[{"a":1}]', 'CSV'],
    ['list.json', '[{"a":1}]', 'JSON'],
    ['list.jsonl', '{"a":1}', 'JSON'],
    ['list.ndjson', '{"a":1}', 'JSON'],
    ['list.xls', ' [{"a":1}]', 'JSON'],
    ['list.json', CSV, 'JSON'],
  ])('%s', async (name, content, format) => {
    expect(await sniffed(name, content)).toBe(format);
  });
});

describe('what is not read is refused by its name', () => {
  const head = (hex: string): Buffer => Buffer.from(hex.padEnd(64, '0'), 'hex');

  test.each<readonly [name: string, content: string | Buffer, code: ProblemCode, value: string]>([
    [
      'a.doc',
      ole({ WordDocument: Buffer.alloc(5000) }),
      'FILE_FORMAT_UNSUPPORTED',
      'Word 97-2003 或 WPS 文字（doc、wps）',
    ],
    ['a.xls', ole({ Book: Buffer.alloc(5000) }), 'FILE_FORMAT_UNSUPPORTED', 'Excel 5.0/95（xls）'],
    [
      'a.ppt',
      ole({ 'PowerPoint Document': Buffer.alloc(5000) }),
      'FILE_FORMAT_UNSUPPORTED',
      'PowerPoint 97-2003（ppt）',
    ],
    [
      'a.wps',
      ole({ Other: Buffer.alloc(5000) }),
      'FILE_FORMAT_UNSUPPORTED',
      '旧版 Office 或 WPS 格式（et、wps 等）',
    ],
    ['a.xlsx', ole({ EncryptedPackage: Buffer.alloc(5000) }), 'FILE_ENCRYPTED', ''],
    [
      'a.xlsb',
      types('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
      'FILE_FORMAT_UNSUPPORTED',
      'xlsb',
    ],
    [
      'a.pptx',
      types('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
      'FILE_FORMAT_UNSUPPORTED',
      'pptx',
    ],
    [
      'a.ods',
      forgedZip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '' },
      ]),
      'FILE_FORMAT_UNSUPPORTED',
      'OpenDocument（ods、odt）',
    ],
    ['a.ofd', forgedZip([{ name: 'OFD.xml', data: '' }]), 'FILE_PICTURE', 'OFD 文件'],
    ['a.zip', forgedZip([{ name: 'b.csv', data: CSV }]), 'FILE_ARCHIVE', 'zip 文件'],
    ['a.xlsx', head('255044462d312e37'), 'FILE_PICTURE', 'PDF 文件'],
    ['a.xls', head('ffd8ffe0'), 'FILE_PICTURE', 'JPEG 图片'],
    ['a.xls', head('89504e470d0a1a0a'), 'FILE_PICTURE', 'PNG 图片'],
    ['a.csv', head('526172211a0700'), 'FILE_ARCHIVE', 'RAR 文件'],
    ['a.csv', head('377abcaf271c'), 'FILE_ARCHIVE', '7z 文件'],
    ['a.csv', head('1f8b08'), 'FILE_ARCHIVE', 'gzip 文件'],
    ['a.txt', '{\\rtf1 a}', 'FILE_FORMAT_UNSUPPORTED', 'RTF 文档'],
    [
      'a.xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'FILE_FORMAT_UNSUPPORTED',
      'Excel 2003 XML',
    ],
    [
      'a.doc',
      '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
      'FILE_FORMAT_UNSUPPORTED',
      'Word 2003 XML',
    ],
    ['a.xml', '<?xml version="1.0"?><a/>', 'FILE_FORMAT_UNSUPPORTED', 'XML'],
    [
      'a.mht',
      'MIME-Version: 1.0\nContent-Type: multipart/related',
      'FILE_FORMAT_UNSUPPORTED',
      'MHTML 网页（mht）',
    ],
    ['a.md', '# 清单', 'FILE_FORMAT_UNSUPPORTED', '.md'],
    ['a.docx', CSV, 'FILE_UNREADABLE', ''],
    ['a.xls', Buffer.from([1, 2, 3, 0, 255]), 'FILE_UNREADABLE', ''],
    ['a.xlsx', workbookFile().subarray(0, 900), 'FILE_UNREADABLE', ''],
    ['a.csv', '', 'FILE_EMPTY', ''],
  ])('%s', async (name, content, code, value) => {
    expect(await sniffed(name, content)).toBe(`${code} ${value}`.trim());
  });

  test('a folder, nothing, and what never ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zongheng-sniff-'));
    try {
      expect(await told(folder)).toBe('FILE_UNREADABLE');
      expect(await told(join(folder, 'missing.csv'))).toBe('FILE_UNREADABLE');
      expect(await told('/dev/zero')).toBe('FILE_UNREADABLE');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a file that is too large, before it is opened', async () => {
    const refusal = withBytes(
      'a.csv',
      CSV,
      async (path) => await sniffFormat(path, { ...LIMITS, fileBytes: 10 }),
    );
    await expect(refusal).rejects.toThrow('上限是 10 字节');
  });
});
