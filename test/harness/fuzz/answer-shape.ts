import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A query that asks every object whose type could be one of several for its type: only so its shape can be judged. */
export const withTypeNames = (schema: GraphQLSchema, query: string): string => {
  const types = new TypeInfo(schema);
  return print(
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        SelectionSet(node) {
          const type = types.getParentType();
          if (!isAbstractType(type)) return undefined;
          const asked = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
          return { ...node, selections: [asked, ...node.selections] };
        },
      }),
    ),
  );
};

type Told = Readonly<Record<string, unknown>>;

/**
 * Whether data has the shape its query asks of the schema: it is executed once more by graphql-js, over the data
 * itself, which must give the same again and no errors.
 */
export const hasShape = async (
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
  data: unknown,
): Promise<string | undefined> => {
  const { data: again, errors = [] } = await execute({
    schema,
    document,
    variableValues,
    rootValue: data,
    fieldResolver: (source: Told, _arguments, _context, { path }) => source[path.key],
    typeResolver: (value: Told) => String(value['__typename']),
  });
  if (errors.length > 0) return errors[0]?.message;
  return JSON.stringify(again) === JSON.stringify(data)
    ? undefined
    : 'the answer holds something else than was asked';
};
