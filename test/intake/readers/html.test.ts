import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../intake/readers/grid.ts';
import { htmlReader } from '../../../intake/readers/html.ts';
import { type ReadFile, readWith } from '../../support/read-grid.ts';

type Cells = readonly (readonly CellValue[])[];

const cellsOf = (read: ReadFile): readonly Cells[] =>
  read.sheets.map(({ rows }) => rows.map(({ cells }) => cells));

const page = async (body: string, limits = {}) =>
  await readWith(
    htmlReader,
    'list.html',
    `<!DOCTYPE html><html><head><title>标题</title></head><body>${body}</body></html>`,
    limits,
  );

test('paragraphs after the last table are a sheet where one says something', async () => {
  const found = await page(
    '<table><tr><td>a</table><p>食品经营许可<p>一、办理依据：《食品安全法》第三十五条',
  );
  expect(found.sheets.map(({ name }) => name)).toEqual(['表 1', '正文']);
  expect(cellsOf(found)[1]).toEqual([['食品经营许可'], ['一、办理依据：《食品安全法》第三十五条']]);
});

describe('cells', () => {
  test.each<[string, string, Cells]>([
    [
      'head, body and foot',
      '<table><thead><tr><th>a<th>b</thead><tbody><tr><td>1<td>2</tbody><tfoot><tr><td>3<td>4</tfoot></table>',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'tags left open',
      '<table><tr><td>a<td>b<tr><td>1<td>2</table>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an element left open within a cell',
      '<table><tr><td><b>a<td>b<tr><td><span>1<td>2</table>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['cells without a row', '<table><td>a<td>b</table>', [['a', 'b']]],
    ['lines', '<table><tr><td>a<br>b<p>c</p><ul><li>d<li>e</ul>f</table>', [['a\nb\nc\nd\ne\nf']]],
    [
      'blanks as browsers show them',
      '<table><tr><td>  a \n  <b> b</b>&nbsp;c\n<td>中\n  文 字</table>',
      [['a b\u00a0c', '中文 字']],
    ],
    ['entities', '<table><tr><td>&lt;a&gt; &amp; &#20013;&#x6587; &times;', [['<a> & 中文 ×']]],
    [
      'what is not shown',
      '<table><tr><td>a<script>x</script><style>x</style><span style="display: none">x</span><i hidden>x</i><template>x</template><!-- x --><td>b</table>',
      [['a', 'b']],
    ],
    [
      'hidden cells and rows take no place',
      '<table><tr><td>a<td style="DISPLAY:none">x</td><td>b</tr><tr hidden><td>x<td>y</tr><tr><td>1<td>2</table>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a hidden element left open ends with its cell',
      '<table><tr><td>a<span hidden>x<td>b<tr><td>1<td>2</table>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['empty rows are left out', '<table><tr><td>a<tr><td> <tr><td>1</table>', [['a'], ['1']]],
    [
      'a table within a cell',
      '<table><tr><td>材料<td>申请<table><tr><th>名称<th>份数<tr><td>身份证<br>复印件<td>1</table>完<td>x</table>',
      [['材料', '申请\n名称\t份数\n身份证 复印件\t1\n完', 'x']],
    ],
    [
      'a table that only arranges the page',
      '<table><tr><td>题<table><tr><td>a<td>b<tr><td>1<td>2</table></table>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a table that starts within another one', '<table><tr><td>x</tr><table><tr><td>a<td>b</table>', [['x']]],
  ])('%s', async (_what, body, cells) => {
    const read = await page(body);
    expect(cellsOf(read)[0]).toEqual(cells);
  });

  test('rows keep the numbers they have in the table', async () => {
    const read = await page('<table><tr><td>a<tr><td> <tr><td>1</table>');
    expect(read.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe('merged cells', () => {
  test.each<[string, string, Cells, readonly (readonly [number, number, number, number])[]]>([
    [
      'columns and rows',
      '<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>1<td>2<td>3',
      [
        ['a', 'b'],
        [null, 'c', 'd'],
        ['1', '2', '3'],
      ],
      [
        [1, 0, 2, 0],
        [1, 1, 1, 2],
      ],
    ],
    [
      'further than the table',
      '<tr><td rowspan=999>a<td colspan=1000>b<tr><td>c<td>d',
      [
        ['a', 'b'],
        [null, 'c', 'd'],
      ],
      [
        [1, 0, 2, 0],
        [1, 1, 1, 2],
      ],
    ],
    [
      'not out of the head',
      '<thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>1<td>2</tbody>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [],
    ],
    [
      'to the end',
      '<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d',
      [
        ['a', 'b'],
        [null, 'c'],
        [null, 'd'],
      ],
      [[1, 0, 3, 0]],
    ],
    ['nonsense', '<tr><td rowspan=-1 colspan=x>a<td>b', [['a', 'b']], []],
  ])('%s', async (_what, rows, cells, merges) => {
    const read = await page(`<table>${rows}</table>`);
    expect(cellsOf(read)).toEqual([cells]);
    expect(read.sheets[0]?.merges).toEqual(
      merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
    );
  });
});

describe('what stands around tables', () => {
  test('each table is a sheet, with the paragraphs before it', async () => {
    const read = await page(
      '<h1>清单</h1><p>报送单位：某局</p><table><caption>表一</caption><tr><td>a</table>x<table><tr><td> </table><table><tr><td>b</table>',
    );
    expect(read.sheets.map(({ name, before }) => ({ name, before }))).toEqual([
      { name: '表 1', before: ['清单', '报送单位：某局', '表一'] },
      { name: '表 2', before: ['x'] },
    ]);
  });

  test('a frame gives its text to the table within', async () => {
    const read = await page('<table><tr><td>某县清单<tr><td><table><tr><td>a<td>b</table></table>');
    expect(read.sheets).toMatchObject([{ name: '表 1', before: ['某县清单'] }]);
  });

  test('navigation and foot around a list are a frame, labels around a list are a form', async () => {
    const list = `<table>${'<tr><td>1<td>2<td>3'.repeat(5)}</table>`;
    const framed = await page(`<table><tr><td>首页<td>公开<tr><td>导航<td>清单${list}<tr><td>版权</table>`);
    expect(framed.sheets).toMatchObject([{ before: ['首页', '公开', '导航', '清单'], rows: { length: 5 } }]);
    const labels = '<tr><td>依据<td>某法'.repeat(4);
    const form = await page(`<table>${labels}<tr><td>材料<td>${list}</table>`);
    expect(form.sheets).toMatchObject([{ before: [], rows: { length: 5 } }]);
    expect(form.sheets[0]?.rows[4]?.cells).toEqual([
      '材料',
      Array.from({ length: 5 }, () => '1\t2\t3').join('\n'),
    ]);
  });

  test.each<[string, string, Cells]>([
    [
      'paragraphs',
      '<h1>甲事项</h1><p>一、办理依据：<b>某法</b><br>第三条</p><div>二、材料<div>申请书</div></div>',
      [['甲事项'], ['一、办理依据：某法'], ['第三条'], ['二、材料'], ['申请书']],
    ],
    [
      'descriptions',
      '<h2>甲</h2><dl><dt>依据<dd>某法<p>第三条</p><dt>时限<dd>5 天</dl>完',
      [['甲'], ['依据', '某法\n第三条'], ['时限', '5 天'], ['完']],
    ],
    ['an empty table is none', '<p>甲</p><table><tr><td></table>', [['甲']]],
  ])('a page without tables: %s', async (_what, body, cells) => {
    const read = await page(body);
    expect(read.sheets).toMatchObject([{ kind: 'CELLS', name: '正文' }]);
    expect(cellsOf(read)).toEqual([cells]);
  });
});

test('a page that Excel saved', async () => {
  const text = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<style><!--table {mso-displayed-decimal-separator:"\\.";}--></style><!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--></head>
<body><table border=0 width=144 style='border-collapse:collapse'><col width=72 span=2><tr height=19><td height=19 class=xl65>NAME</td><td x:num>1.5</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table></body></html>`;
  const bytes = Buffer.from(text.replace('NAME', '\u00ca\u00c2\u00cf\u00ee'), 'latin1');
  const read = await readWith(htmlReader, 'list.xls', bytes);
  expect(read.problems).toEqual([]);
  expect(cellsOf(read)).toEqual([[['事项', '1.5']]]);
});

test('a page that LibreOffice Calc saved', async () => {
  const bytes = await readFile(
    new URL('../../fixtures/intake/readers/written-by-calc.html', import.meta.url),
  );
  const read = await readWith(htmlReader, 'list.html', bytes);
  expect(cellsOf(read)).toEqual([
    [
      ['青溪县政务服务事项目录'],
      ['序号', '事项名称', '时限'],
      [null, null, '法定', '承诺'],
      ['1', '食品经营许可（新办）', '20', '10'],
      ['2', 'a < b & c\n第二行', null, '即办'],
      ['3', '日期', '2024-03-01', '0.5'],
    ],
  ]);
  expect(read.sheets[0]?.merges).toHaveLength(4);
});

test.each([
  ['a declared Big5', '<meta charset="big5"><table><tr><td>', 'a8c6b6b5', '事項', []],
  [
    'GB 18030 that declares UTF-8',
    '<meta charset="utf-8"><table><tr><td>',
    'cac2cfee',
    '事项',
    ['FILE_ENCODING_GUESSED'],
  ],
  [
    'UTF-8 that declares GBK',
    '<meta charset="gbk"><table><tr><td>',
    Buffer.from('事项').toString('hex'),
    '事项',
    [],
  ],
])('%s', async (_what, start, hex, text, problems) => {
  const read = await readWith(
    htmlReader,
    'list.html',
    Buffer.concat([Buffer.from(start), Buffer.from(hex, 'hex')]),
  );
  expect(cellsOf(read)).toEqual([[[text]]]);
  expect(read.problems).toEqual(problems);
});

describe('what is too much is refused', () => {
  test.each([
    ['nothing', '<p> </p><table><tr><td></table>', {}, '没有任何事项'],
    ['rows', '<table><tr><td>a<tr><td>b', { rows: 1 }, '第 2 行：行数超过上限 1'],
    ['columns', '<table><tr><td>a<td>b', { columns: 1 }, '第 1 行：列数超过上限 1'],
    ['cells', '<table><tr><td>a<td>b<tr><td>a<td>b', { cells: 3 }, '工作表“表 1”第 2 行：单元格数超过上限 3'],
    [
      'characters of a cell',
      '<table><tr><td>a<tr><td>abcd',
      { cellCharacters: 3 },
      '工作表“表 1”第 2 行：单元格字数超过上限 3',
    ],
    [
      'characters of cells within a cell',
      '<table><tr><td>x<td><table><tr><td>ab<td>cd</table>',
      { cellCharacters: 4 },
      '单元格字数超过上限 4',
    ],
    ['elements within one another', '<div>'.repeat(5_000), {}, '嵌套超过 1000 层'],
    ['tables', '<table></table>'.repeat(20_000), {}, '表格数超过上限 10,000'],
    ['a comment without end', `<!--${'x'.repeat(17 << 20)}`, {}, '没有结束'],
  ])('%s', async (_what, body, limits, sentence) => {
    expect((await page(body, limits)).refused?.message).toContain(sentence);
  });
});
