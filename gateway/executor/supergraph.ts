import type { DocumentNode } from 'graphql';
import { Kind, valueFromASTUntyped, visit } from 'graphql';

/** The part of a type system a plan asks about while it runs: who satisfies which type condition. */
export interface TypeConditions {
  /** Whether an object of the type named first fits `... on condition`. */
  satisfies(typeName: string, condition: string): boolean;
  isObjectType(typeName: string): boolean;
}

/** No executor can be made of a supergraph: a type or a subgraph it names is missing, or it has no query root. */
export class UnusableSupergraph extends Error {
  override readonly name = 'UnusableSupergraph';
}

/**
 * Reads the type conditions from a supergraph document. The supergraph is asked, not the public schema:
 * a plan may run through types that are inaccessible to clients.
 */
export function typeConditionsOf(supergraph: DocumentNode): TypeConditions {
  const objectTypes = new Set<string>();
  const conditionsOf = new Map<string, Set<string>>();
  const add = (typeName: string, condition: string): void => {
    const conditions = conditionsOf.get(typeName);
    if (conditions === undefined) conditionsOf.set(typeName, new Set([typeName, condition]));
    else conditions.add(condition);
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) add(member.name.value, definition.name.value);
    } else if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objectTypes.add(definition.name.value);
      for (const parent of definition.interfaces ?? []) add(definition.name.value, parent.name.value);
    }
  }
  return {
    satisfies: (typeName, condition) =>
      typeName === condition || conditionsOf.get(typeName)?.has(condition) === true,
    isObjectType: (typeName) => objectTypes.has(typeName),
  };
}

/** The names of all fields of a supergraph's types. */
export function fieldNamesOf(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    FieldDefinition(field) {
      names.add(field.name.value);
    },
  });
  return names;
}

/**
 * Address of each subgraph by the name plans use, as `@join__graph(name:, url:)` states them; a subgraph without an
 * address has an empty one.
 */
export function supergraphAddresses(supergraph: DocumentNode): Readonly<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives } of definition.values ?? []) {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      const stated = Object.fromEntries(
        (graph?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
      );
      if (typeof stated['name'] === 'string') addresses[stated['name']] = String(stated['url'] ?? '');
    }
  }
  return addresses;
}
