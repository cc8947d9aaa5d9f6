import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The root of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** A fenced block of a document: the word after the fence, and the text within. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** One Markdown document. */
export interface Document {
  /** Path from the root of the project. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
  /** The text without its fenced blocks. */
  readonly prose: string;
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gmu;

/** Reads a document by its path from the root. */
export const readDocument = (path: string): Document => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const blocks = [...text.matchAll(FENCED)].map(([, language = '', body = '']) => ({ language, text: body }));
  return { path, text, blocks, prose: text.replace(FENCED, '') };
};

/** Every document for users and developers: those at the root, and everything under `docs`. */
export const readDocuments = (): readonly Document[] => {
  const beneath = readdirSync(join(ROOT, 'docs'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  return ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', ...beneath.sort()].map(readDocument);
};

/** The texts between single backticks outside fenced blocks. */
export const codeSpans = ({ prose }: Document): readonly string[] =>
  [...prose.matchAll(/`([^`\n]+)`/gu)].map(([, span = '']) => span);

/** Every line of the shell blocks. */
export const shellLines = ({ blocks }: Document): readonly string[] =>
  blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));
