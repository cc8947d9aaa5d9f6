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
import { DatabaseSlow } from '../db/failures.ts';
import {
  conditionVariablesOf,
  type SettledOperation,
  settleConditions,
} from '../gateway/executor/selection.ts';
import type { AnswerShortly, LeftToPlan, ShortAnswer, Shortcut } from '../gateway/executor/shortcut.ts';
import { type Fused, fusible } from './fuse.ts';
import { createPreparedPool, LONGEST_STATEMENT, type PreparedPool } from './prepared-pool.ts';
import { createRest } from './rest.ts';
import { createRun, type Run } from './run.ts';
import { Unfusable } from './unfusable.ts';
import { createVariants, type Variant } from './variants.ts';
import { OF_SUBGRAPH, WHOLE, type World } from './world.ts';

export interface FusionOptions {
  /** Address of the database. */
  readonly url: string;
  readonly now: () => Date;
  /** Told of a statement that failed; the answer is worked out in the long way. */
  readonly onFailure: (error: unknown, requestId: string) => void;
  /** Told why an operation, or a kind of requests of it, cannot be fused. */
  readonly onUnfusable?: (reason: string) => void;
  /** Called with the text of every statement sent. */
  readonly onStatement?: (text: string) => void;
}

export interface Fusion {
  readonly shortcut: Shortcut;
  readonly close: () => Promise<void>;
}

/** An operation that is asked once is not worth a statement, which every connection keeps prepared. */
const WORTHWHILE = 3;
/** Milliseconds no statement is sent after the database has failed. */
const REST = 1_000;

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

const fusionOver = (
  world: World,
  pool: PreparedPool,
  { now, onFailure, onUnfusable = () => undefined }: FusionOptions,
): Fusion => {
  const moment = (): number => now().getTime();
  const variants = createVariants({ world, now: moment, onUnfusable });
  const database = createRest({ now: moment, first: REST, longest: REST });

  const answered = async (variant: Variant, fused: Fused, run: Run): Promise<ShortAnswer> => {
    const values = fused.parametersOf(run);
    if (!variant.rest.mayBeTried() || !database.mayBeTried()) return left('RESTING');
    try {
      const row = await pool.read(fused.text, values);
      database.works();
      variant.rest.works();
      return { kind: 'ANSWERED', data: fused.answer(row, run) };
    } catch (error) {
      if (!(error instanceof Unfusable)) (isOfStatement(error) ? variant.rest : database).fails();
      throw error;
    }
  };

  const shortcut: Shortcut = (schema, settled) => {
    const operation = fusible(schema, settled);
    if (operation === undefined) return undefined;
    const variantFor = variants.of(operation, settled);
    let asked = 0;
    return async (variables, { release, day, requestId }) => {
      asked += 1;
      if (asked < WORTHWHILE || release === undefined) return left('NEW');
      try {
        const run = createRun(variables, release, day ?? dayInChina(now()));
        const variant = variantFor(run);
        return variant.fused === undefined
          ? left('NOT_OF_ROWS')
          : await answered(variant, variant.fused, run);
      } catch (error) {
        // What is wrong with a request its plan says in the right words and at the right place.
        if (error instanceof Unfusable || error instanceof GraphQLError) return left('UNUSUAL');
        onFailure(error, requestId);
        return left('FAILED');
      }
    };
  };
  return { shortcut, close: pool.close };
};

const left = (why: LeftToPlan): ShortAnswer => ({ kind: 'LEFT', why });

/** Whether a failure is the statement's own, too slow or not to be carried out, and not that of the database. */
const isOfStatement = (error: unknown): boolean =>
  error instanceof DatabaseSlow || error instanceof postgres.PostgresError;
