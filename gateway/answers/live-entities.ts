import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { LIVE_TYPES } from './live-types.ts';

/**
 * Whether a subgraph's query for entities reads anything that no release holds, or that the public schema does not tell
 * of, so that nobody can say.
 */
export const readsLiveEntities = (schema: GraphQLSchema, query: string): boolean => {
  const readsLive = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return true;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        const type = name === undefined ? parent : schema.getType(name);
        return type === undefined || LIVE_TYPES.has(type.name) || readsLive(selection.selectionSet, type);
      }
      if (selection.name.value === '__typename') return false;
      const field =
        isObjectType(parent) || isInterfaceType(parent)
          ? parent.getFields()[selection.name.value]
          : undefined;
      if (field === undefined) return true;
      const type = getNamedType(field.type);
      const below = selection.selectionSet;
      return LIVE_TYPES.has(type.name) || (below !== undefined && readsLive(below, type));
    });
  return parse(query, { noLocation: true }).definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.some(
        (root) =>
          root.kind === Kind.FIELD &&
          root.selectionSet !== undefined &&
          readsLive(root.selectionSet, undefined),
      ),
  );
};
