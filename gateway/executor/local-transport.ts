import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import { parse, ValuesOfCorrectTypeRule, validate } from 'graphql';
import { errorCode } from '../../catalog/error-codes.ts';
import { type BudgetCheck, budgetCheck, SUBGRAPH_BUDGET } from '../../cost/budget.ts';
import type { CostModel } from '../../cost/model.ts';
import { executeInOrder } from '../../subgraphs/ordered-execution.ts';
import { boundedCache } from './bounded-cache.ts';
import type { RequestContext, SubgraphAnswer, Transport } from './transport.ts';

export interface LocalTransportOptions {
  readonly schema: GraphQLSchema;
  /** The resolvers' context value for one call, or a promise of it. */
  readonly contextFor: (context: RequestContext) => unknown;
  /** The costs of the schema: calls beyond the budget of a subgraph are refused. */
  readonly costs?: CostModel;
  /** Distinct operation texts kept parsed; the plans of the executor's cache are what fills it. */
  readonly documentCacheSize?: number;
  /** Sees every error with its stack and cause, which the answer does not carry. */
  readonly onError?: (error: GraphQLError, context: RequestContext) => void;
}

interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly isBeyondBudget: BudgetCheck | undefined;
}

const tooCostly = (): GraphQLFormattedError => ({
  message: errorCode('TOO_COSTLY').message,
  extensions: { code: 'TOO_COSTLY' },
});

/**
 * A transport to a subgraph in the same process: each operation text is parsed once and run by graphql-js,
 * nothing is serialised on the way in. Errors take the plain form they would have over HTTP. Only literals are checked
 * beforehand: the public schema cannot know which texts a scalar of the subgraph takes, and the rest has been planned.
 */
export function createLocalTransport(options: LocalTransportOptions): Transport {
  const documents = boundedCache<Prepared>(options.documentCacheSize ?? 2_000);
  const documentOf = (query: string): Prepared => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { noLocation: true });
    const errors = validate(options.schema, document, [ValuesOfCorrectTypeRule]);
    const isBeyondBudget = options.costs && budgetCheck(options.costs, document, SUBGRAPH_BUDGET);
    const prepared = { document, errors, isBeyondBudget };
    documents.set(query, prepared);
    return prepared;
  };
  const answerOf = (result: ExecutionResult, context: RequestContext): SubgraphAnswer => {
    const { data, errors } = result;
    if (errors === undefined) return { data: data ?? null };
    if (options.onError !== undefined) for (const error of errors) options.onError(error, context);
    const plain = errors.map((error) => error.toJSON());
    return data === undefined ? { errors: plain } : { data, errors: plain };
  };
  return async ({ query, operationName, variables, context }) => {
    const { document, errors, isBeyondBudget } = documentOf(query);
    if (errors.length > 0) return answerOf({ errors }, context);
    if (isBeyondBudget?.(operationName, variables) === true) return { errors: [tooCostly()] };
    const made = options.contextFor(context);
    const contextValue = made instanceof Promise ? await made : made;
    const result = executeInOrder({
      schema: options.schema,
      document,
      contextValue,
      variableValues: variables,
      operationName: operationName ?? null,
    });
    return answerOf(result instanceof Promise ? await result : result, context);
  };
}
