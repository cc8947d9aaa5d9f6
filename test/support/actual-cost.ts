import {
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { argumentReader, type Variables } from '../../cost/argument-value.ts';
import { compileCall } from '../../cost/call-cost.ts';
import type { CostModel } from '../../cost/model.ts';

type Data = Readonly<Record<string, unknown>>;

const TYPE = 'typeOfThis';

/** The document with the type of every object asked, by which its answer tells what it costs; leaves cost nothing. */
export const askingForTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (set) => ({
      ...set,
      selections: [
        {
          kind: Kind.FIELD,
          alias: { kind: Kind.NAME, value: TYPE },
          name: { kind: Kind.NAME, value: '__typename' },
        } satisfies FieldNode,
        ...set.selections,
      ],
    }),
  });

/** What an answer has cost by a model: of the objects and leaves that are in it, each field of an object once. */
export const actualCost = (
  { schema, model }: { readonly schema: GraphQLSchema; readonly model: CostModel },
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  data: Data,
): number => {
  const read = argumentReader(operation);
  const isWanted = (node: Parameters<typeof getDirectiveValues>[1]): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  const fits = (type: string, condition: string | undefined): boolean => {
    const [one, other] = [schema.getType(type), schema.getType(condition ?? type)];
    return one === other || (isAbstractType(other) && isObjectType(one) && schema.isSubType(other, one));
  };
  const collect = (sets: readonly SelectionSetNode[], type: string, into: Map<string, FieldNode[]>): void => {
    for (const selection of sets.flatMap(({ selections }) => selections)) {
      if (!isWanted(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : document.definitions.find(
              (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
            );
      if (fragment === undefined || !('selectionSet' in fragment)) throw new Error('no such fragment');
      const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined;
      if (fits(type, condition)) collect([fragment.selectionSet as SelectionSetNode], type, into);
    }
  };
  const ofObject = (sets: readonly SelectionSetNode[], object: Data): number => {
    const type = String(object[TYPE]);
    const fields = new Map<string, FieldNode[]>();
    collect(sets, type, fields);
    return [...fields].reduce((sum, [key, nodes]) => sum + ofField(type, nodes, object[key]), 0);
  };
  const ofField = (type: string, nodes: readonly FieldNode[], value: unknown): number => {
    const [node] = nodes as readonly [FieldNode];
    const field = model.field(type, node.name.value);
    if (field === undefined) return 0;
    const { once } = compileCall(field, node, read)(variables, undefined);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const each = (one: unknown): number => {
      if (Array.isArray(one)) return one.reduce((sum: number, element) => sum + each(element), 0);
      if (one === null || one === undefined) return 0;
      return field.weight + (sets.length === 0 ? 0 : ofObject(sets, one as Data));
    };
    return once + each(value);
  };
  return ofObject([operation.selectionSet], data);
};
