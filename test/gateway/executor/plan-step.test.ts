import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { mergeUnder } from '../../../gateway/executor/answer-shape.ts';
import type { LocatedError } from '../../../gateway/executor/located-error.ts';
import { compilePlan } from '../../../gateway/executor/plan-step.ts';
import { typeConditionsOf } from '../../../gateway/executor/supergraph.ts';
import type { Transport } from '../../../gateway/executor/transport.ts';

const TYPES = typeConditionsOf(
  parse(`
    interface Media { id: ID! }
    type Book implements Media { id: ID! }
    type Film implements Media { id: ID! }
    union Any = Book | Film
  `),
);

const fetchOf = (operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'a',
  operation,
  ...more,
});

const idOf = (typeCondition: string) => ({
  kind: 'InlineFragment' as const,
  typeCondition,
  selections: [
    { kind: 'Field' as const, name: '__typename' },
    { kind: 'Field' as const, name: 'id' },
  ],
});

/** Runs a plan over canned answers, one after another; the data, the errors and what was sent. */
async function run(plan: PlanNode, answers: readonly unknown[], variables: object = {}) {
  const rest = [...answers];
  const sent: { query: string; variables: unknown }[] = [];
  const transport: Transport = async ({ query, variables: given }) => {
    sent.push({ query, variables: JSON.parse(JSON.stringify(given)) });
    return rest.shift() as never;
  };
  const step = compilePlan(plan, { types: TYPES, merge: mergeUnder(TYPES), transports: { a: transport } });
  const errors: LocatedError[] = [];
  const data = {};
  const context = { release: 1, requestId: 'r' };
  await step({ data, variables: variables as Record<string, unknown>, context, errors });
  return { data, sent, places: errors.map(({ path }) => path?.join('.')) };
}

describe('a condition', () => {
  const plan: PlanNode = {
    kind: 'Condition',
    condition: 'wanted',
    ifClause: fetchOf('{yes}'),
    elseClause: fetchOf('{no}'),
  };

  test.each([
    [{ wanted: true }, '{yes}'],
    [{ wanted: false }, '{no}'],
    [{}, '{no}'],
  ])('with %j sends %s', async (variables, query) => {
    const { sent } = await run(plan, [{ data: {} }], variables);
    expect(sent.map((request) => request.query)).toEqual([query]);
  });

  test('without a branch for its value sends nothing', async () => {
    const { sent } = await run({ kind: 'Condition', condition: 'wanted', ifClause: fetchOf('{yes}') }, []);
    expect(sent).toEqual([]);
  });
});

test.each<PlanNode>([
  { kind: 'Subscription', primary: fetchOf('subscription{a}') },
  { kind: 'Defer', primary: {}, deferred: [] },
])('$kind is refused', (plan) => {
  const kit = { types: TYPES, merge: mergeUnder(TYPES), transports: {} };
  expect(() => compilePlan(plan, kit)).toThrow('不支持');
});

describe('rewrites', () => {
  test('of the answer rename a key for one type, in the data and in errors', async () => {
    const plan = fetchOf('{all{__typename ...on Book{id} ...on Film{_0: id}}}', {
      outputRewrites: [
        {
          KeyRenamer: {
            path: [{ Key: 'all' }, { TypenameEquals: ['Film'] }, { Key: '_0' }],
            renameKeyTo: 'id',
          },
        },
      ],
    });
    const all = [
      { __typename: 'Book', id: 'b' },
      { __typename: 'Film', _0: 'f' },
    ];
    const { data, places } = await run(plan, [
      { data: { all }, errors: [{ message: 'x', path: ['all', 1, '_0'] }] },
    ]);
    expect(data).toEqual({
      all: [
        { __typename: 'Book', id: 'b' },
        { __typename: 'Film', id: 'f' },
      ],
    });
    expect(places).toEqual(['all.1.id']);
  });

  test('of a representation name the interface an interface object goes by', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{one{__typename id}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'one' }],
          node: fetchOf(
            'query($representations:[_Any!]!){_entities(representations:$representations){...on Media{__typename price}}}',
            {
              requires: [idOf('Media')],
              inputRewrites: [
                {
                  ValueSetter: {
                    path: [{ TypenameEquals: ['Media'] }, { Key: '__typename' }],
                    setValueTo: 'Media',
                  },
                },
              ],
            },
          ),
        },
      ],
    };
    const { data, sent } = await run(plan, [
      { data: { one: { __typename: 'Book', id: '1' } } },
      { data: { _entities: [{ __typename: 'Media', price: 3 }] } },
    ]);
    expect(sent[1]?.variables).toEqual({ representations: [{ __typename: 'Media', id: '1' }] });
    // The interface object's subgraph knows no better name than the interface's: the data keeps the better one.
    expect(data).toEqual({ one: { __typename: 'Book', id: '1', price: 3 } });
  });
});

describe('entities', () => {
  const entities = (selection: string): string =>
    `query($representations:[_Any!]!){_entities(representations:$representations){${selection}}}`;

  test('of other types than a path and its requirements name are left alone', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{all{__typename id}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'all' }, '@', { TypeCondition: ['Media'] }],
          node: fetchOf(entities('...on Book{pages}'), { requires: [idOf('Book')] }),
        },
      ],
    };
    const all = [
      { __typename: 'Film', id: '1' },
      { __typename: 'Book', id: '1' },
      null,
      { __typename: 'Song', id: '3' },
    ];
    const { data, sent } = await run(plan, [{ data: { all } }, { data: { _entities: [{ pages: 9 }] } }]);
    expect(sent[1]?.variables).toEqual({ representations: [{ __typename: 'Book', id: '1' }] });
    expect(data).toEqual({ all: [all[0], { __typename: 'Book', id: '1', pages: 9 }, null, all[3]] });
  });

  test('of other types than the path names are left alone though they meet the requirements', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{all{__typename id}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'all' }, '@', { TypeCondition: ['Film', 'Song'] }],
          node: fetchOf(entities('...on Media{price}'), { requires: [idOf('Media')] }),
        },
      ],
    };
    const all = [
      { __typename: 'Book', id: '1' },
      { __typename: 'Film', id: '2' },
    ];
    const { sent } = await run(plan, [{ data: { all } }, { data: { _entities: [{ price: 1 }] } }]);
    expect(sent[1]?.variables).toEqual({ representations: [{ __typename: 'Film', id: '2' }] });
  });

  test('whose key was never fetched are not asked for; without any, no call is made', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{one{__typename id}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'one' }],
          node: fetchOf(entities('...on Book{pages}'), { requires: [idOf('Book')] }),
        },
      ],
    };
    const { sent } = await run(plan, [{ data: { one: { __typename: 'Book' } } }]);
    expect(sent).toHaveLength(1);
  });

  test('that stand in two places share nothing that a later step writes into', async () => {
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{all{__typename id}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'all' }, '@'],
          node: fetchOf(entities('...on Book{author{name}}'), { requires: [idOf('Book')] }),
        },
      ],
    };
    const book = () => ({ __typename: 'Book', id: '1' });
    const { data, sent } = await run(plan, [
      { data: { all: [book(), book()] } },
      { data: { _entities: [{ author: { name: 'A' } }] } },
    ]);
    expect(sent[1]?.variables).toEqual({ representations: [book()] });
    const [first, second] = (data as { all: { author: object }[] }).all;
    expect(first?.author).toEqual(second?.author);
    expect(first?.author).not.toBe(second?.author);
  });

  test('are told a required field by its true name when it was fetched under another', async () => {
    const requires = [
      {
        kind: 'InlineFragment' as const,
        typeCondition: 'Book',
        selections: [
          { kind: 'Field' as const, name: '__typename' },
          { kind: 'Field' as const, name: '_internal_qp_alias_0', alias: 'price' },
        ],
      },
    ];
    const plan: PlanNode = {
      kind: 'Sequence',
      nodes: [
        fetchOf('{one{__typename price _internal_qp_alias_0:price}}'),
        {
          kind: 'Flatten',
          path: [{ Field: 'one' }],
          node: fetchOf(entities('...on Book{tax}'), { requires }),
        },
      ],
    };
    const { sent } = await run(plan, [
      { data: { one: { __typename: 'Book', price: 1, _internal_qp_alias_0: 2 } } },
      { data: { _entities: [{ tax: 1 }] } },
    ]);
    expect(sent[1]?.variables).toEqual({ representations: [{ __typename: 'Book', price: 2 }] });
  });
});

test('what one answer knows, the null of another does not wipe out', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [fetchOf('{one{a} many{a}}'), fetchOf('{one{a b} many{b}}')],
  };
  const { data } = await run(plan, [
    { data: { one: { a: 1 }, many: [{ a: 1 }, null, { a: 3 }] } },
    { data: { one: { a: null, b: 2 }, many: [null, { b: 2 }, { b: 3 }] } },
  ]);
  expect(data).toEqual({ one: { a: 1, b: 2 }, many: [{ a: 1 }, { b: 2 }, { a: 3, b: 3 }] });
});

test('a fetch that enters the query root again writes into every object at its path', async () => {
  const plan: PlanNode = {
    kind: 'Sequence',
    nodes: [
      fetchOf('{all{__typename}}'),
      { kind: 'Flatten', path: [{ Field: 'all' }, '@'], node: fetchOf('{version{number}}') },
    ],
  };
  const { data, places } = await run(plan, [
    { data: { all: [{}, {}] } },
    { data: { version: { number: 1 } }, errors: [{ message: 'x', path: ['version', 'number'] }] },
  ]);
  expect(data).toEqual({ all: [{ version: { number: 1 } }, { version: { number: 1 } }] });
  const [first, second] = (data as { all: { version: object }[] }).all;
  expect(first?.version).not.toBe(second?.version);
  expect(places).toEqual(['all.0.version.number', 'all.1.version.number']);
});

test('a batch asks for the entities of several paths in one call, and for nothing twice', async () => {
  const batch: PlanNode = {
    kind: 'BatchFetch',
    serviceName: 'a',
    operation:
      'query($r0:[_Any!]!,$r1:[_Any!]!){_e0:_entities(representations:$r0){...on Book{pages}} _e1:_entities(representations:$r1){...on Film{length}}}',
    entityBatch: {
      aliases: [
        {
          alias: '_e0',
          representationsVariableName: 'r0',
          paths: [[{ Field: 'x' }, '@'], [{ Field: 'y' }]],
          requires: [idOf('Book')],
        },
        {
          alias: '_e1',
          representationsVariableName: 'r1',
          paths: [[{ Field: 'x' }, '@']],
          requires: [idOf('Film')],
        },
      ],
    },
  };
  const book = { __typename: 'Book', id: '1' };
  const { data, sent, places } = await run({ kind: 'Sequence', nodes: [fetchOf('{x{id} y{id}}'), batch] }, [
    { data: { x: [{ ...book }, { __typename: 'Film', id: '2' }], y: { ...book } } },
    {
      data: { _e0: [{ pages: 9 }], _e1: [null] },
      errors: [
        { message: 'x', path: ['_e1', 0] },
        { message: 'y', path: ['_e0', 0, 'pages'] },
      ],
    },
  ]);
  expect(sent[1]?.variables).toEqual({ r0: [book], r1: [{ __typename: 'Film', id: '2' }] });
  expect(data).toEqual({
    x: [
      { ...book, pages: 9 },
      { __typename: 'Film', id: '2' },
    ],
    y: { ...book, pages: 9 },
  });
  expect(places).toEqual(['x.1.length', 'x.0.pages', 'y.pages']);
});
