import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStoredDocuments } from '../../gateway/stored-documents.ts';

const reading = async (files: Record<string, string>) => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-documents-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await readStoredDocuments(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

test('a document’s id is the digest of its file, as sha256sum tells it', async () => {
  const text = '# 检索\nquery Find { items { totalCount } }\n';
  const { byId, operationNames } = await reading({ 'find.graphql': text, 'readme.md': '#' });
  const id = `sha256:${createHash('sha256').update(Buffer.from(text)).digest('hex')}`;
  expect([...byId.values()]).toEqual([{ id, name: 'find', text, operationNames: ['Find'] }]);
  expect([...operationNames]).toEqual(['Find']);
});

test.each([
  ['a mutation', 'mutation { publish }'],
  ['no operation', 'fragment F on Item { id }'],
  ['no GraphQL', '{'],
])('%s is not taken', async (_, text) => {
  await expect(reading({ 'bad.graphql': text })).rejects.toThrow();
});
