import { expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode, problem } from '../../../catalog/problems.ts';
import type { ReportInput } from '../../../intake/report/report-input.ts';
import { summaryRows } from '../../../intake/report/summary-rows.ts';

const textsOf = (report: Pick<ReportInput, 'problems'> & Partial<ReportInput>) =>
  summaryRows({ list: '清单', rows: 3, accepted: 3, ...report }, []).map((row) =>
    row.map(({ value }) => String(value)),
  );

const asNumber = (row: number, value: string) =>
  problem('CODE_AS_NUMBER', { row, cell: `B${row}`, title: '基本编码', value });

test('a rule is shown by the sentence of its first finding, without the place', () => {
  const texts = textsOf({ problems: [asNumber(2, '1188'), asNumber(3, '1199')] });
  const [, , count, sentence] = texts.find(([code]) => code === 'CODE_AS_NUMBER') ?? [];
  expect(count).toBe('2');
  expect(sentence).toMatch(/^如：“基本编码”的单元格是数字格式（1188），/u);
  const [, , , once] =
    textsOf({ problems: [asNumber(2, '1188')] }).find(([code]) => code === 'CODE_AS_NUMBER') ?? [];
  expect(once).toMatch(/^“基本编码”/u);
});

test('braces of the data stay', () => {
  const texts = textsOf({ problems: [problem('UNKNOWN_COLUMN', { value: '{title}' })] });
  expect(texts.find(([code]) => code === 'UNKNOWN_COLUMN')?.[3]).toContain('“{title}”');
});

test('no rule shows the names of its parameters, even where none of its findings is listed', () => {
  const counts = Object.fromEntries(Object.keys(PROBLEMS).map((code) => [code as ProblemCode, 2]));
  const texts = textsOf({ problems: [], counts, omitted: 2 }).flat();
  expect(texts).toContain(
    '“…”的单元格是数字格式（…），开头的 0 可能已经丢失；请把该列设为文本格式，按原件重新填写。',
  );
  expect(texts.filter((text) => /\{\w+\}/u.test(text))).toEqual([]);
});
