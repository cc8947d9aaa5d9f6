import type { GraphQLSchema } from 'graphql';
import type { DataObject } from './answer-shape.ts';
import type { SettledOperation } from './selection.ts';
import type { RequestContext } from './transport.ts';

/**
 * Why a request is left to its plan: its operation has not been asked often enough, asks for what rows do not tell, or
 * rests after a failure; something about the request or its rows is unusual; or the statement has just failed.
 */
export type LeftToPlan = 'NEW' | 'NOT_OF_ROWS' | 'RESTING' | 'UNUSUAL' | 'FAILED';

/** The answer's whole data, or why the plan has to answer. */
export type ShortAnswer =
  | { readonly kind: 'ANSWERED'; readonly data: DataObject }
  | { readonly kind: 'LEFT'; readonly why: LeftToPlan };

/** Answers a request without its plan. */
export type AnswerShortly = (
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
) => Promise<ShortAnswer>;

/**
 * A way past the plan for some operations, asked once for each. Its answers are those of the plan; whatever would come
 * with an error, or with a null that is none of the data, it leaves to the plan.
 */
export type Shortcut = (schema: GraphQLSchema, settled: SettledOperation) => AnswerShortly | undefined;
