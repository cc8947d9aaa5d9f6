import { csvReader } from './csv.ts';
import { docxReader } from './docx.ts';
import type { Reader } from './grid.ts';
import { htmlReader } from './html.ts';
import { jsonReader } from './json.ts';
import type { Format } from './sniff.ts';
import { xlsReader } from './xls.ts';
import { xlsxReader } from './xlsx.ts';

/** Which reader reads which format. */
export const READERS: Readonly<Record<Format, Reader>> = {
  XLSX: xlsxReader,
  XLS: xlsReader,
  CSV: csvReader,
  JSON: jsonReader,
  DOCX: docxReader,
  HTML: htmlReader,
};
