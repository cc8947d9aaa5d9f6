import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentReader, type Variables } from './argument-value.ts';
import { compileCall, type Page } from './call-cost.ts';
import type { CostModel } from './model.ts';

/** The most that the answer to an operation costs under given variables. */
export type Estimate = (variables: Variables) => number;

/** One reckoning: the variables, and what each fragment has been found to cost. */
interface Reckoning {
  readonly variables: Variables;
  readonly fragments: Map<string, number>;
}

/** What a part of an operation costs; `page` is the page it is asked of, if it is one. */
type Cost = (reckoning: Reckoning, page: Page | undefined) => number;

/** Dearer is no different: beyond it products would be infinite, and an infinite part of nothing is not a number. */
const DEAREST = Number.MAX_SAFE_INTEGER;

const NOTHING_BELOW: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

type Reader = ReturnType<typeof argumentReader>;

/**
 * Compiles the cost of an operation: of the fields as they are answered, fragments written out and lists full, by the
 * model. A fragment is reckoned once for each size of page it is spread in, however often that is. The document need
 * not be valid: what the schema does not have costs nothing.
 */
export function compileCost(
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Estimate {
  const read = argumentReader(operation);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  const compilation = { model, read, fragments, compiled: new Map<string, Cost>() };
  const root = model.rootType(operation.operation);
  if (root === undefined) return () => 0;
  const cost = ofSet(compilation, operation.selectionSet, root);
  return (variables) => cost({ variables, fragments: new Map() }, undefined);
}

interface Compilation {
  readonly model: CostModel;
  readonly read: Reader;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly compiled: Map<string, Cost>;
}

/** An object is of one type: of the parts that are asked of different object types only the dearest counts. */
function ofSet(compilation: Compilation, { selections }: SelectionSetNode, type: string): Cost {
  const shared: Cost[] = [];
  const byType = new Map<string, Cost[]>();
  for (const selection of selections) {
    const condition = conditionOf(compilation, selection) ?? type;
    const isOwn = condition === type || !compilation.model.isObjectType(condition);
    const parts = isOwn ? shared : (byType.get(condition) ?? []);
    if (!isOwn) byType.set(condition, parts);
    parts.push(ofSelection(compilation, selection, type));
  }
  const kinds = [...byType.values()];
  return (reckoning, page) => {
    const dearest = Math.max(0, ...kinds.map((parts) => sumOf(parts, reckoning, page)));
    return Math.min(sumOf(shared, reckoning, page) + dearest, DEAREST);
  };
}

const sumOf = (parts: readonly Cost[], reckoning: Reckoning, page: Page | undefined): number =>
  parts.reduce((sum, part) => sum + part(reckoning, page), 0);

const conditionOf = ({ fragments }: Compilation, selection: SelectionNode): string | undefined => {
  if (selection.kind === Kind.FIELD) return undefined;
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  return fragment?.typeCondition?.name.value;
};

function ofSelection(compilation: Compilation, selection: SelectionNode, type: string): Cost {
  const cost = ofWanted(compilation, selection, type);
  const conditions = (selection.directives ?? []).flatMap((directive) =>
    excludes(directive, compilation.read),
  );
  return (reckoning, page) =>
    conditions.some((isLeftOut) => isLeftOut(reckoning.variables)) ? 0 : cost(reckoning, page);
}

/** Whether `@skip` or `@include` leaves a part out; nothing for any other directive. */
function excludes(
  { name, arguments: given }: DirectiveNode,
  read: Reader,
): readonly ((variables: Variables) => boolean)[] {
  if (name.value !== 'skip' && name.value !== 'include') return [];
  const value = read(given?.find((argument) => argument.name.value === 'if')?.value, undefined);
  const leaving = name.value === 'skip';
  return [(variables) => value(variables) === leaving];
}

function ofWanted(compilation: Compilation, selection: SelectionNode, type: string): Cost {
  if (selection.kind === Kind.FIELD) return ofField(compilation, selection, type);
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return ofSet(compilation, selection.selectionSet, conditionOf(compilation, selection) ?? type);
  return ofFragment(compilation, selection.name.value);
}

function ofField(compilation: Compilation, node: FieldNode, type: string): Cost {
  const field = compilation.model.field(type, node.name.value);
  if (field === undefined) return () => 0;
  const call = compileCall(field, node, compilation.read);
  const below = ofSet(compilation, node.selectionSet ?? NOTHING_BELOW, field.type);
  return (reckoning, above) => {
    const { once, times, page } = call(reckoning.variables, above);
    return once + times * (field.weight + below(reckoning, page));
  };
}

function ofFragment(compilation: Compilation, name: string): Cost {
  const known = compilation.compiled.get(name);
  if (known !== undefined) return known;
  const fragment = compilation.fragments.get(name);
  if (fragment === undefined) return () => 0;
  const parts: Cost[] = [];
  const cost: Cost = (reckoning, page) => {
    const key = JSON.stringify([name, page]);
    const found = reckoning.fragments.get(key);
    if (found !== undefined) return found;
    // A fragment that reaches itself is never run.
    reckoning.fragments.set(key, 0);
    const total = sumOf(parts, reckoning, page);
    reckoning.fragments.set(key, total);
    return total;
  };
  compilation.compiled.set(name, cost);
  parts.push(ofSet(compilation, fragment.selectionSet, fragment.typeCondition.name.value));
  return cost;
}
