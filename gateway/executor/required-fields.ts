import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

/** The subgraph (`join__Graph`) that resolves a field of a type by fields of other subgraphs (`@requires`). */
export type RequiredFields = ReadonlyMap<string, ReadonlyMap<string, string>>;

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined => {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
};

const graphThatRequires = ({ directives = [] }: FieldDefinitionNode): string | undefined => {
  const join = directives.find(
    (directive) => directive.name.value === 'join__field' && argumentOf(directive, 'requires') !== undefined,
  );
  return join === undefined ? undefined : argumentOf(join, 'graph');
};

/** The fields of a supergraph with `@requires`, by type and name. */
export function requiredFieldsOf(supergraph: DocumentNode): RequiredFields {
  const types = new Map<string, Map<string, string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const graph = graphThatRequires(field);
      if (graph === undefined) continue;
      const fields = types.get(definition.name.value) ?? new Map<string, string>();
      types.set(definition.name.value, fields.set(field.name.value, graph));
    }
  }
  return types;
}

/** The root field by which objects of a type are entered in a subgraph; no supergraph has one of this name. */
export const entryField = (typeName: string, graph: string): string => `_entry_${typeName}_${graph}`;

/**
 * The supergraph with a root field for every type that has fields with `@requires`, in the subgraph that resolves
 * them. It is for plans alone: nobody asks a subgraph for such a field.
 */
export function withEntries(supergraph: DocumentNode, queryType: string, required: RequiredFields): string {
  const entries = [...required].flatMap(([typeName, fields]) =>
    [...new Set(fields.values())].map(
      (graph) => `${entryField(typeName, graph)}: ${typeName} @join__field(graph: ${graph})`,
    ),
  );
  const [extension] = parse(`type ${queryType} { ${entries.join(' ')} }`, { noLocation: true }).definitions;
  const added = extension?.kind === Kind.OBJECT_TYPE_DEFINITION ? (extension.fields ?? []) : [];
  return print(
    visit(supergraph, {
      ObjectTypeDefinition: (type) =>
        type.name.value === queryType ? { ...type, fields: [...(type.fields ?? []), ...added] } : false,
    }),
  );
}
