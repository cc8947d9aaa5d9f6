import type { Authority } from './authority.ts';
import { besideReference } from './compare-lists.ts';
import { COMPARED_ELEMENTS } from './compared-elements.ts';
import type { ComparedItem, ComparedList } from './compared-item.ts';
import { formsOf } from './element-value.ts';
import { isComparedIn } from './stated-elements.ts';

const COMPARED = COMPARED_ELEMENTS.REFERENCE.map((field) => ({ field, forms: formsOf(field.element) }));

/** Elements in which a local item may differ from its reference: it does not hand on the very value of the reference. */
export const unlikeElements = (
  { stated }: Pick<ComparedList, 'stated'>,
  { elements: local }: Pick<ComparedItem, 'elements'>,
  { elements: now }: Pick<ComparedItem, 'elements'>,
): ReadonlySet<string> => {
  const unlike = new Set<string>();
  if (local === now) return unlike;
  for (const { field, forms } of COMPARED) {
    if (forms.every((form) => local[form] === now[form])) continue;
    if (isComparedIn(field, stated, local)) unlike.add(field.element);
  }
  return unlike;
};

const ALIKE = { drift: [] } as const;

/**
 * Drift of a local item from its reference in those elements only that are not word for word the reference's: enough to
 * tell ADAPTED from ADOPTED, for what is the same value can be no edit. Nine tenths of most lists need not be looked at.
 */
export const unlikeReference = (
  authority: Authority,
  list: ComparedList,
  item: ComparedItem,
  reference: ComparedItem,
): ReturnType<typeof besideReference> => {
  const unlike = unlikeElements(list, item, reference);
  return unlike.size === 0
    ? ALIKE
    : besideReference(authority, list, item, reference, ({ element }) => unlike.has(element));
};
