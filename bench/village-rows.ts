import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { writeDemo } from '../demo/write-demo.ts';

type Cells = Readonly<Record<string, string>>;

/** A village's 12-digit code in 青溪县, each number another village. */
const villageCode = (number: number): string =>
  `880121${100 + Math.floor(number / 100)}${200 + (number % 100)}`;

/**
 * A CSV of that many rows as such lists are: the items of a county repeated in village after village, each row under
 * a key of its own.
 */
export const writeRows = async (folder: string, rows: number): Promise<string> => {
  await writeDemo({ size: 'small', out: folder });
  const files = (await readdir(folder)).filter((name) => name.endsWith('-implementation.csv')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data);
  const made = Array.from({ length: rows }, (_, row) => {
    const cells = lines[row % lines.length] ?? {};
    const village = villageCode(Math.floor(row / lines.length));
    return { ...cells, 来源主键: `K${row}`, 区划代码: village, 区划名称: '' };
  });
  const path = join(folder, `rows-${rows}.csv`);
  await writeFile(path, `${Papa.unparse(made, { newline: '\n' })}\n`);
  return path;
};
