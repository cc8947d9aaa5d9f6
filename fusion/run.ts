import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import { type KeyShape, type Page, pageOf } from '../subgraphs/connection.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** One request of a fused operation: what its parameters are read from. */
export interface Run {
  readonly release: number;
  /** The day states are judged on, YYYY-MM-DD. */
  readonly today: string;
  /** The arguments of a field, as its resolver gets them. */
  readonly argumentsOf: (node: FieldNode, field: GraphQLField<unknown, unknown>) => Arguments;
  /** The page a list is asked for; throws the refusal its resolver would give. */
  readonly pageOf: (node: FieldNode, field: GraphQLField<unknown, unknown>, shape: KeyShape) => Page;
}

/** A run over coerced variables; each field's arguments are read once. */
export const createRun = (
  variables: Readonly<Record<string, unknown>>,
  release: number,
  today: string,
): Run => {
  const read = new Map<FieldNode, Arguments>();
  const pages = new Map<FieldNode, Page>();
  const argumentsOf: Run['argumentsOf'] = (node, field) => {
    const known = read.get(node);
    if (known !== undefined) return known;
    const values = getArgumentValues(field, node, variables);
    read.set(node, values);
    return values;
  };
  return {
    release,
    today,
    argumentsOf,
    pageOf(node, field, shape) {
      const known = pages.get(node);
      if (known !== undefined) return known;
      const page = pageOf(argumentsOf(node, field), release, shape);
      pages.set(node, page);
      return page;
    },
  };
};
