import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSupergraph } from '../../../gateway/composed-files.ts';
import { startGateway } from '../../../gateway/main.ts';
import type { Gateway } from '../../../gateway/server.ts';
import { SUBGRAPHS } from '../../../subgraphs/index.ts';
import { type ServedSubgraph, serveSubgraph } from '../../../subgraphs/serve.ts';
import { CASES } from '../../operations/cases.ts';
import { TEST_KEYS, verifierOf } from '../../signing/signed-call.ts';
import type { TestDatabase } from '../../support/database.ts';
import { DEMO_NOW, demoDatabase } from '../../support/hub.ts';
import { seededRandom } from '../../support/random-query.ts';
import { FAULTS, type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { judgeAnswer } from './judge-answer.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? '20260301');
const NAMES = Object.keys(SUBGRAPHS) as (keyof typeof SUBGRAPHS)[];
/** Those tried before every subgraph; each other one before one of them. `FAULT_MATRIX=all` tries all before all. */
const EVERYWHERE: readonly Fault[] = ['down', 'reset_peer', 'truncated', 'garbage', 'wrong-type', 'large'];
const ALL = process.env['FAULT_MATRIX'] === 'all';

const CODE = JSON.stringify(CASES['guide-by-code']?.['code']);
const COUNTY_ITEM = `{ countyItem(code: ${CODE}) { id name } }`;
const CATALOGS = '{ catalogs(first: 5) { nodes { id key } } }';
const VILLAGES =
  '{ items(filter: { level: [TOWNSHIP, VILLAGE] }, first: 50) { nodes { ... on TownshipItem { implementationCode } } } }';

interface VillageItems {
  readonly data: {
    readonly items: { readonly nodes: readonly { readonly implementationCode: string | null }[] };
  };
}

/** What needs a subgraph, and what needs it not. */
const questionsOf = (village: string) =>
  ({
    reference: ['{ regions(level: COUNTY, first: 5) { nodes { id name } } }', COUNTY_ITEM],
    county: [COUNTY_ITEM, CATALOGS],
    township: [`{ townshipItem(code: ${JSON.stringify(village)}) { id name } }`, COUNTY_ITEM],
    guide: [`{ countyItem(code: ${CODE}) { id name guide { id materials { name } } } }`, COUNTY_ITEM],
    matching: ['{ items(filter: { search: "登记" }, first: 5) { nodes { id } } }', CATALOGS],
  }) as const;

let questions: ReturnType<typeof questionsOf>;
let database: TestDatabase;
let gateway: Gateway;
const served: ServedSubgraph[] = [];
const opened: { readonly close: () => Promise<void> }[] = [];
const proxies = new Map<string, FaultProxy>();
const expected = new Map<string, string>();

const ask = async (query: string, headers: Readonly<Record<string, string>> = {}) => {
  const begun = performance.now();
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    milliseconds: performance.now() - begun,
    release: response.headers.get('x-release'),
    warning: response.headers.get('warning'),
  };
};

beforeAll(async () => {
  database = await demoDatabase();
  const random = seededRandom(SEED);
  const subgraphUrls: Record<string, string> = {};
  for (const name of NAMES) {
    const subgraph = SUBGRAPHS[name]({ url: database.url });
    opened.push(subgraph);
    const now = () => new Date(DEMO_NOW);
    const one = await serveSubgraph(subgraph, { port: 0, verify: verifierOf(name), now });
    served.push(one);
    const proxy = await startFaultProxy(one.url, random);
    proxies.set(name, proxy);
    subgraphUrls[name] = proxy.url;
  }
  gateway = await startGateway({
    config: { host: '127.0.0.1', port: 0, logLevel: 'silent', subgraphUrls, internalKeys: TEST_KEYS },
    supergraphSdl: await readSupergraph(),
    mode: { kind: 'HUB', databaseUrl: database.url },
    now: () => new Date(DEMO_NOW),
    // Every answer is worked out anew.
    answerBytes: 0,
  });
  const { data } = JSON.parse((await ask(VILLAGES)).text) as VillageItems;
  const codes = data.items.nodes.map(({ implementationCode }) => implementationCode);
  questions = questionsOf(codes.find((code) => code !== null) ?? expect.fail());
  for (const query of new Set(Object.values(questions).flat())) {
    const { text } = await ask(query);
    expect(text, query).not.toContain('"errors"');
    expected.set(query, text);
  }
});

afterAll(async () => {
  await gateway?.close();
  for (const proxy of proxies.values()) await proxy[Symbol.asyncDispose]();
  await Promise.all([...served, ...opened].map((one) => one.close()));
  await database?.[Symbol.asyncDispose]();
});

const judged = async (query: string) => {
  const { status, text } = await ask(query);
  return judgeAnswer(status, text, expected.get(query) ?? '');
};

const cells = FAULTS.flatMap((fault, index) =>
  ALL || EVERYWHERE.includes(fault)
    ? NAMES.map((name) => [fault, name] as const)
    : [[fault, NAMES[index % NAMES.length]] as const],
);

describe(`a subgraph behind faults takes only its own part away, seed ${SEED}`, () => {
  test.each(cells)('%s before %s', async (fault, name) => {
    const proxy = proxies.get(name as string) as FaultProxy;
    const [needing, other] = questions[name as keyof typeof questions];
    await proxy.become(fault);
    const [part, whole] = [await judged(needing), await judged(other)];
    await proxy.become(undefined);
    expect(part.kind === 'WRONG' ? part : part.kind).toMatch(/^(?:PART|WHOLE)$/u);
    // What has to do with nothing but its connections may pass whole.
    if (!['slow_close', 'proto', 'fewer-entities', 'bandwidth'].includes(fault))
      expect(part.kind).toBe('PART');
    expect(whole).toEqual({ kind: 'WHOLE' });
    await expect.poll(() => judged(needing), { timeout: 10_000, interval: 20 }).toEqual({ kind: 'WHOLE' });
  });
});

describe('while the subgraph that knows the newest release hangs', () => {
  const STALE = '110 - "Response is Stale"';
  /** Milliseconds; that it hangs is known after some six hundred. */
  const SOON = 400;
  /** What needs more of it than the release. */
  const CATALOGS_TOO = `{ countyItem(code: ${CODE}) { id } catalogs(first: 5) { nodes { id } } }`;

  test('the last one known answers soon and says so, until the newest is known again', async () => {
    const proxy = proxies.get('reference') as FaultProxy;
    const before = await ask(COUNTY_ITEM);
    expect(before).toMatchObject({ warning: null, text: expected.get(COUNTY_ITEM) });
    await proxy.become('timeout');
    // In words that are known and in others, which go another way.
    for (const query of [COUNTY_ITEM, COUNTY_ITEM.replace('id name', 'name id'), COUNTY_ITEM]) {
      const found = await ask(query);
      expect(found).toMatchObject({ status: 200, warning: STALE, release: before.release });
      expect(found.text).not.toContain('"errors"');
      expect(found.milliseconds).toBeLessThan(SOON);
    }
    const part = await ask(CATALOGS_TOO);
    expect(part).toMatchObject({ warning: STALE, release: before.release });
    expect(part.text).toContain('SUBGRAPH_');
    await proxy.become(undefined);
    await expect
      .poll(() => ask(COUNTY_ITEM), { timeout: 10_000, interval: 20 })
      .toMatchObject({ warning: null, text: before.text });
  });

  test('a request that names a release is answered by that one or refused, and marked by nothing', async () => {
    const proxy = proxies.get('reference') as FaultProxy;
    const { release } = await ask(COUNTY_ITEM);
    const named = { 'x-release': release ?? '' };
    const before = await ask(COUNTY_ITEM, named);
    expect(before.text).not.toContain('"errors"');
    await proxy.become('timeout');
    const found = await ask(COUNTY_ITEM, named);
    expect(found.warning).toBeNull();
    // Whether it is the newest still, on which its day depends, is not known, and not guessed.
    expect(found.text).toContain('SUBGRAPH_UNAVAILABLE');
    await proxy.become(undefined);
    await expect
      .poll(() => ask(COUNTY_ITEM, named), { timeout: 10_000, interval: 20 })
      .toMatchObject({ warning: null, text: before.text });
  });
});
