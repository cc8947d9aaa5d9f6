import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import postgres from 'postgres';
import { dayInChina } from '../catalog/day-in-china.ts';
import {
  type ClientOptions,
  connectGateway,
  connectSubgraph,
  PLANNED_ONCE,
  type SubgraphName,
} from '../db/client.ts';
import {
  conditionVariablesOf,
  type SettledOperation,
  settleConditions,
} from '../gateway/executor/selection.ts';
import type { AnswerShortly, Shortcut } from '../gateway/executor/shortcut.ts';
import { type Fused, fuse, fusible } from './fuse.ts';
import type { Operation } from './operation.ts';
import { createPreparedPool, LONGEST_STATEMENT, type PreparedPool } from './prepared-pool.ts';
import { createRest } from './rest.ts';
import { createRun, type Run } from './run.ts';
import { beginDraft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import { OF_SUBGRAPH, WHOLE, type World } from './world.ts';

export interface FusionOptions {
  /** Address of the database. */
  readonly url: string;
  readonly now: () => Date;
  /** Told of a statement that failed; the answer is worked out in the long way. */
  readonly onFailure: (error: unknown, requestId: string) => void;
  /** Called with the text of every statement sent. */
  readonly onStatement?: (text: string) => void;
}

export interface Fusion {
  readonly shortcut: Shortcut;
  readonly close: () => Promise<void>;
}

/** An operation that is asked once is not worth a statement, which every connection keeps prepared. */
const WORTHWHILE = 3;
/** Kinds of arguments an operation is fused for. */
const MOST_VARIANTS = 16;
/** Milliseconds an operation is left to its plan whose statement took too long; each time twice as long. */
const FIRST_REST = 10_000;

/** An operation for the requests that are alike. */
interface Variant {
  readonly fits: (run: Run) => boolean;
  /** Undefined where rows do not tell it. */
  fused: Fused | undefined;
  restsUntil: number;
  rest: number;
}

/** Fuses operations over one database: their fetches become one statement, read as the gateway's own role. */
export const openFusion = (options: FusionOptions): Fusion =>
  fusionOver(
    WHOLE,
    createPreparedPool(() => connectGateway(options.url, clientOptions(options))),
    options,
  );

export interface SubgraphFusion {
  readonly shortcut: (schema: GraphQLSchema, document: DocumentNode) => AnswerShortly | undefined;
  readonly close: () => Promise<void>;
}

/** The same for the operations that a subgraph is sent by itself, read as its role. */
export const openSubgraphFusion = (name: SubgraphName, options: FusionOptions): SubgraphFusion => {
  const pool = createPreparedPool(() => connectSubgraph(options.url, name, clientOptions(options)));
  const { shortcut, close } = fusionOver(OF_SUBGRAPH[name], pool, options);
  return {
    shortcut: (schema, document) => {
      const settled = unconditional(document);
      return settled === undefined ? undefined : shortcut(schema, settled);
    },
    close,
  };
};

const clientOptions = ({ onStatement }: FusionOptions): ClientOptions => ({
  statementTimeout: LONGEST_STATEMENT,
  settings: PLANNED_ONCE,
  ...(onStatement === undefined ? {} : { onStatement }),
});

/** The one operation of a document, where no condition decides what is asked. */
const unconditional = (document: DocumentNode): SettledOperation | undefined => {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return undefined;
  return conditionVariablesOf(document).length > 0 ? undefined : settleConditions(document, operation, {});
};

const fusionOver = (world: World, pool: PreparedPool, { now, onFailure }: FusionOptions): Fusion => {
  const database = createRest(() => now().getTime());
  const read = async ({ text, parametersOf, answer }: Fused, run: Run): Promise<Record<string, unknown>> => {
    const values = parametersOf(run);
    const row = await pool.read(text, values);
    database.works();
    return answer(row, run);
  };
  const failed = (variant: Variant | undefined, error: unknown): void => {
    const { code } = error instanceof postgres.PostgresError ? error : { code: '' };
    if (variant !== undefined && code.startsWith(OF_STATEMENT)) variant.fused = undefined;
    else if (variant !== undefined && code === TOO_SLOW) {
      variant.restsUntil = now().getTime() + variant.rest;
      variant.rest *= 2;
    } else database.fails();
  };
  const shortcut: Shortcut = (schema, settled) => {
    const operation = fusible(schema, settled);
    if (operation === undefined) return undefined;
    const variants: Variant[] = [];
    let asked = 0;
    return async (variables, { release, day, requestId }) => {
      asked += 1;
      if (asked < WORTHWHILE || release === undefined) return undefined;
      const run = createRun(variables, release, day ?? dayInChina(now()));
      let variant: Variant | undefined;
      try {
        variant = variantFor(variants, operation, settled, world, run);
        const fused = variant?.fused;
        if (fused === undefined || now().getTime() < (variant?.restsUntil ?? 0)) return undefined;
        return database.mayBeAsked() ? await read(fused, run) : undefined;
      } catch (error) {
        // What is wrong with a request its plan says in the right words and at the right place.
        if (error instanceof Unfusable || error instanceof GraphQLError) return undefined;
        failed(variant, error);
        onFailure(error, requestId);
        return undefined;
      }
    };
  };
  return { shortcut, close: pool.close };
};

const variantFor = (
  variants: Variant[],
  operation: Operation,
  settled: SettledOperation,
  world: World,
  run: Run,
): Variant | undefined => {
  const found = variants.find(({ fits }) => fits(run));
  if (found !== undefined || variants.length >= MOST_VARIANTS) return found;
  const drafted = beginDraft(run);
  const fused = unlessUnfusable(() => fuse(operation, settled, world, drafted));
  const variant = { fits: drafted.fits, fused, restsUntil: 0, rest: FIRST_REST };
  variants.push(variant);
  return variant;
};

/** PostgreSQL's class of codes for a statement it cannot read or may not carry out: it fails every time. */
const OF_STATEMENT = '42';
/** PostgreSQL's code for a statement that has taken longer than it may. */
const TOO_SLOW = '57014';

const unlessUnfusable = (make: () => Fused): Fused | undefined => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unfusable) return undefined;
    throw error;
  }
};
