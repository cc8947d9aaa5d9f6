import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Layer by layer: which of our own paths a file may import. The first rule whose `from` fits decides. */
const LAYERS: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^catalog\//, may: [/^catalog\//] },
  { from: /^signing\//, may: [/^signing\//] },
  { from: /^cost\//, may: [/^cost\//] },
  { from: /^trail\//, may: [/^trail\//] },
  { from: /^matching\//, may: [/^matching\//, /^catalog\//] },
  { from: /^comparison\//, may: [/^comparison\//, /^catalog\//, /^matching\/fields\//] },
  { from: /^db\//, may: [/^db\//, /^catalog\//] },
  { from: /^linkage\//, may: [/^linkage\//, /^catalog\//, /^db\//, /^matching\//] },
  { from: /^intake\//, may: [/^intake\//, /^catalog\//, /^db\//] },
  {
    from: /^subgraphs\/([a-z]+)\//,
    may: [
      /^subgraphs\/$1\//,
      /^subgraphs\/[a-z-]+\.ts$/,
      /^catalog\//,
      /^signing\//,
      /^comparison\//,
      /^matching\//,
      /^db\/$1\.ts$/,
      /^db\/(client|version|item-table|release|release-watch)\.ts$/,
    ],
  },
  {
    from: /^subgraphs\//,
    may: [/^subgraphs\//, /^catalog\//, /^cost\//, /^signing\//, /^matching\//, /^db\//],
  },
  {
    from: /^fusion\//,
    may: [
      /^fusion\//,
      /^catalog\//,
      /^db\//,
      /^subgraphs\//,
      /^gateway\/executor\/(completion|leaf|selection|shortcut)\.ts$/,
    ],
  },
  {
    from: /^gateway\//,
    may: [
      /^gateway\//,
      /^catalog\//,
      /^cost\//,
      /^signing\//,
      /^fusion\/open-fusion\.ts$/,
      /^subgraphs\/(index|sdl|ordered-execution)\.ts$/,
    ],
  },
  { from: /^demo\//, may: [/^demo\//, /^catalog\//] },
  { from: /^web\//, may: [/^web\//] },
  { from: /^(cli|test|bench|scripts)\//, may: [/./] },
  { from: /^[a-z.-]+\.config\.ts$/, may: [] },
];

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|\.git|\.zongheng)\//.test(path));

const importsOf = (path: string): string[] => {
  const { module } = parseSync(path, readFileSync(join(root, path), 'utf8'));
  const fixed = [...module.staticImports.map((one) => one.moduleRequest.value), ...exportsFrom(module)];
  return fixed
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, resolve(root, dirname(path), name)));
};

const exportsFrom = (module: ReturnType<typeof parseSync>['module']): string[] =>
  module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []));

/** The imports of a file that its layer does not allow, as `file → import`. */
const forbiddenImports = (path: string, imports: readonly string[]): string[] => {
  const layer = LAYERS.find((rule) => rule.from.test(path));
  if (layer === undefined) return [`${path} belongs to no layer`];
  const own = layer.from.exec(path)?.[1] ?? '';
  const allowed = layer.may.map((rule) => new RegExp(rule.source.replaceAll('$1', own)));
  return imports
    .filter((name) => !allowed.some((rule) => rule.test(name)))
    .map((name) => `${path} → ${name}`);
};

const files = sources('.');

describe('layers', () => {
  test('there are files to look at', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const layer of [
      'catalog',
      'cost',
      'signing',
      'trail',
      'db',
      'matching',
      'comparison',
      'linkage',
      'intake',
      'subgraphs',
      'fusion',
      'gateway',
      'cli',
      'demo',
    ]) {
      expect(files.filter((path) => path.startsWith(`${layer}/`)).length, layer).toBeGreaterThan(2);
    }
  });

  test('every import stays within its layer', () => {
    expect(files.flatMap((path) => forbiddenImports(path, importsOf(path)))).toEqual([]);
  });

  test('a subgraph that imports another is caught', () => {
    const caught = forbiddenImports('subgraphs/county/loaders.ts', [
      'subgraphs/township/loaders.ts',
      'db/guide.ts',
    ]);
    expect(caught).toHaveLength(2);
  });

  test('no import() hides from the rules', () => {
    const dynamic = files.filter((path) => {
      const { module } = parseSync(path, readFileSync(join(root, path), 'utf8'));
      return module.dynamicImports.length > 0 && !path.startsWith('test/');
    });
    expect(dynamic).toEqual([]);
  });
});

describe('files', () => {
  test('none is longer than 300 lines', () => {
    const long = files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('none is called utils, helpers, common or index, but the list of subgraphs', () => {
    const vague = files.filter((path) => /(^|\/)(utils?|helpers?|common|index)\.(ts|js)$/.test(path));
    expect(vague).toEqual(['subgraphs/index.ts']);
  });

  test('every subgraph bears its name three times', () => {
    const names = readdirSync(join(root, 'subgraphs'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(names.map((entry) => entry.name).sort()).toEqual([
      'county',
      'guide',
      'matching',
      'reference',
      'township',
    ]);
    for (const { name } of names) {
      expect(files).toContain(`db/${name}.ts`);
      expect(readFileSync(join(root, 'schema', `${name}.graphql`), 'utf8')).toContain('type ');
    }
  });
});
