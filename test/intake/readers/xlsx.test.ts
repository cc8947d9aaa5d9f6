import { describe, expect, test } from 'vitest';
import type { CellValue, ReadLimits } from '../../../intake/readers/grid.ts';
import { xlsxReader } from '../../../intake/readers/xlsx.ts';
import {
  PART_KEYS,
  relation,
  relationsXml,
  sheetFile,
  sheetXml,
  stringsXml,
  type WorkbookText,
  workbookFile,
  workbookParts,
  workbookXml,
} from '../../support/hostile-workbook.ts';
import { forgedZip } from '../../support/hostile-zip.ts';
import { numberedRows, type ReadFile, readWith } from '../../support/read-grid.ts';

const read = async (bytes: Buffer, limits: Partial<ReadLimits> = {}): Promise<ReadFile> =>
  await readWith(xlsxReader, 'list.xlsx', bytes, limits);

const rows = async (xml: string) => numberedRows(await read(sheetFile(xml)));

/** What a reader makes of one cell, with these shared texts and number formats. */
const cellOf = async (cell: string, text: WorkbookText = {}): Promise<CellValue | undefined> => {
  const file = workbookFile({ ...text, sheet: sheetXml(`<row r="1">${cell}</row>`) });
  const found = await read(file);
  if (found.refused !== undefined) throw new Error(found.refused.message);
  return found.sheets[0]?.rows[0]?.cells[0];
};

const inline = (text: string): string => `<c r="A1" t="inlineStr"><is>${text}</is></c>`;

describe('texts', () => {
  test.each<readonly [what: string, cell: string, expected: CellValue | undefined]>([
    ['shared', '<c r="A1" t="s"><v>1</v></c>', '设立许可'],
    ['within the cell', inline('<t>甲</t>'), '甲'],
    [
      'in runs of formats',
      inline('<r><rPr><b/></rPr><t>行政</t></r><r><t xml:space="preserve"> 许可</t></r>'),
      '行政 许可',
    ],
    ['with readings', inline('<t>許可</t><rPh sb="0" eb="2"><t>キョカ</t></rPh>'), '許可'],
    ['of a formula', '<c r="A1" t="str"><f>A2&amp;A3</f><v>合并</v></c>', '合并'],
    ['of a formula, empty', '<c r="A1" t="str"><f>A2</f><v></v></c>', undefined],
    [
      'with references',
      inline('<t>&lt;a&gt; &amp;amp; &#20107;&#x9879; &quot;&apos;</t>'),
      '<a> &amp; 事项 "\'',
    ],
    ['with unknown references', inline('<t>&nbsp; a &b; c & d</t>'), '&nbsp; a &b; c & d'],
    ['with half a character by reference', inline('<t>&#xD800;a&#1114112;</t>'), '\ufffda\ufffd'],
    ['with escapes', inline('<t>a_x000D_\nb_x005F_x0041_</t>'), 'a\r\nb_x0041_'],
    ['as plain characters', inline('<t><![CDATA[<a> & ]]>b</t>'), '<a> & b'],
    ['between comments', inline('<t>a<!-- > --><?b c?>d</t>'), 'ad'],
    ['that look like formulas', inline('<t>=1+1</t>'), '=1+1'],
    ['of spaces', inline('<t xml:space="preserve">  </t>'), '  '],
    ['empty', inline('<t></t>'), undefined],
  ])('%s', async (_what, cell, expected) => {
    expect(await cellOf(cell)).toBe(expected);
  });

  test('a reference cut by a chunk is whole', async () => {
    const text = '&amp;'.repeat(30_000);
    expect(await cellOf(inline(`<t>${text}</t>`))).toBe('&'.repeat(30_000));
  });

  test('characters cut by a chunk are whole', async () => {
    expect(await cellOf(inline(`<t>a${'𠀀许'.repeat(20_000)}</t>`))).toBe(`a${'𠀀许'.repeat(20_000)}`);
  });

  test.each<readonly [what: string, item: string, expected: string]>([
    ['runs', '<si><r><t>行政</t></r><r><t>许可</t></r></si>', '行政许可'],
    ['readings', '<si><t>許可</t><rPh><t>キョカ</t></rPh><phoneticPr/></si>', '許可'],
    ['escapes', '<si><t>_x000A_</t></si>', '\n'],
  ])('shared, with %s', async (_what, item, expected) => {
    expect(await cellOf('<c r="A1" t="s"><v>0</v></c>', { strings: stringsXml(item) })).toBe(expected);
  });
});

describe('rows', () => {
  test('bring their numbers; what is empty is left out', async () => {
    const xml =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="F2" s="1"/></row><row r="3"/>' +
      '<row r="4"><c r="A4" s="1"/></row><row r="7"><c r="A7"><v>3</v></c></row>';
    expect(await rows(xml)).toEqual([
      [2, [null, 1, null, 2]],
      [7, [3]],
    ]);
  });

  test('without addresses follow one another', async () => {
    const xml = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>';
    expect(await rows(xml)).toEqual([
      [1, [1, 2]],
      [2, [null, null, 3, 4]],
    ]);
  });

  test('come in batches, however many there are', async () => {
    const xml = Array.from({ length: 1234 }, (_none, row) => `<row><c><v>${row}</v></c></row>`).join('');
    const found = await rows(xml);
    expect(found.length).toBe(1234);
    expect(found.at(-1)).toEqual([1234, [1233]]);
  });

  test('with prefixed names are read like others', async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
      .replace(/<(\/?)(?=[a-zA-Z])/gu, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    const found = await read(workbookFile({ sheet }));
    expect(numberedRows(found)).toEqual([[1, [1]]]);
    expect(found.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
  });

  test.each([
    ['<c r="B3"><f>SUM(A1:A2)</f></c>', 'FORMULA_WITHOUT_VALUE', 'SUM(A1:A2)'],
    ['<c r="B3"><f>SUM(A1:A2)</f><v/></c>', 'FORMULA_WITHOUT_VALUE', 'SUM(A1:A2)'],
    ['<c r="B3" t="e"><f>A1</f><v>#N/A</v></c>', 'CELL_ERROR', '#N/A'],
  ])('%s is a problem of its cell', async (cell, code, value) => {
    const found = await read(sheetFile(`<row r="3">${cell}<c r="C3"><v>1</v></c></row>`));
    expect(found.sheets[0]?.rows).toMatchObject([
      { row: 3, cells: [null, null, 1], problems: [{ code, value, sheet: '清单', cell: 'B3', row: 3 }] },
    ]);
  });
});

describe('sheets', () => {
  test('come in the order of their tabs, hidden ones too, charts not', async () => {
    const workbook = workbookXml(
      '<sheet name="图" r:id="rId9"/><sheet name="二" r:id="rId2"/><sheet name="一" r:id="rId1" state="veryHidden"/>',
    );
    const relations = relationsXml(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml') +
        relation('rId9', 'chartsheet', 'chartsheets/sheet1.xml'),
    );
    const sheet = { name: 'xl/worksheets/sheet2.xml', data: sheetXml('<row><c><v>2</v></c></row>') };
    const found = await read(
      forgedZip([
        ...workbookParts({ workbook, relations, sheet: sheetXml('<row><c><v>1</v></c></row>') }),
        sheet,
      ]),
    );
    expect(found.sheets).toMatchObject([
      { name: '二', hidden: false, rows: [{ cells: [2] }] },
      { name: '一', hidden: true, rows: [{ cells: [1] }] },
    ]);
  });

  test.each<readonly [what: string, references: readonly string[], merges: readonly string[]]>([
    ['as they are', ['A1:C1', '$B$2:$B$9'], ['0,1-2,1', '1,2-1,9']],
    ['the other way round', ['C3:A1'], ['0,1-2,3']],
    ['of one cell', ['A1', 'B2:B2'], []],
    ['clipped', ['A1:XFD1048576'], ['0,1-511,1048576']],
    ['out of reach', ['XFC1:XFD1'], []],
    ['nonsense', ['', ':', 'A', '1:2', 'x'], []],
  ])('merged ranges %s', async (_what, references, merges) => {
    const xml = references.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
    const found = await read(sheetFile('', `<mergeCells>${xml}</mergeCells>`));
    const told = found.sheets[0]?.merges?.map(
      ({ left, top, right, bottom }) => `${left},${top}-${right},${bottom}`,
    );
    expect(told).toEqual(merges);
  });

  test('what a text says about merged ranges is a text', async () => {
    const found = await read(sheetFile('<row><c t="str"><v>sheetData> mergeCell ref="A1:B2"</v></c></row>'));
    expect(found.sheets[0]?.merges).toEqual([]);
  });
});

describe('a file is refused, with the place,', () => {
  const wide = '<row r="3"><c r="D3"><v>1</v></c></row>';
  const long = `<row r="3"><c r="B3" t="str"><v>${'x'.repeat(11)}</v></c></row>`;

  test.each<readonly [what: string, xml: string, limits: Partial<ReadLimits>, sentence: RegExp]>([
    ['a column too far', wide, { columns: 3 }, /工作表“清单”单元格 D3：列数超过上限 3/u],
    ['a row too far', wide, { rows: 2 }, /单元格 D3：行数超过上限 2/u],
    [
      'too many cells',
      `<row r="3">${'<c/>'.repeat(11)}</row>`,
      { cells: 10 },
      /单元格 K3：单元格数超过上限 10/u,
    ],
    ['a text too long', long, { cellCharacters: 10 }, /单元格 B3：单元格字数超过上限 10/u],
    [
      'a shared text too long',
      '<row r="3"><c r="B3" t="s"><v>1</v></c></row>',
      { cellCharacters: 3 },
      /B3：单元格字数超过上限 3/u,
    ],
    [
      'a text that is not there',
      '<row r="3"><c r="B3" t="s"><v>9</v></c></row>',
      {},
      /单元格 B3：.*文字不在文件里/u,
    ],
    ['rows out of order', wide + wide, {}, /工作表“清单”：.*第 3 行以后，行的次序错乱/u],
    ['a DOCTYPE', '<!DOCTYPE a>', {}, /DOCTYPE/u],
  ])('%s', async (_what, xml, limits, sentence) => {
    expect((await read(sheetFile(xml), limits)).refused?.message).toMatch(sentence);
  });

  test.each(PART_KEYS)('a DOCTYPE in %s', async (key) => {
    const parts = workbookParts().map((part, index) =>
      PART_KEYS[index] === key ? { ...part, data: `<!DOCTYPE a [<!ENTITY b "c">]>${part.data}` } : part,
    );
    const found = await read(forgedZip(parts));
    // The list of content types is for telling the format, which is not this reader's matter.
    expect(found.refused?.code).toBe(key === 'types' ? undefined : 'FILE_DOCTYPE');
  });

  test('empty far cells are no reason', async () => {
    const xml =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>';
    expect(await rows(xml)).toEqual([[1, [1]]]);
  });
});
