import type { SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { SettledOperation } from './selection.ts';
import type { ResponsePath } from './target-path.ts';

/**
 * The longest part of a path that leads through the client's own selection: what a plan fetched for itself
 * (keys, required fields) has no place in the answer and must not be named there.
 */
export function clientPath({ operation, fragments }: SettledOperation, path: ResponsePath): ResponsePath {
  const below = (sets: readonly SelectionSetNode[], key: string): SelectionSetNode[] | undefined => {
    const inner: SelectionSetNode[] = [];
    const visited = new Set<string>();
    let found = false;
    const search = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          if ((selection.alias?.value ?? selection.name.value) !== key) continue;
          found = true;
          if (selection.selectionSet !== undefined) inner.push(selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          search(selection.selectionSet);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = fragments.get(selection.name.value);
          if (fragment !== undefined) search(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) search(set);
    return found ? inner : undefined;
  };
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  let kept = 0;
  for (const segment of path) {
    if (typeof segment === 'string') {
      const next = below(sets, segment);
      if (next === undefined) break;
      sets = next;
    }
    kept += 1;
  }
  return path.slice(0, kept);
}
