import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_NOW, demoDatabase, matchSimply } from '../support/hub.ts';
import { seededRandom } from '../support/random-query.ts';
import { testIssuer } from '../support/tokens.ts';
import { apiSchema } from './api-schema.ts';
import { type AttackResult, attackBesideHonest } from './attack/beside.ts';
import { FAMILIES } from './attack/families.ts';
import { harmDone } from './attack/run.ts';
import { INSIDE, watchFor } from './canaries.ts';
import { type QueriesResult, queriesBy } from './fuzz/queries.ts';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { PROBES, scan } from './scan/probes.ts';
import { suggested, wrongWords } from './scan/wrong-words.ts';

const MEGABYTE = 1024 * 1024;
const SEED = 20_261_122;

/** Milliseconds a refusal may take while other tests run as well; `npm run bench -- attack` holds it to 100. */
const SOON = 1_000;

const issuer = testIssuer();
let database: Awaited<ReturnType<typeof demoDatabase>>;
let hub: HubProcess;
let result: AttackResult;
let live: { readonly before: number; readonly after: number };
let sightings: readonly unknown[];
let byChance: QueriesResult;

beforeAll(async () => {
  database = await demoDatabase();
  await matchSimply(database.url);
  hub = await startHubProcess({ databaseUrl: database.url, now: DEMO_NOW, tokens: issuer.tokens });
  // First of all: what the process needs once for ever is not the work of an attack.
  byChance = await queriesBy(SEED, 300, hub.url);
  const before = await hub.liveMemory();
  const planted = [
    { name: 'the address of this database', sign: database.url },
    { name: 'the folder of the code', sign: resolve(import.meta.dirname, '../..') },
  ];
  const watch = watchFor([...INSIDE, ...planted]);
  result = await attackBesideHonest(hub, {
    families: FAMILIES,
    sizes: 2,
    rounds: 2,
    peace: 500,
    watch,
    soon: SOON,
  });
  live = { before, after: await hub.liveMemory() };
  expect(watch.looked().answers).toBeGreaterThan(FAMILIES.length);
  sightings = watch.sightings();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  issuer[Symbol.dispose]();
});

describe('a hub under attack', () => {
  test('is attacked in sixty ways and more, each of its own', () => {
    expect(new Set(FAMILIES.map(({ name }) => name)).size).toBe(FAMILIES.length);
    expect(FAMILIES.length).toBeGreaterThanOrEqual(60);
    expect(result.outcomes).toHaveLength(2 * FAMILIES.length);
    const refused = result.outcomes.filter(({ kind }) => kind === 'REFUSED');
    expect(refused.length).toBeGreaterThan(FAMILIES.length / 2);
  });

  test('refuses every attack soon and with a documented code, or answers what costs little', () => {
    expect(harmDone(result.outcomes)).toEqual([]);
  });

  test('shows nothing of its inside', () => expect(sightings).toEqual([]));

  test('goes on answering honest clients, and refuses no stored operation', () => {
    expect(result.failures).toEqual([]);
    expect(result.beside.length).toBeGreaterThan(20);
    // How long the longest one took is measured by `npm run bench -- attack`, on a machine that does nothing else.
    expect(Math.max(...result.beside)).toBeLessThanOrEqual(3_000);
  });

  test('is the same process as before, and has not grown', () => {
    expect(hub.isAlive()).toBe(true);
    // What V8 has freed and not given back comes and goes by 60 MB: `npm run bench -- attack` tells of it.
    expect((live.after - live.before) / MEGABYTE).toBeLessThanOrEqual(64);
  });
});

describe('a hub that is scanned', () => {
  const PUBLIC = ['introspection', 'queries through GET'];

  test('twelve questions are asked', () => expect(PROBES).toHaveLength(12));

  test('whoever bears a token finds none of twelve doors open', async () =>
    expect(await scan({ url: hub.url, headers: issuer.bearing() })).toEqual([]));

  test('whoever bears none finds the interface described, and reads through GET: it is public', async () =>
    expect(await scan({ url: hub.url, headers: {} })).toEqual(PUBLIC));

  test('nothing suggests a name, with a token or without', async () => {
    const words = wrongWords(apiSchema(), seededRandom(SEED), 400);
    expect(await suggested({ url: hub.url, headers: {} }, words)).toEqual([]);
    expect(await suggested({ url: hub.url, headers: issuer.bearing() }, words)).toEqual([]);
  });
});

test('queries made by chance from the schema are answered in its shape, or refused', () => {
  const { answered, wrong } = byChance;
  expect(wrong, `seed ${SEED}`).toEqual([]);
  expect(answered).toBeGreaterThan(20);
});
