import { LEVELS } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import type { RunRequestResult } from '../../catalog/run-requests.ts';
import type { TransactionSql } from '../../db/client.ts';
import type { AskQueries, Call, Judged } from './ask-queries.ts';
import type { Claims } from './claims.ts';
import { placesOfAllLists, placesOfLists } from './place-queries.ts';
import type { RunRequested } from './run-request.ts';

const EVERYWHERE = LEVELS.map((level) => ({ region: COUNTRY, level }));

/** The statement that asks for a run. */
export const createRunRequestQueries = (claims: Claims, { ask }: AskQueries) => {
  const judge =
    (lists: readonly string[] | null, { writer }: Omit<Call, 'requests'>) =>
    async (transaction: TransactionSql): Promise<Judged> => {
      const found =
        lists === null ? await placesOfAllLists(transaction) : await placesOfLists(transaction, lists);
      const places = lists === null && found.length === 0 ? EVERYWHERE : found;
      const known = places.filter((place) => place !== null);
      const isForeign = known.some((place) => !claims.may(writer, 'Mutation.runMatching', place));
      const [place = null] = lists === null || lists.length === 1 ? known : [];
      if (isForeign) return { places: [place], refused: ['NOT_YOURS'] };
      return { places: [place], refused: known.length < places.length ? ['NO_SUCH_LIST'] : undefined };
    };
  return {
    request: async (
      mode: string,
      lists: readonly string[] | null,
      call: Omit<Call, 'requests'>,
    ): Promise<RunRequested> => {
      const requests = [{ action: 'RUN' as const, mode, ...(lists === null ? {} : { lists }) }];
      const asked = await ask(
        { ...call, requests },
        { judge: judge(lists, call), refusedAs: 'NOT_YOURS', read: async () => undefined },
      );
      if (asked.kind === 'BUSY') return { result: 'BUSY', runId: null };
      const [applied] = asked.applied;
      if (applied === undefined) throw new Error('a request for a run has one answer');
      return { result: applied.result as RunRequestResult, runId: applied.run };
    },
  };
};

export type RunRequestQueries = ReturnType<typeof createRunRequestQueries>;
