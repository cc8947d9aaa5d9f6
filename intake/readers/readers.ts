import { csvReader } from './csv.ts';
import type { Reader } from './grid.ts';
import type { Format } from './sniff.ts';
import { xlsxReader } from './xlsx.ts';

/** Which reader reads which format. */
export const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  XLSX: xlsxReader,
  CSV: csvReader,
};
