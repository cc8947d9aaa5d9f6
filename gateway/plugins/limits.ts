import type { DocumentNode, SelectionNode, SelectionSetNode } from 'graphql';
import { GraphQLError, Kind, parse } from 'graphql';
import type { ErrorCode } from '../../catalog/error-codes.ts';
import { boundedCache } from '../executor/bounded-cache.ts';
import { fragmentsOf } from '../executor/fragments.ts';
import { Refusal } from '../refusal.ts';

/** What one request may ask. Counts are of the operation with its fragments written out. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Fields once all fragments are written out: nested fragments double at every level. */
  readonly selections: number;
  /** Rows of one page: the argument `first`. */
  readonly pageSize: number;
  /** Objects an answer may hold by estimate, the pages of all levels multiplied; see `estimatedObjects`. */
  readonly objects: number;
  /** Validation stops here: an endless list of errors is work for nobody's good. */
  readonly validationErrors: number;
}

export const LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  rootFields: 10,
  directives: 20,
  selections: 5_000,
  pageSize: 100,
  objects: 20_000,
  validationErrors: 5,
};

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
  readonly rootFields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, selections: 0, rootFields: 0 };

/** Which figure of an operation is held by which limit, and the code and word of the refusal. */
const CHECKS = [
  ['selections', 'TOO_MANY_TOKENS', '展开片段后的字段数'],
  ['depth', 'TOO_DEEP', '层数'],
  ['aliases', 'TOO_MANY_ALIASES', '别名数'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', '顶层字段数'],
  ['directives', 'TOO_MANY_DIRECTIVES', '指令数'],
] as const satisfies readonly (readonly [keyof Size, ErrorCode, string])[];

/**
 * A guard that refuses a document before it is validated and planned, which cost far more than to measure it.
 * A text with a syntax error passes: saying where it lies is the parser's work.
 */
export function createLimitGuard(limits: Limits): (query: string) => Refusal | undefined {
  const passed = boundedCache<true>(1_000);
  return (query) => {
    if (passed.get(query) === true) return undefined;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: limits.tokens, noLocation: true });
    } catch (error) {
      // Brackets within brackets use up the stack of the parser long before they are too many words.
      if (error instanceof RangeError) return new Refusal('TOO_DEEP', '括号嵌套过多');
      if (!(error instanceof GraphQLError)) throw error;
      const tooLong = error.message.includes('Document contains more th');
      return tooLong ? new Refusal('TOO_MANY_TOKENS', `上限为 ${limits.tokens} 个词法单元`) : undefined;
    }
    const refusal = refusalOf(document, limits);
    if (refusal === undefined) passed.set(query, true);
    return refusal;
  };
}

function refusalOf(document: DocumentNode, limits: Limits): Refusal | undefined {
  const measure = measurerOf(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet);
    const own = directivesOf(definition) + sum(definition.variableDefinitions ?? [], directivesOf);
    const total: Size = { ...size, directives: size.directives + own };
    const found = CHECKS.find(([figure]) => total[figure] > limits[figure]);
    if (found !== undefined) return new Refusal(found[1], `${found[2]}上限为 ${limits[found[0]]}`);
  }
  return undefined;
}

/** Measures selection sets of a document; a fragment is measured once, however often it is spread. */
function measurerOf(document: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();

  const measureFragment = (name: string): Size => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A fragment that reaches itself counts as nothing here; validation refuses it.
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const inner = measure(fragment.selectionSet);
    const size = { ...inner, directives: inner.directives + directivesOf(fragment) };
    known.set(name, size);
    return size;
  };
  const measureSelection = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return withDirectives(measureFragment(selection.name.value), selection);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return withDirectives(measure(selection.selectionSet), selection);
    const inner = selection.selectionSet === undefined ? NOTHING : measure(selection.selectionSet);
    // Introspection reads no data, and graphql-js limits how it may nest; GraphiQL's own goes 14 deep.
    const introspection = selection.name.value === '__schema' || selection.name.value === '__type';
    return {
      depth: introspection ? 1 : inner.depth + 1,
      aliases: inner.aliases + (selection.alias === undefined ? 0 : 1),
      directives: inner.directives + directivesOf(selection),
      selections: inner.selections + 1,
      rootFields: 1,
    };
  };
  const measure = (set: SelectionSetNode): Size =>
    set.selections.map(measureSelection).reduce(
      (one, other) => ({
        depth: Math.max(one.depth, other.depth),
        aliases: one.aliases + other.aliases,
        directives: one.directives + other.directives,
        selections: one.selections + other.selections,
        rootFields: one.rootFields + other.rootFields,
      }),
      NOTHING,
    );
  return measure;
}

interface Directed {
  readonly directives?: readonly unknown[] | undefined;
}

const directivesOf = (node: Directed): number => node.directives?.length ?? 0;

const withDirectives = (size: Size, node: Directed): Size => ({
  ...size,
  directives: size.directives + directivesOf(node),
});

const sum = <Value>(values: readonly Value[], of: (value: Value) => number): number =>
  values.reduce((total, value) => total + of(value), 0);
