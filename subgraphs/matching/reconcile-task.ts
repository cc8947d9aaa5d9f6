import type { MatchItem } from '../../matching/item.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';
import type { MatcherCache } from './matcher-cache.ts';
import type { ReconcileQueries } from './reconcile-queries.ts';

/** What the thread is started with. */
export interface ReconcileThreadData {
  /** Address of the database. */
  readonly url: string;
}

/** Names to be held against a catalog of a release. */
export interface ReconcileTask {
  readonly release: number;
  readonly against: string;
  /** How many items the catalog has, and the release it last changed in by then. */
  readonly state: { readonly items: number; readonly changed: number };
  readonly items: readonly MatchItem[];
}

/** Judges each item against its catalog, which is read and made ready only where that has not been done. */
export const createReconcileJudge =
  (queries: Pick<ReconcileQueries, 'itemsOf'>, matchers: MatcherCache) =>
  async ({ release, against, state, items }: ReconcileTask): Promise<readonly ItemJudgement[]> => {
    const key = `${against} ${state.changed}`;
    const matcher = await matchers(key, state.items, () => queries.itemsOf(release, against));
    return items.map((item) => matcher.match(item));
  };
