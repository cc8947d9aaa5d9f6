import { defaultFieldResolver, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { readCostDirectives } from '../cost/directives.ts';
import type { SubgraphName } from '../db/client.ts';
import { refusal } from './refusal.ts';
import { subgraphSdl } from './sdl.ts';

type Bounds = ReadonlyMap<string, number>;

const known = new Map<SubgraphName, Bounds>();

/** How long the lists of a subgraph's fields may be by their `@listSize`, by coordinate; pages bound themselves. */
export const listBoundsOf = (name: SubgraphName): Bounds => {
  const found = known.get(name);
  if (found !== undefined) return found;
  const { fields } = readCostDirectives(parse(subgraphSdl(name), { noLocation: true }));
  const bounds = new Map<string, number>();
  for (const [coordinate, { listSize }] of fields) {
    const most = listSize?.slicingArguments.length === 0 ? listSize.assumedSize : undefined;
    if (most !== undefined) bounds.set(coordinate, most);
  }
  known.set(name, bounds);
  return bounds;
};

/**
 * Holds a schema's lists to their bounds: what an answer costs is estimated by them beforehand. A longer list is
 * refused in its place, and the rest of the answer stands.
 */
export const holdListsToBounds = (schema: GraphQLSchema, bounds: Bounds): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const most = bounds.get(`${type.name}.${field.name}`);
      if (most === undefined) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (...call) => {
        const result: unknown = resolve(...call);
        return result instanceof Promise ? result.then((list) => held(list, most)) : held(result, most);
      };
    }
  }
};

const held = (list: unknown, most: number): unknown => {
  if (Array.isArray(list) && list.length > most)
    throw refusal('TOO_COSTLY', 'LIST_TOO_LONG', { count: list.length, most });
  return list;
};
