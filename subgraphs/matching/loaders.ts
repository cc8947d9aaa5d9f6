import type { Sql } from '../../db/client.ts';
import { groupLoader, perArguments, valueLoader } from '../batch.ts';
import type { OpenedSubgraph } from '../open-subgraph.ts';
import { typeOfId } from '../type-of-id.ts';
import { createAskQueries } from './ask-queries.ts';
import { createAuthorityQueries } from './authority-queries.ts';
import { checkedClaims, uncheckedClaims } from './claims.ts';
import { createComparisonQueries } from './comparison-queries.ts';
import { createComparisonReading } from './comparison-reading.ts';
import { createComparisons } from './comparisons.ts';
import { createDecide } from './decide.ts';
import { createDecideQueries } from './decide-queries.ts';
import { createDecisionQueries } from './decision-queries.ts';
import { createDecisions } from './decisions.ts';
import { createIndicatorQueries } from './indicator-queries.ts';
import { createIndicatorReading } from './indicator-reading.ts';
import { createIndicators } from './indicators.ts';
import { createItems } from './items.ts';
import { createCatalogItems, createLinkedItems, createLocalMatches } from './links.ts';
import { createMatchQueries, type MatchQueries, type Up } from './match-queries.ts';
import type { EdgeKind } from './match-row.ts';
import { createProposalQueries } from './proposal-queries.ts';
import { createProposalReading } from './proposal-reading.ts';
import { createProposals } from './proposals.ts';
import { createQuality } from './quality.ts';
import { createQualityQueries } from './quality-queries.ts';
import { createIndexQueries, type DoorName } from './queries.ts';
import { createQueue } from './queue.ts';
import { createQueueGroupQueries } from './queue-group-queries.ts';
import { createQueueGroups } from './queue-groups.ts';
import { createQueueQueries } from './queue-queries.ts';
import { createReconcile } from './reconcile.ts';
import { createReconcileQueries } from './reconcile-queries.ts';
import { createReconcileThread } from './reconcile-thread.ts';
import { createRunQueries } from './run-queries.ts';
import { createRunRequest } from './run-request.ts';
import { createRunRequestQueries } from './run-request-queries.ts';
import { createRuns } from './runs.ts';
import { createSearchQueries } from './search-queries.ts';

/** The loaders of links and of what hangs on them. */
const linkLoaders = (matches: MatchQueries, release: number) => ({
  /** A link of the release, rejected or not. */
  match: valueLoader(
    (ids) => matches.byIds(release, ids),
    (row) => row.id,
  ),
  explanation: valueLoader(
    (ids) => matches.explanations(release, ids),
    (row) => row.id,
  ),
  explanationsUp: perArguments((kind: EdgeKind) =>
    groupLoader(
      (items) => matches.explanationsUp(release, kind, items),
      (row) => row.id,
    ),
  ),
  bestUp: perArguments((up: Up) =>
    valueLoader(
      (items) => matches.bestUp(release, up, items),
      (row) => row.leftId,
    ),
  ),
  adoptedVersion: valueLoader(
    (items) => matches.adoptedVersions(release, items),
    (row) => row.itemId,
  ),
  counterparts: perArguments((review: boolean) =>
    groupLoader(
      (items) => matches.counterparts(release, review, items),
      (row) => row.owner,
    ),
  ),
  linkedItems: createLinkedItems(matches, release),
  localMatches: createLocalMatches(matches, release),
  parts: groupLoader(
    (ids) => matches.parts(release, ids),
    (row) => row.owner,
  ),
});

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareMatching = (sql: Sql, opened: OpenedSubgraph) => {
  const index = createIndexQueries(sql);
  const searches = createSearchQueries(sql);
  const matches = createMatchQueries(sql);
  const decisions = createDecisionQueries(sql);
  const runs = createRunQueries(sql);
  const queue = createQueueQueries(sql);
  const queueGroups = createQueueGroups(createQueueGroupQueries(sql));
  const quality = createQuality(createQualityQueries(sql));
  const authorities = createAuthorityQueries(sql);
  const reading = createComparisonReading(createComparisonQueries(sql), authorities);
  const claims = opened.isLeftToDatabase ? uncheckedClaims : checkedClaims;
  const asking = createAskQueries(sql, claims);
  const comparisons = createComparisons(sql, reading, claims);
  const reconciling = createReconcileQueries(sql);
  const indicators = createIndicators(
    createIndicatorQueries(sql),
    createIndicatorReading(authorities, reading),
  );
  const judge = createReconcileThread(opened);
  const changes = createDecide({ queries: createDecideQueries(sql, claims, asking), claims });
  const requestRun = createRunRequest(createRunRequestQueries(claims, asking), claims);
  const reviewing = createProposalReading(sql, claims);
  const proposed = createProposals({
    asking: createProposalQueries(sql, claims, asking, reviewing),
    ...{ reading: reviewing, claims },
  });
  return (release: number) => {
    const item = valueLoader(
      (ids) => index.byIds(release, ids),
      (row) => row.id,
    );
    const behindDoor = perArguments((door: DoorName) =>
      valueLoader(
        (ids) => index.existing(release, door, ids),
        (row) => row.id,
      ),
    );
    const links = linkLoaders(matches, release);
    const decided = createDecisions(decisions, release);
    const running = createRuns(runs, release);
    const shownMatch = async (id: string) => {
      const found = await links.match.load(id);
      return found?.status === 'REJECTED' ? null : found;
    };
    return {
      ...links,
      ...decided,
      ...running,
      ...changes,
      ...proposed,
      ...comparisons(release, (id) => item.load(id)),
      requestRun,
      item,
      /** A link of the release that nobody rejected. */
      shownMatch,
      items: createItems(index, searches, release),
      catalogItems: createCatalogItems(index, release),
      queue: createQueue(queue, release),
      queueGroups: queueGroups(release),
      quality: quality(release),
      indicators: indicators(release),
      reconcile: createReconcile(reconciling, judge, release),
      /** The object of an id, as far as this subgraph knows it; null when the release has none. */
      node: async (id: string): Promise<{ readonly id: string } | null> => {
        const type = typeOfId(id);
        if (type === undefined) return null;
        if (type === 'Match') return shownMatch(id);
        if (type === 'MatchDecision') return decided.decision.load(id);
        if (type === 'MatchRun') return running.run.load(id);
        return type.endsWith('Item') ? item.load(id) : behindDoor(id, type as DoorName);
      },
    };
  };
};

export type MatchingLoaders = ReturnType<ReturnType<typeof prepareMatching>>;
