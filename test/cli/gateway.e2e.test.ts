import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTEXT, subgraphTransport, supergraphSdl } from '../gateway/executor/fixture/federation.ts';
import { createStore } from '../gateway/executor/fixture/store.ts';
import { type SubgraphServer, serveSubgraph } from '../gateway/executor/fixture/subgraph-server.ts';
import { type Running, runZongheng, startZongheng } from '../support/processes.ts';

const NAMES = ['items', 'regions', 'guides', 'people'] as const;

let folder: string;
let file: string;
let gateway: Running;
const servers = new Map<string, SubgraphServer>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-gateway-'));
  file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl());
  const store = createStore();
  for (const name of NAMES) {
    const server = await serveSubgraph(
      subgraphTransport(name, () => store),
      CONTEXT,
    );
    servers.set(name, server);
  }
  const given = NAMES.flatMap((name) => ['--subgraph', `${name}=${servers.get(name)?.url}`]);
  gateway = await startZongheng(['gateway', '--supergraph', file, '--port', '0', ...given], {});
});

afterAll(async () => {
  await gateway?.end();
  for (const server of servers.values()) await server.close();
  await rm(folder, { recursive: true });
});

const ask = async (query: string) => {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return await response.json();
};

describe('a gateway alone over the supergraph of others', () => {
  test('answers across their subgraphs, and without one that is gone answers the rest', async () => {
    const query = '{ items(first: 1) { name region { name } guide { title } } }';
    const item = { name: '事项 0', region: { name: '地区0' }, guide: { title: '指南 0' } };
    const extensions = { cost: { estimated: expect.any(Number), limit: expect.any(Number) } };
    expect(await ask(query)).toEqual({ data: { items: [item] }, extensions });
    await servers.get('guides')?.close();
    expect(await ask(query)).toEqual({
      data: { items: [{ ...item, guide: null }] },
      errors: [
        {
          message: expect.stringMatching(/^\p{Script=Han}/u),
          path: ['items', 0, 'guide'],
          extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', retryable: true }),
        },
      ],
      extensions,
    });
  });
});

test.each([
  {
    title: 'without addresses',
    text: () => supergraphSdl(),
    sentence: '没有写这些子图的地址：guides、items、people、regions',
  },
  {
    title: 'naming a type it does not have',
    text: () => 'enum join__Graph { A @join__graph(name: "a", url: "http://a") } type Query { a: Missing }',
    sentence: '无法使用：类型或子图对不上（Unknown type: "Missing".）',
  },
  {
    title: 'without a query root',
    text: () => 'enum join__Graph { A @join__graph(name: "a", url: "http://a") } type Item { a: Int }',
    sentence: '无法使用：没有查询的入口类型',
  },
])('a supergraph $title: wrong usage, and why', async ({ text, sentence }) => {
  const path = join(folder, 'unusable.graphql');
  await writeFile(path, text());
  const { code, out, told } = await runZongheng(['gateway', '--supergraph', path, '--port', '0'], {});
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain(sentence);
});
