import { formTableOf } from '../../../../intake/layouts/forms.ts';
import type { SheetHead } from '../../../../intake/layouts/sheet-head.ts';
import type { CellValue, GridRow, Merge } from '../../../../intake/readers/grid.ts';
import type { Table } from '../../../../intake/readers/table.ts';

/** Rows of cells as a sheet, numbered from 1; `A1:B2` are merged ranges. */
export interface SheetSeed {
  readonly name?: string;
  readonly before?: readonly string[];
  readonly merges?: readonly string[];
}

const mergeOf = (range: string): Merge => {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/u.exec(range) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
};

export const headOf = (rows: readonly (readonly CellValue[])[], seed: SheetSeed = {}): SheetHead => ({
  document: '表单.xlsx',
  name: seed.name,
  hidden: false,
  before: seed.before ?? [],
  merges: (seed.merges ?? []).map(mergeOf),
  rows: rows.map((cells, index) => ({ row: index + 1, cells })).slice(0, 200),
  whole: rows.length <= 200,
});

/** What the forms of a sheet amount to: the layout, and per form its elements under their titles. */
export interface ReadForms {
  readonly layout: string | undefined;
  readonly subject: string | undefined;
  readonly header: readonly string[];
  readonly forms: readonly Readonly<Record<string, unknown>>[];
  readonly addresses: readonly Readonly<Record<string, string | undefined>>[];
  readonly rows: readonly number[];
  readonly problems: readonly string[];
}

async function* inBatches(rows: readonly GridRow[]): AsyncGenerator<readonly GridRow[]> {
  for (let index = 0; index < rows.length; index += 7) yield rows.slice(index, index + 7);
}

const collect = async (table: Table): Promise<ReadForms> => {
  const forms: Record<string, unknown>[] = [];
  const addresses: Record<string, string | undefined>[] = [];
  const rows: number[] = [];
  for await (const batch of table.batches) {
    for (const row of batch) {
      const full = row.cells.map((cell, index) => [table.header[index] ?? '', cell, index] as const);
      const said = full.filter(([, cell]) => cell !== null && cell !== '');
      forms.push(Object.fromEntries(said.map(([title, cell]) => [title, cell])));
      addresses.push(Object.fromEntries(said.map(([title, , index]) => [title, row.addresses?.[index]])));
      rows.push(row.row);
    }
  }
  const { layout, subject, header } = table;
  const problems = table.problems.map(({ code }) => code);
  return { layout, subject, header, forms, addresses, rows, problems };
};

/** Reads a sheet as forms; undefined where it is none. */
export const readForms = async (
  rows: readonly (readonly CellValue[])[],
  seed: SheetSeed = {},
): Promise<ReadForms | undefined> => {
  const head = headOf(rows, seed);
  const read = formTableOf(head);
  return read === undefined
    ? undefined
    : await collect(read(inBatches(rows.map((cells, index) => ({ row: index + 1, cells })))));
};
