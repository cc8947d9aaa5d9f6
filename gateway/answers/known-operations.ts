import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type BoundedCache, boundedCache } from '../executor/bounded-cache.ts';
import { type OperationArguments, operationArguments } from '../plugins/operation-arguments.ts';
import { LIVE_TYPES } from './live-types.ts';

/** A query that has passed every check of a document: it is parsed, valid, and within the limits of its text. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly arguments: OperationArguments;
  /** Whether its answer is the same as long as release, day and variables are. */
  readonly isKeepable: boolean;
}

export interface KnownOperations {
  readonly get: (query: string, operationName: string | undefined) => KnownOperation | undefined;
  readonly learn: (
    query: string,
    operationName: string | undefined,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) => void;
}

const MOST_OPERATIONS = 1_000;

const keyOf = (query: string, operationName: string | undefined): string =>
  `${operationName ?? ''}\n${query}`;

/** The operations a gateway has answered, the longest unused forgotten first. */
export const createKnownOperations = (schema: GraphQLSchema): KnownOperations => {
  const known: BoundedCache<KnownOperation> = boundedCache(MOST_OPERATIONS);
  return {
    get(query, operationName) {
      const found = known.get(keyOf(query, operationName));
      // A name may hold a line's end and so the beginning of another text.
      const isNamed = operationName === undefined || found?.operation.name?.value === operationName;
      return isNamed ? found : undefined;
    },
    learn(query, operationName, document, operation) {
      if (operation.operation !== 'query') return;
      known.set(keyOf(query, operationName), {
        document,
        operation,
        arguments: operationArguments(document, operation),
        isKeepable: !tellsLive(schema, document),
      });
    },
  };
};

const tellsLive = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  const types = new TypeInfo(schema);
  let isLive = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      enter() {
        const type = types.getType();
        if (type !== null && type !== undefined && LIVE_TYPES.has(getNamedType(type).name)) isLive = true;
      },
    }),
  );
  return isLive;
};
