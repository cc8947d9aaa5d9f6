import { parse, validate } from 'graphql';
import { pino } from 'pino';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { createExecutor, type Executor } from '../../gateway/executor/executor.ts';
import type { RequestContext } from '../../gateway/executor/transport.ts';
import { openHubTransports } from '../../gateway/hub-transports.ts';
import { DEMO_NOW } from '../support/hub.ts';

export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface BothAnswers {
  /** What the plan answers. */
  readonly right: string;
  /** What is answered when the same is asked for the third time. */
  readonly answer: string;
  /** Whether the third took one statement, written for the operation. */
  readonly isFused: boolean;
}

/** Two executors over one database: one follows its plans, the other fuses what it can. */
export interface BothExecutors extends AsyncDisposable {
  readonly newest: number;
  readonly planned: Executor;
  readonly fused: Executor;
  /** Texts of the statements sent since the last call. */
  readonly takeStatements: () => readonly string[];
  /** What was logged as a failure, one JSON line an entry. */
  readonly failures: string[];
  readonly ask: (executor: Executor, asked: Asked, context?: Partial<RequestContext>) => Promise<string>;
  readonly answers: (asked: Asked, context?: Partial<RequestContext>) => Promise<BothAnswers>;
}

const isOfOperation = (text: string): boolean => text.startsWith('select json_build_object');

export interface BothOptions {
  /** The clock that tells how long fusion rests after a failure, and the day of requests. */
  readonly now?: () => Date;
  /** Milliseconds a call of a subgraph may take. */
  readonly deadline?: number;
}

export const openBothExecutors = async (
  databaseUrl: string,
  { now = () => new Date(DEMO_NOW), deadline = 5_000 }: BothOptions = {},
): Promise<BothExecutors> => {
  const statements: string[] = [];
  const failures: string[] = [];
  const hub = openHubTransports({
    urls: {},
    databaseUrl,
    now,
    deadline,
    logger: pino({ level: 'warn' }, { write: (line: string) => void failures.push(line) }),
    onStatement: (text) => void statements.push(text),
  });
  await hub.releaseKnown;
  const newest = hub.newestRelease?.() ?? 0;
  const supergraphSdl = await readSupergraph();
  const planned = createExecutor({ supergraphSdl, transports: hub.transports });
  const fused = createExecutor({ supergraphSdl, transports: hub.transports, shortcut: hub.shortcut });
  const ask: BothExecutors['ask'] = async (executor, { query, variables = {} }, context = {}) => {
    const request = { release: newest, requestId: 'the request', ...context };
    const document = parse(query);
    const invalid = validate(executor.schema, document);
    if (invalid.length > 0) throw new Error(`no query of the schema: ${query}`, { cause: invalid });
    return JSON.stringify(await executor.execute({ document, query, variables, context: request }));
  };
  return {
    newest,
    planned,
    fused,
    takeStatements: () => statements.splice(0),
    failures,
    ask,
    async answers(asked, context) {
      const right = await ask(planned, asked, context);
      await ask(fused, asked, context);
      await ask(fused, asked, context);
      statements.length = 0;
      const answer = await ask(fused, asked, context);
      return { right, answer, isFused: statements.length === 1 && isOfOperation(statements[0] ?? '') };
    },
    [Symbol.asyncDispose]: () => hub.close(),
  };
};
