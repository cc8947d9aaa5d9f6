import { expect, test } from 'vitest';
import { keptDocuments } from '../../subgraphs/kept-documents.ts';

test('texts kept longest go where all together are too long', () => {
  const documents = keptDocuments<number>(10);
  for (const text of ['aaaa', 'bbbb', 'bbbb', 'cccc']) documents.keep(text, text.length);
  expect(['aaaa', 'bbbb', 'cccc'].map(documents.get)).toEqual([undefined, 4, 4]);
});

test('one that is too long by itself is not kept', () => {
  const documents = keptDocuments<number>(10);
  documents.keep('a'.repeat(11), 1);
  documents.keep('b', 2);
  expect([documents.get('a'.repeat(11)), documents.get('b')]).toEqual([undefined, 2]);
});
