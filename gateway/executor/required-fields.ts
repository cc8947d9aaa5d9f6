import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

/** A field resolved by fields of other subgraphs (`@requires`). */
export interface RequiredField {
  /** The type that has it in its subgraph: for a field that came by an interface object, the interface. */
  readonly owner: string;
  /** The subgraph (`join__Graph`) that resolves it. */
  readonly graph: string;
}

/** The fields with `@requires` by type and name. */
export type RequiredFields = ReadonlyMap<string, ReadonlyMap<string, RequiredField>>;

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

/** The fields of a supergraph with `@requires`. A type has those of its interfaces that it does not resolve itself. */
export function requiredFieldsOf(supergraph: DocumentNode): RequiredFields {
  const types = new Map<string, Map<string, RequiredField>>();
  const add = (typeName: string, field: string, required: RequiredField): void => {
    types.set(typeName, (types.get(typeName) ?? new Map<string, RequiredField>()).set(field, required));
  };
  const definitionsOf = (kind: Kind.INTERFACE_TYPE_DEFINITION | Kind.OBJECT_TYPE_DEFINITION) =>
    supergraph.definitions.flatMap((definition) => (definition.kind === kind ? [definition] : []));
  const interfaces = definitionsOf(Kind.INTERFACE_TYPE_DEFINITION);
  for (const { name, fields = [], interfaces: parents = [] } of [
    ...interfaces,
    ...definitionsOf(Kind.OBJECT_TYPE_DEFINITION),
  ] as readonly (InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode)[]) {
    for (const field of fields) {
      const graph = graphThatRequires(field);
      const inherited = parents.map((parent) => types.get(parent.name.value)?.get(field.name.value));
      const required = graph === undefined ? inherited.find(Boolean) : { owner: name.value, graph };
      if (required !== undefined && (graph !== undefined || !isResolvedItself(field)))
        add(name.value, field.name.value, required);
    }
  }
  return types;
}

const isResolvedItself = ({ directives = [] }: FieldDefinitionNode): boolean =>
  directives.some((directive) => argumentOf(directive, 'graph') !== undefined);

/** The root field by which objects of a type are entered in a subgraph; no supergraph has one of this name. */
export const entryField = (typeName: string, graph: string): string => `_entry_${typeName}_${graph}`;

/**
 * The supergraph with a root field for every type that has fields with `@requires`, in the subgraph that resolves
 * them. It is for plans alone: nobody asks a subgraph for such a field.
 */
export function withEntries(supergraph: DocumentNode, queryType: string, required: RequiredFields): string {
  const entries = new Set(
    [...required.values()].flatMap((fields) =>
      [...fields.values()].map(
        ({ owner, graph }) => `${entryField(owner, graph)}: ${owner} @join__field(graph: ${graph})`,
      ),
    ),
  );
  const [extension] = parse(`type ${queryType} { ${[...entries].join(' ')} }`, {
    noLocation: true,
  }).definitions;
  const added = extension?.kind === Kind.OBJECT_TYPE_DEFINITION ? (extension.fields ?? []) : [];
  return print(
    visit(supergraph, {
      ObjectTypeDefinition: (type) =>
        type.name.value === queryType ? { ...type, fields: [...(type.fields ?? []), ...added] } : false,
    }),
  );
}
