import type { Field } from '../catalog/fields/field.ts';
import { comparedForm, type ElementPart, elementParts, textOf } from './element-parts.ts';
import { states, valuesAlike } from './element-value.ts';
import { shownValue } from './shown-value.ts';
import { type DriftState, type Side, threeWay } from './three-way.ts';

export type Elements = Readonly<Record<string, unknown>>;

/** The three texts an element is told from. */
export interface ThreeTexts {
  /** The reference version that the local item is based on. */
  readonly base: Elements;
  readonly now: Elements;
  readonly local: Elements;
}

/** How one element of a local item stands to its reference. */
export interface FieldDrift {
  readonly field: Field;
  readonly state: DriftState;
  readonly base: string;
  readonly now: string;
  readonly local: string;
  /** What the local text says and the reference now does not, part by part (laws, materials, members of a set). */
  readonly added: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The states of the given elements, in their order. An element is left out where neither side says anything, where
 * the reference has never said anything (the office's own), and where the local text is blank and its
 * list has no place for it (`stated`: ComparedList).
 */
export function driftOf(
  fields: readonly Field[],
  { base, now, local }: ThreeTexts,
  stated: ReadonlySet<string>,
): readonly FieldDrift[] {
  return fields.flatMap((field) => {
    if (!stated.has(field.element) && !states(local, field.element)) return [];
    const values = valuesOf(field, { base, now, local });
    return values === undefined ? [] : driftOfValues(field, values);
  });
}

/** What an item that is not split may name as its main item's: its own. */
const OWN: Readonly<Record<string, string>> = { mainItemName: 'name', mainItemCode: 'basicCode' };

/** The values of an element that can be held against each other; undefined where there are none. */
const valuesOf = (field: Field, { base, now, local }: ThreeTexts): readonly unknown[] | undefined => {
  const { element, compareRule } = field;
  const own = OWN[element];
  const values = valuesAlike([base, now, local], element);
  if (own === undefined) return values;
  const formOf = (value: unknown) => comparedForm(elementParts(compareRule, value));
  const [ofBase, ofNow, ofLocal] = [base, now, local].map((elements) => {
    const form = formOf(elements[element]);
    return form === '' || form === formOf(elements[own]) ? undefined : elements[element];
  });
  // Who names no main item, or itself, does not split: CMP-28 tells how far items are split, it is no other content.
  return ofLocal === undefined || ofNow === undefined ? undefined : [ofBase, ofNow, ofLocal];
};

const driftOfValues = (field: Field, values: readonly unknown[]): readonly FieldDrift[] => {
  const shown = values.map((value) => shownValue(field, value));
  const [base = '', now = '', local = ''] = shown.map(textOf);
  if (base === '' && now === '') return [];
  // Most elements of most items: nothing need be read to see that nothing differs.
  if (base === now && now === local)
    return [{ field, state: 'UNCHANGED', base, now, local, added: [], missing: [] }];
  const [ofBase = [], ofNow = [], ofLocal = []] = shown.map((value) =>
    elementParts(field.compareRule, value),
  );
  if (ofNow.length === 0 && ofBase.length === 0) return [];
  const state = threeWay(sideOf(ofBase, base), sideOf(ofNow, now), sideOf(ofLocal, local));
  const [added, missing] = [without(ofLocal, ofNow), without(ofNow, ofLocal)];
  return [{ field, state, base, now, local, added, missing }];
};

const sideOf = (parts: readonly ElementPart[], words: string): Side => ({ form: comparedForm(parts), words });

const without = (parts: readonly ElementPart[], others: readonly ElementPart[]): readonly string[] => {
  const keys = new Set(others.map(({ key }) => key));
  return parts.filter(({ key, text }) => text !== '' && !keys.has(key)).map(({ text }) => text);
};
