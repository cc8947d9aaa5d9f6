import { normalizeName } from '../../catalog/names.ts';
import type { Authority } from '../authority.ts';
import type { ComparedItem } from '../compared-item.ts';

interface Named {
  readonly item: ComparedItem;
  readonly name: string;
  readonly at: number;
}

type Relations = ReadonlyMap<string, string>;

/** Items that are linked alike: whatever name is asked for, the first of all names but that one is among two. */
interface LinkedAlike {
  readonly relations: Relations;
  readonly first: Named;
  otherwiseNamed?: Named;
}

/** 业务办理项: several items that are each part of one reference item bear its code by design. */
const arePartsOfOne = (one: Relations, other: Relations): boolean =>
  [...one].some(
    ([reference, relation]) => other.has(reference) && [relation, other.get(reference)].includes('NARROWER'),
  );

/**
 * Of items that share a code, each that has another name than one before it, with the first such; parts of one
 * reference item are left aside. A code that a whole list bears is read once through, not once for every item.
 */
export function firstOfOtherNames(
  { links }: Pick<Authority, 'links'>,
  sharing: readonly ComparedItem[],
): readonly (readonly [item: ComparedItem, first: ComparedItem])[] {
  if (sharing.length === 1) return [];
  const seen = new Map<string, LinkedAlike>();
  return sharing.flatMap((item, at) => {
    const one = { item, name: normalizeName(item.name), at };
    const relations = new Map(
      links.from('REFERENCE', item.id).map(({ rightId, relation }) => [rightId, relation]),
    );
    const first = firstBefore(seen, one, relations);
    remember(seen, one, relations);
    return first === undefined ? [] : [[item, first.item] as const];
  });
}

const firstBefore = (
  seen: ReadonlyMap<string, LinkedAlike>,
  { name }: Named,
  relations: Relations,
): Named | undefined => {
  let best: Named | undefined;
  for (const alike of seen.values()) {
    // They stand in the order of their first items: none that follows is earlier.
    if (best !== undefined && best.at < alike.first.at) break;
    const found = alike.first.name === name ? alike.otherwiseNamed : alike.first;
    if (found === undefined || (best !== undefined && best.at < found.at)) continue;
    if (!arePartsOfOne(relations, alike.relations)) best = found;
  }
  return best;
};

const remember = (seen: Map<string, LinkedAlike>, one: Named, relations: Relations): void => {
  const key = [...relations].map((pair) => pair.join(' ')).join('\n');
  const alike = seen.get(key);
  if (alike === undefined) seen.set(key, { relations, first: one });
  else if (alike.first.name !== one.name) alike.otherwiseNamed ??= one;
};
