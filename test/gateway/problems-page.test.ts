import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../catalog/error-codes.ts';
import { PROBLEMS } from '../../catalog/problems.ts';
import { problemsPage } from '../../gateway/problems-page.ts';

test('docs/problems.md is what the lists of codes say', async () => {
  const committed = await readFile(new URL('../../docs/problems.md', import.meta.url), 'utf8');
  expect(committed).toBe(problemsPage());
});

test('every code has one row', () => {
  const rows = problemsPage().match(/^\| `\w+` \|/gmu) ?? [];
  const codes = [...ERROR_CODES.map(({ code }) => code), ...Object.keys(PROBLEMS)];
  expect(rows.map((row) => row.slice(3, -3)).sort()).toEqual(codes.sort());
});
