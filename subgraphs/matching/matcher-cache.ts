import type { MatchItem } from '../../matching/item.ts';
import { createMatcher, type Matcher } from '../../matching/matcher.ts';

/** 3 KB an item are kept: 60 MB at most. */
const MOST_ITEMS = 20_000;

interface Held {
  readonly items: number;
  readonly matcher: Promise<Matcher>;
}

/**
 * Matchers of a process by the catalog and the release it last changed in, the ones used last: a release that leaves a
 * catalog alone goes on with its matcher. One that many ask for at once is made once.
 */
export const createMatcherCache = (mostItems = MOST_ITEMS) => {
  const held = new Map<string, Held>();
  const makeRoom = (wanted: number): void => {
    let items = wanted + [...held.values()].reduce((sum, one) => sum + one.items, 0);
    for (const [key, one] of held) {
      if (items <= mostItems) return;
      held.delete(key);
      items -= one.items;
    }
  };
  return (key: string, items: number, read: () => Promise<readonly MatchItem[]>): Promise<Matcher> => {
    const known = held.get(key);
    held.delete(key);
    if (known === undefined) makeRoom(items);
    const matcher = known?.matcher ?? read().then(createMatcher);
    held.set(key, { items, matcher });
    if (known === undefined) matcher.catch(() => held.delete(key));
    return matcher;
  };
};

export type MatcherCache = ReturnType<typeof createMatcherCache>;
