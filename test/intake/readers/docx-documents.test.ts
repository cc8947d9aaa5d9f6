import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../intake/readers/docx.ts';
import type { CellValue } from '../../../intake/readers/grid.ts';
import { docxOf } from '../../support/docx.ts';
import { numberedRows, type ReadFile, readWith } from '../../support/read-grid.ts';

type Cells = readonly (readonly CellValue[])[];

const paragraph = (...texts: readonly string[]) =>
  `<w:p><w:r>${texts.map((one) => (one.startsWith('<') ? one : `<w:t>${one}</w:t>`)).join('')}</w:r></w:p>`;
const row = (text: string) => `<w:tr><w:tc>${paragraph(text)}</w:tc></w:tr>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;

const read = async (body: string) => await readWith(docxReader, 'list.docx', docxOf(body));

const cellsOf = ({ sheets }: ReadFile): readonly Cells[] =>
  sheets.map(({ rows }) => rows.map(({ cells }) => cells));

test('a document that LibreOffice Writer saved', async () => {
  const bytes = await readFile(
    new URL('../../fixtures/intake/readers/written-by-writer.docx', import.meta.url),
  );
  const found = await readWith(docxReader, 'list.docx', bytes);
  expect(found.sheets.map(({ name, before }) => [name, before])).toEqual([
    ['表 1', ['青溪县政务服务事项备案表', '报送单位：青溪县市场监督管理局　　填报日期：2024年3月1日']],
    ['表 2', ['二、公共服务事项']],
  ]);
  expect(cellsOf(found)).toEqual([
    [
      ['事项名称', '时限（工作日）', null, '申请材料'],
      [null, '法定', '承诺'],
      ['食品经营\n许可', '20', '10', '1.申请书\n2.身份证'],
      [null, '30', '15', '附表\n名称\t份数\n营业执照\t1'],
    ],
    [['事项名称'], ['公共场所母乳哺育设施查询']],
  ]);
  expect(found.sheets[0]?.merges).toEqual([
    { top: 1, left: 0, bottom: 2, right: 0 },
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 1, left: 3, bottom: 2, right: 3 },
    { top: 3, left: 0, bottom: 4, right: 0 },
  ]);
});

test('a document without tables is a sheet of its paragraphs', async () => {
  const found = await read(
    `${paragraph('甲事项')}${paragraph('')}${paragraph('一、办理依据：', '<w:br/><w:t>某法</w:t>')}`,
  );
  expect(found.sheets).toMatchObject([{ kind: 'CELLS', name: '正文' }]);
  expect(numberedRows(found)).toEqual([
    [1, ['甲事项']],
    [2, ['一、办理依据：']],
    [3, ['某法']],
  ]);
});

describe('paragraphs after the last table', () => {
  test('are a sheet of their own where one says something', async () => {
    const guide = [
      '食品经营许可',
      '一、办理依据：《中华人民共和国食品安全法》第三十五条',
      '日期：2024年3月1日',
    ];
    const found = await read(
      `${table(row('a'))}${paragraph('题')}${table(row('b'))}${guide.map((line) => paragraph(line)).join('')}`,
    );
    expect(found.sheets).toMatchObject([
      { name: '表 1' },
      { name: '表 2', before: ['题'] },
      { name: '正文' },
    ]);
    expect(cellsOf(found)[2]).toEqual(guide.map((line) => [line]));
  });

  test.each([
    '填表人：张三　审核人：李四　日期：2024年3月1日',
    '（盖章）某某县市场监督管理局办公室',
    '附件：某某县政务服务事项清单（2024年版）',
    '2024年3月1日',
    '版权所有：某某县人民政府　某ICP备00000000号',
  ])('are left out where they are %s', async (line) => {
    const found = await read(`${table(row('a'))}${paragraph(line)}`);
    expect(found.sheets.map(({ name }) => name)).toEqual(['表 1']);
  });
});

test('the document may have another name within the package', async () => {
  const found = await readWith(docxReader, 'list.docx', docxOf(table(row('a')), 'word/document2.xml'));
  expect(cellsOf(found)).toEqual([[['a']]]);
});
