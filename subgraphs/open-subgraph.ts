import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { connectSubgraph, type Sql, type SubgraphName } from '../db/client.ts';
import type { ReleaseWatch } from '../db/release-watch.ts';
import type { SubgraphContext, SubgraphRequest } from './context.ts';
import { resolveEntitiesTogether } from './entities.ts';
import { holdListsToBounds, listBoundsOf } from './list-bounds.ts';
import { newestRelease } from './release-of-request.ts';
import { scalars } from './scalars.ts';
import { subgraphSdl } from './sdl.ts';

export interface SubgraphOptions {
  /** Address of the database. */
  readonly url: string;
  /** Called with the text of every statement sent. */
  readonly onStatement?: (text: string) => void;
  /** For tests alone, which prove that the database holds by itself: who writes and reads is not looked at here. */
  readonly isLeftToDatabase?: boolean;
}

/** A subgraph with its pool of connections. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** The context of one request; a promise only when the newest release has to be looked up (NO_RELEASE refuses). */
  readonly createContext: (request: SubgraphRequest) => SubgraphContext | Promise<SubgraphContext>;
  /** The watch over the releases, of the subgraph that owns them; it begins when it is first asked for. */
  readonly releaseWatch?: () => ReleaseWatch;
  readonly close: () => Promise<void>;
}

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;
type Resolvers = NonNullable<Extract<Modules[number], { resolvers?: unknown }>['resolvers']>;

/** What one subgraph adds: how its types answer, and how a request of one release reads. */
export interface SubgraphDefinition<Loaders> {
  readonly name: SubgraphName;
  readonly resolvers: Resolvers;
  /**
   * Whether the database plans each statement for its values. A filter may mean half the province or nothing at all:
   * one plan for both took 490 ms over 1.5 million items where a plan of its own takes 0.2 ms.
   */
  readonly plansByValue?: boolean;
  /** Prepares the subgraph's statements once; the result makes the loaders of a request. */
  readonly prepare: (sql: Sql, opened: OpenedSubgraph) => (release: number) => Loaders;
}

/** What a subgraph that works in threads of its own has to know. */
export interface OpenedSubgraph {
  /** Address of the database. */
  readonly url: string;
  /** Aborts when the subgraph is closed. */
  readonly signal: AbortSignal;
  readonly isLeftToDatabase: boolean;
}

/** Opens a subgraph over a database: builds its schema and a pool that reads as its role. Connects lazily. */
export const openSubgraph = <Loaders>(
  { name, resolvers, prepare, plansByValue = false }: SubgraphDefinition<Loaders>,
  { url, onStatement, isLeftToDatabase = false }: SubgraphOptions,
): Subgraph => {
  const sql = connectSubgraph(url, name, onStatement === undefined ? {} : { onStatement });
  if (plansByValue) Object.assign(sql.options.connection, { plan_cache_mode: 'force_custom_plan' });
  const typeDefs = parse(subgraphSdl(name));
  const closing = new AbortController();
  const loadersOf = prepare(sql, { url, signal: closing.signal, isLeftToDatabase });
  const contextOf = (release: number, request: SubgraphRequest): SubgraphContext<Loaders> => {
    const { requestId, today, now = new Date().toISOString(), writer } = request;
    const context = {
      release,
      requestId,
      today,
      now,
      writer,
      loaders: loadersOf(release),
      ledTo: undefined as number | undefined,
      readFrom: (next: number): void => {
        Object.assign(context, { release: next, ledTo: next, loaders: loadersOf(next) });
      },
    };
    return context;
  };
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalars, ...resolvers } }]);
  resolveEntitiesTogether(schema);
  holdListsToBounds(schema, listBoundsOf(name));
  return {
    name,
    schema,
    createContext: (request) =>
      request.release === undefined
        ? newestRelease(sql).then((release) => contextOf(release, request))
        : contextOf(request.release, request),
    close: async () => {
      closing.abort();
      await sql.end({ timeout: 5 });
    },
  };
};
