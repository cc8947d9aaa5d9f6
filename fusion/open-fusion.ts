import { GraphQLError } from 'graphql';
import postgres from 'postgres';
import { dayInChina } from '../catalog/day-in-china.ts';
import { connectGateway, type Sql } from '../db/client.ts';
import type { SettledOperation } from '../gateway/executor/selection.ts';
import type { Shortcut } from '../gateway/executor/shortcut.ts';
import { type Fused, fuse, fusible } from './fuse.ts';
import type { Operation } from './operation.ts';
import { createRun, type Run } from './run.ts';
import { beginDraft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import type { Row } from './values.ts';

export interface FusionOptions {
  /** Address of the database that all subgraphs of this process read. */
  readonly url: string;
  readonly now: () => Date;
  /** Told of a statement that failed; the plan answers in its place. */
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
/** Statements kept prepared; beyond, connections are renewed, as the server gives the memory back only with them. */
const MOST_STATEMENTS = 200;
/** Kinds of arguments an operation is fused for. */
const MOST_VARIANTS = 8;
/** Milliseconds a statement may take before the plan is asked instead, and how long none is sent after one failed. */
const LONGEST = 1_000;
const REST = 1_000;

/** An operation for the requests that are alike. */
interface Variant {
  readonly fits: (run: Run) => boolean;
  /** Undefined where rows do not tell it. */
  fused: Fused | undefined;
}

/** Fuses operations over one database: their fetches become one statement, read as the gateway's own role. */
export const openFusion = ({ url, now, onFailure, onStatement }: FusionOptions): Fusion => {
  const connect = (): Sql =>
    connectGateway(url, { statementTimeout: LONGEST, ...(onStatement === undefined ? {} : { onStatement }) });
  let sql = connect();
  let statements = new Set<string>();
  let restsUntil = 0;

  const read = async (fused: Fused, run: Run): Promise<Record<string, unknown>> => {
    const values = fused.parametersOf(run);
    if (!statements.has(fused.text) && statements.size >= MOST_STATEMENTS) {
      void sql.end({ timeout: 5 });
      sql = connect();
      statements = new Set();
    }
    statements.add(fused.text);
    const [row] = await within(
      LONGEST,
      sql.unsafe<{ answer: Row }[]>(fused.text, values as never[], { prepare: true }),
    );
    if (row === undefined) throw new Error('a statement without a row');
    return fused.answer(row.answer, run);
  };

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
        variant = variantFor(variants, operation, settled, run);
        return variant?.fused === undefined ? undefined : await read(variant.fused, run);
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
  return { shortcut, close: () => sql.end({ timeout: 5 }) };
};

const variantFor = (
  variants: Variant[],
  operation: Operation,
  settled: SettledOperation,
  run: Run,
): Variant | undefined => {
  const found = variants.find(({ fits }) => fits(run));
  if (found !== undefined || variants.length >= MOST_VARIANTS) return found;
  const drafted = beginDraft(run);
  const fused = unlessUnfusable(() => fuse(operation, settled, drafted));
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

/** The rows of a statement, unless they take longer: what is under way ends by the server's own limit. */
const within = <Rows>(milliseconds: number, rows: PromiseLike<Rows>): Promise<Rows> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    const end = (): void => clearTimeout(timer);
    rows.then(
      (found) => {
        end();
        resolve(found);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
