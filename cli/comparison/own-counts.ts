import { type Adopter, isAdapted } from '../../comparison/adoption.ts';
import type { ListComparison } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { OWN_STATES, type OwnState } from './report.ts';

const linkedState = (found: readonly Adopter[]): OwnState => {
  if (found.every(({ item }) => item.state !== 'IN_FORCE')) return 'RESTING';
  const whole = found.filter(({ link }) => link.relation === 'EQUIVALENT');
  if (whole.length === 0) return 'PART_OF';
  return whole.some(isAdapted) ? 'ADAPTED' : 'ADOPTED';
};

/** What becomes of every item of a list beside a reference catalog: one state each, so that the counts sum to the list. */
export function ownStates(
  { catalogId, items }: ComparedList,
  { rows, extras, waiting, notCompared }: ListComparison,
): ReadonlyMap<ComparedItem, OwnState> {
  const adopters = Map.groupBy(
    rows.flatMap(({ adoption }) => [...adoption.by, ...adoption.besides]),
    ({ item }) => item,
  );
  const places = new Map<ComparedItem, OwnState>([
    ...[...adopters]
      .filter(([item]) => item.catalogId === catalogId)
      .map(([item, found]) => [item, linkedState(found)] as const),
    ...extras.map((item) => [item, 'EXTRA'] as const),
    ...waiting.map((item) => [item, 'WAITING'] as const),
    ...notCompared.map((item) => [item, 'NOT_COMPARED'] as const),
  ]);
  return new Map(
    items.map((item) => {
      const place = item.state === 'CANCELLED' ? 'CANCELLED' : places.get(item);
      if (place === undefined) throw new Error(`${item.id} has no place beside the reference`);
      return [item, place];
    }),
  );
}

/** How many of some items are in each state, in the order in which states are shown. */
export const countedStates = (states: Iterable<OwnState>): Readonly<Record<OwnState, number>> => {
  const groups = Map.groupBy(states, (state) => state);
  return Object.fromEntries(OWN_STATES.map((state) => [state, groups.get(state)?.length ?? 0])) as Record<
    OwnState,
    number
  >;
};
