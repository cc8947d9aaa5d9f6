import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rulesPage } from '../comparison/rules-page.ts';
import { problemsPage } from '../gateway/problems-page.ts';
import { elementsSdl } from '../scripts/elements-sdl.ts';

const committed = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

// Whoever changes an element, a code list or a sentence sees the change in the contract and in the manual.
test.each([
  ['schema/elements.graphql', elementsSdl],
  ['docs/problems.md', problemsPage],
  ['docs/comparison-rules.md', rulesPage],
])('%s is what the catalog says', async (path, make) => {
  expect(make()).toBe(await committed(path));
});
