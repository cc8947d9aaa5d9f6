import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PROBLEMS } from '../../catalog/problems.ts';

const sources: string[] = [];
for await (const path of glob(['catalog/**/*.ts', 'intake/**/*.ts'], { exclude: ['catalog/problems/**'] })) {
  sources.push(await readFile(path, 'utf8'));
}

// A published code that nothing raises is a promise to clients that is not kept.
test.each(Object.keys(PROBLEMS))('%s is raised somewhere', (code) => {
  expect(sources.some((source) => source.includes(`'${code}'`))).toBe(true);
});
