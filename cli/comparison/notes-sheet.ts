import { SEVERITIES } from '../../catalog/problems.ts';
import type { SheetCell, SheetContent } from '../../intake/export/workbook-stream.ts';
import type { TableSheet } from './coverage-sheets.ts';
import { listLabel, reportTitle } from './list-words.ts';
import type { ComparisonReport } from './report.ts';
import {
  byRule,
  ownLines,
  referenceLines,
  reportFacts,
  type StateLine,
  severityCounts,
  sumWords,
  totalOf,
} from './summary.ts';
import { DRIFT_WORDS, LIMIT_WORDS, SEVERITY_WORDS } from './words.ts';

type Row = readonly (SheetCell | undefined)[];

const text = (value: string): SheetCell => ({ value, look: 'WRAPPED' });
const number = (value: number): SheetCell => ({ value, look: 'NUMBER' });
const header = (...titles: readonly string[]): Row => titles.map((value) => ({ value, look: 'HEADER' }));
const heading = (value: string): Row => [{ value, look: 'TITLE' }];
const BLANK: Row = [];

const link = (name: string): SheetCell => ({ value: name, look: 'LINK', leadsTo: name });

const sheetRows = (report: ComparisonReport, sheets: readonly TableSheet[]): readonly Row[] => {
  const rules = byRule(report.findings);
  const others = sheets.slice(0, sheets.length - rules.length);
  return [
    header('工作表', '内容', '行数', ...SEVERITIES.map((one) => SEVERITY_WORDS[one])),
    ...others.map(({ name, about, rows }): Row => [link(name), text(about), number(rows.length)]),
    ...rules.map(({ findings }, at): Row => {
      const counts = severityCounts(findings);
      const { name, about } = sheets[others.length + at] as TableSheet;
      return [
        link(name),
        text(about),
        number(findings.length),
        ...SEVERITIES.map((one) => number(counts[one])),
      ];
    }),
  ];
};

const stateRows = (title: string, lines: readonly StateLine[]): readonly Row[] => [
  BLANK,
  heading(title),
  header('状态', '含义', '项数'),
  ...lines.map(
    ({ word, meaning, count, isPart }): Row =>
      isPart
        ? [text('　其中'), text(word), number(count)]
        : [text(word), ...(meaning === '' ? [undefined] : [text(meaning)]), number(count)],
  ),
  [{ value: '合计', look: 'TEXT' }, text(sumWords(lines)), number(totalOf(lines))],
];

const coverageRows = ({ coverage }: ComparisonReport): readonly Row[] =>
  coverage.flatMap((one) => [
    ...stateRows(
      `应领尽领：${listLabel(one.reference)}的每一项在${listLabel(one.list)}中`,
      referenceLines(one),
    ),
    ...stateRows(`${listLabel(one.list)}的每一项对${listLabel(one.reference)}`, ownLines(one)),
  ]);

const limitRows = ({ limits }: ComparisonReport): readonly Row[] =>
  limits.length === 0
    ? []
    : [
        BLANK,
        heading('数据限制（看结果之前先看）'),
        ...limits.map(({ code, text: sentence }): Row => [text(LIMIT_WORDS[code]), text(sentence)]),
      ];

const READING: readonly Row[] = [
  BLANK,
  heading('怎样看'),
  [text('红字加粗'), text('“本清单写的”里，是对照没有的字；“对照写的”里，是本清单没有的字')],
  [text('程度'), text('错误：与规定不符，应改；警告：应核对；提示：供参考，或者有对应关系等人审定')],
  [
    text('对应关系'),
    text('清单事项与对照事项的关系，括号里是把握，只舍不入，100% 是完全确定；待审定的对应不作为依据'),
  ],
  ...(['BEHIND', 'LOCAL_EDIT', 'CONFLICT'] as const).map((state): Row => {
    const { word, meaning } = DRIFT_WORDS[state];
    return [text(`差异：${word}`), text(meaning)];
  }),
];

/** The first sheet: what was compared, with what filters, how much was found, and what every sheet says. */
export const notesSheet = (report: ComparisonReport, sheets: readonly TableSheet[]): SheetContent => ({
  name: '说明',
  widths: [32, 96, 9, 9, 9, 9],
  headed: false,
  isPrinted: true,
  rows: [
    heading(reportTitle([...report.lists, ...report.references])),
    ...reportFacts(report).map(([name, fact]): Row => [text(name), text(fact)]),
    ...limitRows(report),
    BLANK,
    ...sheetRows(report, sheets),
    ...coverageRows(report),
    ...READING,
  ],
});
