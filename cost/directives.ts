import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** What `@listSize` says of a field; see https://specs.apollo.dev/cost/v0.1. */
export interface ListSize {
  /** An upper bound of the list where no slicing argument tells its size. */
  readonly assumedSize: number | undefined;
  /** Arguments whose number is an upper bound of the list. */
  readonly slicingArguments: readonly string[];
  /** Lists below the field that have its size: `nodes` and `edges` of a page. */
  readonly sizedFields: readonly string[];
}

/** What the cost directives of one field say. */
export interface FieldDirectives {
  readonly weight: number | undefined;
  readonly listSize: ListSize | undefined;
  /** `@cost` of its arguments, by name. */
  readonly argumentWeights: ReadonlyMap<string, number>;
}

/** The cost directives of a type system. */
export interface CostDirectives {
  /** By coordinate, such as `Query.items`. */
  readonly fields: ReadonlyMap<string, FieldDirectives>;
  /** `@cost` of types, by name. */
  readonly typeWeights: ReadonlyMap<string, number>;
}

interface Directed {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** Reads `@cost` and `@listSize` of object and interface types from SDL: a subgraph's, or a supergraph's. */
export function readCostDirectives(sdl: DocumentNode): CostDirectives {
  const fields = new Map<string, FieldDirectives>();
  const typeWeights = new Map<string, number>();
  for (const definition of sdl.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue;
    const type = definition.name.value;
    const typeWeight = weightOf(definition);
    if (typeWeight !== undefined) typeWeights.set(type, typeWeight);
    for (const field of definition.fields ?? []) {
      fields.set(`${type}.${field.name.value}`, {
        weight: weightOf(field),
        listSize: listSizeOf(field),
        argumentWeights: new Map(
          field.arguments?.flatMap((argument) => {
            const weight = weightOf(argument);
            return weight === undefined ? [] : [[argument.name.value, weight] as const];
          }) ?? [],
        ),
      });
    }
  }
  return { fields, typeWeights };
}

const argumentsOf = (node: Directed, name: string): Readonly<Record<string, unknown>> | undefined => {
  const found = node.directives?.find((directive) => directive.name.value === name);
  return (
    found &&
    Object.fromEntries(found.arguments?.map((one) => [one.name.value, valueFromASTUntyped(one.value)]) ?? [])
  );
};

const weightOf = (node: Directed): number | undefined =>
  argumentsOf(node, 'cost')?.['weight'] as number | undefined;

const listSizeOf = (node: Directed): ListSize | undefined => {
  const given = argumentsOf(node, 'listSize');
  return (
    given && {
      assumedSize: given['assumedSize'] as number | undefined,
      slicingArguments: (given['slicingArguments'] ?? []) as readonly string[],
      sizedFields: (given['sizedFields'] ?? []) as readonly string[],
    }
  );
};
