import type { FieldNode } from 'graphql';
import { type ArgumentValue, type argumentReader, lengthOf, type Variables } from './argument-value.ts';
import type { FieldCost } from './model.ts';

/** A page that a field is asked of: the lists of that name below it have its size. */
export interface Page {
  readonly size: number;
  readonly fields: readonly string[];
}

/** What one call of a field comes to under given variables. */
export interface Call {
  /** What its arguments cost, however much it answers. */
  readonly once: number;
  /** How many objects or leaves it answers with at most. */
  readonly times: number;
  /** The page it is, for the lists below it. */
  readonly page: Page | undefined;
}

/** Elements of a list about which nothing is said: for schemas other than the hub's, which says it of every list. */
const UNSAID = 10;
/** A page longer than any: with it no product is infinite, and none is not a number. */
const LONGEST = 1_000_000_000;

/** Compiles the calls of a field at one place of a document. */
export function compileCall(
  field: FieldCost,
  node: FieldNode,
  read: ReturnType<typeof argumentReader>,
): (variables: Variables, above: Page | undefined) => Call {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  const values = new Map(
    field.arguments.map(({ name, defaultValue }) => [name, read(given.get(name), defaultValue)]),
  );
  const fields = field.listSize?.sizedFields;
  const name = node.name.value;
  return (variables, above) => {
    const of = (argument: string): unknown => (values.get(argument) as ArgumentValue)(variables);
    const size = sizeOf(field, of);
    const each = above?.fields.includes(name) === true ? above.size : size;
    return {
      once: field.arguments.reduce(
        (sum, { name: argument, weight }) => sum + weight * lengthOf(of(argument)),
        0,
      ),
      times: timesOf(field, each, of),
      page: fields === undefined ? undefined : { size, fields },
    };
  };
}

/** The size a field's list has, or the page it is: the greatest of its slicing arguments, or what is assumed. */
function sizeOf({ listSize }: FieldCost, of: (argument: string) => unknown): number {
  const told = (listSize?.slicingArguments ?? []).map(of).filter((value) => typeof value === 'number');
  const size = told.length > 0 ? Math.max(...told) : (listSize?.assumedSize ?? UNSAID);
  return Math.min(Math.max(size, 0), LONGEST);
}

function timesOf(field: FieldCost, size: number, of: (argument: string) => unknown): number {
  if (field.listDepth === 0) return 1;
  if (!field.isOnePerElement) return size;
  const lists = field.arguments.filter(({ isList }) => isList);
  const elements = Math.max(0, ...lists.map(({ name }) => lengthOf(of(name))));
  return field.listDepth > 1 ? elements * size : elements;
}
