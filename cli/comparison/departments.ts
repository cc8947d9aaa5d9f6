import { SEVERITIES, type Severity } from '../../catalog/problems.ts';
import { ADOPTION_STATES, type AdoptionState } from '../../comparison/adoption.ts';
import type { Authority } from '../../comparison/authority.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import type { Finding } from '../../comparison/finding.ts';
import { type DepartmentLine, OWN_STATES, type OwnState } from './report.ts';

/** Whose something is. */
type Holder = Pick<ComparedItem, 'department' | 'departmentFunctions'>;

/** One thing to be counted in a line: a reference item, a main item, an item of the list, or a finding. */
export type Counted = {
  readonly list: string;
  readonly reference: string;
  readonly holder: Holder;
} & (
  | { readonly kind: 'REFERENCE'; readonly state: AdoptionState }
  | { readonly kind: 'MAIN' }
  | { readonly kind: 'OWN'; readonly state: OwnState }
  | { readonly kind: 'FINDING'; readonly severity: Severity }
);

/** Whose a finding is: its item's department, else of what is missing, else the one it is about. */
export const holderOf = (authority: Authority, { itemId, otherId, department }: Finding): Holder => {
  const id = itemId ?? otherId;
  const item = id === undefined ? undefined : authority.item(id);
  return item ?? { departmentFunctions: department === undefined ? [] : [department] };
};

/** A department by what it is for, the same for 区民政局 and 广东省民政厅; as written where nobody knows that. */
const keyOf = ({ department = '', departmentFunctions }: Holder): string =>
  departmentFunctions.length > 0 ? departmentFunctions.join('、') : department;

/**
 * The department of a list that answers for a holder: the one for the same, or else a joint office for some of it, so
 * that 教科体局 answers for 教育厅; a holder that the list has no office for stands for itself.
 */
const answering = (offices: readonly Holder[]) => {
  const byKey = new Map(offices.map((office) => [keyOf(office), office]));
  const known = new Map<string, string>();
  const joint = ({ departmentFunctions: wanted }: Holder): Holder | undefined =>
    [...byKey.values()]
      .map((office) => ({
        office,
        shared: office.departmentFunctions.filter((one) => wanted.includes(one)).length,
      }))
      .filter(({ shared }) => shared > 0)
      .sort(
        (one, other) =>
          other.shared - one.shared ||
          one.office.departmentFunctions.length - other.office.departmentFunctions.length,
      )[0]?.office;
  return (holder: Holder): string => {
    const key = keyOf(holder);
    const found = known.get(key) ?? keyOf(byKey.get(key) ?? joint(holder) ?? holder);
    known.set(key, found);
    return found;
  };
};

const timesOf = <State extends string>(states: readonly State[], found: readonly State[]) =>
  Object.fromEntries(states.map((state) => [state, found.filter((one) => one === state).length])) as Readonly<
    Record<State, number>
  >;

const namesIn = (found: readonly Counted[]): readonly string[] => [
  ...new Set(found.flatMap(({ holder: { department } }) => department ?? [])),
];

const lineOf = (department: string, found: readonly Counted[]): DepartmentLine => {
  const [{ list, reference }] = found as readonly [Counted, ...Counted[]];
  const references = found.filter((one) => one.kind === 'REFERENCE');
  const mains = found.filter((one) => one.kind === 'MAIN');
  const own = found.filter((one) => one.kind === 'OWN');
  const findings = found.filter((one) => one.kind === 'FINDING');
  return {
    list,
    reference,
    department,
    listDepartments: namesIn(own),
    referenceDepartments: namesIn([...references, ...mains]),
    states: timesOf(
      ADOPTION_STATES,
      references.map(({ state }) => state),
    ),
    mains: mains.length,
    ownStates: timesOf(
      OWN_STATES,
      own.map(({ state }) => state),
    ),
    findings: timesOf(
      SEVERITIES,
      findings.map(({ severity }) => severity),
    ),
  };
};

/**
 * What there is to do for each department of each list, in the order in which departments first stand in it. Everything
 * counted is in just one line.
 */
export const departmentLines = (counted: readonly Counted[]): readonly DepartmentLine[] =>
  [...Map.groupBy(counted, ({ list, reference }) => JSON.stringify([list, reference])).values()].flatMap(
    (ofList) => {
      const officeOf = answering(ofList.flatMap(({ kind, holder }) => (kind === 'OWN' ? holder : [])));
      return [...Map.groupBy(ofList, ({ holder }) => officeOf(holder))].map(([department, found]) =>
        lineOf(department, found),
      );
    },
  );
