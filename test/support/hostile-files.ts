import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVES } from './hostile-archives.ts';
import { BOOKS } from './hostile-books.ts';
import { CELLS } from './hostile-cells.ts';
import { DOCUMENTS } from './hostile-documents.ts';
import type { HostileFile } from './hostile-file.ts';
import { OTHER_KINDS } from './hostile-kinds.ts';
import { OLD_WORKBOOKS } from './hostile-old-workbooks.ts';
import { SHEETS } from './hostile-sheets.ts';
import { TEXTS } from './hostile-texts.ts';

/** Every hostile file, each name once; the same bytes in every run. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...ARCHIVES,
  ...SHEETS,
  ...BOOKS,
  ...CELLS,
  ...OLD_WORKBOOKS,
  ...DOCUMENTS,
  ...TEXTS,
  ...OTHER_KINDS,
];

/** Writes all of them into the folder. */
export const writeHostileFiles = (folder: string): void => {
  for (const file of HOSTILE_FILES) writeFileSync(join(folder, file.name), file.make());
};
