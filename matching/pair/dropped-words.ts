import type { AnalysedName } from '../name/analyse.ts';

type Dropped = Pick<AnalysedName, 'exact' | 'dropped'>;

/** Nats of a character in which a candidate fits worse than its namesake, in words that otherwise say nothing. */
export const PER_CHARACTER = 1;

/** Characters of the fillers of two names that only one of them has. */
export function droppedApart({ dropped: one }: Dropped, { dropped: other }: Dropped): number {
  if (one === other) return 0;
  let shared = 0;
  let free = other;
  for (const character of one) {
    const at = free.indexOf(character);
    if (at < 0) continue;
    shared++;
    free = free.slice(0, at) + free.slice(at + 1);
  }
  return one.length + other.length - 2 * shared;
}

/**
 * How much worse than the best of its namesakes each candidate fits in the words that otherwise say nothing: a list may
 * keep 取水许可公共服务 beside 取水许可, and then the 公共服务 of the item tells which of them is meant. Nought for all
 * that have no namesake among the candidates.
 */
export function behindNamesakes(item: Dropped, candidates: readonly Dropped[]): readonly number[] {
  const behind = new Array<number>(candidates.length).fill(0);
  for (let at = 0; at < candidates.length; at++) {
    const one = candidates[at] as Dropped;
    for (let place = at + 1; place < candidates.length; place++) {
      const other = candidates[place] as Dropped;
      // Most candidates have no namesake: two strings of different lengths are told apart by that alone.
      if (one.exact.length !== other.exact.length || one.exact !== other.exact) continue;
      const more = droppedApart(item, one) - droppedApart(item, other);
      if (more > 0) behind[at] = Math.max(behind[at] as number, more);
      else behind[place] = Math.max(behind[place] as number, -more);
    }
  }
  return behind;
}
