import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

export interface StoredDocument {
  /** `sha256:` and the digest of the file's bytes in hex. */
  readonly id: string;
  /** File name without its ending. */
  readonly name: string;
  readonly text: string;
  readonly operationNames: readonly string[];
}

export interface StoredDocuments {
  readonly byId: ReadonlyMap<string, StoredDocument>;
  /** Names of all operations stored: the only ones that become labels of metrics. */
  readonly operationNames: ReadonlySet<string>;
}

export const NO_DOCUMENTS: StoredDocuments = { byId: new Map(), operationNames: new Set() };

const OPERATIONS = fileURLToPath(new URL('../schema/operations/', import.meta.url));

/**
 * Reads the documents of a folder (`schema/operations` unless another is given). Only queries may be stored, as
 * a GET runs them; anything else is a bug of the checked-in file, hence thrown.
 */
export async function readStoredDocuments(folder: string = OPERATIONS): Promise<StoredDocuments> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const documents = await Promise.all(names.map((name) => readDocument(folder, name)));
  return {
    byId: new Map(documents.map((document) => [document.id, document])),
    operationNames: new Set(documents.flatMap((document) => document.operationNames)),
  };
}

async function readDocument(folder: string, file: string): Promise<StoredDocument> {
  const text = await readFile(join(folder, file), 'utf8');
  const operations = parse(text, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.length === 0 || operations.some(({ operation }) => operation !== 'query'))
    throw new Error(`${file}: a stored document holds queries only`);
  const operationNames = operations.flatMap(({ name }) => (name === undefined ? [] : [name.value]));
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return { id, name: file.replace(/\.graphql$/u, ''), text, operationNames };
}

/** The texts of stored documents, as they stand in their files. */
export const storedTexts = ({ byId }: StoredDocuments): ReadonlySet<string> =>
  new Set([...byId.values()].map(({ text }) => text));

/**
 * Tells whether a document is a stored one but for its comments, its layout and the defaults of its variables, which
 * the page writes into those it opens in the explorer: what such a document can ask is what the stored one can.
 */
export function storedMeanings(documents: StoredDocuments): (document: DocumentNode) => boolean {
  const meanings = new Set(
    [...storedTexts(documents)].map((text) => meaningOf(parse(text, { noLocation: true }))),
  );
  return (document) => meanings.has(meaningOf(document));
}

const meaningOf = (document: DocumentNode): string =>
  print(visit(document, { VariableDefinition: ({ defaultValue: _, ...others }) => others }));
