import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compositionDrift } from '../../gateway/composed-files.ts';

const COMPOSITION = { supergraphSdl: 'type Query { a: Int }', apiSdl: 'type Query { b: Int }' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-composed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const drift = () => compositionDrift(COMPOSITION, pathToFileURL(`${folder}/`));
const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('what has drifted from the composition', () => {
  test('is a file that says something else, and one that is not there', async () => {
    expect(await drift()).toEqual(['schema/supergraph.graphql', 'schema/api.graphql']);
    await write('supergraph.graphql', COMPOSITION.supergraphSdl);
    await write('api.graphql', 'type Query { c: Int }');
    expect(await drift()).toEqual(['schema/api.graphql']);
    await write('api.graphql', COMPOSITION.apiSdl);
    expect(await drift()).toEqual([]);
  });

  test('is not told of a file that cannot be read: that is thrown, with its cause', async () => {
    await mkdir(join(folder, 'supergraph.graphql'));
    await expect(drift()).rejects.toMatchObject({ cause: { code: 'EISDIR' } });
  });
});
