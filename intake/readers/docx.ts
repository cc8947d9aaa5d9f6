import { problem } from '../../catalog/problems.ts';
import { wordMarkup } from './docx-markup.ts';
import { FileRefused, type Reader } from './grid.ts';
import { markupSheets } from './markup-table.ts';
import { workbookPart } from './xlsx-parts.ts';
import { openZip } from './zip.ts';

/**
 * Reads the tables of a Word document, revisions as accepted, merged cells as ranges; a document without tables gives
 * its paragraphs.
 */
export const docxReader: Reader = async function* (path, limits) {
  const zip = await openZip(path, limits);
  try {
    const part = (await workbookPart(zip)) ?? 'word/document.xml';
    if (!zip.has(part)) throw new FileRefused(problem('FILE_UNREADABLE', { detail: '文件里没有 Word 正文' }));
    const source = (structure: Parameters<typeof wordMarkup>[1]) => wordMarkup(zip.stream(part), structure);
    yield* markupSheets(source, limits, (line) => line.trim());
  } finally {
    zip.close();
  }
};
