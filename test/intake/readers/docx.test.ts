import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../intake/readers/docx.ts';
import type { CellValue } from '../../../intake/readers/grid.ts';
import { docxOf, storedZip } from '../../support/docx.ts';
import { type ReadFile, readWith } from '../../support/read-grid.ts';

type Cells = readonly (readonly CellValue[])[];

const run = (content: string) => `<w:r>${content}</w:r>`;
const text = (content: string) => run(`<w:t xml:space="preserve">${content}</w:t>`);
const paragraph = (...runs: readonly string[]) =>
  `<w:p>${runs.map((one) => (one.startsWith('<') ? one : text(one))).join('')}</w:p>`;
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:t') ? one : cell(one))).join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
/** What Word draws, and the same again for programs that cannot draw it. */
const drawing = (content: string) =>
  run(
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${content}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent>`,
  );

const read = async (body: string, limits = {}) =>
  await readWith(docxReader, 'list.docx', docxOf(body), limits);

const cellsOf = ({ sheets }: ReadFile): readonly Cells[] =>
  sheets.map(({ rows }) => rows.map(({ cells }) => cells));

describe('tables', () => {
  test('each is a sheet, with the paragraphs before it', async () => {
    const first = table(row('a', 'b'), row('1', '2'));
    const found = await read(
      `${paragraph('附件 1')}${paragraph('某县', '清单')}${paragraph('')}${first}${paragraph('二')}${table(row('c'))}${paragraph('落款')}`,
    );
    expect(found).toMatchObject({
      problems: [],
      sheets: [
        { kind: 'CELLS', name: '表 1', before: ['附件 1', '某县清单'], merges: [] },
        { kind: 'CELLS', name: '表 2', before: ['二'] },
      ],
    });
    expect(cellsOf(found)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [['c']],
    ]);
  });

  test.each<[string, string, Cells]>([
    ['paragraphs are lines', row(cell(`${paragraph('一')}${paragraph('')}${paragraph('二')}`)), [['一\n二']]],
    ['runs stand together', row(cell(paragraph('行政', '许可 ', '（一）'))), [['行政许可 （一）']]],
    [
      'breaks, tabs and hyphens',
      row(
        cell(
          paragraph(
            run(
              '<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/><w:t>e</w:t>',
            ),
          ),
        ),
      ),
      [['a\nb\tc-d\ne']],
    ],
    [
      'tab stops are no text',
      row(cell(`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>${text('a')}</w:p>`)),
      [['a']],
    ],
    [
      'revisions as accepted',
      row(
        cell(
          paragraph(
            `<w:del>${run('<w:delText>x</w:delText>')}</w:del>`,
            `<w:ins>${text('a')}</w:ins>`,
            `<w:moveFrom>${text('x')}</w:moveFrom>`,
            `<w:moveTo>${text('b')}</w:moveTo>`,
          ),
        ),
      ),
      [['ab']],
    ],
    [
      'a deleted row',
      `${row('a')}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('x')}</w:tr>${row('b')}`,
      [['a'], ['b']],
    ],
    ['an inserted row', `<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>${cell('a')}</w:tr>`, [['a']]],
    [
      'text boxes, drawings without',
      row(
        cell(
          paragraph('a', drawing(`${box(paragraph('甲') + paragraph('乙'))}<wp:x><a:t>x</a:t></wp:x>`), 'b'),
        ),
      ),
      [['a\n甲\n乙\nb']],
    ],
    [
      'text boxes of older programs',
      row(
        cell(
          paragraph(
            run(`<w:pict><v:shape><v:textbox>${box(paragraph('甲'))}</v:textbox></v:shape></w:pict>`),
          ),
        ),
      ),
      [['甲']],
    ],
    [
      'deleted text boxes',
      row('a', cell(paragraph(`<w:del>${drawing(box(paragraph('x')))}</w:del>`, 'b'))),
      [['a', 'b']],
    ],
    [
      'a table in a text box of a cell',
      row('a', cell(paragraph(drawing(box(table(row('c', 'd')))), 'b'))),
      [['a', 'c\td\nb']],
    ],
    [
      'hidden text',
      row(
        cell(
          paragraph(
            'a',
            run('<w:rPr><w:vanish/></w:rPr><w:t>x</w:t>'),
            run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t>'),
          ),
        ),
      ),
      [['ab']],
    ],
    [
      'fields show their result',
      row(
        cell(
          paragraph(
            run('<w:fldChar w:fldCharType="begin"/>'),
            run('<w:instrText> PAGE </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            text('7'),
          ),
        ),
      ),
      [['7']],
    ],
    [
      'ticked boxes',
      row(
        cell(
          paragraph(
            run('<w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t>'),
            run('<w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t>'),
            run('<w:sym w:font="Symbol" w:char="F0B7"/>'),
          ),
        ),
      ),
      [['☑是□否']],
    ],
    [
      'boxes of old forms',
      row(
        cell(
          paragraph(
            run(
              '<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar>',
            ),
            '是',
            run(
              '<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar>',
            ),
            '否',
          ),
        ),
      ),
      [['☑是□否']],
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${row(cell(`<w:sdt><w:sdtContent>${paragraph('a')}</w:sdtContent></w:sdt>`))}</w:sdtContent></w:sdt>`,
      [['a']],
    ],
    [
      'a table within a cell',
      row(
        '材料',
        cell(
          `${paragraph('申请')}${table(row('名称', '份数'), row(cell(`${paragraph('身份证')}${paragraph('复印件')}`), '1'))}${paragraph('完')}`,
        ),
        'x',
      ),
      [['材料', '申请\n名称\t份数\n身份证 复印件\t1\n完', 'x']],
    ],
    ['a table in a frame', row(cell(`${paragraph('题')}${table(row('a', 'b'))}`)), [['a', 'b']]],
    ['references', row('&lt;甲&gt; &amp; &#20057;'), [['<甲> & 乙']]],
    ['empty cells and rows', row('', 'a') + row('', '') + row('b'), [[null, 'a'], ['b']]],
  ])('%s', async (_what, rows, cells) => {
    const found = await read(table(rows));
    expect(cellsOf(found)).toEqual([cells]);
  });

  test('a table in a text box outside tables is a table', async () => {
    const found = await read(
      `${paragraph('甲', drawing(box(paragraph('标题') + table(row('a', 'b')))))}${paragraph('乙')}${table(row('c'))}`,
    );
    expect(found.sheets).toMatchObject([{ before: ['甲', '标题'] }, { before: ['乙'] }]);
    expect(cellsOf(found)).toEqual([[['a', 'b']], [['c']]]);
  });

  test('columns left out before the first cell', async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('c')}</w:tr>`;
    expect(cellsOf(await read(table(row('1', '2', '3'), short)))).toEqual([
      [
        ['1', '2', '3'],
        [null, null, 'c'],
      ],
    ]);
  });

  test('a merge that continues nothing is a cell, and text under a merge is not shown', async () => {
    const continues = (content: string) => cell(content, '<w:vMerge/>');
    const starts = cell('a', '<w:vMerge w:val="restart"/>');
    const found = await read(table(row(continues('x'), 'b'), row(starts, 'c'), row(continues('y'), 'd')));
    expect(cellsOf(found)).toEqual([
      [
        ['x', 'b'],
        ['a', 'c'],
        [null, 'd'],
      ],
    ]);
    expect(found.sheets[0]?.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
  });
});

describe('what cannot be read is refused', () => {
  const rows = (count: number) => table(...Array.from({ length: count }, () => row('ab', 'cd')));
  test.each([
    ['rows', { rows: 2 }, rows(3), '第 3 行：行数超过上限 2'],
    ['columns', { columns: 1 }, rows(1), '第 1 行：列数超过上限 1'],
    ['cells', { cells: 3 }, rows(2), '工作表“表 1”第 2 行：单元格数超过上限 3'],
    ['characters of a cell', { cellCharacters: 1 }, rows(1), '工作表“表 1”第 1 行：单元格字数超过上限 1'],
    ['bytes', { fileBytes: 100 }, rows(1), '上限是 100 字节'],
    ['unpacked bytes', { unpackedBytes: 500 }, rows(20), '解压后超过 500 字节'],
    ['nothing', {}, paragraph(' '), '没有任何事项'],
  ])('%s', async (_what, limits, body, sentence) => {
    expect((await read(body, limits)).refused?.message).toContain(sentence);
  });

  test.each([
    [
      'a DOCTYPE',
      '<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body><w:p/></w:body></w:document>',
      'FILE_DOCTYPE',
    ],
    ['XML that breaks off', '<w:document><w:body><w:p><w:r><w:t>甲', 'FILE_UNREADABLE'],
  ])('%s', async (_what, xml, code) => {
    const found = await readWith(docxReader, 'list.docx', storedZip({ 'word/document.xml': xml }));
    expect(found.refused?.code).toBe(code);
  });

  test.each([
    ['another package', storedZip({ 'xl/workbook.xml': '<workbook/>' }), '没有 Word 正文'],
    ['no package', Buffer.from('甲'), '压缩包已损坏'],
  ])('%s', async (_what, bytes, sentence) => {
    expect((await readWith(docxReader, 'list.docx', bytes)).refused?.message).toContain(sentence);
  });
});
