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
const MOST_VARIANTS = 8;
/** Milliseconds no statement is sent after one failed. */
const REST = 1_000;

/** An operation for the requests that are alike. */
interface Variant {
  readonly fits: (run: Run) => boolean;
  /** Undefined where rows do not tell it. */
  fused: Fused | undefined;
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
  let restsUntil = 0;
  const shortcut: Shortcut = (schema, settled) => {
    const operation = fusible(schema, settled);
    if (operation === undefined) return undefined;
    const variants: Variant[] = [];
    let asked = 0;
    return async (variables, { release, day, requestId }) => {
      asked += 1;
      if (asked < WORTHWHILE || release === undefined || now().getTime() < restsUntil) return undefined;
      const run = createRun(variables, release, day ?? dayInChina(now()));
      let variant: Variant | undefined;
      try {
        variant = variantFor(variants, operation, settled, world, run);
        const fused = variant?.fused;
        if (fused === undefined) return undefined;
        return fused.answer(await pool.read(fused.text, fused.parametersOf(run)), run);
      } catch (error) {
        // What is wrong with a request its plan says in the right words and at the right place.
        if (error instanceof Unfusable || error instanceof GraphQLError) return undefined;
        if (variant !== undefined && isOfStatement(error)) variant.fused = undefined;
        else restsUntil = now().getTime() + REST;
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
  const variant = { fits: drafted.fits, fused };
  variants.push(variant);
  return variant;
};

/** PostgreSQL's class 42: a statement it cannot read or may not carry out fails every time. */
const isOfStatement = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && error.code.startsWith('42');

const unlessUnfusable = (make: () => Fused): Fused | undefined => {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unfusable) return undefined;
    throw error;
  }
};
