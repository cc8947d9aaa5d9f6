import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { type CostDirectives, type ListSize, readCostDirectives } from './directives.ts';

/** What one call of a field costs, apart from what is asked below it. */
export interface FieldCost {
  /** Name of the type of its objects. */
  readonly type: string;
  /** Of each object or leaf it answers with. */
  readonly weight: number;
  /** 0 for one value, 1 for a list, 2 for a list of lists. */
  readonly listDepth: number;
  readonly listSize: ListSize | undefined;
  /** Whether its outer list has as many elements as the longest list among its arguments. */
  readonly isOnePerElement: boolean;
  readonly arguments: readonly ArgumentCost[];
}

export interface ArgumentCost {
  readonly name: string;
  readonly isList: boolean;
  /** Counted once, and for a list once an element. */
  readonly weight: number;
  readonly defaultValue: unknown;
}

/** The costs of a schema. */
export interface CostModel {
  readonly rootType: (operation: 'query' | 'mutation' | 'subscription') => string | undefined;
  /** Undefined for a field the schema does not have: validation refuses it. */
  readonly field: (type: string, name: string) => FieldCost | undefined;
  /** Whether an object is of one such type at most. */
  readonly isObjectType: (name: string) => boolean;
}

/** A change is taken to cost what ten objects cost. */
const MUTATION = 10;
/** `__schema` answers with a thousand objects or so, `__type` with a hundred; what they are asked for counts no more. */
const INTROSPECTION: ReadonlyMap<string, number> = new Map([
  ['__schema', 1_000],
  ['__type', 100],
]);

/**
 * The costs of a schema by the directives of `sdl`, which is the schema's own text or the supergraph it is made from:
 * an object costs 1, a leaf nothing, unless `@cost` says otherwise.
 */
export function readCostModel(schema: GraphQLSchema, sdl: DocumentNode): CostModel {
  const directives = readCostDirectives(sdl);
  const known = new Map<string, FieldCost | undefined>();
  const mutation = schema.getMutationType()?.name;
  const made = (type: string, name: string): FieldCost | undefined => {
    const introspection = INTROSPECTION.get(name);
    if (introspection !== undefined) return introspectionCost(introspection);
    const parent = schema.getType(type);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    return field && fieldCost(type, field, directives, type === mutation ? MUTATION : 1);
  };
  return {
    rootType: (operation) => schema.getRootType(operation as never)?.name,
    field(type, name) {
      const coordinate = `${type}.${name}`;
      if (!known.has(coordinate)) known.set(coordinate, made(type, name));
      return known.get(coordinate);
    },
    isObjectType: (name) => isObjectType(schema.getType(name)),
  };
}

const introspectionCost = (weight: number): FieldCost => ({
  type: '',
  weight,
  listDepth: 0,
  listSize: undefined,
  isOnePerElement: false,
  arguments: [],
});

function fieldCost(
  parent: string,
  { name, type, args }: GraphQLField<unknown, unknown>,
  { fields, typeWeights }: CostDirectives,
  usual: number,
): FieldCost {
  const own = fields.get(`${parent}.${name}`);
  const named = getNamedType(type);
  const listDepth = depthOf(type);
  return {
    type: named.name,
    weight: own?.weight ?? typeWeights.get(named.name) ?? (isLeafType(named) ? 0 : usual),
    listDepth,
    listSize: own?.listSize ?? pageOf(args, named),
    isOnePerElement: listDepth > 1 || name === '_entities',
    arguments: args.map((argument) => ({
      name: argument.name,
      isList: isListType(getNullableType(argument.type)),
      weight: own?.argumentWeights.get(argument.name) ?? 0,
      defaultValue: argument.defaultValue,
    })),
  };
}

/** What is asked for the `first` of something is a page, also where nothing says so. */
function pageOf(args: readonly GraphQLArgument[], type: GraphQLNamedType): ListSize | undefined {
  if (!args.some(({ name }) => name === 'first')) return undefined;
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const below = Object.values(fields);
  const sizedFields = below.filter((field) => depthOf(field.type) > 0).map(({ name }) => name);
  return { assumedSize: undefined, slicingArguments: ['first'], sizedFields };
}

function depthOf(type: GraphQLField<unknown, unknown>['type']): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + depthOf(nullable.ofType) : 0;
}
