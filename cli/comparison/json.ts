import type { ComparisonReport } from './report.ts';
import { byRule, severityCounts, stateCounts, subjectCounts } from './summary.ts';
import { elementTitle, ruleNumber, ruleText } from './words.ts';

/** The whole report as one JSON object; docs/comparison.md describes its keys. */
export const comparisonJson = (report: ComparisonReport): string => {
  const {
    release,
    publishedAt,
    day,
    lists,
    references,
    filter,
    limits,
    findings,
    coverage,
    departments,
    pairings,
  } = report;
  const rules = byRule(findings).map(({ rule, findings: found }) => ({
    rule: ruleNumber(rule),
    title: ruleText(rule).title,
    source: ruleText(rule).source,
    count: found.length,
    ...severityCounts(found),
  }));
  return `${JSON.stringify({
    release,
    publishedAt,
    day,
    lists,
    references,
    filter: {
      rules: filter.rules?.map(ruleNumber) ?? null,
      severities: filter.severities ?? null,
      department: filter.department ?? null,
    },
    limits,
    counts: { findings: findings.length, ...severityCounts(findings), subjects: subjectCounts(findings) },
    rules,
    findings: findings.map(({ rule, ...rest }) => ({
      rule: ruleNumber(rule),
      ...rest,
      ...(rest.field === undefined ? {} : { fieldTitle: elementTitle(rest.field) }),
    })),
    coverage: coverage.map((one) => ({
      list: one.list.key,
      reference: one.reference.key,
      mains: one.mains,
      states: stateCounts(one),
      ownStates: one.own,
      items: one.items,
      listItems: one.listItems,
    })),
    departments,
    pairings: pairings.map(({ list, other, items }) => ({ list: list.key, other: other.key, items })),
  })}\n`;
};
