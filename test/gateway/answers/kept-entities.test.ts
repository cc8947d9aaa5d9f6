import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createKeptEntities } from '../../../gateway/answers/kept-entities.ts';
import { SubgraphFailure } from '../../../gateway/executor/subgraph-failure.ts';
import type {
  RequestContext,
  SubgraphAnswer,
  SubgraphRequest,
  Transport,
} from '../../../gateway/executor/transport.ts';
import { aWriter } from '../../support/writers.ts';

const SCHEMA = buildSchema(`
  interface Named { name: String }
  type Item implements Named { id: ID! name: String guide(first: Int): Guide quality: MatchQuality }
  type Guide { text: String }
  type MatchQuality { precision: Float }
  type Query { item: Item }`);

const ITEMS =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Item{name}}}';
const GUIDES =
  'query($representations:[_Any!]!,$first:Int){_entities(representations:$representations){...on Item{guide(first:$first){text}}}}';
const LIVE =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Item{quality{precision}}}}';
const HIDDEN =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Item{inner}}}';
const TWO =
  'query($representations:[_Any!]!){a:_entities(representations:$representations){...on Item{name}}b:_entities(representations:$representations){...on Item{name}}}';

interface Asked {
  readonly query?: string;
  readonly ids: readonly number[];
  readonly context?: Partial<RequestContext>;
  readonly variables?: object;
}

const NOON = Date.parse('2026-03-01T12:00:00+08:00');

/** A subgraph that tells for each entity what it was asked: the query, release, day and other variables. */
const subgraph = () => {
  const asked: (readonly number[])[] = [];
  let now = NOON;
  let meanwhile = (): void => undefined;
  const answering: Transport = async ({ query, variables, context }): Promise<SubgraphAnswer> => {
    const { representations, ...others } = variables;
    const ids = (representations as readonly { readonly id: number }[]).map(({ id }) => id);
    asked.push(ids);
    const day = context.day ?? new Date(now).toISOString().slice(0, 10);
    const told = JSON.stringify([query, context.release, day, others]);
    const entities = ids.map((id) => (id < 0 ? null : { id, told, deep: { list: [id] } }));
    meanwhile();
    if (ids.includes(99)) {
      const errors = [{ message: 'wrong', path: ['_entities', ids.indexOf(99), 'name'] }];
      return { data: { _entities: entities }, errors };
    }
    if (query === TWO) return { data: { a: entities, b: entities } };
    return { data: { _entities: entities } };
  };
  const transport = createKeptEntities({
    schema: () => SCHEMA,
    mostBytes: 1_000_000,
    now: () => new Date(now),
  })('items', answering);
  const request = ({ query = ITEMS, ids, context = {}, variables = {} }: Asked): SubgraphRequest => ({
    query,
    variables: { representations: ids.map((id) => ({ __typename: 'Item', id })), ...variables },
    context: { release: 7, requestId: 'r', ...context },
  });
  return {
    ask: (one: Asked) => transport(request(one)),
    askWithout: (one: Asked) => answering(request(one)),
    asked,
    at: (moment: number) => {
      now = moment;
    },
    whileAnswering: (act: () => void) => {
      meanwhile = act;
    },
  };
};

const entitiesOf = ({ data }: SubgraphAnswer) =>
  data?.['_entities'] as readonly { readonly deep: { readonly list: number[] } }[];

describe('entities kept', () => {
  test('are not asked for again, those beside them are', async () => {
    const { ask, asked } = subgraph();
    const [one, two] = entitiesOf(await ask({ ids: [1, 2] }));
    expect(entitiesOf(await ask({ ids: [2, 1] }))).toEqual([two, one]);
    await ask({ ids: [3, 2, 4, 1] });
    expect(asked).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('are not changed by what is made of an answer', async () => {
    const { ask } = subgraph();
    const before = structuredClone(await ask({ ids: [1] }));
    for (let time = 0; time < 2; time += 1) {
      const [entity] = entitiesOf(await ask({ ids: [1] }));
      entity?.deep.list.push(7);
    }
    expect(await ask({ ids: [1] })).toEqual(before);
  });

  const OTHERS: readonly (readonly [string, Asked, Asked])[] = [
    ['another release', { ids: [1] }, { ids: [1], context: { release: 8 } }],
    [
      'another day',
      { ids: [1], context: { day: '2026-01-01' } },
      { ids: [1], context: { day: '2026-01-02' } },
    ],
    ['another selection', { ids: [1] }, { ids: [1], query: GUIDES, variables: { first: 1 } }],
    [
      'another argument',
      { ids: [1], query: GUIDES, variables: { first: 1 } },
      { ids: [1], query: GUIDES, variables: { first: 2 } },
    ],
  ];
  test.each(OTHERS)('%s is another answer', async (_, one, other) => {
    const { ask, askWithout, asked } = subgraph();
    await ask(one);
    expect(await ask(other)).toEqual(await askWithout(other));
    expect(asked).toHaveLength(3);
  });

  const NEVER: readonly (readonly [string, Asked])[] = [
    ['without a release', { ids: [1], context: { release: undefined } }],
    ['for a writer', { ids: [1], context: { writer: aWriter() } }],
    ['of what no release holds', { ids: [1], query: LIVE }],
    ['of what the public schema does not tell', { ids: [1], query: HIDDEN }],
    ['under two names', { ids: [1], query: TWO }],
    ['that are not there', { ids: [-1] }],
    ['with an error', { ids: [99] }],
    ['beside an error', { ids: [1, 99] }],
  ];
  test.each(NEVER)('none %s', async (_, one) => {
    const { ask, askWithout, asked } = subgraph();
    for (let time = 0; time < 3; time += 1) expect(await ask(one)).toEqual(await askWithout(one));
    expect(asked).toHaveLength(6);
  });

  test('answer for themselves where nobody tells of those beside them', async () => {
    const { ask, whileAnswering } = subgraph();
    const [one] = entitiesOf(await ask({ ids: [1] }));
    const failure = new SubgraphFailure('SUBGRAPH_TIMEOUT', 'items');
    whileAnswering(() => {
      throw failure;
    });
    const { message } = failure;
    expect(await ask({ ids: [2, 1, 3] })).toEqual({
      data: { _entities: [null, one, null] },
      errors: [0, 2].map((at) => ({
        message,
        path: ['_entities', at],
        extensions: { code: 'SUBGRAPH_TIMEOUT' },
      })),
    });
    await expect(ask({ ids: [2, 3] })).rejects.toBe(failure);
    whileAnswering(() => undefined);
    expect(entitiesOf(await ask({ ids: [2] }))).toHaveLength(1);
  });

  test('an error beside kept ones stands where it would without', async () => {
    const { ask, askWithout } = subgraph();
    await ask({ ids: [1, 2] });
    const one = { ids: [1, 2, 99] };
    expect(await ask(one)).toEqual(await askWithout(one));
  });

  test('a subgraph that is away leaves nothing half answered', async () => {
    const away: Transport = async ({ variables }) => {
      const { length } = variables['representations'] as readonly unknown[];
      if (length === 1) throw new Error('away');
      return { data: { _entities: [{ name: 'a' }, { name: 'b' }] } };
    };
    const keeping = createKeptEntities({
      schema: () => SCHEMA,
      mostBytes: 1_000_000,
      now: () => new Date(NOON),
    });
    const transport = keeping('items', away);
    const request = (ids: readonly number[]): SubgraphRequest => ({
      query: ITEMS,
      variables: { representations: ids.map((id) => ({ id })) },
      context: { release: 7, requestId: 'r' },
    });
    await transport(request([1, 2]));
    await expect(transport(request([1, 3]))).rejects.toThrow('away');
  });

  test('none that was asked for before midnight in China and told after it; an older release has its own day', async () => {
    const { ask, asked, at, whileAnswering } = subgraph();
    const dated = { ids: [2], context: { day: '2026-01-01' } };
    at(NOON + 12 * 3_600_000 - 1_000);
    whileAnswering(() => at(NOON + 12 * 3_600_000 + 1_000));
    await ask({ ids: [1] });
    at(NOON + 12 * 3_600_000 - 1_000);
    await ask({ ids: [1] });
    await ask(dated);
    await ask(dated);
    expect(asked).toEqual([[1], [1], [2]]);
  });

  test('no room keeps none', async () => {
    let calls = 0;
    const counting: Transport = async () => {
      calls += 1;
      return { data: { _entities: [{ name: 'a' }] } };
    };
    const keeping = createKeptEntities({ schema: () => SCHEMA, mostBytes: 0, now: () => new Date(NOON) });
    const transport = keeping('items', counting);
    const context = { release: 7, requestId: 'r' };
    const request = { query: ITEMS, variables: { representations: [{ id: 1 }] }, context };
    for (let time = 0; time < 3; time += 1) await transport(request);
    expect(calls).toBe(3);
  });
});

const REQUESTS = fc.array(
  fc.record({
    query: fc.constantFrom(ITEMS, GUIDES, LIVE, TWO),
    ids: fc.array(fc.constantFrom(-1, 1, 2, 3, 4, 5, 6, 99), { minLength: 1, maxLength: 5 }),
    context: fc.record({
      release: fc.constantFrom(7, 8, undefined),
      day: fc.constantFrom('2026-01-01', '2026-01-02', undefined),
    }),
    variables: fc.record({ first: fc.nat(2) }),
    hour: fc.nat(2),
  }),
  { maxLength: 30 },
);

test('whatever is asked in whatever order: the answer is that of the subgraph', async () => {
  await fc.assert(
    fc.asyncProperty(REQUESTS, async (requests) => {
      const { ask, askWithout, at } = subgraph();
      for (const { hour, ...one } of requests) {
        at(NOON + hour * 24 * 3_600_000);
        expect(JSON.stringify(await ask(one))).toBe(JSON.stringify(await askWithout(one)));
      }
    }),
    { numRuns: 300 },
  );
});
