import { Kind, type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

/** The variables of a request, coerced or as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** The value of an argument under given variables; variables within a literal stay out of it. */
export type ArgumentValue = (variables: Variables) => unknown;

/** Makes readers of argument values in an operation, whose variables have defaults. */
export const argumentReader = ({
  variableDefinitions,
}: OperationDefinitionNode): ((node: ValueNode | undefined, unstated: unknown) => ArgumentValue) => {
  const defaults = new Map(
    variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  return (node, unstated) => {
    if (node?.kind !== Kind.VARIABLE) {
      const value = node === undefined ? unstated : valueFromASTUntyped(node);
      return () => value;
    }
    const name = node.name.value;
    const byDefault = defaults.get(name);
    const otherwise = byDefault === undefined ? unstated : valueFromASTUntyped(byDefault);
    return (variables) => (Object.hasOwn(variables, name) ? variables[name] : otherwise);
  };
};

/** How many elements a value has where a list is wanted: anything else is a list of one (GraphQL 3.11). */
export const lengthOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
};
