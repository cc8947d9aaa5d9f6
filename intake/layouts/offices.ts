import { type Problem, problem } from '../../catalog/problems.ts';
import { cellText } from './cell-text.ts';
import { hasGroupedBlanks } from './grouped-blanks.ts';
import { type Heading, ORGANISATION } from './heading.ts';
import { addedValue, type ItemRow, withCell } from './item-rows.ts';
import type { SheetHead } from './sheet-head.ts';
import type { TableShape } from './table-shape.ts';

const FIELD = { title: '实施主体', field: 'organisationName' };

/**
 * Gives rows without an office theirs: that of their group where the table names it only once a group, else the one that
 * the heading names (报送单位), or the sheet's name where the table has no such column.
 */
export const officeFiller = (head: SheetHead, shape: TableShape, heading: Heading) => {
  const { organisation: column } = shape;
  const { name: sheet } = head;
  const grouped = column !== undefined && hasGroupedBlanks(head, shape, column);
  const sheetOffice =
    column === undefined && sheet !== undefined && ORGANISATION.test(sheet) ? sheet : undefined;
  const office = heading.organisation ?? (column === undefined ? heading.office : undefined) ?? sheetOffice;
  let last: string | undefined;
  let filledDown = 0;
  let fromHeading = 0;

  const officeOf = (row: ItemRow): string => {
    const added = row.added.find(({ id }) => id === 'item.organisationName')?.value;
    return added ?? (column === undefined ? '' : cellText(row.cells[column]));
  };

  return {
    fill: (row: ItemRow): ItemRow => {
      const own = officeOf(row);
      if (own !== '') {
        last = own;
        return row;
      }
      const value = grouped ? (last ?? office) : office;
      if (value === undefined) return row;
      if (grouped) filledDown += 1;
      else fromHeading += 1;
      if (column !== undefined) return { ...row, cells: withCell(row.cells, column, value) };
      return { ...row, added: [...row.added, addedValue('organisationName', value)] };
    },
    /** The office that a row names, or else the heading; it counts as none that was filled. */
    officeFor: (row: ItemRow): string => officeOf(row) || (office ?? ''),
    problems: (): readonly Problem[] => [
      ...(filledDown > 0
        ? [
            problem('CELLS_FILLED_DOWN', {
              sheet,
              ...FIELD,
              value: String(filledDown),
              detail: '只写在每组的第一行',
            }),
          ]
        : []),
      ...(fromHeading > 0
        ? [problem('VALUE_FROM_HEADING', { sheet, ...FIELD, value: office, other: String(fromHeading) })]
        : []),
    ],
  };
};
