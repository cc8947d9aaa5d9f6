import { problem } from '../../catalog/problems.ts';
import { parseAddress } from './cell-address.ts';
import { FileRefused, type Merge, type ReadLimits } from './grid.ts';
import { inPlainDigits } from './limits.ts';
import { xmlTokens } from './xml-tokens.ts';

/** Merged ranges of one sheet: three in each row of 150,000. */
export const MOST_MERGES = 500_000;

const SHEET_DATA = Buffer.from('sheetData>');
/** Characters before `sheetData>` in its closing tag with a prefix, `</x:sheetData>`. */
const LONGEST_PREFIX = 32;

/** The range clipped to what is read at all; undefined where nothing of it is, or it is one cell. */
export const clippedMerge = (range: Merge, limits: ReadLimits): Merge | undefined => {
  const bottom = Math.min(range.bottom, limits.rows);
  const right = Math.min(range.right, limits.columns - 1);
  const one = range.top === bottom && range.left === right;
  return one || range.top > bottom || range.left > right ? undefined : { ...range, bottom, right };
};

const parseRange = (text: string): Merge | undefined => {
  const [from, to] = text.split(':');
  const one = parseAddress(from ?? '');
  const other = parseAddress(to ?? from ?? '');
  if (one === undefined || other === undefined) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
};

/** Where the rows end: the position after `</sheetData>`, with whatever prefix; -1 where the bytes do not tell. */
const endOfRows = (bytes: Buffer): number => {
  for (let from = 0; ; ) {
    const at = bytes.indexOf(SHEET_DATA, from);
    if (at < 0) return -1;
    if (/<\/(?:[^<>/\s]+:)?$/u.test(bytes.toString('latin1', Math.max(0, at - LONGEST_PREFIX), at))) {
      return at + SHEET_DATA.length;
    }
    from = at + 1;
  }
};

/**
 * The merged ranges of a worksheet, clipped to the limits and never expanded. They stand after the rows, so that the
 * rows' bytes are passed over without being looked at.
 */
export const readMerges = async (
  chunks: AsyncIterable<Buffer>,
  limits: ReadLimits,
  sheet: string,
): Promise<readonly Merge[]> => {
  const merges: Merge[] = [];
  let inMerge = false;
  const tokens = xmlTokens(
    {
      open: (name) => {
        inMerge = name === 'mergeCell';
      },
      attribute: (name, value) => {
        if (!inMerge || name !== 'ref') return;
        const range = parseRange(value);
        const merge = range === undefined ? undefined : clippedMerge(range, limits);
        if (merge === undefined) return;
        if (merges.length >= MOST_MERGES) {
          const other = inPlainDigits(MOST_MERGES);
          throw new FileRefused(problem('FILE_LIMIT', { sheet, title: '合并单元格数', other }));
        }
        merges.push(merge);
      },
    },
    true,
  );
  let rest: Buffer = Buffer.alloc(0);
  let found = false;
  for await (const chunk of chunks) {
    if (found) {
      tokens.write(chunk);
      continue;
    }
    const bytes = Buffer.concat([rest, chunk]);
    const end = endOfRows(bytes);
    found = end >= 0;
    if (found) tokens.write(bytes.subarray(end));
    else rest = Buffer.from(bytes.subarray(-LONGEST_PREFIX - SHEET_DATA.length));
  }
  tokens.end();
  return merges;
};
