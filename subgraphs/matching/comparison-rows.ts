import type { ItemType } from '../../catalog/enumerations.ts';
import type { AdoptionState, NotOfferedReason } from '../../comparison/adoption.ts';
import type { ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import type { DriftState } from '../../comparison/three-way.ts';
import { isOfDepartment } from './findings-filter.ts';

/** The input ComparisonFilter as GraphQL hands it over. */
export interface ComparisonFilterInput {
  readonly state?: readonly AdoptionState[] | null;
  readonly reason?: readonly NotOfferedReason[] | null;
  readonly drift?: readonly DriftState[] | null;
  readonly element?: string | null;
  readonly type?: readonly (ItemType | 'UNRECOGNISED')[] | null;
  readonly department?: string | null;
  readonly search?: string | null;
}

/** Whether a filter asks for anything. */
export const isNarrow = (filter: ComparisonFilterInput): boolean =>
  Object.values(filter).some((condition) => condition != null);

const isDrifted = ({ adoption }: ReferenceRow, { drift, element }: ComparisonFilterInput): boolean =>
  (drift == null && element == null) ||
  adoption.by.some((adopter) =>
    adopter.drift.some(
      ({ field, state }) =>
        (element == null || field.element === element) &&
        (drift == null ? state !== 'UNCHANGED' : drift.includes(state)),
    ),
  );

/** Whether an item by itself meets the conditions on items: type, department, words of the name. */
export const isItemWanted = (
  item: ComparedItem,
  { type, department, search }: ComparisonFilterInput,
): boolean =>
  (type == null || type.includes(item.itemType)) &&
  (department == null || isOfDepartment(item, department)) &&
  (search == null ||
    search
      .trim()
      .split(/\s+/u)
      .every((word) => item.name.includes(word)));

/** The rows that a filter leaves; type, department and name are the reference item's. */
export const rowsThatMeet = (
  rows: readonly ReferenceRow[],
  filter: ComparisonFilterInput,
): readonly ReferenceRow[] =>
  rows.filter(
    (row) =>
      (filter.state == null || filter.state.includes(row.adoption.state)) &&
      (filter.reason == null ||
        (row.adoption.reason !== undefined && filter.reason.includes(row.adoption.reason))) &&
      isDrifted(row, filter) &&
      isItemWanted(row.reference, filter),
  );
