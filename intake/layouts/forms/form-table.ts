import { type Problem, problem } from '../../../catalog/problems.ts';
import { BATCH_ROWS } from '../../readers/grid.ts';
import type { Table, TableRow } from '../../readers/table.ts';
import type { SheetHead } from '../sheet-head.ts';
import type { Slot } from '../slots.ts';
import { type FormRecord, isNotes } from './form-record.ts';
import type { FormKind } from './known-forms.ts';

/** Makes the table of a sheet's forms: a row per form, a column per label, in the order the labels first appear. */
export const tableOfForms = (
  { document, name }: SheetHead,
  kind: FormKind,
  records: AsyncIterable<FormRecord>,
): Table => {
  const header: string[] = [];
  const slots: Slot[] = [];
  const positions = new Map<string, number>();
  const problems: Problem[] = [];
  const place = name === undefined ? {} : { sheet: name };
  const positionOf = (key: string, title: string, slot: Slot): number => {
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, header.length);
    if (slot.kind === 'OTHER' && !isNotes(title)) {
      problems.push(problem('UNKNOWN_COLUMN', { ...place, value: title }));
    }
    slots.push(slot);
    return header.push(title) - 1;
  };
  const rowOf = ({ row, entries, problems }: FormRecord): TableRow => {
    const cells: unknown[] = [];
    const addresses: (string | undefined)[] = [];
    const uses = new Map<string, number>();
    for (const { label, value, address } of entries) {
      const use = (uses.get(label.key) ?? 0) + 1;
      uses.set(label.key, use);
      const position = positionOf(use === 1 ? label.key : `${label.key} ${use}`, label.title, label.slot);
      while (cells.length <= position) {
        cells.push(null);
        addresses.push(undefined);
      }
      cells[position] = value;
      addresses[position] = address;
    }
    return { row, cells, addresses, ...(problems.length > 0 ? { problems } : {}) };
  };
  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    let batch: TableRow[] = [];
    for await (const record of records) {
      batch.push(rowOf(record));
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  return {
    document,
    ...place,
    layout: kind.layout,
    subject: kind.subject,
    header,
    slots,
    batches: batches(),
    problems,
  };
};
