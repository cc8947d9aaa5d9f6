import type { DocumentNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** The part of a type system a plan asks about while it runs: who satisfies which type condition. */
export interface TypeConditions {
  /** Whether an object of the type named first fits `... on condition`. */
  satisfies(typeName: string, condition: string): boolean;
  isObjectType(typeName: string): boolean;
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

/** The names the supergraph gives its subgraphs, which are those its plans use. */
export function subgraphNamesOf(supergraph: DocumentNode): readonly string[] {
  const names: string[] = [];
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { directives = [] } of definition.values ?? []) {
      const graph = directives.find(({ name }) => name.value === 'join__graph');
      const name = graph?.arguments?.find((argument) => argument.name.value === 'name')?.value;
      if (name?.kind === Kind.STRING) names.push(name.value);
    }
  }
  return names;
}
