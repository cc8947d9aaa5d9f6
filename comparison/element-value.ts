import type { Elements } from './drift.ts';

/** Elements that a table writes as text and an exchange file as a block of rows: the block goes before the text. */
const BLOCKS: Readonly<Record<string, string>> = {
  legalBasisText: 'legalBases',
  materialsText: 'materials',
  acceptCondition: 'conditions',
};

/** The keys under which an item may say something in an element: its block, where it has one, and the element itself. */
export const formsOf = (element: string): readonly string[] => {
  const block = BLOCKS[element];
  return block === undefined ? [element] : [block, element];
};

/** What an item says in an element, in whichever of its two forms it was filed. */
export const elementValue = (elements: Elements, element: string): unknown => {
  const block = BLOCKS[element];
  return (block === undefined ? undefined : elements[block]) ?? elements[element];
};

/** A text is read into laws or materials as a block is; conditions in a text and in rows are never alike. */
const READ_ALIKE: ReadonlySet<string> = new Set(['legalBasisText', 'materialsText']);

/** Whether an item has something under a key. */
export const saysIn = (elements: Elements, key: string): boolean => {
  const value = elements[key];
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
};

/**
 * What several items say in an element, in a form that all of them have that say anything: the block, or else the
 * text. Undefined where they have none in common that could be compared.
 */
export const valuesAlike = (items: readonly Elements[], element: string): readonly unknown[] | undefined => {
  const block = BLOCKS[element];
  if (block === undefined) return items.map((elements) => elements[element]);
  const speaking = items.filter((elements) => states(elements, element));
  const key = [block, element].find((one) => speaking.every((elements) => saysIn(elements, one)));
  if (key !== undefined) return items.map((elements) => elements[key]);
  return READ_ALIKE.has(element) ? items.map((elements) => elementValue(elements, element)) : undefined;
};

/** Whether an item has something in an element, in either form. */
export const states = (elements: Elements, element: string): boolean => {
  const block = BLOCKS[element];
  return saysIn(elements, element) || (block !== undefined && saysIn(elements, block));
};
