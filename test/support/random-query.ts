import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLSchema,
} from 'graphql';
import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  print,
  validate,
} from 'graphql';

export interface RandomQueryOptions {
  readonly operation?: 'query' | 'mutation';
  /** Levels of nested selections; default 4. */
  readonly depth?: number;
  /** Selections in one selection set at most; default 4. */
  readonly breadth?: number;
  /** A value for the argument or input field at a coordinate ("Query.item.id"); undefined leaves it to chance. */
  readonly values?: (coordinate: string, type: GraphQLInputType, random: () => number) => unknown;
  /** Fields never selected, by coordinate ("Query.item"). */
  readonly excluded?: (coordinate: string) => boolean;
}

export interface RandomQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Draft {
  readonly schema: GraphQLSchema;
  readonly random: () => number;
  readonly options: RandomQueryOptions;
  readonly variables: { readonly name: string; readonly type: string; readonly text: string }[];
  readonly values: Record<string, unknown>;
  readonly fragments: { readonly name: string; readonly type: string; text: string }[];
}

const ALIASES = ['a', 'b', 'c', 'id', 'name', 'x_1'];

/**
 * A random valid query: aliases (also such as hide another field's name), fields asked for twice, inline and
 * named fragments, arguments as literals and variables, @skip and @include. The same numbers give the same query.
 */
export function randomQuery(
  schema: GraphQLSchema,
  random: () => number,
  options: RandomQueryOptions = {},
): RandomQuery {
  for (;;) {
    const draft: Draft = { schema, random, options, variables: [], values: {}, fragments: [] };
    const operation = options.operation ?? 'query';
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    if (root === undefined || root === null) throw new Error(`the schema has no ${operation}`);
    const selection = selectionSet(draft, root, options.depth ?? 4);
    const variables = draft.variables.map(({ text }) => text).join(', ');
    const head = variables === '' ? operation : `${operation} Random(${variables})`;
    const text = [`${head} ${selection}`, ...draft.fragments.map((fragment) => fragment.text)].join('\n');
    // Two selections of one answer key may ask for different things: then the draft is thrown away.
    const document = parse(text);
    if (validate(schema, document).length === 0) return { query: print(document), variables: draft.values };
  }
}

const pick = <Value>(draft: Draft, values: readonly Value[]): Value =>
  values[Math.floor(draft.random() * values.length)] as Value;

const chance = (draft: Draft, probability: number): boolean => draft.random() < probability;

function selectionSet(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const count = 1 + Math.floor(draft.random() * (draft.options.breadth ?? 4));
  const selections = Array.from({ length: count }, () => selection(draft, type, depth));
  return `{ ${selections.join(' ')} }`;
}

function selection(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const kind = draft.random();
  if (depth > 1 && kind < 0.15) return inlineFragment(draft, type, depth);
  if (depth > 1 && kind < 0.25) return fragmentSpread(draft, type, depth);
  const coordinate = (field: GraphQLField<unknown, unknown>): string => `${type.name}.${field.name}`;
  const fields = (isUnionType(type) ? [] : Object.values(type.getFields())).filter(
    (field) =>
      (depth > 1 || !isCompositeType(getNamedType(field.type))) &&
      draft.options.excluded?.(coordinate(field)) !== true,
  );
  if (fields.length === 0 || chance(draft, 0.08)) return `${alias(draft)}__typename${directives(draft)}`;
  const field = pick(draft, fields);
  const named = getNamedType(field.type);
  const inner = isCompositeType(named) ? ` ${selectionSet(draft, named, depth - 1)}` : '';
  return `${alias(draft)}${field.name}${argumentsOf(draft, coordinate(field), field.args)}${directives(draft)}${inner}`;
}

const alias = (draft: Draft): string => (chance(draft, 0.2) ? `${pick(draft, ALIASES)}: ` : '');

function directives(draft: Draft): string {
  if (!chance(draft, 0.1)) return '';
  const value = chance(draft, 0.6) ? `$${booleanVariable(draft)}` : String(chance(draft, 0.5));
  return ` @${pick(draft, ['skip', 'include'])}(if: ${value})`;
}

function booleanVariable(draft: Draft): string {
  const known = draft.variables.filter(({ type }) => type === 'Boolean!');
  if (known.length > 0 && chance(draft, 0.5)) return pick(draft, known).name;
  const name = `v${draft.variables.length}`;
  const preset = chance(draft, 0.2) ? ' = true' : '';
  draft.variables.push({ name, type: 'Boolean!', text: `$${name}: Boolean!${preset}` });
  if (preset === '' || chance(draft, 0.5)) draft.values[name] = chance(draft, 0.5);
  return name;
}

/** The types a fragment may name inside a selection on `type`. */
function conditionsFor({ schema }: Draft, type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = (other: GraphQLCompositeType) =>
    isAbstractType(other) ? schema.getPossibleTypes(other) : [other];
  const own = new Set(possible(type));
  return Object.values(schema.getTypeMap()).filter(
    (other): other is GraphQLCompositeType =>
      isCompositeType(other) &&
      !other.name.startsWith('__') &&
      possible(other).some((candidate) => own.has(candidate)),
  );
}

function inlineFragment(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const condition = chance(draft, 0.15) ? type : pick(draft, conditionsFor(draft, type));
  const head = condition === type && chance(draft, 0.5) ? '...' : `... on ${condition.name}`;
  return `${head}${directives(draft)} ${selectionSet(draft, condition, depth - (isObjectType(type) ? 1 : 0))}`;
}

function fragmentSpread(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const condition = pick(draft, conditionsFor(draft, type));
  const known = draft.fragments.filter(
    (fragment) => fragment.type === condition.name && fragment.text !== '',
  );
  if (known.length > 0 && chance(draft, 0.5)) return `...${pick(draft, known).name}${directives(draft)}`;
  const name = `F${draft.fragments.length}`;
  const fragment = { name, type: condition.name, text: '' };
  draft.fragments.push(fragment);
  // Its text is set afterwards: while it is empty no selection inside can spread it, so there are no cycles.
  fragment.text = `fragment ${name} on ${condition.name} ${selectionSet(draft, condition, depth - 1)}`;
  return `...${name}${directives(draft)}`;
}

function argumentsOf(draft: Draft, coordinate: string, args: readonly GraphQLArgument[]): string {
  const given = args.flatMap((argument) => {
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    if (!required && chance(draft, 0.5)) return [];
    return [`${argument.name}: ${argumentText(draft, `${coordinate}.${argument.name}`, argument.type)}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function argumentText(draft: Draft, coordinate: string, type: GraphQLInputType): string {
  const value = inputValue(draft, coordinate, type, 2);
  if (chance(draft, 0.5)) {
    const node = astFromValue(value, type);
    if (node !== undefined && node !== null) return print(node);
  }
  const name = `v${draft.variables.length}`;
  draft.variables.push({ name, type: String(type), text: `$${name}: ${type}` });
  // A nullable variable may be left out altogether.
  if (isNonNullType(type) || chance(draft, 0.8)) draft.values[name] = value;
  return `$${name}`;
}

function inputValue(draft: Draft, coordinate: string, type: GraphQLInputType, depth: number): unknown {
  const supplied = draft.options.values?.(coordinate, type, draft.random);
  if (supplied !== undefined) return supplied;
  if (isNonNullType(type)) return requiredValue(draft, coordinate, type.ofType, depth);
  return chance(draft, 0.1) ? null : requiredValue(draft, coordinate, type, depth);
}

function requiredValue(draft: Draft, coordinate: string, type: GraphQLInputType, depth: number): unknown {
  if (isListType(type)) {
    const count = Math.floor(draft.random() * 3);
    return Array.from({ length: count }, () => inputValue(draft, coordinate, type.ofType, depth));
  }
  if (isEnumType(type)) return pick(draft, type.getValues()).name;
  if (isInputObjectType(type)) {
    const value: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const required = isNonNullType(field.type) && field.defaultValue === undefined;
      if (!required && (depth === 0 || chance(draft, 0.5))) continue;
      value[field.name] = inputValue(draft, `${type.name}.${field.name}`, field.type, depth - 1);
    }
    return value;
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return Math.floor(draft.random() * 5);
    case 'Float':
      return Math.floor(draft.random() * 100) / 4;
    case 'Boolean':
      return chance(draft, 0.5);
    default:
      return pick(draft, ['', 'a', '1', '事项', '"quoted"\n']);
  }
}
