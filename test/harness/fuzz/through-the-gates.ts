import { type GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { errorCode } from '../../../catalog/error-codes.ts';
import type { CostModel } from '../../../cost/model.ts';
import { createAdmission } from '../../../gateway/admission.ts';
import { variableValues } from '../../../gateway/executor/variable-values.ts';
import { parseJson } from '../../../gateway/http/body.ts';
import { type GraphQLRequest, requestFromBody } from '../../../gateway/http/graphql-request.ts';
import { LANES } from '../../../gateway/lanes.ts';
import { bodyNesting } from '../../../gateway/plugins/limits.ts';
import { publicError } from '../../../gateway/plugins/public-error.ts';
import { Refusal } from '../../../gateway/refusal.ts';
import { NO_DOCUMENTS } from '../../../gateway/stored-documents.ts';

/** How far a body came: each gate may refuse it, and nothing else may happen. */
export const FATES = [
  'NO_REQUEST',
  'BEYOND_LIMITS',
  'NO_DOCUMENT',
  'NOT_VALID',
  'WRONG_VARIABLES',
  'PASSED',
] as const;

export type Fate = (typeof FATES)[number];

/** Takes the text of a body through all gates before execution. Throws whatever is no refusal: a bug. */
export const createGates = (schema: GraphQLSchema, model: CostModel): ((body: string) => Fate) => {
  const admission = createAdmission({ model, lanes: LANES, documents: NO_DOCUMENTS });
  return (body) => {
    const request = requestOf(body);
    if (request === undefined) return 'NO_REQUEST';
    const admitted = admission(request, body.length % 2 === 0);
    if (admitted instanceof Refusal) {
      told(admitted);
      return 'BEYOND_LIMITS';
    }
    return fateOf(schema, request);
  };
};

const requestOf = (body: string): GraphQLRequest | undefined => {
  try {
    return requestFromBody(parseJson(body, bodyNesting(LANES.OPEN)), NO_DOCUMENTS);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    told(refusal);
    return undefined;
  }
};

const fateOf = (schema: GraphQLSchema, { query, variables }: GraphQLRequest): Fate => {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(query, { maxTokens: LANES.OPEN.tokens });
  } catch (error) {
    told(error as GraphQLError);
    return 'NO_DOCUMENT';
  }
  const mistakes = validate(schema, document, undefined, { maxErrors: LANES.OPEN.validationErrors });
  for (const mistake of mistakes) told(mistake);
  if (mistakes.length > 0) return 'NOT_VALID';
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const values = operations.map((one) => variableValues(schema, one.variableDefinitions, variables));
  const wrong = values.flatMap(({ errors }) => errors ?? []);
  for (const error of wrong) told(error);
  return wrong.length > 0 ? 'WRONG_VARIABLES' : 'PASSED';
};

/** Largest message that goes out: it may repeat names of the request, but not the request. */
const LONGEST = 500;

/** Throws where what a client would be told of an error is not of the closed list, or not of its form. */
const told = (error: GraphQLError): void => {
  const shown = publicError(error, 'fuzz');
  const { code, retryable } = shown.extensions;
  const isRight =
    errorCode(code)?.retryable === retryable &&
    shown.message.length <= LONGEST &&
    !/did you mean/iu.test(shown.message);
  if (!isRight) throw new Error(`told wrongly: ${JSON.stringify(shown).slice(0, 1_000)}`, { cause: error });
};
