import type { Reader } from './grid.ts';
import { counted, noteShare } from './read-share.ts';
import { readMerges } from './xlsx-merges.ts';
import { readParts } from './xlsx-parts.ts';
import { readRows } from './xlsx-rows.ts';
import { readStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { openZip } from './zip.ts';

/**
 * Reads the worksheets of an xlsx file (ECMA-376 part 1 §18, both dialects) in the order of their tabs, hidden ones
 * too. Memory holds the shared texts and a piece of one sheet, however long the sheet is.
 *
 * Formulas give the value they were saved with. Dates are Dates whose UTC fields are what the sheet shows.
 */
export const xlsxReader: Reader = async function* (path, limits) {
  const zip = await openZip(path, limits);
  try {
    const { worksheets, strings, styles, is1904 } = await readParts(zip);
    const file = {
      strings: strings === undefined ? [] : await readStrings(zip.stream(strings), limits),
      styles: styles === undefined ? [] : await readStyles(zip.stream(styles)),
      is1904,
      limits,
    };
    const count = { cells: 0, characters: 0 };
    for (const [index, { name, hidden, part }] of worksheets.entries()) {
      let size = 0;
      const measured = counted(zip.stream(part), (done) => {
        size = done;
      });
      const merges = await readMerges(measured, limits, name);
      yield { kind: 'SHEET', sheet: { kind: 'CELLS', name, hidden, merges } };
      const bytes = counted(zip.stream(part), (done) =>
        noteShare(index + done / Math.max(1, size), worksheets.length),
      );
      for await (const event of readRows(bytes, { ...file, sheet: name }, count)) {
        // Of a hidden sheet no row is taken.
        if (event.kind === 'ROWS' || !hidden) yield event;
      }
    }
  } finally {
    zip.close();
  }
};
