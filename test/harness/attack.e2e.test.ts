import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoDatabase, matchSimply } from '../support/hub.ts';
import { type AttackResult, attackBesideHonest } from './attack/beside.ts';
import { FAMILIES } from './attack/families.ts';
import { harmDone } from './attack/run.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';

const MEGABYTE = 1024 * 1024;

let database: Awaited<ReturnType<typeof demoDatabase>>;
let hub: HubProcess;
let result: AttackResult;

beforeAll(async () => {
  database = await demoDatabase();
  await matchSimply(database.url);
  hub = await startHubProcess(database.url);
  result = await attackBesideHonest(hub, { families: FAMILIES, sizes: 2, rounds: 2, peace: 700 });
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

describe('a hub under attack', () => {
  test('is attacked in sixty ways and more, each of its own', () => {
    expect(new Set(FAMILIES.map(({ name }) => name)).size).toBe(FAMILIES.length);
    expect(FAMILIES.length).toBeGreaterThanOrEqual(60);
    expect(result.outcomes).toHaveLength(2 * FAMILIES.length);
    expect(result.outcomes.filter(({ kind }) => kind === 'REFUSED').length).toBeGreaterThan(
      FAMILIES.length / 2,
    );
  });

  test('refuses every attack soon and with a documented code, or answers what costs little; shows nothing of its inside', () => {
    expect(harmDone(result.outcomes)).toEqual([]);
  });

  test('goes on answering honest clients, and refuses no stored operation', async () => {
    expect(result.failures).toEqual([]);
    expect(result.beside.length).toBeGreaterThan(20);
    // How long the longest one took is measured by `npm run bench -- attack`, on a machine that does nothing else.
    expect(Math.max(...result.beside)).toBeLessThanOrEqual(3_000);
  });

  test('is the same process as before, and has not grown', () => {
    expect(hub.isAlive()).toBe(true);
    expect((result.memory.after - result.memory.before) / MEGABYTE).toBeLessThanOrEqual(64);
  });
});
