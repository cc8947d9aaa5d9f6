import { normalizeName } from '../catalog/names.ts';
import type { MachineLink } from './links.ts';
import type { StoredItem } from './read-items.ts';

/** A list's main items, the sub-items whose main item has a row, and the items that say nothing of theirs. */
export interface MainItems {
  readonly mains: readonly StoredItem[];
  readonly declared: readonly MachineLink[];
  readonly open: readonly StoredItem[];
  /** What the list itself says: the main item's id, or null where the one it names has no row or is not the only one. */
  readonly stated: ReadonlyMap<string, string | null>;
}

const grouped = (
  pairs: readonly (readonly [string, StoredItem])[],
): ReadonlyMap<string, readonly StoredItem[]> => {
  const groups = new Map<string, StoredItem[]>();
  for (const [key, item] of pairs) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
};

/**
 * Which rows of a list are main items of others: those that others name by code or by name. Of several rows of one name
 * it is the one of the same office; where that leaves a choice, nothing is said.
 */
export const mainItemsOf = (items: readonly StoredItem[]): MainItems => {
  const byCode = grouped(items.flatMap((item) => (item.codes ?? []).map((code) => [code, item] as const)));
  const byName = grouped(
    items.map((item) => [`${normalizeName(item.name)} ${item.regionCode}`, item] as const),
  );
  const mainOf = (item: StoredItem): StoredItem | undefined => {
    const coded = byCode.get(item.mainItemCode ?? '') ?? [];
    const named = byName.get(`${normalizeName(item.parentName ?? '')} ${item.regionCode}`) ?? [];
    for (const found of [coded, named]) {
      const others = found.filter((other) => other.id !== item.id);
      const own = others.filter((other) => other.department === item.department);
      const [only, second] = own.length > 0 ? own : others;
      if (only !== undefined && second === undefined) return only;
    }
    return undefined;
  };
  const naming = items
    .filter((item) => item.parentName !== undefined || item.mainItemCode !== undefined)
    .map((item) => ({ item, main: mainOf(item) }));
  const pairs = naming.flatMap(({ item, main }) => (main === undefined ? [] : [{ item, main }]));
  const mains = new Map(pairs.map(({ main }) => [main.id, main]));
  const declared = pairs.map(
    ({ item, main }): MachineLink => ({
      left: item.id,
      right: main.id,
      method: 'DECLARED_SOURCE',
      relation: 'NARROWER',
      confidence: 1,
      status: 'ACCEPTED',
      band: null,
      evidence: null,
    }),
  );
  const open = items.filter(
    (item) => item.parentName === undefined && item.mainItemCode === undefined && !mains.has(item.id),
  );
  const stated = new Map(naming.map(({ item, main }) => [item.id, main?.id ?? null]));
  return { mains: [...mains.values()], declared, open, stated };
};
