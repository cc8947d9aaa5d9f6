import type { ProblemCode, Severity } from '../../catalog/problems.ts';
import { countProblems, ruleCounts } from './counts.ts';
import type { ReportInput } from './report-input.ts';

/** A cell of the summary: its text or number, and how it is to look. */
export interface SummaryCell {
  readonly value: string | number;
  readonly look: 'PLAIN' | 'NUMBER' | 'TITLE' | 'HEADER' | Severity;
}

type SummaryRow = readonly SummaryCell[];

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  ERROR: '错误',
  WARNING: '警告',
  INFO: '提示',
};

const cell = (value: string | number): SummaryCell => ({
  value,
  look: typeof value === 'number' ? 'NUMBER' : 'PLAIN',
});

const header = (...titles: readonly string[]): SummaryRow =>
  titles.map((value) => ({ value, look: 'HEADER' }));

const title = (value: string): SummaryRow => [{ value, look: 'TITLE' }];

const severityCell = (severity: Severity): SummaryCell => ({
  value: SEVERITY_WORDS[severity],
  look: severity,
});

const ruleRows = (rules: ReturnType<typeof ruleCounts>): readonly SummaryRow[] => [
  title('按规则'),
  header('代码', '程度', '个数', '说明', '依据'),
  ...rules.map(({ code, severity, count, sentence, source }) => [
    cell(code),
    severityCell(severity),
    cell(count),
    cell(sentence),
    cell(source),
  ]),
];

const departmentRows = ({ departments = [] }: ReportInput): readonly SummaryRow[] =>
  departments.length === 0
    ? []
    : [
        [],
        title('按部门'),
        header('部门', '行数', '错误', '警告', '提示'),
        ...departments.map(({ department, rows, errors, warnings, infos }) =>
          [department === '' ? '（未填部门）' : department, rows, errors, warnings, infos].map(cell),
        ),
      ];

/** The sheet that counts the problems of an import; `leftOut` says what the workbook does not show. */
export const summaryRows = (report: ReportInput, leftOut: readonly string[]): readonly SummaryRow[] => {
  const counted = countProblems(report.problems);
  const counts = Object.entries(report.counts ?? {}) as [ProblemCode, number][];
  const rules = counts.length > 0 ? ruleCounts(counts, report.problems) : counted.byRule;
  const bySeverity: Record<Severity, number> = { ERROR: 0, WARNING: 0, INFO: 0 };
  for (const { severity, count } of rules) bySeverity[severity] += count;
  const { omitted = 0 } = report;
  const notes = [
    ...leftOut,
    ...(omitted > 0 ? [`问题太多，另有 ${omitted} 个只计入个数，没有逐个列出。`] : []),
  ];
  return [
    title(`导入问题汇总：${report.list}`),
    [cell('来源行数'), cell(report.rows)],
    [cell('入库行数'), cell(report.accepted)],
    ...(['ERROR', 'WARNING', 'INFO'] as const).map((severity) => [
      severityCell(severity),
      cell(bySeverity[severity]),
    ]),
    ...notes.map((text) => [cell(text)]),
    [],
    ...ruleRows(rules),
    ...departmentRows(report),
    ...(counted.ofFiles.length === 0
      ? []
      : [
          [],
          title('文件与清单的问题'),
          header('代码', '程度', '问题'),
          ...counted.ofFiles.map(({ code, severity, message }) => [
            cell(code),
            severityCell(severity),
            cell(message),
          ]),
        ]),
  ];
};
