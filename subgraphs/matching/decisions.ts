import { groupLoader, valueLoader } from '../batch.ts';
import { type Connection, connectionOf, type PageArguments, pageOf } from '../connection.ts';
import type { DecisionQueries, DecisionRow } from './decision-queries.ts';

export interface DecisionsArguments extends PageArguments {
  readonly item?: string | null;
}

/** What people have decided by a release. */
export const createDecisions = (queries: DecisionQueries, release: number) => {
  const ofMatches = groupLoader(
    (matches) => queries.ofMatches(release, matches),
    (row) => row.owner,
  );
  return {
    decision: valueLoader(
      (ids) => queries.byIds(release, ids),
      (row) => row.id,
    ),
    decisionsOf: (match: string) => ofMatches.load(match),
    decisions: async (args: DecisionsArguments): Promise<Connection<DecisionRow>> => {
      const page = pageOf(args, release, ['number', 'number']);
      const item = args.item ?? undefined;
      const rows = await queries.list(release, item, page);
      return connectionOf(
        rows,
        page,
        release,
        (row) => [row.release, row.place],
        () => queries.count(release, item),
      );
    },
  };
};
