import type { ItemElement } from '../../catalog/fields.ts';
import { type Problem, problem } from '../../catalog/problems.ts';
import { saysNothing } from '../cells.ts';
import { columnLetters } from '../readers/cell-address.ts';
import { cellText } from './cell-text.ts';
import { targetId } from './column-target.ts';
import { addedValue, type ItemRow, withCell } from './item-rows.ts';
import { elementOfCode, linesOf, nameAndCode, severalNames } from './split-cells.ts';
import type { TableShape } from './table-shape.ts';

/** Columns whose lines belong to the lines of the names one by one: codes, types, limits; texts are shared whole. */
const pairedColumns = (row: ItemRow, shape: TableShape, count: number): ReadonlySet<number> =>
  new Set(
    shape.columns.flatMap(({ column, slot }) => {
      const paired =
        slot.kind === 'FIELD' && /^(?:code|enumeration|timeLimit|integer)$/u.test(slot.field.type);
      return paired && linesOf(cellText(row.cells[column])).length === count ? [column] : [];
    }),
  );

/** Makes several rows of one whose name cell holds several items; they share the other cells. */
const splitNames = (row: ItemRow, shape: TableShape, name: number): readonly ItemRow[] => {
  const text = cellText(row.cells[name]);
  // Most names are on one line without numbers: nothing to look at.
  if (!/\n|^\s*[(（]?(?:1|①|一)/u.test(text)) return [row];
  const codes = shape.columns.filter(({ slot }) => slot.kind === 'FIELD' && slot.field.type === 'code');
  const lines = codes.map(({ column }) => linesOf(cellText(row.cells[column])).length);
  const names = severalNames(text, lines);
  if (names === undefined) return [row];
  const paired = pairedColumns(row, shape, names.length);
  return names.map((each, index) => {
    const cells = withCell(row.cells, name, each).map((value, column) =>
      paired.has(column) ? (linesOf(cellText(value))[index] ?? null) : value,
    );
    const found = problem('SEVERAL_ITEMS_IN_CELL', {
      row: row.row,
      cell: `${columnLetters(name)}${row.row}`,
      field: 'name',
      value: each,
      other: String(names.length),
    });
    return { ...row, cells, problems: [...row.problems, found] };
  });
};

/** A name taken apart from its code. */
interface CodeInName {
  readonly row: number;
  readonly name: string;
  readonly code: string;
}

const splitCode = (
  row: ItemRow,
  column: number,
  promised: boolean,
  element: (code: string) => ItemElement,
  note: (found: CodeInName) => void,
): ItemRow => {
  const text = cellText(row.cells[column]);
  if (!/\d{3}/u.test(text)) return row;
  const found = nameAndCode(text, promised);
  if (found === undefined) return row;
  note({ row: row.row, ...found });
  return {
    ...row,
    cells: withCell(row.cells, column, found.name),
    added: [...row.added, addedValue(element(found.code), found.code)],
  };
};

/** The name of a row whose own name column is one of sub-items, or missing: the sub-item's, else the main item's. */
const withName = (row: ItemRow, shape: TableShape): ItemRow => {
  const { name, mainName } = shape;
  if (!shape.nameIsSub || name === undefined) return row;
  const own = cellText(row.cells[name]);
  const main = mainName === undefined ? '' : cellText(row.cells[mainName]);
  const isOwn = shape.columns.some(({ column, slot }) => column === name && targetId(slot) === 'item.name');
  const text = saysNothing(own) ? main : own;
  if (text === '' || (isOwn && text === own)) return row;
  return isOwn
    ? { ...row, cells: withCell(row.cells, name, text) }
    : { ...row, added: [...row.added, addedValue('name', text)] };
};

/**
 * Takes apart what a row holds in one cell: several items under the name, a name and its code. Rows keep their numbers, and
 * `note` is told of each code that was taken out of a name.
 */
export const splitRow = (
  row: ItemRow,
  shape: TableShape,
  note: (found: CodeInName) => void,
): readonly ItemRow[] => {
  const { name } = shape;
  const rows = name === undefined ? [row] : splitNames(row, shape, name);
  const both = shape.columns.filter(({ slot }) => slot.kind === 'NAME_AND_CODE');
  return rows.map((each) => {
    let split = each;
    for (const { column, slot } of both) {
      const ofMain = targetId(slot).startsWith('item.mainItemName');
      split = splitCode(split, column, true, (code) => (ofMain ? 'mainItemCode' : elementOfCode(code)), note);
    }
    if (name !== undefined && !shape.hasCode && !both.some(({ column }) => column === name)) {
      split = splitCode(split, name, false, elementOfCode, note);
    }
    return withName(split, shape);
  });
};

/** Counts the codes taken out of names, and tells of them once with the first. */
export const codesInNames = (sheet: string | undefined) => {
  let count = 0;
  let first: CodeInName | undefined;
  return {
    note: (found: CodeInName): void => {
      count += 1;
      first ??= found;
    },
    problems: (): readonly Problem[] => {
      if (first === undefined) return [];
      const words = { value: first.name, other: first.code, detail: String(count) };
      return [problem('CODE_IN_NAME', { sheet, row: first.row, field: 'name', ...words })];
    },
  };
};
