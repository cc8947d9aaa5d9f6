import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { documentStore } from '../../gateway/document-store.ts';

test('documents are kept by the length of their texts, whatever their keys are', async () => {
  const store = documentStore();
  const document = (length: number) => parse(`{ ${'a'.repeat(length - 4)} }`);
  const short = document(8_000);
  await store.set('first', short);
  await store.set('long', document(9_000));
  expect([await store.get('first'), await store.get('long')]).toEqual([short, undefined]);
  for (let index = 0; index < 16; index += 1) await store.set(`${index}`, document(8_000));
  expect(await store.get('first')).toBeUndefined();
  expect(await store.get('15')).toBeDefined();
  await store.delete('15');
  expect(await store.get('15')).toBeUndefined();
});
