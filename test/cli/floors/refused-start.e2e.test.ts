import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runZongheng } from '../../support/processes.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-unsafe-'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

const FAR = { DATABASE_URL: 'postgres://hub:secret@db.example.com/zongheng' };

test.each([
  ['start', ['start', '--empty'], FAR, 'DATABASE_URL 指向别的机器而不加密'],
  ['subgraph', ['subgraph', 'guide'], { NODE_OPTIONS: '--insecure-http-parser' }, '可被夹带请求'],
  [
    'gateway',
    ['gateway', '--supergraph', 'schema/supergraph.graphql', '--port', '0'],
    { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    'TLS 不再核对对方是谁',
  ],
  [
    'gateway',
    [
      ...['gateway', '--supergraph', 'schema/supergraph.graphql', '--port', '0'],
      ...['--subgraph', 'guide=http://guide.example.com/graphql'],
    ],
    {},
    '子图 guide 的地址以明文指向别的机器',
  ],
])('%s does not begin, and says why', async (_name, words, environment, reason) => {
  const { code, out, told } = await runZongheng(words, { ZONGHENG_HOME: home, ...environment });
  expect([code, out]).toEqual([1, '']);
  expect(told).toContain('不安全，不启动：');
  expect(told).toContain(reason);
  expect(told).not.toContain('secret');
});
