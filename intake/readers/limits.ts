import type { ReadLimits } from './grid.ts';

/**
 * What a file may amount to. A province's list of 150,000 rows and 30 columns is an xlsx of 30 to 60 MB whose sheet
 * unpacks to some 250 MB with 4.5 million cells; each limit leaves such a list several times its size, and 1,048,576
 * rows are what a worksheet has.
 */
export const LIMITS: ReadLimits = {
  fileBytes: 200 << 20,
  unpackedBytes: 1 << 30,
  entries: 2_000,
  rows: 1_048_576,
  columns: 512,
  cells: 50_000_000,
  cellCharacters: 100_000,
};

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });

/** Bytes as a reader says them: `200 MB`, `1 GB`, `1.5 KB`. */
export const inPlainUnits = (bytes: number): string => {
  const units = ['字节', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${grouped.format(size)} ${units[unit]}`;
};

/** A count as a reader says it: `1,048,576`. */
export const inPlainDigits = (count: number): string => grouped.format(count);
