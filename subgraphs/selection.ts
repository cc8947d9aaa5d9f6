import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Selecting = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

// Documents are parsed once and executed often: the answer stays with the field's node.
const known = new WeakMap<FieldNode, ReadonlySet<string>>();

const collect = (set: SelectionSetNode, fragments: Selecting['fragments'], names: Set<string>): void => {
  for (const selection of set.selections) {
    if (selection.kind === 'Field') names.add(selection.name.value);
    const inner = selection.kind === 'FragmentSpread' ? fragments[selection.name.value] : selection;
    if (inner?.kind !== 'Field' && inner?.selectionSet) collect(inner.selectionSet, fragments, names);
  }
};

const namesUnder = (node: FieldNode, fragments: Selecting['fragments']): ReadonlySet<string> => {
  const found = known.get(node);
  if (found !== undefined) return found;
  const names = new Set<string>();
  if (node.selectionSet) collect(node.selectionSet, fragments, names);
  known.set(node, names);
  return names;
};

/**
 * True when the field being resolved is asked for one of these sub-fields, on whatever type. `@skip` and
 * `@include` are not looked at: a field that may be asked for counts.
 */
export const asksFor = ({ fieldNodes, fragments }: Selecting, names: readonly string[]): boolean =>
  fieldNodes.some((node) => {
    const asked = namesUnder(node, fragments);
    return names.some((name) => asked.has(name));
  });

/** True when nothing is asked of an object but what a reference to it already says. */
export const asksOnlyForId = ({ fieldNodes, fragments }: Selecting): boolean =>
  fieldNodes.every((node) =>
    [...namesUnder(node, fragments)].every((name) => name === 'id' || name === '__typename'),
  );
