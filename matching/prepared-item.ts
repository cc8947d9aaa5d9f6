import { type CodeKey, codeKey } from './fields/code-key.ts';
import { type DepartmentKey, departmentKey } from './fields/department-key.ts';
import { type LawKey, lawKeys } from './fields/law-key.ts';
import type { MatchItem } from './item.ts';
import { type AnalysedName, analyseName } from './name/analyse.ts';
import { officeName, withoutOffice } from './name/office-prefix.ts';
import { placeNames, withoutPlace } from './name/place-prefix.ts';
import { unifiedText } from './name/unified-text.ts';

/** An item made ready once for all its comparisons. */
export interface PreparedItem {
  readonly id: string;
  readonly name: AnalysedName;
  /** The text candidates are found by. */
  readonly core: string;
  /** Items with the same exact form have the same name. */
  readonly exact: string;
  readonly codes: readonly CodeKey[];
  /** The codes as keys of a table: CN:44/0115058/009. */
  readonly codeKeys: readonly string[];
  readonly department: DepartmentKey;
  readonly laws: readonly LawKey[];
  readonly type: string;
  /** The main item's name in one spelling, empty where there is none or it is the item's own. */
  readonly parent: string;
}

const keyText = ({ space, main, sub }: CodeKey): string => `${space}/${main}/${sub}`;

/** Takes an item's name, codes, department and legal bases apart; `spelled` puts known spellings of words into one. */
export function prepareItem(item: MatchItem, spelled?: (text: string) => string): PreparedItem {
  const places = placeNames(item.region, item.department);
  const office = officeName(item.department, places);
  const name = analyseName(item.name, (text) => withoutOffice(withoutPlace(text, places), office), spelled);
  const codes = (item.codes ?? []).map(codeKey).filter((key) => key !== undefined);
  const parent = unifiedText(item.parentName ?? '');
  return {
    id: item.id,
    name,
    core: name.core,
    exact: name.exact,
    codes,
    codeKeys: [...new Set(codes.map(keyText))].sort(),
    department: departmentKey(item.department),
    laws: lawKeys(item.legalBases ?? []),
    type: item.type ?? '',
    parent: parent === unifiedText(item.name) ? '' : parent,
  };
}
