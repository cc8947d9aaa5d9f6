import { csvLine } from '../../intake/export/table-text.ts';
import { FINDING_COLUMNS } from './finding-columns.ts';
import type { ComparisonReport } from './report.ts';

/** Findings as CSV with a byte order mark, one a line; no cell begins like a formula. */
export function* comparisonCsv({ findings }: ComparisonReport): Generator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine(FINDING_COLUMNS.map(({ title }) => title))}`);
  for (const finding of findings)
    yield Buffer.from(csvLine(FINDING_COLUMNS.map(({ text }) => text(finding))));
}
