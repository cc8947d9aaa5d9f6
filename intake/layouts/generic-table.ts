import { type Problem, problem } from '../../catalog/problems.ts';
import { BATCH_ROWS, type GridRow } from '../readers/grid.ts';
import type { Table, TableRow } from '../readers/table.ts';
import { cellText } from './cell-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { columnProblems } from './column-problems.ts';
import { dittoFiller } from './ditto-marks.ts';
import { knownListOf } from './forms/known-lists.ts';
import { numeralsAreOrdinals } from './grouped-blanks.ts';
import type { Heading } from './heading.ts';
import { itemCounts } from './item-counts.ts';
import { continues, itemsOf } from './item-rows.ts';
import { leftOutRows } from './left-out-rows.ts';
import { type FilledRow, mergeFiller } from './merged-cells.ts';
import { nilReturns } from './nil-returns.ts';
import { officeFiller } from './offices.ts';
import { type RowRole, rowRoles } from './row-roles.ts';
import { withSections } from './sections.ts';
import type { SheetHead } from './sheet-head.ts';
import { codesInNames, splitRow } from './split-rows.ts';
import { tableColumns } from './table-columns.ts';
import type { TableShape } from './table-shape.ts';

const LAYOUT = '通用表格';

/** The further columns that a value merged over several speaks of: they are of the first one's group, or all are limits. */
const speaksOf = ({ columns, header: { stacks } }: TableShape) => {
  const limits = new Set(
    columns.flatMap(({ column, slot }) =>
      slot.kind === 'FIELD' && slot.field.type === 'timeLimit' ? [column] : [],
    ),
  );
  return (left: number, right: number): readonly number[] => {
    const [group, ...under] = stacks[left] ?? [];
    return columns.flatMap(({ column }) => {
      if (column <= left || column > right) return [];
      const [other, ...rest] = stacks[column] ?? [];
      const isOfGroup = under.length > 0 && rest.length > 0 && group === other;
      return isOfGroup || (limits.has(left) && limits.has(column)) ? [column] : [];
    });
  };
};

const tooLong = (row: FilledRow, { width }: TableShape): readonly Problem[] => {
  if (row.own.length <= width || row.own.slice(width).every((value) => cellText(value) === '')) return [];
  const counts = { value: String(row.own.length), other: String(width) };
  return [problem('ROW_TOO_LONG', { row: row.row, ...counts })];
};

/** Reads the rows below the header one by one into rows of the table; an item may have several, so it comes late. */
const rowTaker = (
  head: SheetHead,
  shape: TableShape,
  heading: Heading,
  columns: ReturnType<typeof tableColumns>,
) => {
  const { name: sheet } = head;
  const leftOut = leftOutRows();
  const counts = itemCounts(sheet);
  const offices = officeFiller(head, shape, heading);
  const codes = codesInNames(sheet);
  const dittos = dittoFiller(sheet, shape);
  const nils = nilReturns(sheet, (line) => {
    const [item] = itemsOf([line], shape);
    return item === undefined ? '' : offices.officeFor(withSections(item, counts.sections(), shape));
  });
  let lines: FilledRow[] = [];

  const finish = (): readonly TableRow[] => {
    const extra = lines.flatMap((line) => tooLong(line, shape));
    const items = itemsOf(lines, shape)
      .map((item) => offices.fill(withSections(item, counts.sections(), shape)))
      .flatMap((item) => splitRow(item, shape, codes.note));
    lines = [];
    return items.map((item) => {
      counts.item();
      nils.item(offices.officeFor(item));
      const problems = [...extra, ...item.problems];
      const row = { row: item.row, cells: columns.cellsOf(item) };
      return problems.length > 0 ? { ...row, problems } : row;
    });
  };

  const take = (read: FilledRow, role: RowRole): readonly TableRow[] => {
    const line = role.kind === 'DATA' ? dittos.fill(read) : read;
    if (role.kind === 'BLANK') {
      leftOut.note('BLANK', line.row);
      return [];
    }
    const made = role.kind === 'DATA' && continues(line, lines.at(-1), shape) ? [] : finish();
    if (role.kind === 'DATA') lines.push(line);
    else if (role.kind === 'SECTION') counts.section(line.row, role.text);
    else if (role.kind === 'NIL') nils.row(line);
    else if (role.kind === 'NOTE' && role.nil) nils.note(line);
    else if (role.kind === 'TOTAL') counts.total(line.row, role);
    const kept = role.kind === 'DATA' || role.kind === 'NIL';
    leftOut.note(kept ? 'KEPT' : role.kind, line.row);
    return made;
  };

  const problems = (): readonly Problem[] => {
    for (const row of nils.idle()) leftOut.note('NIL', row);
    return collected();
  };
  const collected = (): readonly Problem[] => [
    ...nils.problems(counts.items()),
    ...counts.problems(),
    ...leftOut.problems(sheet),
    ...dittos.problems(),
    ...offices.problems(),
    ...codes.problems(),
  ];
  return { take, finish, problems };
};

/** A table with the title that stands above it: 青溪县公共服务事项目录（2026年版）. */
export interface TitledTable extends Table {
  readonly title?: string;
}

/** The table of a sheet with one header: its rows as items, and everything that was found on the way. */
export const genericTable = (
  head: SheetHead,
  shape: TableShape,
  heading: Heading,
  rows: AsyncIterable<readonly GridRow[]>,
  mapping: ColumnMapping | undefined,
): TitledTable => {
  const columns = tableColumns(shape);
  const problems: Problem[] = [
    // A table that goes on without header was asked about where its header stands.
    ...(shape.header.bottom === 0 ? [] : columnProblems(shape, head.name, mapping)),
  ];
  const fill = mergeFiller(head.merges, speaksOf(shape));
  const roleOf = rowRoles(shape, numeralsAreOrdinals(head, shape));
  const taker = rowTaker(head, shape, heading, columns);

  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    let batch: TableRow[] = [];
    for await (const some of rows) {
      for (const row of some) {
        const line = fill(row);
        if (row.row > shape.header.bottom) batch.push(...taker.take(line, roleOf(line)));
      }
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    batch.push(...taker.finish());
    if (batch.length > 0) yield batch;
    problems.push(...taker.problems());
  }

  return {
    document: head.document,
    ...(heading.title === undefined ? {} : { title: heading.title }),
    ...(head.name === undefined ? {} : { sheet: head.name }),
    layout: knownListOf(shape.columns.map(({ title }) => title)) ?? LAYOUT,
    header: columns.header,
    letters: columns.letters,
    slots: columns.slots,
    columns: shape.columns,
    batches: batches(),
    problems,
  };
};
