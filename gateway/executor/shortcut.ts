import type { GraphQLSchema } from 'graphql';
import type { DataObject } from './answer-shape.ts';
import type { SettledOperation } from './selection.ts';
import type { RequestContext } from './transport.ts';

/** Answers a request without its plan: the answer's whole data, or undefined where the plan has to answer. */
export type AnswerShortly = (
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
) => Promise<DataObject | undefined>;

/**
 * A way past the plan for some operations, asked once for each. Its answers are those of the plan; whatever would come
 * with an error, or with a null that is none of the data, it leaves to the plan.
 */
export type Shortcut = (schema: GraphQLSchema, settled: SettledOperation) => AnswerShortly | undefined;
