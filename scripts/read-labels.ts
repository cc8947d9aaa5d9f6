import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LabelledBeside, LabelledPair } from '../matching/training/labelled.ts';
import type { Labels } from '../matching/training/train.ts';

const folder = resolve(import.meta.dirname, '../matching/labels');

const linesOf = <Label>(name: RegExp): readonly Label[] =>
  readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

/** Every label of the repository, in the order of the files' names. */
export function readLabels(): Labels {
  return {
    pairs: linesOf<LabelledPair>(/^pairs-.*\.jsonl$/u),
    items: linesOf<LabelledPair>(/^items-.*\.jsonl$/u),
    beside: linesOf<LabelledBeside>(/^beside.*\.jsonl$/u),
  };
}
