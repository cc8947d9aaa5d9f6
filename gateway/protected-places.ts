import {
  type DocumentNode,
  doTypesOverlap,
  type FieldDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
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

const isProtected = ({ directives }: FieldDefinitionNode): boolean =>
  directives?.some(
    ({ name, arguments: given }) =>
      name.value === 'tag' &&
      given?.some(({ value }) => value.kind === Kind.STRING && value.value === PROTECTED),
  ) === true;

/** The places a supergraph marks as not public. */
export const taggedPlaces = (supergraph: DocumentNode): readonly string[] =>
  supergraph.definitions.flatMap((definition) => {
    const isOfFields =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!isOfFields) return [];
    const fields = definition.fields?.filter(isProtected) ?? [];
    return fields.map((field) => `${definition.name.value}.${field.name.value}`);
  });

interface Mark {
  readonly place: string;
  readonly type: GraphQLCompositeType;
  readonly field: string;
}

/** None for a place of a type that the schema does not have: it cannot be reached through it. */
const markOf = (place: string, schema: GraphQLSchema): Mark | undefined => {
  const point = place.indexOf('.');
  const type = schema.getType(place.slice(0, point));
  return isCompositeType(type) ? { place, type, field: place.slice(point + 1) } : undefined;
};

/**
 * What an operation touches of the fields of the mutation type, of those that have a rule, and of those a supergraph
 * marks: by the field's place in the schema, whatever alias, fragment or interface it is reached through, and whether or
 * not it would be skipped.
 */
export const createProtectedPlaces = (supergraph: DocumentNode, schema: GraphQLSchema): ProtectedPlaces => {
  // A supergraph composed before a place was marked does not open it.
  const marked = new Set([...taggedPlaces(supergraph), ...Object.keys(RULES)]);
  const mutations = schema.getMutationType();
  if (mutations)
    for (const field of Object.keys(mutations.getFields())) marked.add(`${mutations.name}.${field}`);
  const marks = Map.groupBy(
    [...marked].map((place) => markOf(place, schema)).filter((mark) => mark !== undefined),
    ({ field }) => field,
  );
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
          const parent = types.getParentType();
          if (!parent) return;
          for (const { type, place } of marks.get(name.value) ?? []) {
            // A mark holds for whatever may be the same object, whatever that is marked with itself.
            if (doTypesOverlap(schema, parent, type)) found.add(place);
          }
        },
      }),
    );
    const places = [...found];
    known.set(operation, places);
    return places;
  };
};
