import { monitorEventLoopDelay } from 'node:perf_hooks';
import { execute, parse } from 'graphql';
import { readSupergraph } from '../gateway/composed-files.ts';
import { startGateway } from '../gateway/main.ts';
import { openMatching } from '../subgraphs/matching/subgraph.ts';

export interface Answer {
  readonly milliseconds: number;
  readonly statements: number;
  /** The longest time in which the process saw to nothing else, in milliseconds. */
  readonly busy: number;
}

/** What was just opened and keeps nothing of what was asked before. */
export interface Opened {
  readonly ask: (query: string, variables: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const DAY = '2026-03-01';
const RELEASE = 2;

/** Measures what answers one question; the statements are counted from nought. */
const measured = async (counter: { statements: number }, answer: () => Promise<void>): Promise<Answer> => {
  counter.statements = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  await answer();
  const milliseconds = performance.now() - begun;
  // What came last is counted when the loop comes round again.
  await new Promise((next) => setTimeout(next, 2));
  delay.disable();
  return { milliseconds, statements: counter.statements, busy: delay.max / 1e6 };
};

const counting = () => {
  const counter = { statements: 0 };
  const onStatement = (text: string): void => {
    if (!text.includes('pg_type')) counter.statements += 1;
  };
  return { counter, onStatement };
};

/** The matching subgraph alone, as after a start. */
export const openSubgraphAlone = (url: string): Opened => {
  const { counter, onStatement } = counting();
  const { schema, createContext, close } = openMatching({ url, onStatement });
  const ask: Opened['ask'] = (query, variableValues) =>
    measured(counter, async () => {
      const contextValue = await createContext({ release: RELEASE, today: DAY, requestId: 'bench' });
      const document = parse(query);
      const { errors } = await execute({ schema, document, contextValue, variableValues });
      if (errors !== undefined) throw errors[0];
    });
  return { ask, close };
};

/** A whole hub in this process, asked over HTTP. */
export const openHub = async (databaseUrl: string): Promise<Opened> => {
  const { counter, onStatement } = counting();
  const gateway = await startGateway({
    config: { host: '127.0.0.1', port: 0, logLevel: 'silent', subgraphUrls: {} },
    supergraphSdl: await readSupergraph(),
    mode: { kind: 'HUB', databaseUrl },
    now: () => new Date(`${DAY}T08:00:00Z`),
    onStatement,
  });
  const ask: Opened['ask'] = (query, variables) =>
    measured(counter, async () => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { errors } = (await response.json()) as { readonly errors?: readonly unknown[] };
      if (errors !== undefined) throw new Error(JSON.stringify(errors[0]));
    });
  return { ask, close: () => gateway.close() };
};
