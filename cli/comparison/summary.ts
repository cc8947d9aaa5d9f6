import { dayInChina } from '../../catalog/day-in-china.ts';
import { SEVERITIES, type Severity } from '../../catalog/problems.ts';
import {
  ADOPTION_STATES,
  type AdoptionState,
  NOT_OFFERED_REASONS,
  type NotOfferedReason,
} from '../../comparison/adoption.ts';
import { RULE_CODES, type RuleCode } from '../../comparison/finding.ts';
import { filterWords } from './filter.ts';
import { listSentence } from './list-words.ts';
import {
  type ComparisonReport,
  type Coverage,
  type CoverageItem,
  OWN_STATES,
  type ReportFinding,
} from './report.ts';
import { ADOPTION_WORDS, OWN_WORDS, REASON_WORDS, SEVERITY_WORDS } from './words.ts';

export type SeverityCounts = Readonly<Record<Severity, number>>;

export const severityCounts = (findings: readonly ReportFinding[]): SeverityCounts => {
  const count = (one: Severity) => findings.filter(({ severity }) => severity === one).length;
  return { ERROR: count('ERROR'), WARNING: count('WARNING'), INFO: count('INFO') };
};

/** The findings of each rule that found any, in the order of the rules. */
export const byRule = (
  findings: readonly ReportFinding[],
): readonly { readonly rule: RuleCode; readonly findings: readonly ReportFinding[] }[] => {
  const groups = Map.groupBy(findings, ({ rule }) => rule);
  return RULE_CODES.flatMap((rule) => {
    const found = groups.get(rule);
    return found === undefined ? [] : [{ rule, findings: found }];
  });
};

export const stateCounts = ({ items }: Coverage): Readonly<Record<AdoptionState, number>> =>
  Object.fromEntries(
    ADOPTION_STATES.map((one) => [one, items.filter(({ state }) => state === one).length]),
  ) as Record<AdoptionState, number>;

/** How many items are not offered for each reason that there is. */
export const reasonCounts = ({
  items,
}: Coverage): readonly { readonly reason: NotOfferedReason; readonly count: number }[] =>
  NOT_OFFERED_REASONS.map((reason) => ({
    reason,
    count: items.filter((item) => item.reason === reason).length,
  })).filter(({ count }) => count > 0);

/** A state with its meaning and how many items are in it; what it is made of, where that is told. */
export interface StateLine {
  readonly word: string;
  readonly meaning: string;
  readonly count: number;
  readonly isPart?: true;
}

/** Whether a reference item is taken over with its main item alone: that is what the list's items are counted by. */
const isWithMain = ({ state, by }: CoverageItem): boolean =>
  state === 'PART_OF' && by.every(({ main }) => main !== undefined);

/** What a state is made of: reasons of 不实施, main items of 部分承接, what of 未认领 waits for a person. */
const partsOf = (coverage: Coverage, state: AdoptionState): readonly StateLine[] => {
  const part = (word: string, count: number): StateLine => ({ word, meaning: '', count, isPart: true });
  if (state === 'NOT_OFFERED')
    return reasonCounts(coverage).map(({ reason, count }) => part(REASON_WORDS[reason], count));
  if (state === 'PART_OF') {
    const withMain = coverage.items.filter(isWithMain).length;
    return withMain > 0 ? [part('经主项承接，清单那边按主项的状态算', withMain)] : [];
  }
  const waiting = coverage.items.filter((item) => item.waiting !== undefined).length;
  return state === 'UNANSWERED' && waiting > 0 ? [part('有疑似的对应，等人审定', waiting)] : [];
};

/** What becomes of the items of the reference, main items last: the counts but for the parts sum to all of them. */
export const referenceLines = (coverage: Coverage): readonly StateLine[] => {
  const counts = stateCounts(coverage);
  const states = ADOPTION_STATES.flatMap((state): readonly StateLine[] => [
    { ...ADOPTION_WORDS[state], count: counts[state] },
    ...partsOf(coverage, state),
  ]);
  return [...states, { word: '主项', meaning: '由各自的子项回答，不逐项列出', count: coverage.mains }];
};

/** What becomes of the items of the list; the counts sum to all of them. */
export const ownLines = ({ own }: Coverage): readonly StateLine[] =>
  OWN_STATES.map((state) => ({ ...OWN_WORDS[state], count: own[state] }));

export const totalOf = (lines: readonly StateLine[]): number =>
  lines.reduce((sum, { count, isPart }) => sum + (isPart ? 0 : count), 0);

/** A sum as it is written: 2192 = 照用 3 + 有改动 61 + …; what is nothing is left out. */
export const sumWords = (lines: readonly StateLine[]): string => {
  const parts = lines.filter(({ count, isPart }) => count > 0 && !isPart);
  const words = parts.map(({ word, count }) => `${word} ${count}`).join(' + ');
  return `${totalOf(lines)} = ${words === '' ? '0' : words}`;
};

/** What a finding is about: an item of a list, or one that no list has, or a department. */
const subjectOf = ({ item, other, department }: ReportFinding): string =>
  item?.id ?? other?.id ?? department ?? '';

/** What findings are about, each once by its gravest: an extra power is told by two rules. */
export const subjectCounts = (findings: readonly ReportFinding[]): SeverityCounts =>
  severityCounts(
    [...Map.groupBy(findings, subjectOf).values()].flatMap(
      (found) => SEVERITIES.flatMap((one) => found.find(({ severity }) => severity === one) ?? [])[0] ?? [],
    ),
  );

const countWords = (counts: SeverityCounts): string =>
  SEVERITIES.map((one) => `${SEVERITY_WORDS[one]} ${counts[one]}`).join('、');

export const findingsSentence = (findings: readonly ReportFinding[]): string => {
  const subjects = subjectCounts(findings);
  const count = SEVERITIES.reduce((sum, one) => sum + subjects[one], 0);
  const all = `发现 ${findings.length} 条：${countWords(severityCounts(findings))}`;
  // Where each is told once there is nothing more to say.
  if (count === findings.length) return all;
  return `${all}；涉及 ${count} 个事项或部门，每个只数一次、有几条的按最重的：${countWords(subjects)}`;
};

/** The facts that every form of the report begins with, by their names. */
export const reportFacts = (report: ComparisonReport): readonly (readonly [name: string, fact: string])[] => {
  const { release, publishedAt, day, lists, references, filter, findings } = report;
  return [
    ...lists.map((list) => ['清单', listSentence(list)] as const),
    ...references.map((list) => ['参考目录', listSentence(list)] as const),
    ['版次', `${release}（${dayInChina(new Date(publishedAt))} 发布）`],
    ['比对日期', `${day}（事项的生效、挂起、取消按这一天）`],
    ['筛选', filterWords(filter)],
    ['结果', findingsSentence(findings)],
  ];
};
