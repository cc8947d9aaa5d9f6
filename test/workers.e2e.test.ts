import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { killUnderLoad } from '../bench/restarts/kills.ts';
import { publishUnderLoad } from '../bench/restarts/publishes.ts';
import { askOnce, QUESTIONS } from '../bench/restarts/questions.ts';
import { rollUnderLoad, type Started } from '../bench/restarts/rolls.ts';
import { openStatementLog } from '../bench/restarts/statement-log.ts';
import type { LoadPlan } from '../bench/restarts/verified-load.ts';
import { begunBy, sparesOf, workersOf } from '../bench/restarts/workers-of.ts';
import { connect } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { type Running, runZongheng, startZongheng } from './support/processes.ts';

const WAIT = { timeout: 60_000, interval: 20 };
const WORKERS = ['--workers', '2'];
const tell = (): void => undefined;

let home: string;
let hub: Running;
let started: Started;
let plan: LoadPlan;

/** Every question is answered as at first. */
const expectAnswers = async (times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1)
    for (const { body, expected } of plan.requests) expect(await askOnce(hub.url, body)).toBe(expected);
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-workers-'));
  await chmod(home, 0o755);
  hub = await startZongheng(['start', ...WORKERS], { ZONGHENG_HOME: home, PORT: '0' });
  const requests = await Promise.all(
    QUESTIONS.map(async (body) => ({ body, expected: await askOnce(hub.url, body) })),
  );
  started = { url: hub.url, pid: hub.pid, workers: 2 };
  plan = { url: hub.url, requests, kept: 6, fresh: 2 };
});

afterAll(async () => {
  await hub?.end();
  await rm(home, { recursive: true, force: true });
});

describe('several processes on one port', () => {
  test('are as many as were asked for, and answer alike', async () => {
    expect(workersOf(hub.pid)).toHaveLength(2);
    await expectAnswers(5);
  });

  test('are replaced by others one after another under load without a request lost', async () => {
    const { answered, failures } = await rollUnderLoad(started, { plan, rolls: 2, requests: 100, tell });
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThanOrEqual(100);
  });

  test('one that is killed takes with it what it had under way and nothing else, and another takes its place', async () => {
    const { kills, failures } = await killUnderLoad(started, { plan, kills: 3, tell });
    for (const { failed, open } of kills) expect(failed).toBeLessThanOrEqual(open);
    expect(failures).toHaveLength(kills.reduce((sum, { failed }) => sum + failed, 0));
    await expectAnswers();
  });

  test('one that hangs is ended, and another takes its place', async () => {
    const [victim = 0, other = 0] = workersOf(hub.pid);
    process.kill(victim, 'SIGSTOP');
    await vi.waitFor(() => {
      const now = workersOf(hub.pid);
      expect(now).toHaveLength(2);
      expect(now).not.toContain(victim);
      expect(now).toContain(other);
    }, WAIT);
    await expectAnswers();
  });

  test('one in reserve that hangs is ended likewise: who publishes would wait for it', async () => {
    const spare = () => vi.waitFor(() => sparesOf(hub.pid)[0] ?? expect.fail('none in reserve'), WAIT);
    const hanging = await spare();
    process.kill(hanging, 'SIGSTOP');
    await vi.waitFor(() => expect(begunBy(hub.pid)).not.toContain(hanging), WAIT);
    expect(await spare()).not.toBe(hanging);
  });

  test('all killed at once come back at the same address', async () => {
    const before = workersOf(hub.pid);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => {
      const now = workersOf(hub.pid);
      expect(now).toHaveLength(2);
      expect(now.some((pid) => before.includes(pid))).toBe(false);
    }, WAIT);
    await expectAnswers();
  });

  test('SIGHUP to all processes at once, as from a terminal, ends none of the workers unasked', async () => {
    const before = workersOf(hub.pid);
    process.kill(before[0] ?? 0, 'SIGHUP');
    await expectAnswers(5);
    expect(workersOf(hub.pid)).toEqual(before);
  });
});

const ownHome = async () => {
  const path = await mkdtemp(join(tmpdir(), 'zongheng-workers-'));
  await chmod(path, 0o755);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A request whose last byte is sent by the call that gives its whole answer. */
const beginRequest = async (url: string) => {
  const { hostname, port } = new URL(url);
  const socket = dial(Number(port), hostname);
  await once(socket, 'connect');
  const body = JSON.stringify({ query: '{ __typename }' });
  const head = ['POST /graphql HTTP/1.1', `host: ${hostname}`, 'content-type: application/json'];
  const length = `content-length: ${body.length}`;
  socket.write([...head, length, 'expect: 100-continue', '', ''].join('\r\n'));
  // The server has read the head once it asks for the rest.
  await once(socket, 'data');
  return async (): Promise<string> => {
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.write(body);
    await once(socket, 'close');
    return answer;
  };
};

describe('over a database without anything published', () => {
  test('SIGTERM while workers are replaced ends them all, the one to come too', async () => {
    await using own = await ownHome();
    const environment = { ZONGHENG_HOME: own.path, PORT: '0' };
    const other = await startZongheng(['start', '--empty', ...WORKERS], environment);
    const before = begunBy(other.pid);
    process.kill(other.pid, 'SIGHUP');
    const all = await vi.waitFor(() => {
      const begun = begunBy(other.pid);
      expect(begun.some((pid) => !before.includes(pid))).toBe(true);
      return [...before, ...begun];
    }, WAIT);
    await other.end();
    await vi.waitFor(() => expect(all.filter(isAlive)).toEqual([]), WAIT);
  });

  test('when the process that keeps them is killed they answer what they have begun and end; the next start takes over the database', async () => {
    await using own = await ownHome();
    const environment = { ZONGHENG_HOME: own.path, PORT: '0' };
    const databaseRuns = (): boolean => existsSync(join(own.path, 'postgres/data/postmaster.pid'));
    const other = await startZongheng(['start', '--empty', ...WORKERS], environment);
    const all = begunBy(other.pid);
    const finish = await beginRequest(other.url);
    await other.end('SIGKILL');
    expect(await finish()).toMatch(/^HTTP\/1\.1 200 /u);
    await vi.waitFor(() => expect(all.filter(isAlive)).toEqual([]), WAIT);
    expect(databaseRuns()).toBe(true);
    const { port } = new URL(other.url);
    const next = await startZongheng(['start', '--empty', ...WORKERS], { ...environment, PORT: port });
    expect(next.url).toBe(other.url);
    await next.end();
    expect(databaseRuns()).toBe(false);
  });

  test('a port that is taken is told once, in a sentence', async () => {
    await using own = await ownHome();
    const { port } = new URL(hub.url);
    const { code, told } = await runZongheng(['start', '--empty', ...WORKERS], {
      ZONGHENG_HOME: own.path,
      PORT: port,
    });
    expect(code).toBe(1);
    expect(told.match(/端口已被占用/gu)).toHaveLength(1);
    expect(told).not.toContain('    at ');
  });
});

test('once a publish has returned no worker answers by the release before, and none works out the same twice', async () => {
  const { url } = await startEmbedded(home);
  const sql = connect(url, { connections: 2 });
  try {
    const log = await openStatementLog(sql, home);
    const open = { ...plan, requests: QUESTIONS.map((body) => ({ body })), kept: 12, fresh: 4 };
    const figures = await publishUnderLoad({ plan: open, publishes: 2, sql, log, tell });
    expect(figures).toMatchObject({ failures: [], stale: 0, different: 0 });
    expect(figures.once).toBeGreaterThanOrEqual(QUESTIONS.length);
    for (const count of figures.statements) expect(count).toBeLessThanOrEqual(2 * figures.once);
  } finally {
    await sql.end();
  }
});

test.each(['0', 'two', '1.5', '65', '-1'])('--workers %s is refused with a sentence', async (count) => {
  const { code, told } = await runZongheng(['start', `--workers=${count}`], { ZONGHENG_HOME: home });
  expect(code).toBe(2);
  expect(told).toContain('--workers 应为 1 到 64 的整数');
});
