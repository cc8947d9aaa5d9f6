import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../cli/command.ts';
import { readSupergraphFile, subgraphUrls } from '../../cli/supergraph-file.ts';

const graphs = (...lines: readonly string[]) => `enum join__Graph { ${lines.join(' ')} }`;
const ITEMS = 'ITEMS @join__graph(name: "items", url: "http://127.0.0.1:4001/graphql")';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-supergraph-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (text: string) => {
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, text);
  return await readSupergraphFile(path);
};

describe('a supergraph file', () => {
  test('says the address of each subgraph', async () => {
    const { addresses } = await read(graphs(ITEMS, 'GUIDES @join__graph(name: "guides", url: "")'));
    expect(addresses).toEqual({ items: 'http://127.0.0.1:4001/graphql', guides: '' });
  });

  test.each([
    { title: 'no GraphQL', text: 'type Query {', sentence: '第 1 行第 13 列有语法错误' },
    { title: 'nothing', text: '', sentence: '不是 GraphQL 模式' },
    { title: 'no supergraph', text: 'type Query { a: Int }', sentence: '没有 @join__graph' },
    { title: 'no subgraph', text: graphs('ITEMS'), sentence: '没有 @join__graph' },
  ])('that is $title is refused', async ({ text, sentence }) => {
    const refusal = await read(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect(refusal).toMatchObject({ message: expect.stringContaining(sentence) });
  });

  test('that is not there is refused', async () => {
    await expect(readSupergraphFile(join(folder, 'nowhere'))).rejects.toThrow('文件不存在');
  });
});

describe('the addresses of subgraphs', () => {
  const addresses = { items: 'http://127.0.0.1:4001/graphql', guides: '' };
  const file = { path: 'shop.graphql', sdl: '', addresses };

  test('are those given, otherwise those of the file', () => {
    expect(subgraphUrls(file, ['guides=https://guides.example/graphql?a=b'])).toEqual({
      items: 'http://127.0.0.1:4001/graphql',
      guides: 'https://guides.example/graphql?a=b',
    });
    expect(subgraphUrls(file, ['guides=unix:/run/guides.sock'])).toMatchObject({
      guides: 'unix:/run/guides.sock',
    });
  });

  test.each([
    { given: [], sentence: '没有写这些子图的地址：guides；请用 --subgraph guides=http://' },
    { given: ['guides'], sentence: '应写成 子图名=地址' },
    { given: ['guides='], sentence: '应写成 子图名=地址' },
    { given: ['=http://a'], sentence: '应写成 子图名=地址' },
    { given: ['guide=http://a'], sentence: '没有子图“guide”；有：items、guides' },
    { given: ['constructor=http://a'], sentence: '没有子图“constructor”' },
    { given: ['guides=http://a', 'guides=http://b'], sentence: '给了两次' },
    { given: ['guides=ftp://a'], sentence: '子图 guides 的地址不正确' },
    { given: ['guides=unix:guides.sock'], sentence: '子图 guides 的地址不正确' },
    { given: ['guides=somewhere'], sentence: '子图 guides 的地址不正确' },
  ])('$given: refused, $sentence', ({ given, sentence }) => {
    expect(() => subgraphUrls(file, given)).toThrow(sentence);
    expect(() => subgraphUrls(file, given)).toThrow(UsageError);
  });
});
