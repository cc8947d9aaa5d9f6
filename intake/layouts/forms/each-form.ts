import type { GridRow, Merge } from '../../readers/grid.ts';
import type { FormRecord } from './form-record.ts';
import { type FormRow, formRowReader } from './form-row.ts';

/** Takes the rows of a sheet one by one and gives each form once it turns out to be complete. */
export interface FormTaker {
  take(row: FormRow): readonly FormRecord[];
  end(): readonly FormRecord[];
}

/** The forms of a sheet's rows, as the taker finds them. */
export async function* eachForm(
  merges: readonly Merge[],
  batches: AsyncIterable<readonly GridRow[]>,
  taker: FormTaker,
): AsyncGenerator<FormRecord> {
  const readRow = formRowReader(merges);
  for await (const batch of batches) {
    for (const row of batch) yield* taker.take(readRow(row));
  }
  yield* taker.end();
}
