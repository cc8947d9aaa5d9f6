import type { ItemType } from '../../catalog/enumerations.ts';
import type { Severity } from '../../catalog/problems.ts';
import type { Authority } from '../../comparison/authority.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import type { Finding, RuleCode } from '../../comparison/finding.ts';

/** The input FindingFilter as GraphQL hands it over. */
export interface FindingFilterInput {
  readonly rule?: readonly RuleCode[] | null;
  readonly severity?: readonly Severity[] | null;
  readonly catalog?: string | null;
  readonly item?: string | null;
  readonly type?: readonly (ItemType | 'UNRECOGNISED')[] | null;
  readonly department?: string | null;
  readonly element?: string | null;
}

/** Whether a condition that may be missing holds. */
const holds = <Value>(wanted: Value | null | undefined, test: (wanted: Value) => boolean): boolean =>
  wanted == null || test(wanted);

/** Whether an item is of a department: by a part of its name, or by what it is for. */
export const isOfDepartment = (
  { department, departmentFunctions }: Pick<ComparedItem, 'department' | 'departmentFunctions'>,
  wanted: string,
): boolean => departmentFunctions.includes(wanted.trim()) || (department ?? '').includes(wanted.trim());

/** The findings that a filter leaves, in their order. Type and department are those of the item that is amiss or missing. */
export const findingsThatMeet = (
  findings: readonly Finding[],
  filter: FindingFilterInput,
  authority: Pick<Authority, 'item'>,
): readonly Finding[] =>
  findings.filter((finding) => {
    const about = authority.item(finding.itemId ?? finding.otherId ?? '');
    return (
      holds(filter.rule, (rules) => rules.includes(finding.rule)) &&
      holds(filter.severity, (severities) => severities.includes(finding.severity)) &&
      holds(filter.catalog, (catalog) => finding.catalogId === catalog) &&
      holds(filter.item, (item) => finding.itemId === item || finding.otherId === item) &&
      holds(filter.type, (types) => about !== undefined && types.includes(about.itemType)) &&
      holds(filter.element, (element) => finding.field === element) &&
      holds(
        filter.department,
        (department) =>
          (finding.department ?? '').includes(department.trim()) ||
          (about !== undefined && isOfDepartment(about, department)),
      )
    );
  });
