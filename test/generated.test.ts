import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { problemsPage } from '../gateway/problems-page.ts';
import { elementsSdl } from '../scripts/elements-sdl.ts';

const committed = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

// Whoever changes an element, a code list or a sentence sees the change in the contract and in the manual.
test.each([
  ['schema/elements.graphql', elementsSdl],
  ['docs/problems.md', problemsPage],
])('%s is what the catalog says', async (path, make) => {
  expect(make()).toBe(await committed(path));
});
