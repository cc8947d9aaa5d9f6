import { type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';

type ResolveReference = (reference: object, context: unknown, info: GraphQLResolveInfo) => unknown;

interface Representation {
  readonly __typename: string;
}

const resolveReferenceOf = (schema: GraphQLSchema, name: string): ResolveReference => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there are no entities of the type ${name}`);
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ResolveReference } } };
  return apollo?.subgraph?.resolveReference ?? ((reference) => reference);
};

/** An entity names its type; what stands for several representations is one object, and named once. */
const named = (entity: unknown, name: string): unknown => {
  if (typeof entity === 'object' && entity !== null && !('__typename' in entity))
    Object.defineProperty(entity, '__typename', { value: name });
  return entity;
};

/**
 * Lets `_entities` of a subgraph's schema wait once for all entities it is asked for instead of once for each: the
 * loaders read them in one statement anyway. An entity that fails is an error in its own place.
 */
export const resolveEntitiesTogether = (schema: GraphQLSchema): void => {
  const field = (schema.getQueryType() as GraphQLObjectType | undefined)?.getFields()['_entities'];
  if (field === undefined) return;
  const resolvers = new Map<string, ResolveReference>();
  const resolverOf = (name: string): ResolveReference => {
    const resolver = resolvers.get(name) ?? resolveReferenceOf(schema, name);
    resolvers.set(name, resolver);
    return resolver;
  };
  field.resolve = async (_root, { representations }, context, info) => {
    const asked = representations as readonly Representation[];
    const found = asked.map((one) => {
      try {
        return resolverOf(one.__typename)(one, context, info);
      } catch (reason) {
        // What the others have begun is waited for: a failure that nobody waits for would end the process.
        return asError(reason);
      }
    });
    const nameOf = (at: number): string => asked[at]?.__typename ?? '';
    try {
      return (await Promise.all(found)).map((entity, at) => named(entity, nameOf(at)));
    } catch {
      const settled = await Promise.allSettled(found);
      // An Error in the place of a value is that place's error (graphql-js, completeValue).
      return settled.map((one, at) =>
        one.status === 'fulfilled' ? named(one.value, nameOf(at)) : asError(one.reason),
      );
    }
  };
};

const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error('an entity failed', { cause: reason });
