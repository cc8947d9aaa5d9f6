import { CsvSplitter } from './csv-records.ts';
import { LIMITS } from './limits.ts';

/** In the order of preference where two fit equally; the last is what an input method makes of a comma. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const;

export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': '逗号',
  '\t': '制表符',
  ';': '分号',
  '|': '竖线',
  '，': '全角逗号',
};

/** Characters from which the delimiter is told. */
export const SAMPLE = 64 << 10;

interface Fit {
  readonly delimiter: string;
  /** The share of the lines that have the most frequent number of cells. */
  readonly share: number;
  readonly width: number;
}

const fitOf = (sample: string, delimiter: string): Fit => {
  const splitter = new CsvSplitter(delimiter, LIMITS);
  const widths = new Map<number, number>();
  let lines = 0;
  for (const { cells, misquoted } of splitter.take(sample)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    lines += 1;
    // Text behind a closing quotation mark: another delimiter would have stood there.
    if (misquoted !== undefined) continue;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  const several = [...widths].filter(([width]) => width > 1);
  const [width, count] = several.toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [
    1, 0,
  ];
  return { delimiter, share: lines === 0 ? 0 : count / lines, width };
};

/**
 * What separates the cells of a text: of the five delimiters the one that cuts the most lines into the same number
 * of cells, quotations left whole; a comma where none cuts anything.
 */
export const delimiterOf = (sample: string): string => {
  // The last line of a sample may be cut; with a line end of its own it counts, and one line weighs little.
  const fits = DELIMITERS.map((delimiter) => fitOf(`${sample}\n`, delimiter));
  const best = fits.toSorted((one, other) => other.share - one.share || other.width - one.width)[0];
  return best === undefined || best.share === 0 ? ',' : best.delimiter;
};
