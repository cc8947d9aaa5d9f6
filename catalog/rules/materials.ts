import type { CheckedItem } from './check.ts';
import { blockOf, textOf } from './record-values.ts';

export type Material = Readonly<Record<string, unknown>>;

/** Whether an element says anything: `false` and 0 do, blanks and empty lists do not. */
export function isSaid(values: Material, element: string): boolean {
  const value = values[element];
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

/** The materials a record asks for, in its order; none where it lists none. */
export const materialsOf = (item: CheckedItem): readonly Material[] => blockOf(item, 'materials');

/** The material's name, or what stands for one in a sentence. */
export const materialName = (material: Material): string => textOf(material, 'name') || '未写名称的材料';

/**
 * Whether the source tells this of materials at all: a material of the record has it, or the list has such a column
 * (`materials.necessity`). A list that names its materials only is no gap of each of its rows.
 */
export const tellsOfMaterials = (item: CheckedItem, element: string): boolean =>
  item.columns.has(`materials.${element}`) || materialsOf(item).some((each) => isSaid(each, element));

/** A material that may stay away is not demanded; where nothing is said it is. */
export const isDemanded = (material: Material): boolean =>
  !['UNNECESSARY', 'SUPPLIED_LATER', 'SUPPLIED_LATER_ON_CREDIT'].includes(textOf(material, 'necessity'));
