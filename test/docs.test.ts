import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../cli/commands.ts';
import { SETTINGS } from '../gateway/config.ts';
import {
  codeSpans,
  type Document,
  ROOT,
  readDocument,
  readDocuments,
  shellLines,
} from './support/documents.ts';

const documents = readDocuments();
const userDocuments = documents.filter(({ path }) => !path.startsWith('docs/adr/'));
const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));
const publicTypes = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The words of a shell line, quotation marks gone; a variable set before a command is a word like any other. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Calls of the program in shell blocks and in code spans: the words after `npx zongheng`. */
const calls = userDocuments.flatMap((document) =>
  [...shellLines(document), ...codeSpans(document)]
    .filter((line) => /(^|\s)npx zongheng\s/u.test(line))
    .map((line) => ({ where: document.path, line, words: wordsOf(line.replace(/^.*npx zongheng\s+/u, '')) })),
);

describe('the command in the documents', () => {
  test('is what npm links', () => {
    const folder = join(ROOT, manifest.dependencies['zongheng-command']?.replace(/^file:/u, '') ?? 'missing');
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = join(folder, bin.zongheng);
    expect(readFileSync(file, 'utf8')).toMatch(/^#!/u);
    expect(statSync(file).mode & 0o111).not.toBe(0);
  });

  test.each(COMMANDS.map(({ name }) => name))('%s is shown in a call', (name) => {
    expect(calls.map(({ words }) => words[0])).toContain(name);
  });

  test.each(COMMANDS.flatMap(({ name, options }) => Object.keys(options).map((option) => [name, option])))(
    '%s: --%s is explained',
    (name, option) => {
      const speaking = userDocuments.filter(({ text }) => text.includes(`zongheng ${name}`));
      expect(speaking.some(({ text }) => text.includes(`--${option}`))).toBe(true);
    },
  );

  test.each(calls)('$where: $line', ({ words: [name = '', ...rest] }) => {
    const command = COMMANDS.find((one) => one.name === name);
    if (command === undefined) throw new Error(`no command ${name}`);
    expect(() => parseArgs({ args: rest, options: command.options, allowPositionals: true })).not.toThrow();
  });

  test('npm scripts that are named exist', () => {
    const own = ['ci', 'start', 'test'];
    const named = documents.flatMap((document) =>
      [...codeSpans(document), ...shellLines(document)].flatMap((line) => [
        ...line.matchAll(/\bnpm (run )?([a-z]+)/gu),
      ]),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const [all, run, name = ''] of named) {
      const known = run === undefined ? own.includes(name) : Object.hasOwn(manifest.scripts, name);
      expect(known, all).toBe(true);
    }
  });
});

describe('the environment in the documents', () => {
  const start = readDocument('docs/operate/start.md');
  const rows = [...start.prose.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gmu)];

  test('has every variable and its default, and no other', () => {
    const told = rows.map(([, name, fallback]) => [name, fallback]);
    const real = SETTINGS.map(({ name, fallback }) => [name, fallback === '' ? '不设' : `\`${fallback}\``]);
    expect(told).toEqual(real);
  });

  test('shell blocks set no variable the program does not read', () => {
    const set = documents.flatMap((document) =>
      shellLines(document)
        .filter((line) => line.includes('zongheng') || line.includes('npm'))
        .flatMap((line) => [...line.matchAll(/\b([A-Z][A-Z_]+)=/gu)].map(([, name]) => name)),
    );
    expect(set.length).toBeGreaterThan(2);
    expect(SETTINGS.map(({ name }) => name)).toEqual(expect.arrayContaining(set));
  });
});

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = ({ prose }: Document): readonly string[] =>
  [...prose.matchAll(/^#{1,6} (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/gu, '-'),
  );

const linksOf = ({ prose }: Document): readonly string[] =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);

describe('links and paths', () => {
  const links = documents.flatMap((document) =>
    linksOf(document)
      .filter((target) => !/^https?:/u.test(target))
      .map((target) => ({ from: document.path, target })),
  );

  test('there are some', () => expect(links.length).toBeGreaterThan(20));

  test.each(links)('$from → $target', ({ from, target }) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? from : relative(ROOT, join(ROOT, dirname(from), path));
    expect(existsSync(join(ROOT, file))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readDocument(file))).toContain(anchor);
  });

  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);

  test('every file that is named exists', () => {
    const named = documents.flatMap((document) =>
      codeSpans(document)
        .filter((span) => folders.includes(span.split('/')[0] ?? '') && /^[\w.-]+\/[\w./-]*$/u.test(span))
        // `schema/x.graphql` speaks of every subgraph: one stands for all.
        .map((span) => ({ from: document.path, span, path: span.replace(/\bx(?=\.|\/|$)/u, 'county') })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the READMEs', () => {
  const english = readDocument('README.md');
  const chinese = readDocument('README.zh-CN.md');
  const levels = ({ prose }: Document) => [...prose.matchAll(/^(#+) /gmu)].map(([, marks]) => marks?.length);

  test('have the same sections', () => {
    expect(levels(english).length).toBeGreaterThan(8);
    expect(levels(chinese)).toEqual(levels(english));
  });

  test('have the same code blocks', () => expect(chinese.blocks).toEqual(english.blocks));

  test('link to the same documents, and to each other', () => {
    expect(linksOf(english)[0]).toBe('README.zh-CN.md');
    expect(linksOf(chinese)[0]).toBe('README.md');
    expect(linksOf(chinese).slice(1)).toEqual(linksOf(english).slice(1));
  });

  test.each([english, chinese])('$path is read in one sitting', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(151);
  });
});

describe('decisions and changes', () => {
  const adrs = readdirSync(join(ROOT, 'docs/adr')).sort();

  test('decisions are numbered without gaps, each titled by its number', () => {
    expect(adrs.length).toBeGreaterThan(0);
    expect(adrs.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/u.exec(name)?.[1]))).toEqual(
      adrs.map((_, i) => i + 1),
    );
    for (const [index, name] of adrs.entries()) {
      expect(readDocument(`docs/adr/${name}`).text).toMatch(new RegExp(`^# ${index + 1}\\. \\S`, 'u'));
    }
  });

  test.each(adrs)('%s is at most a page', (name) => {
    expect(readDocument(`docs/adr/${name}`).text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });

  test('the changelog begins with the version of the package', () => {
    expect(/^## (\S+)/mu.exec(readDocument('CHANGELOG.md').text)?.[1]).toBe(manifest.version);
  });

  /** The words between backticks in the paragraphs of a subject, in the entries of all versions. */
  const changelogWords = (subject: string): readonly string[] => {
    const changelog = readDocument('CHANGELOG.md');
    const paragraphs = changelog.prose.split('\n\n').filter((text) => text.startsWith(`**${subject}.**`));
    return codeSpans({ ...changelog, prose: paragraphs.join('\n') });
  };

  test('the changelog names every root field, every interface and every type with an id', () => {
    const withId = publicTypes.filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    const types = [...withId, ...publicTypes.filter(isInterfaceType)].map(({ name }) => name);
    const names = [...Object.keys(schema.getQueryType()?.getFields() ?? {}), ...types];
    expect(changelogWords('Schema')).toEqual(expect.arrayContaining(names));
  });

  test('the changelog names every command', () => {
    expect(changelogWords('Command')).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
  });
});
