import { buildSchema, execute, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createLocalTransport } from '../../gateway/executor/local-transport.ts';
import { toGraphQLError } from '../../gateway/executor/located-error.ts';
import { statedBy } from '../../gateway/executor/subgraph-call.ts';
import { publicError } from '../../gateway/plugins/public-error.ts';
import { createAnswerer } from '../../subgraphs/answer.ts';
import { holdListsToBounds, listBoundsOf } from '../../subgraphs/list-bounds.ts';
import type { Subgraph } from '../../subgraphs/open-subgraph.ts';
import { modelOf } from '../cost/small-model.ts';

const SDL =
  'type Query { thing(first: Int): [Thing!] leaf: String _entities(representations: [ID!]!): [Thing] } type Thing { thing(first: Int): [Thing!] leaf: String }';

/** Each fragment asks for the next one twice: without a check, 2^18 objects of some 1,100 bytes. */
const doubling = `{ ...F0 } ${Array.from(
  { length: 18 },
  (_, level) =>
    `fragment F${level} on ${level === 0 ? 'Query' : 'Thing'} { a${level}: thing(first: 1) { ...F${level + 1} } b${level}: thing(first: 1) { ...F${level + 1} } }`,
).join(' ')} fragment F18 on Thing { leaf }`;

const CASES: readonly (readonly [string, string, Record<string, unknown>])[] = [
  [
    'pages within pages',
    'query ($n: Int) { thing(first: $n) { thing(first: $n) { thing(first: $n) { leaf } } } }',
    { n: 100 },
  ],
  ['fragments that double', doubling, {}],
  [
    'as many entities as nobody asks for',
    'query ($r: [ID!]!) { _entities(representations: $r) { thing(first: 100) { leaf } } }',
    { r: Array.from({ length: 3_000 }, (_, at) => String(at)) },
  ],
  [
    'more definitions than a plan has',
    `{ ${Array.from({ length: 500 }, (_, at) => `...F${at}`).join(' ')} } ${Array.from({ length: 500 }, (_, at) => `fragment F${at} on Query { leaf }`).join(' ')}`,
    {},
  ],
];

const ran: string[] = [];
const schemaThatTells = () => {
  const schema = buildSchema(SDL);
  for (const field of Object.values((schema.getType('Query') as GraphQLObjectType).getFields()))
    field.resolve = () => {
      ran.push(field.name);
      return field.name === 'leaf' ? 'a leaf' : [{}];
    };
  return schema;
};

const subgraph: Subgraph = {
  name: 'county',
  schema: schemaThatTells(),
  createContext: () => ({}) as never,
  close: async () => undefined,
};

describe('a subgraph by itself', () => {
  const answer = createAnswerer(subgraph, (error) => {
    throw error;
  });
  const asked = { release: 1, requestId: 'r', today: '2026-03-01' } as never;

  test.each([...CASES, ['brackets within brackets', '{'.repeat(10_000), {}] as const])(
    '%s: refused before anything is run',
    async (_, query, variables) => {
      ran.length = 0;
      for (const _time of ['first', 'again']) {
        const { result } = await answer({ query, variables }, asked);
        expect(result.data).toBeUndefined();
        expect(result.errors?.map(({ extensions }) => extensions['code'])).toEqual(['TOO_COSTLY']);
      }
      expect(ran).toEqual([]);
    },
  );

  test('what is within the budget is answered', async () => {
    const { result } = await answer({ query: '{ leaf }' }, asked);
    expect(result.data).toEqual({ leaf: 'a leaf' });
  });
});

describe('a subgraph in the process of the gateway', () => {
  const transport = createLocalTransport({
    schema: schemaThatTells(),
    contextFor: () => ({}),
    costs: modelOf(SDL),
  });
  const context = { release: 1, requestId: 'r' } as never;

  test.each(CASES)('%s: refused before anything is run', async (_, query, variables) => {
    ran.length = 0;
    const { data, errors } = await transport({
      query,
      variables,
      operationName: undefined,
      context,
    } as never);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }]);
    expect(ran).toEqual([]);
  });

  test('what is within the budget is answered', async () => {
    const { data } = await transport({
      query: '{ leaf }',
      variables: {},
      operationName: undefined,
      context,
    } as never);
    expect(data).toEqual({ leaf: 'a leaf' });
  });
});

describe('a list', () => {
  const answered = async (length: number, later: boolean, field = 'now') => {
    const schema = buildSchema('type Query { now: [Int!] given: [Int!] free: [Int!] }');
    holdListsToBounds(
      schema,
      new Map([
        ['Query.now', 3],
        ['Query.given', 3],
      ]),
    );
    const list = Array.from({ length }, (_, at) => at);
    const rootValue = { now: () => (later ? Promise.resolve(list) : list), given: list, free: list };
    return await execute({ schema, document: parse(`{ ${field} __typename }`), rootValue });
  };

  test.each([
    ['at once', false, 'now'],
    ['later', true, 'now'],
    ['as it is given', false, 'given'],
  ])('that comes %s is as long as it may be, or refused in its place', async (_, later, field) => {
    expect(await answered(3, later, field)).toEqual({ data: { [field]: [0, 1, 2], __typename: 'Query' } });
    const { data, errors } = await answered(4, later, field);
    expect(data).toEqual({ [field]: null, __typename: 'Query' });
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [[field], { code: 'TOO_COSTLY', detail: 'LIST_TOO_LONG', figures: { count: 4, most: 3 } }],
    ]);
    expect(errors?.[0]?.message).toContain('这个列表有 4 个元素，接口定义（@listSize）所说的最大长度为 3。');
  });

  test('is told with its figures at the edge of the gateway, and nothing else that a subgraph may say', async () => {
    const schema = schemaThatTells();
    const field = (schema.getType('Query') as GraphQLObjectType).getFields()['thing'];
    if (field !== undefined) field.resolve = () => [{}, {}, {}];
    holdListsToBounds(schema, new Map([['Query.thing', 2]]));
    const answer = createAnswerer({ ...subgraph, schema }, () => undefined);
    const { result } = await answer({ query: '{ thing { leaf } }' }, {
      release: 1,
      requestId: 'r',
    } as never);
    const [error] = JSON.parse(JSON.stringify(result.errors));
    expect(error.extensions).toMatchObject({ detail: 'LIST_TOO_LONG', figures: { count: 3, most: 2 } });
    const shownOf = (figures: unknown) => {
      const told = statedBy('county', { ...error, extensions: { ...error.extensions, figures } });
      return publicError(toGraphQLError({ ...told, path: error.path }), 'r');
    };
    expect(shownOf(error.extensions.figures).message).toContain(
      '这个列表有 3 个元素，接口定义（@listSize）所说的最大长度为 2。其余数据仍然有效',
    );
    for (const figures of ['3', [3, 2], { count: '3', most: 2 }, { most: 2 }, null])
      expect(shownOf(figures)).toMatchObject({
        message: expect.stringContaining('这个列表比接口定义所说的最大长度（@listSize）还长。'),
        extensions: { code: 'TOO_COSTLY', retryable: false },
      });
  });

  test('of which nothing is said is as long as it likes', async () =>
    expect((await answered(50, false, 'free')).errors).toBeUndefined());

  test('has the bound of its subgraph’s schema; pages and candidates have that of their arguments', () => {
    const bounds = listBoundsOf('matching');
    expect([bounds.get('Match.evidence'), bounds.get('CountyItem.counterparts')]).toEqual([12, 100]);
    for (const paged of ['Query.items', 'CountyItem.candidates', 'Query.reconcile', 'Match.left'])
      expect(bounds.get(paged)).toBeUndefined();
    expect(listBoundsOf('guide').get('Guide.materials')).toBe(200);
    expect(listBoundsOf('guide')).toBe(listBoundsOf('guide'));
  });
});
