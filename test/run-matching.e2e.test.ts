import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Sql } from '../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { publishRows } from './support/lists.ts';
import { runZongheng, startZongheng } from './support/processes.ts';

let home: string;
let server: EmbeddedServer;
let sql: Sql;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-run-'));
  await chmod(home, 0o755);
  server = await startEmbedded(home);
  await migrate(server.url);
  // Held through the test, so that the hub does not stop a server it takes for its own.
  sql = connect(server.url, { connections: 2 });
});

afterEach(async () => {
  await sql.end();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

interface Run {
  readonly id: string;
  readonly status: string;
  readonly release: number | null;
  readonly progress: { readonly auto: number };
}

test('an operator asks a hub for a run: it is done in another process, and its links are the next release', async () => {
  await publishRows(sql, {
    reference: [{ row_id: 'r', 事项名称: '食品经营许可证核发', 基本编码: '880100001000' }],
    power: [{ row_id: 'p', 事项名称: '食品经营许可证的核发' }],
  });
  const run = (...words: readonly string[]) => runZongheng(words, { ZONGHENG_HOME: home });
  expect(await run('keys', 'new')).toMatchObject({ code: 0 });
  const issued = await run('token', '--subject', '张三', '--grant', 'OPERATOR@00');
  expect(issued).toMatchObject({ code: 0, told: expect.stringMatching(/^持有人 张三/u) });
  await using hub = await startZongheng(['start', '--empty'], { ZONGHENG_HOME: home, PORT: '0' });
  const answered = async (query: string, variables: object = {}, headers: object = {}) => {
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${issued.out.trim()}`,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return await response.json();
  };
  const ask = async (query: string, variables: object = {}, headers: object = {}) => {
    const answer = await answered(query, variables, headers);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const asked = await ask('mutation { runMatching { result run { id } } }');
  expect(asked.runMatching.result).toBe('QUEUED');
  let matched: Run;
  do {
    ({ matchRun: matched } = await ask(
      'query ($id: ID!) { matchRun(id: $id) { id status release progress { auto } } }',
      asked.runMatching.run,
    ));
  } while (matched.status === 'QUEUED' || matched.status === 'RUNNING');
  expect(matched).toMatchObject({ status: 'DONE', release: 2, progress: { auto: 1 } });
  const { items } = await ask(
    '{ items(filter: { level: [COUNTY] }) { nodes { ... on CountyItem { referenceMatch { status run { id } } } } } }',
    {},
    // What a run has become is told at once; that its release is the newest, the hub hears a moment later.
    { 'x-release': String(matched.release) },
  );
  expect(items.nodes).toEqual([{ referenceMatch: { status: 'ACCEPTED', run: { id: matched.id } } }]);
  expect(await run('revoke', '--subject', '张三', '--reason', '调岗')).toMatchObject({ code: 0 });
  expect(await answered('mutation { runMatching { result } }')).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect((await run('revoke')).out).toMatch(/\+08:00\t张三\t调岗\n$/u);
});
