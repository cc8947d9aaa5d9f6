import type { ItemFamily } from '../item-family.ts';
import { type CheckedItem, defineCheck, type Finding } from './check.ts';
import { isSaid } from './materials.ts';
import { enumerated } from './quoted.ts';
import { isUnread } from './record-values.ts';
import { requiredElements, sayingTheSame, titleOf } from './required-elements.ts';

const SOURCE = '国家政务服务平台实施清单要素表；GB/T 39046-2020 第 7 章；镇坪县通知四（三）（编制要素）';

const PROBLEMS = {
  CHK_30: {
    severity: 'ERROR',
    template: '缺少必填要素：{value}。请补填。',
    source: SOURCE,
  },
  CHK_30_COLUMNS: {
    severity: 'WARNING',
    template: '这份清单没有必填要素的列：{value}。请补上这些列；缺列的要素不再逐行提示。',
    source: SOURCE,
  },
} as const;

/** Elements of a public-service list that other checks ask for: CHK_28 the basis, the notices' rules the rest. */
const ASKED_ELSEWHERE: readonly string[] = ['legalBasisText', 'serviceMode', 'serviceObjects'];

/** Often 无, which reading keeps no trace of: an empty element proves nothing, only a missing column does. */
const NOTHING_IS_AN_ANSWER: readonly string[] = ['specialProcedure', 'resultTypes', 'materialsText'];

const says = (item: CheckedItem, element: string): boolean =>
  isSaid(item.item, element) ||
  isSaid(item.guide, element) ||
  (item.blocks[element]?.length ?? 0) > 0 ||
  isUnread(item, element);

const isMissing = (item: CheckedItem, element: string): boolean => {
  if (item.listKind === 'PUBLIC_SERVICE' && ASKED_ELSEWHERE.includes(element)) return false;
  if (NOTHING_IS_AN_ANSWER.includes(element)) return false;
  const same = sayingTheSame(element);
  return item.columns.has(element) && !same.some((each) => says(item, each));
};

/** Every required element the source has a column for is filled in; one finding a record names all that are not. */
export const CHK_30_REQUIRED_ELEMENTS = defineCheck<keyof typeof PROBLEMS>({
  problems: PROBLEMS,
  find: (item) => {
    const missing = requiredElements(item.columns, item.listKind, item.family).filter((element) =>
      isMissing(item, element),
    );
    const [field] = missing;
    if (field === undefined) return [];
    return [{ code: 'CHK_30', field, value: enumerated(missing.map(titleOf)) }];
  },
});

/**
 * The required elements a list has no column for, in one finding, or none: said once a table, while CHK_30 speaks of
 * the cells. `family` is that of most rows; undefined asks for the basic elements only.
 */
export function missingColumns(
  columns: ReadonlySet<string>,
  listKind: string,
  family: ItemFamily | undefined,
): readonly Finding<'CHK_30_COLUMNS'>[] {
  const missing = requiredElements(columns, listKind, family).filter(
    (element) => !sayingTheSame(element).some((each) => columns.has(each)),
  );
  const [field] = missing;
  if (field === undefined) return [];
  return [{ code: 'CHK_30_COLUMNS', field, value: enumerated(missing.map(titleOf)) }];
}
