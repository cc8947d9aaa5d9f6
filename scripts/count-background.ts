import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { referenceCatalog } from '../demo/reference-catalog.ts';
import { SIZES } from '../demo/sizes.ts';
import { inKnownSpelling } from '../matching/lexicon/knowledge.ts';
import { unifiedName } from '../matching/name/unified-text.ts';
import { countGrams } from '../matching/training/count-grams.ts';

const root = resolve(import.meta.dirname, '..');
const labels = join(root, 'matching/labels');

interface Named {
  readonly name: string;
}
interface Sided {
  readonly left: Named;
  readonly right?: Named | null;
  readonly rights?: readonly Named[];
}

const labelledNames = (): readonly string[] =>
  readdirSync(labels)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(labels, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sided)
    .flatMap(({ left, right, rights = [] }) => [left, ...(right ? [right] : []), ...rights])
    .map(({ name }) => name);

const names = [...labelledNames(), ...referenceCatalog(SIZES.province).map(({ name }) => name)];
const texts = names.map((name) => inKnownSpelling(unifiedName(name)).replace(/[()、]/gu, ''));
writeFileSync(join(root, 'matching/model/background.json'), `${JSON.stringify(countGrams(texts))}\n`);
