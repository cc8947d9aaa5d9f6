import { problem } from '../../catalog/problems.ts';
import { FileRefused, type ReadLimits } from './grid.ts';
import { inPlainDigits } from './limits.ts';
import { readXml } from './xml-tokens.ts';

/** Characters XML cannot hold are written `_x000D_` (ECMA-376 part 1 §22.9.2.19), an underscore itself `_x005F_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/gu, (_whole, digits: string) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        )
        .toWellFormed()
    : text;

/** Different texts for each cell a file may have: a list repeats most of its texts. */
const CELLS_PER_STRING = 5;

/**
 * The texts that cells refer to by number. Runs of formatted text are joined, readings (furigana) left out. A text
 * that passes the limit of a cell is cut right after it, so that the cell using it is refused by its address.
 */
export const readStrings = async (
  chunks: AsyncIterable<Buffer>,
  limits: ReadLimits,
): Promise<readonly string[]> => {
  const strings: string[] = [];
  const most = Math.floor(limits.cells / CELLS_PER_STRING);
  let inText = false;
  let phonetic = 0;
  let text = '';
  await readXml(chunks, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (inText && text.length <= limits.cellCharacters) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      if (strings.length >= most) {
        throw new FileRefused(problem('FILE_LIMIT', { title: '不同的文字数', other: inPlainDigits(most) }));
      }
      strings.push(unescaped(text.slice(0, limits.cellCharacters + 1)));
    },
  });
  return strings;
};
