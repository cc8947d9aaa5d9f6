import type { MatchItem } from '../item.ts';
import type { LabelledItem } from './labels.ts';
import { namedLaws } from './named-laws.ts';

/** What the engine looks at of one side of a label; with `namesOnly`, of its name alone. */
export function matchItemOf(item: LabelledItem, namesOnly: boolean): MatchItem {
  const { itemKey, name, codes, laws, dept, type, region, parent } = item;
  if (namesOnly) return { id: itemKey, name };
  const legalBases = laws.flatMap(namedLaws);
  return {
    id: itemKey,
    name,
    ...(codes.length > 0 && { codes }),
    ...(legalBases.length > 0 && { legalBases }),
    ...(dept && { department: dept }),
    ...(type && { type }),
    ...(region && { region }),
    ...(parent && { parentName: parent }),
  };
}
