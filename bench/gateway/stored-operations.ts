import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HUB_DOCUMENTS, OPERATIONS, type Operation } from './operations.ts';

/** Writes the operations as documents a hub can store; returns their folder. */
export const writeStoredOperations = async (scratch: string): Promise<string> => {
  const folder = join(scratch, 'documents');
  await mkdir(folder, { recursive: true });
  await Promise.all(
    OPERATIONS.map((operation) => writeFile(join(folder, `${operation}.graphql`), HUB_DOCUMENTS[operation])),
  );
  return folder;
};

/** Path and search of a GET that asks for a stored operation. */
export const storedPath = (operation: Operation, variables: Readonly<Record<string, unknown>>): string => {
  const digest = createHash('sha256').update(HUB_DOCUMENTS[operation]).digest('hex');
  const search = new URLSearchParams({
    documentId: `sha256:${digest}`,
    variables: JSON.stringify(variables),
  });
  return `/graphql?${search.toString()}`;
};
