import { type Problem, problem } from '../../../catalog/problems.ts';
import { plainText } from '../../cells.ts';
import { BATCH_ROWS } from '../../readers/grid.ts';
import type { Table, TableRow } from '../../readers/table.ts';
import type { SheetHead } from '../sheet-head.ts';
import type { Slot } from '../slots.ts';
import { type FormRecord, isNotes, madeLabel } from './form-record.ts';
import type { FormKind } from './known-forms.ts';
import type { Label } from './label.ts';

/** Titles of a sheet's forms together; what a further one says goes among the lines around the form. */
const MOST_TITLES = 200;

/** The columns of the forms read so far, in the order their labels first appear. */
const columnsOfForms = (place: { readonly sheet?: string }) => {
  const header: string[] = [];
  const slots: Slot[] = [];
  const problems: Problem[] = [];
  const positions = new Map<string, number>();
  const add = (key: string, { title, slot }: Label): number => {
    positions.set(key, header.length);
    const isTold = header.includes(title) || isNotes(title);
    if (slot.kind === 'OTHER' && !isTold)
      problems.push(problem('UNKNOWN_COLUMN', { ...place, value: title }));
    slots.push(slot);
    return header.push(title) - 1;
  };
  /** Undefined for a label that finds no room. */
  const positionOf = (label: Label, use: number): number | undefined => {
    const key = use === 1 ? label.key : `${label.key} ${use}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    const isElement = label.slot.kind !== 'OTHER' && use === 1;
    const fits = header.length < MOST_TITLES || isElement || isNotes(label.title);
    return fits ? add(key, label) : undefined;
  };
  return { header, slots, problems, positionOf };
};

type Columns = ReturnType<typeof columnsOfForms>;

const rowOf = ({ row, entries, problems }: FormRecord, { positionOf }: Columns): TableRow => {
  const cells: unknown[] = [];
  const addresses: (string | undefined)[] = [];
  const uses = new Map<string, number>();
  const put = (label: Label, value: unknown, address: string | undefined): boolean => {
    const use = (uses.get(label.key) ?? 0) + 1;
    uses.set(label.key, use);
    const position = positionOf(label, use);
    if (position === undefined) return false;
    while (cells.length <= position) {
      cells.push(null);
      addresses.push(undefined);
    }
    cells[position] = value;
    addresses[position] = address;
    return true;
  };
  const without = entries.filter(({ label, value, address }) => !put(label, value, address));
  const lines = without.map(({ label, value }) => `${label.title}：${plainText(value)}`);
  if (lines.length > 0) put(madeLabel('notes'), lines.join('\n'), undefined);
  return { row, cells, addresses, ...(problems.length > 0 ? { problems } : {}) };
};

/** Makes the table of a sheet's forms: a row per form, a column per label, in the order the labels first appear. */
export const tableOfForms = (
  { document, name }: SheetHead,
  kind: FormKind,
  records: AsyncIterable<FormRecord>,
): Table => {
  const place = name === undefined ? {} : { sheet: name };
  const columns = columnsOfForms(place);
  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    let batch: TableRow[] = [];
    for await (const record of records) {
      batch.push(rowOf(record, columns));
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  const { header, slots, problems } = columns;
  return { document, ...place, ...kind, header, slots, batches: batches(), problems };
};
