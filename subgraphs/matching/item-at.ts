import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.ts';
import { asksOnlyForId } from '../selection.ts';
import type { MatchingLoaders } from './loaders.ts';

export interface Id {
  readonly id: string;
}

export interface IncludeReview {
  readonly includeReview?: boolean | null;
}

/** An item by its id; one of which only the id is asked for is not read. */
export const itemAt = (
  id: string,
  { loaders }: SubgraphContext<MatchingLoaders>,
  info: GraphQLResolveInfo,
) => (asksOnlyForId(info) ? { id } : loaders.item.load(id));
