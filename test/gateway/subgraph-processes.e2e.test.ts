import { buildSchema } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { composed, composeSupergraph } from '../../gateway/compose.ts';
import { openRemoteTransports } from '../../gateway/hub-transports.ts';
import { startGateway } from '../../gateway/main.ts';
import { ask, codes, fetched } from './ask.ts';
import { serveSubgraph, smallHub, smallSupergraph, startSmallGateway } from './small-hub.ts';

const QUERY =
  '{ release { number } items(first: 2) { totalCount nodes { id name release guide { text release } } } }';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function remoteHub() {
  const hub = smallHub();
  const served = {
    reference: await serveSubgraph(hub.schemas.reference),
    guide: await serveSubgraph(hub.schemas.guide),
  };
  const remote = openRemoteTransports({ reference: served.reference.url, guide: served.guide.url });
  const gateway = await startSmallGateway(hub, { transports: remote.transports });
  cleanups.push(served.reference.kill, served.guide.kill, remote.close, gateway.close);
  return { hub, served, gateway };
}

const COST = { estimated: expect.any(Number), limit: expect.any(Number) };

test('one process or several give the same bytes', async () => {
  const { gateway } = await remoteHub();
  await using local = await startSmallGateway(smallHub());
  const id = { 'x-request-id': 'same' };
  for (const query of [
    QUERY,
    '{ leak }',
    '{ items(first: 500) { totalCount } }',
    '{ nothing }',
    '{ __typename }',
  ]) {
    const [apart, together] = [await ask(gateway.url, query, id), await ask(local.url, query, id)];
    expect([apart.status, apart.text], query).toEqual([together.status, together.text]);
  }
  const older = { ...id, 'x-release': '2' };
  expect((await ask(gateway.url, QUERY, older)).text).toBe((await ask(local.url, QUERY, older)).text);
});

test('a killed subgraph takes its own fields with it, and comes back as soon as it is there', async () => {
  const { hub, served, gateway } = await remoteHub();
  const whole = await ask(gateway.url, QUERY);
  expect(whole).not.toHaveProperty('errors');

  await served.guide.kill();
  const without = await ask(gateway.url, QUERY);
  expect(without.status).toBe(200);
  expect(without.data).toMatchObject({
    items: {
      nodes: [
        { name: '事项0', guide: null },
        { name: '事项1', guide: null },
      ],
    },
  });
  expect(new Set(codes(without))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  expect((await fetched(gateway.url.replace('/graphql', '/health/ready'))).status).toBe(503);

  const again = await serveSubgraph(hub.schemas.guide, served.guide.port);
  cleanups.push(again.kill);
  let answer = await ask(gateway.url, QUERY);
  for (let attempt = 2; answer.errors !== undefined && attempt <= 20; attempt += 1)
    answer = await ask(gateway.url, QUERY);
  expect(answer.data).toEqual(whole.data);
});

test('with the subgraph of the releases down, what others know is answered on the last known release', async () => {
  const { served, gateway } = await remoteHub();
  await ask(gateway.url, QUERY);
  await served.reference.kill();
  const answer = await ask(gateway.url, QUERY);
  expect(answer.extensions).toEqual({ release: 7, cost: COST });
  expect(new Set(codes(answer))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
});

const startAlone = (supergraphSdl: string) =>
  startGateway({
    config: { host: '127.0.0.1', port: 0, logLevel: 'silent', subgraphUrls: {} },
    supergraphSdl,
    mode: { kind: 'GATEWAY_ONLY' },
  });

test('a gateway alone finds the subgraphs where the supergraph says', async () => {
  const hub = smallHub();
  const [reference, guide] = [
    await serveSubgraph(hub.schemas.reference),
    await serveSubgraph(hub.schemas.guide),
  ];
  const gateway = await startAlone(smallSupergraph({ reference: reference.url, guide: guide.url }));
  cleanups.push(reference.kill, guide.kill, gateway.close);
  const answer = await ask(gateway.url, QUERY, { 'x-release': '5' });
  expect(answer).toMatchObject({ data: { release: { number: 5 } }, extensions: { release: 5 } });
  expect(await gateway.notReady()).toEqual([]);
});

test('over a supergraph that has no releases nothing is pinned', async () => {
  const sdl = 'type Query { greeting(after: String): String }';
  const subgraph = await serveSubgraph(buildSchema(sdl));
  const composition = composeSupergraph({ words: sdl }, { words: subgraph.url });
  const gateway = await startAlone(composed(composition) ? composition.supergraphSdl : '');
  cleanups.push(subgraph.kill, gateway.close);
  const answer = await ask(gateway.url, '{ greeting(after: "no cursor of ours") }', { 'x-release': '5' });
  expect(answer.data).toEqual({ greeting: null });
  expect(answer.extensions).toEqual({ cost: COST });
});
