import { SEVERITIES } from '../../catalog/problems.ts';
import type { Stretch } from '../../comparison/changed-text.ts';
import { escaped } from '../evaluation-report/markup.ts';
import { COVERAGE_COLUMNS, LIST_COLUMNS } from './coverage-sheets.ts';
import { departmentColumns, departmentTotal } from './department-sheet.ts';
import { linkWords, sidesOf } from './finding-columns.ts';
import { HTML_STYLE } from './html-style.ts';
import { listLabel, reportTitle } from './list-words.ts';
import type { ComparisonReport, Coverage, ItemHead, ReportFinding } from './report.ts';
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
import { DRIFT_WORDS, elementTitle, RULE_NAMES, ruleNumber, ruleText, SEVERITY_WORDS } from './words.ts';

const table = (heads: readonly string[], rows: readonly string[], kind = ''): string =>
  `<table${kind === '' ? '' : ` class="${kind}"`}><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;

const cells = (texts: readonly (string | number)[]): string =>
  texts
    .map((text) => (typeof text === 'number' ? `<td class="number">${text}</td>` : `<td>${text}</td>`))
    .join('');

const row = (...texts: readonly (string | number)[]): string => `<tr>${cells(texts)}</tr>`;

const itemCell = (item: ItemHead | undefined): string => {
  if (item === undefined) return '';
  const small = [item.code, item.department, item.place].filter((text) => text !== '').map(escaped);
  return `${escaped(item.name)}<small>${small.join('<br>')}</small>`;
};

const marked = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, isOwn }) => (isOwn ? `<mark>${escaped(text)}</mark>` : escaped(text))).join('');

const sideCells = (finding: ReportFinding): readonly [string, string] => {
  const { left, right } = sidesOf(finding);
  return [marked(left), marked(right)];
};

const noteCell = ({ message, action, link }: ReportFinding): string =>
  `${escaped(message)}<small>→ ${escaped(action)}${link === undefined ? '' : `<br>对应：${escaped(linkWords(link))}`}</small>`;

const findingRow =
  (hasTexts: boolean) =>
  (finding: ReportFinding): string => {
    const { severity, item, other, field, drift, department } = finding;
    const word = `<span class="${severity.toLowerCase()}">${SEVERITY_WORDS[severity]}</span>`;
    const who = item === undefined && department !== undefined ? escaped(department) : itemCell(item);
    const element =
      field === undefined
        ? ''
        : `${escaped(elementTitle(field))}${drift === undefined ? '' : `<small>${DRIFT_WORDS[drift].word}</small>`}`;
    return row(
      word,
      who,
      itemCell(other),
      ...(hasTexts ? [element, ...sideCells(finding)] : []),
      noteCell(finding),
    );
  };

const ruleSections = ({ findings }: ComparisonReport): readonly string[] =>
  byRule(findings).map(({ rule, findings: found }) => {
    const { title, source } = ruleText(rule);
    const hasTexts = found.some(({ actual, expected }) => actual !== undefined || expected !== undefined);
    const heads = [
      '程度',
      '清单事项',
      '对照事项',
      ...(hasTexts ? ['要素', '本清单写的', '对照写的'] : []),
      '说明与建议',
    ];
    return `<section id="${ruleNumber(rule)}">
<h2>${ruleNumber(rule)} ${RULE_NAMES[rule]}（${found.length} 项）</h2>
<p class="note">${escaped(title)}。依据：${escaped(source)}</p>
${table(heads, found.map(findingRow(hasTexts)), hasTexts ? 'findings texts' : 'findings')}
</section>`;
  });

const ruleTable = ({ findings }: ComparisonReport): string =>
  table(
    ['规则', '问题', ...SEVERITIES.map((one) => SEVERITY_WORDS[one])],
    byRule(findings).map(({ rule, findings: found }) => {
      const counts = severityCounts(found);
      const number = ruleNumber(rule);
      return row(
        `<a href="#${number}">${number}</a>`,
        escaped(ruleText(rule).title),
        ...SEVERITIES.map((one) => counts[one]),
      );
    }),
  );

const stateTable = (lines: readonly StateLine[]): string =>
  `${table(
    ['状态', '含义', '项数'],
    [
      ...lines.map(({ word, meaning, count, isPart }) =>
        isPart ? row('　其中', escaped(word), count) : row(word, escaped(meaning), count),
      ),
      row('<b>合计</b>', escaped(sumWords(lines)), totalOf(lines)),
    ],
  )}`;

const coverageSummary = (coverage: Coverage): string => {
  const [reference, own] = [coverage.reference, coverage.list].map((list) => escaped(listLabel(list)));
  return `<h2>应领尽领：${reference}的每一项在${own}中</h2>
${stateTable(referenceLines(coverage))}
<h2>${own}的每一项对${reference}</h2>
${stateTable(ownLines(coverage))}`;
};

const limitSection = ({ limits }: ComparisonReport): string =>
  limits.length === 0
    ? ''
    : `<section class="limits">
<h2>数据限制（看结果之前先看）</h2>
<ul>
${limits.map(({ text }) => `<li>${escaped(text)}</li>`).join('\n')}
</ul>
</section>`;

/** The columns of the workbook that fit on paper. */
const REFERENCE_ON_PAPER: ReadonlySet<string> = new Set([
  ...['参考编码', '参考事项名称', '事项类型', '主管部门', '状态', '原因', '清单事项', '与参考目录不同的要素'],
  '待审定的清单事项',
]);

const LIST_ON_PAPER: ReadonlySet<string> = new Set([
  ...['事项编码', '事项名称', '事项类型', '实施主体', '状态', '参考事项名称', '对应关系'],
  '与参考目录不同的要素',
]);

interface TextColumn<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
}

const wholeSection = <Row>(title: string, columns: readonly TextColumn<Row>[], rows: readonly Row[]) =>
  `<section class="whole">
<h2>${escaped(title)}</h2>
${table(
  columns.map((column) => column.title),
  rows.map((each) => row(...columns.map(({ text }) => escaped(text(each)).replaceAll('\n', '<br>')))),
  'coverage',
)}
</section>`;

const coverageSections = ({ reference, list, items, listItems }: Coverage): string =>
  [
    wholeSection(
      `${listLabel(reference)}的每一项在${listLabel(list)}中的状态`,
      COVERAGE_COLUMNS.filter(({ title }) => REFERENCE_ON_PAPER.has(title)),
      items,
    ),
    wholeSection(
      `${listLabel(list)}的每一项对${listLabel(reference)}的状态`,
      LIST_COLUMNS.filter(({ title }) => LIST_ON_PAPER.has(title)),
      listItems,
    ),
  ].join('\n');

const departmentSection = ({ departments }: ComparisonReport): string => {
  if (departments.length === 0) return '';
  const columns = departmentColumns(departments);
  const textOf = (value: string | number | undefined) =>
    typeof value === 'number' ? value : escaped(value ?? '');
  return `<h2>按部门</h2>
${table(
  columns.map(({ title }) => title),
  [
    ...departments.map((line) => row(...columns.map(({ value }) => textOf(value(line))))),
    row(...columns.map((column) => textOf(departmentTotal(departments, column)))),
  ],
  'departments',
)}`;
};

/** The report as one HTML file that needs neither network nor script, to be read and printed on A4 across. */
export const comparisonPage = (report: ComparisonReport): string => {
  const title = escaped(reportTitle([...report.lists, ...report.references]));
  const facts = reportFacts(report).map(([name, fact]) => `<dt>${name}</dt><dd>${escaped(fact)}</dd>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${HTML_STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<dl>${facts.join('\n')}</dl>
${limitSection(report)}
<p class="note">标出的字：“本清单写的”里是对照没有的，“对照写的”里是本清单没有的。</p>
${report.findings.length === 0 ? '<p>没有发现。</p>' : ruleTable(report)}
${report.coverage.map(coverageSummary).join('\n')}
${departmentSection(report)}
${ruleSections(report).join('\n')}
${report.coverage.map(coverageSections).join('\n')}
</main>
</body>
</html>
`;
};
