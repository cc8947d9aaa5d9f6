import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contestant } from './contestant.ts';
import { OPERATIONS, type Operation, type VariableSet } from './operations.ts';

/** Writes a contestant's requests for the load generator, method, path, body and condition of each in a line; returns the file of each operation. */
export const writeRequestFile = async (
  folder: string,
  { name, requestOf }: Contestant,
  sets: Readonly<Record<Operation, readonly VariableSet[]>>,
): Promise<Readonly<Record<Operation, string>>> => {
  const files = OPERATIONS.map((operation) => {
    const requests = sets[operation].map((set, place) => requestOf(operation, set, place));
    const text = requests
      .map(
        ({ method, path, body, isConditional = false }) =>
          `${method}\t${path}\t${body}\t${isConditional ? '*' : ''}\n`,
      )
      .join('');
    return { operation, file: join(folder, `requests-${name}-${operation}.tsv`), text };
  });
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return Object.fromEntries(files.map(({ operation, file }) => [operation, file])) as Record<
    Operation,
    string
  >;
};
