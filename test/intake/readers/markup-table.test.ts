import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxReader } from '../../../intake/readers/docx.ts';
import { htmlReader } from '../../../intake/readers/html.ts';
import { htmlMarkup } from '../../../intake/readers/html-markup.ts';
import { markupSheets } from '../../../intake/readers/markup-table.ts';
import { docxOf } from '../../support/docx.ts';
import { numberedRows, readAll, readWith } from '../../support/read-grid.ts';
import { mergesOfTiles, rowsOfTiles, tilings } from '../../support/tilings.ts';

test('Word: cells that reach over rows and columns are found where they stand, with their ranges', async () => {
  await fc.assert(
    fc.asyncProperty(tilings, async ({ height, tiles }) => {
      const rows = Array.from({ length: height }, (_, index) => {
        const here = tiles.filter(({ top, bottom }) => top <= index + 1 && bottom >= index + 1);
        const cells = here
          .toSorted((one, other) => one.left - other.left)
          .map((tile) => {
            const span = `<w:gridSpan w:val="${tile.right - tile.left + 1}"/>`;
            const starts = tile.top === index + 1;
            const merge = tile.bottom === tile.top ? '' : `<w:vMerge${starts ? ' w:val="restart"' : ''}/>`;
            const text = starts ? `<w:r><w:t>${tile.text}</w:t></w:r>` : '';
            return `<w:tc><w:tcPr>${span}${merge}</w:tcPr><w:p>${text}</w:p></w:tc>`;
          });
        return `<w:tr>${cells.join('')}</w:tr>`;
      });
      const found = await readWith(docxReader, 'list.docx', docxOf(`<w:tbl>${rows.join('')}</w:tbl>`));
      expect(numberedRows(found)).toEqual(rowsOfTiles(tiles));
      expect(found.sheets[0]?.merges).toEqual(mergesOfTiles(tiles));
    }),
    { numRuns: 60 },
  );
});

test('HTML: cells that reach over rows and columns are found where they stand, with their ranges', async () => {
  await fc.assert(
    fc.asyncProperty(tilings, async ({ height, tiles }) => {
      const rows = Array.from({ length: height }, (_, index) => {
        const cells = tiles
          .filter(({ top }) => top === index + 1)
          .map(
            ({ top, left, bottom, right, text }) =>
              `<td rowspan=${bottom - top + 1} colspan=${right - left + 1}>${text}`,
          );
        return `<tr>${cells.join('')}</tr>`;
      });
      const read = await readWith(htmlReader, 'list.html', `<table>${rows.join('')}</table>`);
      expect(numberedRows(read)).toEqual(rowsOfTiles(tiles));
      expect(read.sheets[0]?.merges).toEqual(mergesOfTiles(tiles));
    }),
    { numRuns: 60 },
  );
});

async function* inChunks(text: string) {
  for (let start = 0; start < text.length; start += 7) yield text.slice(start, start + 7);
}

test('any mess of tags ends as rows or as an empty page, and every visible letter is in some cell or title', async () => {
  const tags =
    '<table> </table> <tr> </tr> <td> </td> <td&nbsp;rowspan=3> <td&nbsp;colspan=2> <tbody> </tbody> <b> </b> <p> <dl> <dt> <dd>';
  const piece = fc.constantFrom(...tags.split(' ').map((tag) => tag.replace('&nbsp;', ' ')), '甲', '乙');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = `${pieces.join('')}<table><tr><td>末</table>`;
      const read = await readAll(
        (_path, limits) => markupSheets((tags) => htmlMarkup(inChunks(text), tags), limits, String),
        '',
      );
      expect(read.refused).toBeUndefined();
      const shown = read.sheets.flatMap(({ rows, before = [] }) => [
        ...before,
        ...rows.flatMap(({ cells }) => cells),
      ]);
      const letters = (texts: readonly unknown[]) => texts.join('').replace(/[^甲乙]/gu, '').length;
      expect(letters(shown)).toBe(letters(pieces));
    }),
    { numRuns: 500 },
  );
});
