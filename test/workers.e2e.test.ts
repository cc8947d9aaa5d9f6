import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, runZongheng, startZongheng } from './support/processes.ts';
import { startLoad } from './support/verifying-load.ts';

const CONNECTIONS = 8;
const BODY = {
  query: '{ items(filter: { search: "登记" }, first: 5) { totalCount nodes { id name level } } }',
};
const WAIT = { timeout: 60_000, interval: 20 };

let home: string;
let hub: Running;
let expected: string;

/** The processes a supervisor has begun, by their titles. */
const begunBy = (supervisor: number): readonly { readonly pid: number; readonly title: string }[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*?)\s*$/u.exec(line))
    .filter((found) => found !== null && Number(found[2]) === supervisor)
    .map((found) => ({ pid: Number(found?.[1]), title: found?.[3] ?? '' }));

const workersOf = (supervisor: number): readonly number[] =>
  begunBy(supervisor)
    .filter(({ title }) => title === 'zongheng worker')
    .map(({ pid }) => pid)
    .sort((one, other) => one - other);

const post = async (): Promise<string> => {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(BODY),
  });
  return await response.text();
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-workers-'));
  await chmod(home, 0o755);
  hub = await startZongheng(['start', '--workers', '2'], { ZONGHENG_HOME: home, PORT: '0' });
  expected = await post();
});

afterAll(async () => {
  await hub?.end();
  await rm(home, { recursive: true, force: true });
});

describe('several processes on one port', () => {
  test('are as many as were asked for, and answer alike', async () => {
    expect(workersOf(hub.pid)).toHaveLength(2);
    expect(JSON.parse(expected).errors).toBeUndefined();
    for (let time = 0; time < 20; time += 1) expect(await post()).toBe(expected);
  });

  test('are replaced by others one after another under load without a request lost', async () => {
    const load = startLoad(hub.url, BODY, expected, CONNECTIONS);
    for (let roll = 0; roll < 2; roll += 1) {
      const before = workersOf(hub.pid);
      process.kill(hub.pid, 'SIGHUP');
      await vi.waitFor(() => {
        const now = workersOf(hub.pid);
        expect(now).toHaveLength(2);
        expect(now.some((pid) => before.includes(pid))).toBe(false);
      }, WAIT);
    }
    const { answered, failures } = await load.end();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(CONNECTIONS);
  });

  test('one that is killed takes with it what it had under way and nothing else, and another takes its place', async () => {
    const load = startLoad(hub.url, BODY, expected, CONNECTIONS);
    await vi.waitFor(() => expect(load.answered()).toBeGreaterThan(CONNECTIONS), WAIT);
    const before = workersOf(hub.pid);
    process.kill(before[0] ?? 0, 'SIGKILL');
    await vi.waitFor(() => {
      const now = workersOf(hub.pid);
      expect(now).toHaveLength(2);
      expect(now).not.toContain(before[0]);
    }, WAIT);
    const since = load.answered();
    await vi.waitFor(() => expect(load.answered()).toBeGreaterThan(since + CONNECTIONS), WAIT);
    const { failures } = await load.end();
    expect(failures.length).toBeLessThanOrEqual(CONNECTIONS);
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

describe('over a database without anything published', () => {
  test('SIGTERM while workers are replaced ends them all, the one to come too', async () => {
    await using own = await ownHome();
    const other = await startZongheng(['start', '--empty', '--workers', '2'], {
      ZONGHENG_HOME: own.path,
      PORT: '0',
    });
    const first = workersOf(other.pid);
    const before = begunBy(other.pid).map(({ pid }) => pid);
    process.kill(other.pid, 'SIGHUP');
    const all = await vi.waitFor(() => {
      const begun = begunBy(other.pid).map(({ pid }) => pid);
      expect(begun.some((pid) => !before.includes(pid))).toBe(true);
      return begun;
    }, WAIT);
    expect(all).toEqual(expect.arrayContaining([...first]));
    await other.end();
    await vi.waitFor(() => expect(all.filter(isAlive)).toEqual([]), WAIT);
  });

  test('a port that is taken is told once, in a sentence', async () => {
    await using own = await ownHome();
    const { port } = new URL(hub.url);
    const { code, told } = await runZongheng(['start', '--empty', '--workers', '2'], {
      ZONGHENG_HOME: own.path,
      PORT: port,
    });
    expect(code).toBe(1);
    expect(told.match(/端口已被占用/gu)).toHaveLength(1);
    expect(told).not.toContain('    at ');
  });
});

test('SIGHUP to all processes at once, as from a terminal, ends none of the workers unasked', async () => {
  const before = workersOf(hub.pid);
  const [one = 0] = before;
  process.kill(one, 'SIGHUP');
  for (let time = 0; time < 20; time += 1) expect(await post()).toBe(expected);
  expect(workersOf(hub.pid)).toEqual(before);
});

test.each(['0', 'two', '1.5', '65', '-1'])('--workers %s is refused with a sentence', async (count) => {
  const { code, told } = await runZongheng(['start', `--workers=${count}`], { ZONGHENG_HOME: home });
  expect(code).toBe(2);
  expect(told).toContain('--workers 应为 1 到 64 的整数');
});
