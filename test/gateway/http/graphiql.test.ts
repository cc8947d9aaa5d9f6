import { expect, test } from 'vitest';
import { openingQuery } from '../../../gateway/http/graphiql.ts';
import { NO_DOCUMENTS, readStoredDocuments } from '../../../gateway/stored-documents.ts';

test('the explorer opens on the query that crosses all levels, of all those stored', async () => {
  const documents = await readStoredDocuments();
  expect(documents.byId.size).toBeGreaterThan(1);
  expect(openingQuery(documents)).toContain('query CrossLevels(');
});

test('without stored queries it opens on one that any hub answers', () => {
  expect(openingQuery(NO_DOCUMENTS)).toContain('__typename');
});
