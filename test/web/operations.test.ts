import { readdir, readFile } from 'node:fs/promises';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { buildSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('schema/operations/', ROOT);

const read = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8');

const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.graphql')).sort();
const operations = await Promise.all(
  files.map(async (file) => {
    const text = await read(`schema/operations/${file}`);
    const definitions = parse(text).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return { file, text, definitions: definitions as OperationDefinitionNode[] };
  }),
);
const schema = buildSchema(await read('schema/api.graphql'));

const pascalCase = (file: string): string =>
  file.replace('.graphql', '').replace(/(?:^|-)(.)/gu, (_, letter: string) => letter.toUpperCase());

describe.each(operations)('stored operation $file', ({ file, text, definitions }) => {
  it('is one query named after its file', () => {
    expect(definitions.map(({ operation, name }) => [operation, name?.value])).toEqual([
      ['query', pascalCase(file)],
    ]);
  });

  it('says for whom it is and what it answers', () => {
    expect(text).toMatch(
      /^# (门户开发者|目录分析人员|大厅集成人员|审定人员|页面)：\p{Script=Han}.*\n# .*\p{Script=Han}/u,
    );
  });

  it('asks only what the public schema has', () => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});

describe('stored operations', () => {
  const users = operations.map(({ text }) => /^# (\p{Script=Han}+)：/u.exec(text)?.[1]);

  it.each(['门户开发者', '目录分析人员', '大厅集成人员'])('serve %s with at least five examples', (user) => {
    expect(users.filter((one) => one === user).length).toBeGreaterThanOrEqual(5);
  });

  it('cross all five subgraphs in cross-levels.graphql', async () => {
    const planner = new QueryPlanner(await read('schema/supergraph.graphql'));
    const plan = JSON.stringify(
      await planner.planAsync(await read('schema/operations/cross-levels.graphql'), undefined, new Set(), 0),
    );
    const asked = [...plan.matchAll(/"serviceName":"(\w+)"/gu)].map((found) => found[1]);
    expect([...new Set(asked)].sort()).toEqual(['county', 'guide', 'matching', 'reference', 'township']);
  });

  it('hold everything the page asks', async () => {
    const scripts = (await readdir(new URL('web/', ROOT))).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => read(`web/${name}`)));
    const asked = texts.flatMap((text) =>
      [...text.matchAll(/operationText\('([\w-]+)'\)/gu)].map((found) => found[1]),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(files).toEqual(expect.arrayContaining(asked.map((name) => `${name}.graphql`)));
  });
});

/** The page's own module, loaded by address: it is JavaScript that the page is served as it is. */
interface Explorer {
  readonly explorerAddress: (query: string, variables: Readonly<Record<string, unknown>>) => string;
}

describe('a link to the explorer', async () => {
  const { explorerAddress } = (await import(new URL('web/explorer.js', ROOT).href)) as Explorer;
  const queryOf = (query: string, variables: Readonly<Record<string, unknown>>): string =>
    new URLSearchParams(explorerAddress(query, variables).split('?')[1]).get('query') ?? '';

  it.each([
    [
      'a text',
      'query A($words: String) { a }',
      { words: '登记"\\' },
      'query A($words: String = "登记\\"\\\\") { a }',
    ],
    [
      'an id in place of a default',
      'query A($id: ID! = "x") { a }',
      { id: 7 },
      'query A($id: ID! = "7") { a }',
    ],
    [
      'a number',
      'query A($first: Int = 20, $a: ID) { a }',
      { first: 5 },
      'query A($first: Int = 5, $a: ID) { a }',
    ],
    [
      'symbols',
      'query A($level: [Level!]) { a }',
      { level: ['CITY'] },
      'query A($level: [Level!] = [CITY]) { a }',
    ],
    ['nothing', 'query A($id: ID!) { a }', { id: undefined }, 'query A($id: ID!) { a }'],
    ['no comments', '# 页面：甲\nquery A { a }', {}, 'query A { a }'],
  ])('carries %s in the query itself', (_, query, variables, expected) => {
    expect(queryOf(query, variables)).toBe(expected);
  });

  const values = {
    ...{
      words: '养老 登记',
      level: ['COUNTY', 'VILLAGE'],
      kind: ['POWER'],
      type: ['LICENSING'],
      topic: '060',
    },
    ...{
      region: '990102000000',
      parent: '990000000000',
      item: 'ci_1',
      id: 'gd_1',
      code: '1"1',
      catalog: 'ca_1',
    },
    ...{ reference: 'ca_2', basicCode: '990100001000', number: 3, first: 10, after: 'WzNd' },
    audience: ['NATURAL_PERSON'],
  };

  it.each(operations)('leaves $file valid and short enough for an address', ({ text }) => {
    const filled = text.includes('$level: Level') ? { ...values, level: 'COUNTY', kind: 'POWER' } : values;
    expect(validate(schema, parse(queryOf(text, filled))).map(({ message }) => message)).toEqual([]);
    expect(explorerAddress(text, filled).length).toBeLessThan(8_000);
  });
});
