import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { RULES } from '../catalog/authority/rules.ts';

/** The name of the `@tag` that marks a field of the schema as not public. */
const PROTECTED = 'protected';

/** Tells the places, `Type.field`, of all fields of an operation that are not for everyone, each once. */
export type ProtectedPlaces = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
) => readonly string[];

/** The places a supergraph marks as not public. */
export const taggedPlaces = (supergraph: DocumentNode): readonly string[] =>
  supergraph.definitions.flatMap((definition) => {
    const isOfFields =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    const fields = isOfFields ? (definition.fields ?? []) : [];
    return fields
      .filter(({ directives = [] }) =>
        directives.some(
          ({ name, arguments: given = [] }) =>
            name.value === 'tag' &&
            given.some(({ value }) => value.kind === Kind.STRING && value.value === PROTECTED),
        ),
      )
      .map((field) => `${isOfFields ? definition.name.value : ''}.${field.name.value}`);
  });

/**
 * What an operation touches of the fields of the mutation type, of those that have a rule, and of those a supergraph
 * marks: by the field's place in the schema, whatever alias, fragment or interface it is reached through, and whether or
 * not it would be skipped.
 */
export const createProtectedPlaces = (supergraph: DocumentNode, schema: GraphQLSchema): ProtectedPlaces => {
  // A supergraph composed before a place was marked does not open it.
  const marked = new Set([...taggedPlaces(supergraph), ...Object.keys(RULES)]);
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.keys(mutations)) marked.add(`${schema.getMutationType()?.name}.${field}`);
  const ofTypes = (types: TypeInfo, field: string): readonly string[] => {
    const parent = types.getParentType();
    if (parent === null || parent === undefined) return [];
    const below = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
    // A mark on an interface holds for the types behind it, too, whatever they are marked with themselves.
    const above = [parent, ...below].flatMap((type) => ('getInterfaces' in type ? type.getInterfaces() : []));
    return [...new Set([parent, ...below, ...above])].map(({ name }) => `${name}.${field}`);
  };
  const known = new WeakMap<OperationDefinitionNode, readonly string[]>();
  return (document, operation) => {
    const before = known.get(operation);
    if (before !== undefined) return before;
    const found = new Set<string>();
    const types = new TypeInfo(schema);
    // The operation with its own fragments: what others of the document ask is not asked now.
    const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
    visit(
      own,
      visitWithTypeInfo(types, {
        Field({ name }) {
          for (const place of ofTypes(types, name.value)) if (marked.has(place)) found.add(place);
        },
      }),
    );
    const places = [...found];
    known.set(operation, places);
    return places;
  };
};
