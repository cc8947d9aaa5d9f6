import { SEVERITIES } from '../../catalog/problems.ts';
import { textTable, widthOf } from '../evaluation-report/table.ts';
import { listLabel } from './list-words.ts';
import type { ComparisonReport, Pairing, ReportFinding } from './report.ts';
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
import { PAIR_WORDS, RULE_NAMES, ruleNumber, SEVERITY_WORDS } from './words.ts';

/** Findings of a rule shown where all rules are; one that is asked for is shown whole. */
const SHOWN = 5;

/** What stays in one line: words and figures, a mark with the letter it belongs to. */
const UNBROKEN = /[（《“‘]*(?:[\w./-]+|.)[，。；：、）》”’！？]*/gu;

/** A text in lines of a width, each with an indent; Chinese is broken anywhere but before a mark. */
const wrapped = (text: string, width: number, indent: string): string => {
  const lines = [''];
  for (const [part] of text.replace(/\s+/gu, ' ').matchAll(UNBROKEN)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(`${indent}${line}${part}`) > width) lines.push('');
    lines[lines.length - 1] += part;
  }
  return lines.map((line) => `${indent}${line}`.trimEnd()).join('\n');
};

const findingLines = ({ severity, message, action, item, other }: ReportFinding, width: number): string => {
  const source = item ?? other;
  // A department that a finding is about is named in its sentence.
  const from = [source?.department, source?.place].filter((one) => one !== undefined && one !== '');
  const text = `${SEVERITY_WORDS[severity]}  ${message}${from.length === 0 ? '' : `（${from.join('，')}）`}`;
  return `${wrapped(text, width, '  ')}\n${wrapped(`→ ${action}`, width, '      ')}\n`;
};

const ruleLines = (report: ComparisonReport, width: number): string =>
  byRule(report.findings)
    .map(({ rule, findings }) => {
      const shown = report.filter.rules === undefined ? findings.slice(0, SHOWN) : findings;
      const more = findings.length - shown.length;
      const rest =
        more > 0
          ? `  ……另有 ${more} 项：加 --rule ${ruleNumber(rule)} 逐个列出，或者用 --format xlsx -o 比对.xlsx\n`
          : '';
      const lines = shown.map((finding) => findingLines(finding, width)).join('');
      return `${ruleNumber(rule)} ${RULE_NAMES[rule]}（${findings.length} 项）\n${lines}${rest}`;
    })
    .join('\n');

const pairTable = ({ list, other, items }: Pairing, width: number): string =>
  textTable({
    caption: wrapped(`${listLabel(list)}的 ${items.length} 项在${listLabel(other)}中`, width, ''),
    head: ['状态', '项数'],
    rows: (['PAIRED', 'WAITING', 'UNPAIRED'] as const).map((one) => [
      PAIR_WORDS[one],
      String(items.filter(({ state }) => state === one).length),
    ]),
    numbersFrom: 1,
  });

const stateTable = (caption: string, lines: readonly StateLine[], width: number): string =>
  textTable({
    caption: wrapped(caption, width, ''),
    head: ['状态', '项数'],
    rows: [
      ...lines.map(({ word, count, isPart }) => [isPart ? `  ${word}` : word, String(count)]),
      ['合计', String(totalOf(lines))],
    ],
    numbersFrom: 1,
    note: wrapped(sumWords(lines), width, '  ').trimStart(),
  });

const coverageTables = ({ coverage, pairings }: ComparisonReport, width: number): readonly string[] => [
  ...coverage.flatMap((one) => {
    const [reference, own] = [referenceLines(one), ownLines(one)];
    return [
      stateTable(
        `应领尽领：${listLabel(one.reference)}的 ${totalOf(reference)} 项在${listLabel(one.list)}中`,
        reference,
        width,
      ),
      stateTable(`${listLabel(one.list)}的 ${totalOf(own)} 项对${listLabel(one.reference)}`, own, width),
    ];
  }),
  ...pairings.map((one) => pairTable(one, width)),
];

const limitLines = ({ limits }: ComparisonReport, width: number): readonly string[] =>
  limits.length === 0
    ? []
    : [`数据限制（看结果之前先看）\n${limits.map(({ text }) => `${bullet(text, width)}\n`).join('')}`];

const bullet = (text: string, width: number): string => `  - ${wrapped(text, width, '    ').trimStart()}`;

const findingTable = ({ findings }: ComparisonReport): readonly string[] =>
  findings.length === 0
    ? []
    : [
        textTable({
          caption: '按规则',
          head: ['规则', '问题', ...SEVERITIES.map((one) => SEVERITY_WORDS[one])],
          rows: byRule(findings).map(({ rule, findings: found }) => {
            const counts = severityCounts(found);
            return [ruleNumber(rule), RULE_NAMES[rule], ...SEVERITIES.map((one) => String(counts[one]))];
          }),
          numbersFrom: 2,
        }),
      ];

/** The report for a terminal of so many columns: facts, figures, and the first findings of every rule. */
export const comparisonTable = (report: ComparisonReport, width: number): string => {
  const facts = reportFacts(report)
    .map(([name, fact]) => wrapped(`${name}：${fact}`, width, ''))
    .join('\n');
  const parts = [
    ...limitLines(report, width),
    ...coverageTables(report, width),
    ...findingTable(report),
    ruleLines(report, width),
  ];
  return [`${facts}\n`, ...parts].filter((part) => part !== '').join('\n');
};
