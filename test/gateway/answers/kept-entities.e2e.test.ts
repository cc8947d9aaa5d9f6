import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Transport } from '../../../gateway/executor/transport.ts';
import { ask } from '../ask.ts';
import { smallHub } from '../small-hub.ts';
import { get, started, steady } from './counted-hub.ts';

const REMOTE = { remoteSubgraphs: ['reference', 'guide'] };

test('an entity that another answer held is not asked for again of a subgraph elsewhere', async () => {
  const hub = smallHub();
  const asked: number[] = [];
  const guide: Transport = (request) => {
    asked.push((request.variables['representations'] as readonly unknown[]).length);
    return hub.transports.guide(request);
  };
  const transports = { ...hub.transports, guide };
  await using far = await started({ hub, transports }, REMOTE);
  for (const first of [1, 2, 3, 2]) await get(far.url, { first });
  expect(asked).toEqual([1, 1, 1]);
  asked.length = 0;
  await using near = await started({ hub, transports });
  for (const first of [1, 2, 3]) await get(near.url, { first });
  expect(asked).toEqual([1, 2, 3]);
});

const QUERIES = [
  'query A($first: Int) { items(first: $first) { nodes { id name guide { text release day } } } }',
  'query B($first: Int) { items(first: $first) { totalCount nodes { guide { day } called: name release } } }',
  'query C($first: Int) { release { number } items(first: $first) { nodes { guide { release day } } } leak }',
];

const EVENTS = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'PUBLISH' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'DAY' } as const) },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('ASK' as const),
        query: fc.constantFrom(...QUERIES),
        first: fc.integer({ min: 1, max: 4 }),
        release: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

test('whatever is asked, published in between or dated: the answer is the one without kept entities', async () => {
  const hub = smallHub();
  let now = Date.parse('2026-03-01T12:00:00+08:00');
  const dated = { now: () => new Date(now) };
  await using far = await started({ hub }, { ...dated, ...REMOTE });
  await using alone = await started({ hub }, { ...dated, answerBytes: 0 });
  await fc.assert(
    fc.asyncProperty(EVENTS, async (events) => {
      for (const event of events) {
        if (event.kind === 'PUBLISH') hub.publish();
        else if (event.kind === 'DAY') now += 86_400_000;
        else {
          const { query, first, release } = event;
          const headers = {
            'x-request-id': 'same',
            ...(release === undefined ? {} : { 'x-release': String(release) }),
          };
          const asked = (url: string) => ask(url, { query, variables: { first } }, headers);
          expect(steady(await asked(far.url))).toEqual(steady(await asked(alone.url)));
        }
      }
    }),
    { numRuns: 40 },
  );
});
