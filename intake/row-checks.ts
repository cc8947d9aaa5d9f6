import type { ItemType } from '../catalog/enumerations.ts';
import { familyOf } from '../catalog/item-family.ts';
import type { Level } from '../catalog/levels.ts';
import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import { itemProblems } from '../catalog/rules/item-problems.ts';
import type { RowCodes } from './codes-of-row.ts';
import { blocksOf } from './guide-elements.ts';
import type { RecordMaker } from './record-maker.ts';
import type { NamedRow } from './row.ts';

/** A name has at least one letter or Chinese character: a number or a dash is a slip. */
const NAME = /\p{L}/u;

const nameProblems = (name: string): readonly Problem[] =>
  NAME.test(name) ? [] : [problem('NAME_NOT_A_NAME', { value: name, field: 'name' })];

/** What is wrong with codes, but for those whose digits are lost: what is left of one is no code to be judged. */
const problemsOfCodes = (row: NamedRow, { problems }: RowCodes): readonly Problem[] => {
  const lost = row.problems.flatMap(({ code, value }) => (code === 'CODE_DIGITS_LOST' ? [value] : []));
  return lost.length === 0 ? problems : problems.filter(({ value }) => !lost.includes(value));
};

/**
 * Everything the rules find in a row once it is read: its codes against one another (standards §1.1), and the checks
 * of single records (§4.4 and the notices), each at the cell it speaks of.
 */
export const rowProblems = (
  maker: RecordMaker,
  row: NamedRow,
  name: string,
  codes: RowCodes,
  level: Level,
): readonly Problem[] => {
  const itemType = row.core['itemType'] as ItemType | undefined;
  const found = itemProblems({
    listKind: maker.list.kind,
    level,
    family: familyOf(itemType),
    itemType,
    item: { ...row.core, ...row.item, unrecognised: row.unrecognised },
    guide: row.guide,
    blocks: blocksOf(row),
    columns: maker.elements,
    today: maker.today,
  });
  return [...nameProblems(name), ...problemsOfCodes(row, codes), ...found].map((each) =>
    problemAt(each, { row: row.row, cell: each.field === undefined ? undefined : row.cellOf(each.field) }),
  );
};
