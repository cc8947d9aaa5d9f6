import type { PlanNode } from '@graphql-hive/router-query-planner';
import { describe, expect, test } from 'vitest';
import { fetchOf, idOf, run } from './fixture/canned.ts';

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
