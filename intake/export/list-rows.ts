import { LEFTOVERS } from './export-columns.ts';
import { leftoversText } from './leftovers-text.ts';
import { backReader } from './read-back.ts';
import { type RowCells, understoodCells } from './row-cells.ts';
import type { StoredRow } from './stored-rows.ts';
import { withUnreadCells } from './unread-cells.ts';

const hasUnread = ({ unrecognised, otherColumns }: StoredRow): boolean =>
  unrecognised.length + otherColumns.length > 0;

/** A row whose leftovers stand in a column of their own: its place is the one it was given. */
const withLeftovers = ({ unrecognised, otherColumns, ...row }: StoredRow): RowCells => {
  const cells = understoodCells({ ...row, unrecognised: [], otherColumns: [] });
  return cells.set(LEFTOVERS, leftoversText({ unrecognised, otherColumns }));
};

/**
 * Makes the function that gives the cells of a row. What was not understood goes into columns of its own where they
 * say it again, else as JSON into one column.
 */
export const rowCells = () => {
  const readsBack = backReader();
  return (row: StoredRow): RowCells => {
    const bare = understoodCells(row);
    if (!hasUnread(row)) return bare;
    const unread = withUnreadCells(bare, row);
    if (unread === undefined) return withLeftovers(row);
    return unread.certain || readsBack(unread.cells, bare, row) ? unread.cells : withLeftovers(row);
  };
};
