import type { PlanNode } from '@graphql-hive/router-query-planner';
import { describe, expect, test } from 'vitest';
import { mergeUnder } from '../../../gateway/executor/answer-shape.ts';
import { compilePlan } from '../../../gateway/executor/plan-step.ts';
import { fetchOf, idOf, run, TYPES } from './fixture/canned.ts';

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
