import { GraphQLError, type GraphQLSchema, getVariableValues, type VariableDefinitionNode } from 'graphql';

/** Mistakes told of the variables of one request. */
const MOST_MISTAKES = 5;

type VariableValues = ReturnType<typeof getVariableValues>;

/**
 * The coerced variables of an operation, or what is wrong with the first few. graphql-js writes the whole value into
 * the message of each mistake, so that without a bound 250 kB of wrong fields take minutes to be refused.
 */
export const variableValues = (
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined,
  variables: Readonly<Record<string, unknown>> | undefined | null,
): VariableValues => {
  const options = { maxErrors: MOST_MISTAKES, hideSuggestions: true };
  const values = getVariableValues(schema, definitions ?? [], variables ?? {}, options);
  if (values.errors === undefined) return values;
  return { errors: values.errors.map(coded) };
};

/** That there are more mistakes is told by an error that belongs to no variable, and so would have no code. */
const coded = (error: GraphQLError): GraphQLError =>
  error.nodes === undefined
    ? new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } })
    : error;
