import { execute, parse, validate } from 'graphql';
import postgres from 'postgres';
import type { Writer } from '../../catalog/authority/writer.ts';
import type { SubgraphName } from '../../db/client.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { freshDatabase } from '../support/database.ts';

// Answers are compared as a whole or by a path: their type would say nothing that the test does not.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Data = any;

export interface Asked {
  readonly data: Data;
  readonly codes: readonly unknown[];
  /** Statements sent to answer. */
  readonly statements: readonly string[];
}

export interface AskOptions {
  readonly release?: number;
  readonly today?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly writer?: Writer;
  readonly now?: string;
}

/** A subgraph over a database that stays. */
export interface Reopened {
  readonly ask: (query: string, options?: AskOptions) => Promise<Asked>;
  readonly close: () => Promise<void>;
}

/** A subgraph over a seeded database of its own. */
export interface AskedSubgraph extends AsyncDisposable {
  readonly name: SubgraphName;
  readonly url: string;
  readonly ask: (query: string, options?: AskOptions) => Promise<Asked>;
}

/** Seeds a fresh database and opens a subgraph over it; without a release it answers from release 1. */
export const openOver = async (
  name: SubgraphName,
  seed: (sql: postgres.Sql) => Promise<void>,
): Promise<AskedSubgraph> => {
  const database = await freshDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await seed(sql);
  await sql.end();
  const asked = openAgain(name, database.url);
  return {
    name,
    url: database.url,
    ask: asked.ask,
    [Symbol.asyncDispose]: async () => {
      await asked.close();
      await database[Symbol.asyncDispose]();
    },
  };
};

/** The same subgraph over the same database, as after a start: it keeps nothing of what was asked before. */
export const reopen = ({ name, url }: AskedSubgraph) => openAgain(name, url);

const openAgain = (name: SubgraphName, url: string): Reopened => {
  const sent: string[] = [];
  const subgraph = SUBGRAPHS[name]({ url, onStatement: (text) => sent.push(text) });
  const ask: AskedSubgraph['ask'] = async (
    query,
    { release = 1, today = '2026-03-01', variables = {}, ...person } = {},
  ) => {
    const document = parse(query);
    const invalid = validate(subgraph.schema, document);
    if (invalid.length > 0) throw new Error(invalid.map((error) => error.message).join('\n'));
    sent.length = 0;
    const contextValue = await subgraph.createContext({ release, today, requestId: 'test', ...person });
    const result = await execute({
      schema: subgraph.schema,
      document,
      contextValue,
      variableValues: variables,
    });
    const codes = (result.errors ?? []).map((error) => error.extensions['code'] ?? error.stack);
    return { data: JSON.parse(JSON.stringify(result.data ?? null)), codes, statements: [...sent] };
  };
  return { ask, close: subgraph.close };
};

/** All nodes of a list, page by page: `page` asks for one page behind a cursor. */
export const throughPages = async (
  page: (after: string | null) => Promise<{ nodes: readonly Data[]; pageInfo: Data }>,
): Promise<readonly Data[]> => {
  const all: Data[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await page(after);
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
};
