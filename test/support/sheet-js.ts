import { createRequire } from 'node:module';
import type * as SheetJs from '@e965/xlsx';

/** SheetJS, for writing files and for comparing. Its module for Node cannot write; what require gives has all. */
export const sheetJs = createRequire(import.meta.url)('@e965/xlsx') as typeof SheetJs;

/** A workbook in one of SheetJS's formats. */
export const savedBook = (book: SheetJs.WorkBook, format: SheetJs.BookType, compression = true): Buffer =>
  Buffer.from(sheetJs.write(book, { type: 'buffer', bookType: format, compression }) as Uint8Array);
