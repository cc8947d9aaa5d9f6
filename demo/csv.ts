/** A row of a table by its column titles; a column a row does not name stays empty. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/** One CSV line with its line end; quotes only where RFC 4180 needs them. */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
