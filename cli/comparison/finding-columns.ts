import { changedText, type Stretch } from '../../comparison/changed-text.ts';
import type { LinkHead, ReportFinding } from './report.ts';
import {
  DRIFT_WORDS,
  elementTitle,
  kindWord,
  RULE_NAMES,
  ruleNumber,
  SEVERITY_WORDS,
  SIDE_WORDS,
} from './words.ts';

/** How a column is written: codes stay in one line, long texts wrap. */
export type ColumnLook = 'SHORT' | 'CODE' | 'LONG';

/** A column of findings; `stretches` marks what only its side has. */
export interface FindingColumn {
  readonly title: string;
  readonly width: number;
  readonly look: ColumnLook;
  readonly text: (finding: ReportFinding) => string;
  readonly stretches?: (finding: ReportFinding) => readonly Stretch[];
}

export const linkWords = ({ relation, isSettled, confidence }: LinkHead): string =>
  `${SIDE_WORDS[relation]}${isSettled ? '' : '，待审定'}（${(confidence * 100).toFixed(0)}%）`;

/** The texts of both sides, what only one of them has marked; nothing is marked where a side is empty. */
const sides = ({ actual = '', expected = '' }: ReportFinding) =>
  actual === '' || expected === ''
    ? { left: [{ text: actual, isOwn: false }], right: [{ text: expected, isOwn: false }] }
    : changedText(actual, expected);

/** Findings column by column, as the workbook and the CSV both write them. */
export const FINDING_COLUMNS: readonly FindingColumn[] = [
  { title: '规则', width: 9, look: 'SHORT', text: ({ rule }) => ruleNumber(rule) },
  { title: '问题', width: 16, look: 'SHORT', text: ({ rule }) => RULE_NAMES[rule] },
  { title: '程度', width: 7, look: 'SHORT', text: ({ severity }) => SEVERITY_WORDS[severity] },
  { title: '清单', width: 20, look: 'SHORT', text: ({ list = '' }) => list },
  { title: '事项名称', width: 32, look: 'LONG', text: ({ item }) => item?.name ?? '' },
  { title: '事项编码', width: 34, look: 'CODE', text: ({ item }) => item?.code ?? '' },
  {
    title: '实施主体',
    width: 22,
    look: 'LONG',
    text: ({ item, department }) => item?.department ?? department ?? '',
  },
  { title: '对照清单', width: 16, look: 'SHORT', text: ({ other }) => other?.list ?? '' },
  { title: '对照事项名称', width: 32, look: 'LONG', text: ({ other }) => other?.name ?? '' },
  { title: '对照编码', width: 18, look: 'CODE', text: ({ other }) => other?.code ?? '' },
  { title: '对照部门', width: 22, look: 'LONG', text: ({ other }) => other?.department ?? '' },
  {
    title: '要素',
    width: 14,
    look: 'LONG',
    text: ({ field }) => (field === undefined ? '' : elementTitle(field)),
  },
  {
    title: '差异',
    width: 10,
    look: 'SHORT',
    text: ({ drift }) => (drift === undefined ? '' : DRIFT_WORDS[drift].word),
  },
  {
    title: '本清单写的',
    width: 36,
    look: 'LONG',
    text: ({ actual = '' }) => actual,
    stretches: (finding) => sides(finding).left,
  },
  {
    title: '对照写的',
    width: 36,
    look: 'LONG',
    text: ({ expected = '' }) => expected,
    stretches: (finding) => sides(finding).right,
  },
  {
    title: '应列入',
    width: 14,
    look: 'SHORT',
    text: ({ wantedKind }) => (wantedKind === undefined ? '' : kindWord(wantedKind)),
  },
  { title: '说明', width: 48, look: 'LONG', text: ({ message }) => message },
  { title: '建议', width: 36, look: 'LONG', text: ({ action }) => action },
  {
    title: '对应关系',
    width: 18,
    look: 'SHORT',
    text: ({ link }) => (link === undefined ? '' : linkWords(link)),
  },
  { title: '来源位置', width: 26, look: 'LONG', text: ({ item }) => item?.place ?? '' },
  { title: '对照位置', width: 26, look: 'LONG', text: ({ other }) => other?.place ?? '' },
];

/** The columns in which some finding has something to say. */
export const usedColumns = (findings: readonly ReportFinding[]): readonly FindingColumn[] =>
  FINDING_COLUMNS.filter(({ text }) => findings.some((finding) => text(finding) !== ''));
