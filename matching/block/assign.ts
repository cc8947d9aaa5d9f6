/** An item and the references it may be, each with what the choice is worth: a positive whole number. */
export interface Claim {
  readonly item: string;
  readonly worth: ReadonlyMap<string, number>;
}

/** Up to this many items and references together the best assignment is found, beyond it a good one. */
const MOST_EXACT = 50;
/** Dearer than any sum of worth, and small enough for sums of it to stay exact. */
const FORBIDDEN = 2 ** 40;

/**
 * Which item gets which reference, each reference once, so that the sum of worth is largest; an item may get none.
 * Claims in any order, with each item once, give the same answer.
 */
export function assign(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const component of components(claims)) {
    const references = [...new Set(component.flatMap(({ worth }) => [...worth.keys()]))].sort();
    const solve = component.length + references.length <= MOST_EXACT ? exactly : greedily;
    for (const [item, reference] of solve(component, references)) given.set(item, reference);
  }
  return given;
}

/** Claims that are bound to each other by the references they share. */
const components = (claims: readonly Claim[]): readonly (readonly Claim[])[] => {
  const sorted = [...claims].sort((one, other) => (one.item < other.item ? -1 : 1));
  const claimants = new Map<string, Claim[]>();
  for (const claim of sorted) {
    for (const reference of claim.worth.keys()) {
      const others = claimants.get(reference);
      if (others === undefined) claimants.set(reference, [claim]);
      else others.push(claim);
    }
  }
  const seen = new Set<Claim>();
  return sorted.flatMap((claim) => {
    if (seen.has(claim)) return [];
    seen.add(claim);
    const component = [claim];
    for (const member of component) {
      for (const other of [...member.worth.keys()].flatMap((reference) => claimants.get(reference) ?? [])) {
        if (seen.has(other)) continue;
        seen.add(other);
        component.push(other);
      }
    }
    return [component.sort((one, other) => (one.item < other.item ? -1 : 1))];
  });
};

type Solver = (
  claims: readonly Claim[],
  references: readonly string[],
) => Iterable<readonly [string, string]>;

/** The pair worth most first; the one whose item would lose most by its next choice before others of the same worth. */
const greedily: Solver = (claims) => {
  const pairs = claims.flatMap(({ item, worth }) => {
    const [first = 0, second = 0] = [...worth.values()].sort((one, other) => other - one);
    return [...worth].map(([reference, value]) => ({ item, reference, value, margin: first - second }));
  });
  pairs.sort(
    (one, other) =>
      other.value - one.value ||
      other.margin - one.margin ||
      (one.item < other.item ? -1 : one.item > other.item ? 1 : one.reference < other.reference ? -1 : 1),
  );
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const { item, reference } of pairs) {
    if (given.has(item) || taken.has(reference)) continue;
    given.set(item, reference);
    taken.add(reference);
  }
  return given;
};

/**
 * The Hungarian method with potentials: one item after the other finds the cheapest path that frees a reference for
 * it. Every item also has a place of its own that costs nothing and means none, so that a choice always exists.
 */
const exactly: Solver = (sorted, references) => {
  // The last to come takes from an equal: let it be the first by id.
  const claims = sorted.toReversed();
  const width = references.length + claims.length;
  const cost = (row: number, column: number): number => {
    const reference = references[column];
    if (reference !== undefined) return -((claims[row] as Claim).worth.get(reference) ?? -FORBIDDEN);
    return column - references.length === row ? 0 : FORBIDDEN;
  };
  const owners = cheapest(claims.length, width, cost);
  return references.flatMap((reference, column) => {
    const claim = claims[owners[column] as number];
    return claim?.worth.has(reference) ? [[claim.item, reference] as const] : [];
  });
};

/** The row each column belongs to when every row has a column and the sum of costs is smallest; -1 for a free one. */
const cheapest = (rows: number, columns: number, cost: (row: number, column: number) => number): number[] => {
  const rowPotential: number[] = Array(rows).fill(0);
  const columnPotential: number[] = Array(columns + 1).fill(0);
  const owner: number[] = Array(columns + 1).fill(-1);
  const START = columns;
  for (let row = 0; row < rows; row += 1) {
    owner[START] = row;
    const previous: number[] = Array(columns + 1).fill(START);
    const slack: number[] = Array(columns).fill(Number.POSITIVE_INFINITY);
    const reached: boolean[] = Array(columns + 1).fill(false);
    let at = START;
    while (owner[at] !== -1) {
      reached[at] = true;
      at = nextColumn({ at, owner, reached, slack, previous, rowPotential, columnPotential, columns, cost });
    }
    for (; at !== START; at = previous[at] as number) owner[at] = owner[previous[at] as number] as number;
  }
  return owner.slice(0, columns);
};

interface Search {
  readonly at: number;
  readonly columns: number;
  readonly owner: readonly number[];
  readonly reached: readonly boolean[];
  readonly slack: number[];
  readonly previous: number[];
  readonly rowPotential: number[];
  readonly columnPotential: number[];
  readonly cost: (row: number, column: number) => number;
}

/** Lets the potentials grow until one more column can be reached at no cost, and returns it. */
const nextColumn = (search: Search): number => {
  const { at, columns, owner, reached, slack, previous, rowPotential, columnPotential, cost } = search;
  const row = owner[at] as number;
  let least = Number.POSITIVE_INFINITY;
  let next = -1;
  for (let column = 0; column < columns; column += 1) {
    if (reached[column]) continue;
    const reduced = cost(row, column) - (rowPotential[row] as number) - (columnPotential[column] as number);
    if (reduced < (slack[column] as number)) {
      slack[column] = reduced;
      previous[column] = at;
    }
    if ((slack[column] as number) < least) {
      least = slack[column] as number;
      next = column;
    }
  }
  for (let column = 0; column <= columns; column += 1) {
    if (reached[column]) {
      const own = owner[column] as number;
      rowPotential[own] = (rowPotential[own] as number) + least;
      columnPotential[column] = (columnPotential[column] as number) - least;
    } else if (column < columns) slack[column] = (slack[column] as number) - least;
  }
  return next;
};
