import { expect, test } from 'vitest';
import type { SubgraphAnswer, Transport } from '../../gateway/executor/transport.ts';
import { createReadiness, HUB_PROBES } from '../../gateway/readiness.ts';

const never: Transport = () => new Promise(() => undefined);
const answering =
  (answer: SubgraphAnswer): Transport =>
  async () =>
    answer;
const error = (code?: string): SubgraphAnswer => ({
  data: null,
  errors: [{ message: 'x', ...(code === undefined ? {} : { extensions: { code } }) }],
});

test.each<[string, Transport, boolean]>([
  ['answers', answering({ data: { _entities: [null] } }), true],
  ['answers nothing', answering({}), false],
  ['answers without what was asked', answering({ data: {} }), false],
  ['answers null', answering({ data: null }), false],
  ['says that it meets a bug beside its data', answering({ ...error(), data: { _entities: [null] } }), false],
  ['has nothing published yet', answering(error('NO_RELEASE')), true],
  ['meets a bug', answering(error()), false],
  ['cannot reach its database', answering(error('INTERNAL_ERROR')), false],
  ['refuses the connection', () => Promise.reject(new Error('ECONNREFUSED')), false],
  [
    'throws before it sends',
    () => {
      throw new Error('closed');
    },
    false,
  ],
  ['hangs', never, false],
])('a subgraph that %s', async (_, transport, ready) => {
  const notReady = createReadiness({ transports: { county: transport }, probes: HUB_PROBES, patience: 20 });
  expect(await notReady()).toEqual(ready ? [] : ['county']);
});

test.each([
  [{ data: { __typename: 'Query' } }, []],
  [{ data: {} }, ['words']],
])('a subgraph without a probe that answers %j', async (answer, missing) => {
  expect(await createReadiness({ transports: { words: answering(answer) } })()).toEqual(missing);
});

test('subgraphs are asked for an entity, at most once a lifetime', async () => {
  let time = 0;
  const asked: unknown[] = [];
  const county: Transport = async ({ variables }) => {
    asked.push(variables);
    return { data: {} };
  };
  const notReady = createReadiness({
    transports: { county },
    probes: HUB_PROBES,
    lifetime: 1_000,
    now: () => time,
  });
  await notReady();
  time = 999;
  await notReady();
  expect(asked).toEqual([{ of: [{ __typename: 'CountyItem', id: 'ci_0' }] }]);
  time = 1_000;
  await notReady();
  expect(asked).toHaveLength(2);
});
