import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type ErrorCode, errorCode } from '../catalog/error-codes.ts';
import { errorDetail } from '../catalog/error-details.ts';
import {
  type BudgetCheck,
  budgetCheck,
  isDocumentBeyond,
  isTextBeyond,
  SUBGRAPH_BUDGET,
} from '../cost/budget.ts';
import { type CostModel, readCostModel } from '../cost/model.ts';
import { DatabaseFailure } from '../db/failures.ts';
import type { SubgraphRequest } from './context.ts';
import { keptDocuments } from './kept-documents.ts';
import { noSelfDescription } from './no-self-description.ts';
import type { Subgraph } from './open-subgraph.ts';
import { executeInOrder } from './ordered-execution.ts';
import { subgraphSdl } from './sdl.ts';

/** A GraphQL request as it comes over HTTP. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** An answer, and the release a mutation has led to. */
export interface Answered {
  readonly result: ExecutionResult;
  readonly ledTo: number | undefined;
}

/** Sees what went wrong with its stack; the answer carries none of it. */
export type OnError = (error: unknown, requestId: string) => void;

/** Answers a request without executing it, or leaves it to the execution. */
type AnswerShortly = (
  variables: Readonly<Record<string, unknown>>,
  context: { readonly release: number | undefined; readonly day: string; readonly requestId: string },
) => Promise<
  { readonly kind: 'ANSWERED'; readonly data: Record<string, unknown> } | { readonly kind: 'LEFT' }
>;

/** A way past the execution of some documents, asked once for each; its answers are those of the execution. */
export type DocumentShortcut = (schema: GraphQLSchema, document: DocumentNode) => AnswerShortly | undefined;

/** Characters of the distinct operations kept parsed: a gateway sends the same few again and again. */
const CACHED_CHARACTERS = 262_144;

interface Executable {
  readonly document: DocumentNode;
  readonly isBeyondBudget: BudgetCheck;
  readonly answerShortly: AnswerShortly | undefined;
}

type Prepared = Executable | readonly GraphQLError[];

const RULES = [...specifiedRules, noSelfDescription];

const tooCostly = (): GraphQLError =>
  new GraphQLError(errorCode('TOO_COSTLY').message, { extensions: { code: 'TOO_COSTLY' } });

const checked = (schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] => {
  try {
    const document = parse(query, { noLocation: true });
    if (isDocumentBeyond(document, SUBGRAPH_BUDGET)) return [tooCostly()];
    const errors = validate(schema, document, RULES);
    return errors.length === 0 ? document : errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  } catch (error) {
    // Anything else is a bug: it is told as one, with its stack, and none of its words go out.
    if (!(error instanceof GraphQLError)) throw error;
    return [coded(error, 'GRAPHQL_PARSE_FAILED')];
  }
};

const prepare = (
  schema: GraphQLSchema,
  model: CostModel,
  query: string,
  shortcut: DocumentShortcut | undefined,
): Prepared => {
  if (isTextBeyond(query, SUBGRAPH_BUDGET)) return [tooCostly()];
  const document = checked(schema, query);
  if (!('kind' in document)) return document;
  const isBeyondBudget = budgetCheck(model, document, SUBGRAPH_BUDGET);
  return { document, isBeyondBudget, answerShortly: shortcut?.(schema, document) };
};

/** The first words are for the reader, those in brackets for the developer. */
const coded = (error: unknown, code: ErrorCode): GraphQLError => {
  if (error instanceof GraphQLError && error.extensions['code'] !== undefined) return error;
  const detail = error instanceof Error ? `（${error.message}）` : '';
  return new GraphQLError(errorCode(code).message + detail, { extensions: { code } });
};

// A refusal bears a code of the closed list; a request that does not fit the schema has no path; the rest are bugs.
const shown = (error: GraphQLError, requestId: string): GraphQLError => {
  const stated = errorCode(String(error.extensions['code']));
  const kind = stated ?? errorCode(error.path === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_ERROR');
  const message = stated === undefined ? kind.message : error.message;
  const { path } = error;
  const { detail, figures } = error.extensions;
  const { code, retryable } = kind;
  const exactly = errorDetail(detail) !== undefined && { detail, ...(figures !== undefined && { figures }) };
  const extensions = { code, requestId, retryable, ...exactly };
  return new GraphQLError(message, { ...(path && { path }), extensions });
};

const failed = (error: unknown): ExecutionResult => {
  if (error instanceof GraphQLError) return { errors: [error] };
  const code = error instanceof DatabaseFailure ? error.extensions.code : 'INTERNAL_ERROR';
  return { errors: [coded(undefined, code)] };
};

/** Answers requests with one subgraph: documents are parsed and checked once, errors say a code and a sentence. */
export const createAnswerer = (subgraph: Subgraph, onError: OnError, shortcut?: DocumentShortcut) => {
  const documents = keptDocuments<Prepared>(CACHED_CHARACTERS);
  const model = readCostModel(subgraph.schema, parse(subgraphSdl(subgraph.name), { noLocation: true }));
  const documentOf = (query: string): Prepared => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const prepared = prepare(subgraph.schema, model, query, shortcut);
    documents.keep(query, prepared);
    return prepared;
  };
  const run = async (request: GraphQLRequest, asked: SubgraphRequest): Promise<Answered> => {
    const prepared = documentOf(request.query);
    if (!('document' in prepared)) return { result: { errors: prepared }, ledTo: undefined };
    const { document } = prepared;
    if (prepared.isBeyondBudget(request.operationName, request.variables ?? {}))
      return { result: { errors: [tooCostly()] }, ledTo: undefined };
    const short = await answeredShortly(subgraph.schema, prepared, request, asked);
    if (short?.kind === 'ANSWERED') return { result: { data: short.data }, ledTo: undefined };
    const contextValue = await subgraph.createContext(asked);
    const result = await executeInOrder({
      schema: subgraph.schema,
      document,
      contextValue,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
    });
    return { result, ledTo: contextValue.ledTo };
  };
  return async (request: GraphQLRequest, context: SubgraphRequest): Promise<Answered> => {
    const { requestId } = context;
    const report = (error: unknown): void => onError(error, requestId);
    const { result, ledTo } = await run(request, context).catch((error: unknown): Answered => {
      if (!(error instanceof GraphQLError)) report(error);
      return { result: failed(error), ledTo: undefined };
    });
    if (result.errors === undefined) return { result, ledTo };
    for (const error of result.errors)
      if (error.path && error.extensions['code'] === undefined) report(error);
    return { result: { ...result, errors: result.errors.map((error) => shown(error, requestId)) }, ledTo };
  };
};

const answeredShortly = async (
  schema: GraphQLSchema,
  { document, answerShortly }: Executable,
  { operationName, variables }: GraphQLRequest,
  { release, today, requestId }: SubgraphRequest,
): Promise<Awaited<ReturnType<AnswerShortly>> | undefined> => {
  const operation = answerShortly && getOperationAST(document, operationName);
  if (operation === undefined || operation === null) return undefined;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 5,
  });
  return coerced && (await answerShortly?.(coerced, { release, day: today, requestId }));
};
