import { changedText, type Stretch, type TextDifference } from '../../comparison/changed-text.ts';
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

/** How a column is written; long texts and codes wrap. */
export type ColumnLook = 'SHORT' | 'LONG';

/** A column of findings; `stretches` marks what only its side has. */
export interface FindingColumn {
  readonly title: string;
  readonly width: number;
  readonly look: ColumnLook;
  readonly text: (finding: ReportFinding) => string;
  readonly stretches?: (finding: ReportFinding) => readonly Stretch[];
}

/** A confidence in percent, never rounded up: 100% is what is certain. */
export const percentOf = (confidence: number): string => {
  // What is added makes up for what a binary fraction lacks: 0.57 is 57 %.
  const tenths = confidence === 1 ? 1000 : Math.min(Math.floor(confidence * 1000 + 1e-6), 999);
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`;
};

/** What stands between the two sides, and how sure that is. */
export const linkWords = ({ relation, isSettled, confidence }: LinkHead): string =>
  `${SIDE_WORDS[relation]}${isSettled ? '' : '，待审定'}（${percentOf(confidence)}）`;

const KNOWN = new WeakMap<ReportFinding, TextDifference>();

/**
 * The texts of both sides, what only one of them has marked; nothing is marked where a side is empty. Long texts take
 * long: both columns and both forms of the report ask for the same finding.
 */
export const sidesOf = (finding: ReportFinding): TextDifference => {
  const { actual = '', expected = '' } = finding;
  if (actual === '' || expected === '')
    return { left: [{ text: actual, isOwn: false }], right: [{ text: expected, isOwn: false }] };
  const found = KNOWN.get(finding) ?? changedText(actual, expected);
  KNOWN.set(finding, found);
  return found;
};

/** Findings column by column, as the workbook and the CSV both write them. */
export const FINDING_COLUMNS: readonly FindingColumn[] = [
  { title: '规则', width: 9, look: 'SHORT', text: ({ rule }) => ruleNumber(rule) },
  { title: '问题', width: 14, look: 'SHORT', text: ({ rule }) => RULE_NAMES[rule] },
  { title: '程度', width: 7, look: 'SHORT', text: ({ severity }) => SEVERITY_WORDS[severity] },
  { title: '清单', width: 16, look: 'SHORT', text: ({ list = '' }) => list },
  { title: '事项名称', width: 24, look: 'LONG', text: ({ item }) => item?.name ?? '' },
  { title: '事项编码', width: 19, look: 'LONG', text: ({ item }) => item?.code ?? '' },
  {
    title: '实施主体',
    width: 14,
    look: 'LONG',
    text: ({ item, department }) => item?.department ?? department ?? '',
  },
  { title: '对照清单', width: 16, look: 'SHORT', text: ({ other }) => other?.list ?? '' },
  { title: '对照事项名称', width: 24, look: 'LONG', text: ({ other }) => other?.name ?? '' },
  { title: '对照编码', width: 15, look: 'LONG', text: ({ other }) => other?.code ?? '' },
  { title: '对照部门', width: 14, look: 'LONG', text: ({ other }) => other?.department ?? '' },
  {
    title: '要素',
    width: 10,
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
    width: 28,
    look: 'LONG',
    text: ({ actual = '' }) => actual,
    stretches: (finding) => sidesOf(finding).left,
  },
  {
    title: '对照写的',
    width: 28,
    look: 'LONG',
    text: ({ expected = '' }) => expected,
    stretches: (finding) => sidesOf(finding).right,
  },
  {
    title: '应列入',
    width: 13,
    look: 'SHORT',
    text: ({ wantedKind }) => (wantedKind === undefined ? '' : kindWord(wantedKind)),
  },
  { title: '说明', width: 36, look: 'LONG', text: ({ message }) => message },
  { title: '建议', width: 24, look: 'LONG', text: ({ action }) => action },
  {
    title: '对应关系',
    width: 12,
    look: 'LONG',
    text: ({ link }) => (link === undefined ? '' : linkWords(link)),
  },
  { title: '来源位置', width: 17, look: 'LONG', text: ({ item }) => item?.place ?? '' },
  { title: '对照位置', width: 15, look: 'LONG', text: ({ other }) => other?.place ?? '' },
];

/** What the name of a rule's sheet says already. */
const NAMED_BY_SHEET: ReadonlySet<string> = new Set(['规则', '问题']);

/** Said of every row only where there are several. */
const LIST_COLUMNS: ReadonlySet<string> = new Set(['清单', '对照清单']);

/** The columns of a rule's sheet: those in which some finding has something to say that others do not share. */
export const sheetColumns = (findings: readonly ReportFinding[]): readonly FindingColumn[] =>
  FINDING_COLUMNS.filter(({ title, text }) => {
    const texts = new Set(findings.map(text));
    if (LIST_COLUMNS.has(title)) return texts.size > 1;
    // A sheet is as wide as paper lets it be: whose item it is matters where no local item has a department.
    if (title === '对照部门' && findings.every(({ item }) => item !== undefined)) return false;
    return !NAMED_BY_SHEET.has(title) && (texts.size > 1 || !texts.has(''));
  });
