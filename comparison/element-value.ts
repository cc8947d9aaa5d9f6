import type { Elements } from './drift.ts';

/** Elements that a table writes as text and an exchange file as a block of rows: the block goes before the text. */
const BLOCKS: Readonly<Record<string, string>> = {
  legalBasisText: 'legalBases',
  materialsText: 'materials',
  acceptCondition: 'conditions',
};

/** What an item says in an element, in whichever of its two forms it was filed. */
export const elementValue = (elements: Elements, element: string): unknown => {
  const block = BLOCKS[element];
  return (block === undefined ? undefined : elements[block]) ?? elements[element];
};

/** Whether an item has something in an element, in either form. */
export const states = (elements: Elements, element: string): boolean => {
  const value = elementValue(elements, element);
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
};
