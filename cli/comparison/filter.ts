import { normalizeName } from '../../catalog/names.ts';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { SEVERITIES, type Severity } from '../../catalog/problems.ts';
import type { Authority } from '../../comparison/authority.ts';
import { RULE_CODES, type RuleCode } from '../../comparison/finding.ts';
import { UsageError } from '../command.ts';
import { nearestOf } from '../parse-words.ts';
import type { ComparisonFilter, ItemHead, ReportFinding } from './report.ts';
import { ruleNumber, SEVERITY_WORDS } from './words.ts';

/** `CMP-02`, `cmp_02`, `02` and `2` are one rule. */
const ruleOf = (said: string): RuleCode => {
  const number = /^(?:cmp)?[-_ ]?(\d{1,2})$/iu.exec(said.trim().normalize('NFKC'))?.[1];
  const rule = RULE_CODES.find((code) => code === `CMP_${number?.padStart(2, '0')}`);
  if (rule !== undefined) return rule;
  throw new UsageError(
    `--rule 应为 ${ruleNumber(RULE_CODES[0])} 到 ${ruleNumber(RULE_CODES.at(-1) as RuleCode)}，多个用逗号隔开，现为“${said}”。`,
  );
};

const severityOf = (said: string): Severity => {
  const found = SEVERITIES.find((one) => one === said.toUpperCase() || SEVERITY_WORDS[one] === said);
  if (found !== undefined) return found;
  const names = SEVERITIES.map((one) => `${one}（${SEVERITY_WORDS[one]}）`).join('、');
  throw new UsageError(`--severity 应为 ${names}，多个用逗号隔开，现为“${said}”。`);
};

/** The filter that options name; a wrong word is a wrong call. */
export function filterOf(
  rules: readonly string[] | undefined,
  severities: readonly string[] | undefined,
  department: string | undefined,
): ComparisonFilter {
  return {
    ...(rules === undefined ? {} : { rules: [...new Set(rules.map(ruleOf))].sort() }),
    ...(severities === undefined ? {} : { severities: [...new Set(severities.map(severityOf))] }),
    ...(department === undefined ? {} : { department }),
  };
}

type IsOfDepartment = (department: string) => boolean;

/** Whether a department's name holds the word asked for, or is for what it is for: 人社局 finds 人力资源和社会保障局. */
const departmentTest = (asked: string, { lists }: Authority): IsOfDepartment => {
  const place = lists[0]?.regionName ?? '';
  const word = normalizeName(asked);
  const functions = new Set(canonicalOrganisation(asked, place).functions);
  const known = new Map<string, boolean>();
  return (department) => {
    const told = known.get(department);
    if (told !== undefined) return told;
    const isIt =
      normalizeName(department).includes(word) ||
      canonicalOrganisation(department, place).functions.some((one) => functions.has(one));
    known.set(department, isIt);
    return isIt;
  };
};

/** Departments named where none is the one asked for. */
const SHOWN_DEPARTMENTS = 10;

/** The sentence that refuses a department which nobody in the lists is; undefined where somebody is. */
export const unknownDepartment = (
  { department }: ComparisonFilter,
  authority: Authority,
): string | undefined => {
  if (department === undefined) return undefined;
  const items = [...authority.lists, ...authority.references].flatMap((list) => list.items);
  const names = [...new Set(items.flatMap((item) => item.department ?? []))];
  if (names.some(departmentTest(department, authority))) return undefined;
  const nearest = nearestOf(department, names);
  const hint = nearest === undefined ? '' : `是不是 ${nearest}？`;
  const more = names.length > SHOWN_DEPARTMENTS ? `等 ${names.length} 个` : '';
  return `--department：清单和参考目录里没有部门“${department}”。${hint}有：${names.slice(0, SHOWN_DEPARTMENTS).join('、')}${more}。`;
};

/** Whether an item is of the department asked for. */
export const keepsItem = ({ department }: ComparisonFilter, authority: Authority) => {
  if (department === undefined) return () => true;
  const isIt = departmentTest(department, authority);
  return (item: ItemHead): boolean => isIt(item.department);
};

export const keepsFinding = (filter: ComparisonFilter, authority: Authority) => {
  const { rules, severities, department } = filter;
  const isIt = department === undefined ? undefined : departmentTest(department, authority);
  return (finding: ReportFinding): boolean =>
    (rules?.includes(finding.rule) ?? true) &&
    (severities?.includes(finding.severity) ?? true) &&
    (isIt === undefined ||
      [finding.item?.department, finding.other?.department, finding.department].some(
        (name) => name !== undefined && name !== '' && isIt(name),
      ));
};

/** The filter in words; 无 where it lets everything through. */
export const filterWords = ({ rules, severities, department }: ComparisonFilter): string => {
  const parts = [
    ...(rules === undefined ? [] : [`规则 ${rules.map(ruleNumber).join('、')}`]),
    ...(severities === undefined ? [] : [`程度 ${severities.map((one) => SEVERITY_WORDS[one]).join('、')}`]),
    ...(department === undefined ? [] : [`部门 ${department}`]),
  ];
  return parts.length === 0 ? '无' : parts.join('；');
};
