import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPECTED } from '../fixtures/intake/expected.ts';
import { describeFiles } from '../fixtures/make/describe.ts';
import { ROOT } from '../support/documents.ts';

const FOLDER = join(ROOT, 'test/fixtures/intake');
const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^expected.*\.ts$/u.test(entry.name))
  .map(({ name }) => name);

describe('the corpus of files', () => {
  test('every file is expected, and every expected file is there, once', () => {
    expect(EXPECTED.map(({ file }) => file).sort()).toEqual([...files].sort());
  });

  test('comes from at least three writers', () => {
    expect(new Set(EXPECTED.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(3);
  });

  test('is small', () => {
    expect(files.filter((name) => statSync(join(FOLDER, name)).size > 30_000)).toEqual([]);
  });

  test('each file is either read or refused', () => {
    const both = EXPECTED.filter(({ items, refused }) => (items === undefined) === (refused === undefined));
    expect(both).toEqual([]);
  });

  test('docs/intake-files.md tells of it', () => {
    expect(readFileSync(join(ROOT, 'docs/intake-files.md'), 'utf8')).toBe(describeFiles());
  });
});
