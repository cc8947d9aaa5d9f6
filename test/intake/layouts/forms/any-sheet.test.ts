import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../../catalog/problems.ts';
import { formTableOf } from '../../../../intake/layouts/forms.ts';
import { headOf, readForms } from './sheets.ts';

const WORDS = [
  ...[
    '事项名称',
    '办理依据',
    '申请材料',
    '材料名称',
    '份数',
    '序号',
    '备注',
    '收费',
    '收费标准',
    '服务对象',
    '办理时限',
  ],
  ...[
    '一、办理依据：《条例》',
    '高龄津贴申领服务指南',
    '填表人：李明',
    '要素名称',
    '填写说明',
    '10个工作日',
    '快递',
  ],
  ...['附件1', '名称', '地址', '联系电话', 'a\tb\nc\td'],
];

const cells = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.constant(null), fc.integer()), {
  maxLength: 6,
});
const grids = fc.array(cells, { maxLength: 30 });
const merges = fc.array(
  fc.record({
    left: fc.constantFrom('A', 'B'),
    top: fc.integer({ min: 1, max: 20 }),
    width: fc.constantFrom('B', 'C', 'D'),
    height: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 4 },
);

describe('any sheet', () => {
  test('is read or left to others; each form has its own row, and values stand under titles', async () => {
    await fc.assert(
      fc.asyncProperty(grids, merges, async (rows, ranges) => {
        const seed = {
          merges: ranges.map(({ left, top, width, height }) => `${left}${top}:${width}${top + height}`),
        };
        const read = await readForms(rows, seed);
        if (read === undefined) return;
        expect(read.rows).toEqual([...read.rows].sort((left, right) => left - right));
        expect(read.header.every((title) => title !== '')).toBe(true);
        for (const form of read.forms) expect(Object.keys(form).length).toBeGreaterThan(0);
      }),
      { numRuns: 500, seed: 20_260_301 },
    );
  });

  test('of labels and values keeps each value once', async () => {
    const values = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁戊己庚辛]{3,8}$/u), {
      minLength: 5,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(values, async (texts) => {
        const titles = ['事项名称', '实施主体', '设定依据', '申请条件', '备注'];
        const read = await readForms(titles.map((title, index) => [title, texts[index] ?? '']));
        expect(read?.forms).toEqual([
          Object.fromEntries(titles.map((title, index) => [title, texts[index]])),
        ]);
      }),
      { numRuns: 100, seed: 20_260_301 },
    );
  });
});

const stacked = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    ['单项梳理表', null],
    ['事项名称', `事项${index}`],
    ['实施主体', '县民政局'],
    [`自定义标签${index}`, '值'],
    ['办理时限', '1个工作日'],
  ]).flat();

describe('long sheets', () => {
  test('forms are read beyond the head, in order', async () => {
    const read = await readForms(stacked(700));
    expect(read?.forms.map((form) => form['事项名称'])).toEqual(
      Array.from({ length: 700 }, (_, index) => `事项${index}`),
    );
    expect(read?.rows.at(-1)).toBe(699 * 5 + 2);
  });

  test('titles beyond two hundred are kept among the lines around the form', async () => {
    const read = await readForms([...stacked(300), ['监督电话', '12345']]);
    expect(read?.header.length).toBeLessThanOrEqual(202);
    expect(read?.forms[5]).toMatchObject({ 自定义标签5: '值' });
    expect(read?.forms[299]).toMatchObject({
      事项名称: '事项299',
      表外文字: '自定义标签299：值',
      监督电话: '12345',
    });
  });
});

test('what the reader found wrong with any row of a form is told with it', async () => {
  const rows = [
    ['公共服务事项单项梳理表'],
    ['事项名称', '高龄津贴申领'],
    ['服务对象', '自然人'],
    ['办理时限', '1个工作日'],
    ['填表人：李明'],
  ];
  const head = headOf(rows);
  const damaged = head.rows.map((row) => ({ ...row, problems: [problem('TEXT_DAMAGED', { row: row.row })] }));
  async function* batches() {
    yield damaged;
  }
  const table = formTableOf({ ...head, rows: damaged })?.(batches());
  const found: (number | undefined)[] = [];
  for await (const batch of table?.batches ?? []) {
    for (const row of batch) found.push(...(row.problems ?? []).map((one) => one.row));
  }
  expect(found).toEqual([1, 2, 3, 4, 5]);
});
