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

const collectBelow = (
  set: SelectionSetNode,
  fragments: Selecting['fragments'],
  below: Map<string, ReadonlySet<string>>,
): void => {
  for (const selection of set.selections) {
    if (selection.kind === 'Field') {
      const names = [...namesUnder(selection, fragments)].filter((name) => !name.startsWith('__'));
      below.set(selection.name.value, new Set([...(below.get(selection.name.value) ?? []), ...names]));
      continue;
    }
    const inner = selection.kind === 'FragmentSpread' ? fragments[selection.name.value] : selection;
    if (inner !== undefined) collectBelow(inner.selectionSet, fragments, below);
  }
};

/** The sub-fields asked of the field being resolved, on whatever type, each with the names of its own sub-fields. */
export const askedBelow = ({
  fieldNodes,
  fragments,
}: Selecting): ReadonlyMap<string, ReadonlySet<string>> => {
  const below = new Map<string, ReadonlySet<string>>();
  for (const { selectionSet } of fieldNodes)
    if (selectionSet !== undefined) collectBelow(selectionSet, fragments, below);
  return below;
};
