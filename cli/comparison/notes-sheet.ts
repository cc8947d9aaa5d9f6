import { SEVERITIES } from '../../catalog/problems.ts';
import type { SheetCell, SheetContent } from '../../intake/export/workbook-stream.ts';
import type { TableSheet } from './coverage-sheets.ts';
import type { ComparisonReport } from './report.ts';
import {
  byRule,
  ownLines,
  referenceLines,
  reportFacts,
  reportTitle,
  type StateLine,
  severityCounts,
  sumWords,
  totalOf,
} from './summary.ts';
import { DRIFT_WORDS, LIMIT_WORDS, ruleNumber, ruleText, SEVERITY_WORDS } from './words.ts';

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
  const coverageText = ({ list, reference }: ComparisonReport['coverage'][number]) =>
    `${reference.name}的每一项在${list.name}中的状态`;
  const pairText = ({ list, other }: ComparisonReport['pairings'][number]) =>
    `${list.name}的每一项在${other.name}中的对应`;
  const texts = [...report.coverage.map(coverageText), ...report.pairings.map(pairText)];
  return [
    header('工作表', '内容', '行数', ...SEVERITIES.map((one) => SEVERITY_WORDS[one])),
    ...others.map(({ name, rows }, at): Row => [link(name), text(texts[at] ?? ''), number(rows.length)]),
    ...rules.map(({ rule, findings }, at): Row => {
      const counts = severityCounts(findings);
      const { title, source } = ruleText(rule);
      return [
        link(sheets[others.length + at]?.name ?? ruleNumber(rule)),
        text(`${title}（依据：${source}）`),
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
    ...stateRows(`应领尽领：${one.reference.name}的每一项在${one.list.name}中`, referenceLines(one)),
    ...stateRows(`${one.list.name}的每一项对${one.reference.name}`, ownLines(one)),
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
    heading(reportTitle(report)),
    ...reportFacts(report).map(([name, fact]): Row => [text(name), text(fact)]),
    ...limitRows(report),
    BLANK,
    ...sheetRows(report, sheets),
    ...coverageRows(report),
    ...READING,
  ],
});
