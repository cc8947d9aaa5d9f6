import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask } from './fixture/ask.ts';
import { createFederation } from './fixture/federation.ts';
import { createStore } from './fixture/store.ts';

interface Case {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

const { executor, calls } = createFederation();

describe('answers from several subgraphs', () => {
  test.each<Case>([
    {
      title: 'an interface field that another subgraph contributes to every type',
      query: '{ items(first: 2) { __typename id guide { title } } }',
      data: {
        items: [
          { __typename: 'TownshipItem', id: 'i0', guide: { title: '指南 0' } },
          { __typename: 'CountyItem', id: 'i1', guide: null },
        ],
      },
    },
    {
      title: 'fields in the order asked, whichever subgraph they come from',
      query: '{ countyItem(id: "i2") { guide { title } name slogan weight region { name code } id } }',
      data: {
        countyItem: {
          guide: { title: '指南 2' },
          name: '事项 2',
          slogan: '口号 i2',
          weight: 20,
          region: { name: '地区2', code: 'r2' },
          id: 'i2',
        },
      },
    },
    {
      title: 'a field that requires fields of another subgraph, nested and null ones too',
      query: '{ items(first: 5) { label(prefix: "#") ... on CountyItem { density } } }',
      data: {
        items: [
          { label: '#事项 0' },
          { label: '#事项 1:10', density: 10 / 1.5 },
          { label: '#事项 2:20', density: 20 / 2.5 },
          { label: '#事项 3' },
          { label: '#事项 4:null', density: null },
        ],
      },
    },
    {
      title: 'entities in lists of lists, with a key made of the keys of others',
      query: '{ region(code: "r1", level: 2) { offers { price clerk { name } item { name } } } }',
      data: {
        region: {
          offers: [
            [
              { price: 0.25, clerk: { name: '人员 "2"' }, item: { name: '事项 1' } },
              { price: 1.25, clerk: { name: '人员 "0"' }, item: { name: '事项 5' } },
            ],
            null,
            [],
          ],
        },
      },
    },
    {
      title: 'from one key of an entity to the other by way of a third subgraph',
      query: '{ region(code: "r0", level: 1) { head { email guides { title } } } }',
      data: {
        region: { head: { email: 'p1@example.org', guides: [{ title: '指南 6' }] } },
      },
    },
    {
      title: 'a union of entities and one of value types whose fields differ in nullability',
      query: `{
        search(text: "2") { ... on Region { title } ... on CountyItem { slogan } }
        people(ids: ["p0", "p1", "nobody"]) {
          contact { __typename ... on Phone { number, phone: label } ... on Mail { mail: label } }
        }
      }`,
      data: {
        search: [{ slogan: '口号 i2' }, { title: 'r2 地区2' }],
        people: [
          { contact: { __typename: 'Phone', number: '100-p0', phone: '电话' } },
          { contact: { __typename: 'Mail', mail: null } },
          null,
        ],
      },
    },
    {
      title: 'one field under several aliases and with several arguments, aliases that hide keys',
      query: `{
        region(code: "r2", level: 2) {
          code: name
          level: title(suffix: "!")
          a: title(suffix: "!")
          title(upper: true)
          flagship { id: slogan name: kind guide { id: title } }
        }
      }`,
      data: {
        region: {
          code: '地区2',
          level: 'r2 地区2!',
          a: 'r2 地区2!',
          title: 'R2 地区2',
          flagship: { id: '口号 i2', name: 'POWER', guide: { id: '指南 2' } },
        },
      },
    },
    {
      title: 'aliases with a meaning to JavaScript or to the machinery',
      query:
        '{ countyItem(id: "i1") { __proto__: name constructor: kind __typename: id _entities: weight } }',
      data: JSON.parse(
        '{"countyItem":{"__proto__":"事项 1","constructor":"SERVICE","__typename":"i1","_entities":10}}',
      ),
    },
    {
      title: 'the same key asked for twice, with selections that add up',
      query: `{
        items(first: 1) { region { code } }
        ...More
      }
      fragment More on Query { items(first: 1) { region { name ... on Region { code title } } id } }`,
      data: { items: [{ region: { code: 'r0', name: '地区0', title: 'r0 地区0' }, id: 'i0' }] },
    },
    {
      title: 'objects of which fragments that cannot match leave nothing',
      query:
        '{ item(id: "i6") { related { ... on TownshipItem { ... on Hit { ... on Region { level } } } } } }',
      data: { item: { related: [{}, {}] } },
    },
    {
      title: 'lists with holes, and scalars that are trees',
      query: '{ sparse { extra } item(id: "i2") { extra } }',
      data: {
        sparse: [{ extra: null }, null, { extra: null }],
        item: { extra: { list: [2, { deep: '值2' }], none: null } },
      },
    },
    {
      title: 'variables with defaults, null and left out',
      query: `query ($first: Int = 1, $kinds: [Kind!], $filter: ItemFilter) {
        items(first: $first, kinds: $kinds, filter: $filter) { id }
      }`,
      variables: { kinds: 'SERVICE', filter: { minWeight: 5, not: { regions: 'r1' } } },
      data: { items: [{ id: 'i6' }] },
    },
  ])('$title', async ({ query, variables, data }) => {
    const answer = await ask(executor, query, variables);
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ data }));
  });
});

describe('conditions', () => {
  const query = `query ($yes: Boolean!, $no: Boolean = false) {
    items(first: 1) @include(if: $yes) {
      id @skip(if: $no)
      guide @skip(if: $yes) { title }
      ...F @include(if: $no)
      region { name @include(if: $no) }
    }
    version @skip(if: $yes)
  }
  fragment F on Item { name label }`;

  test.each([
    [{ yes: true }, { items: [{ id: 'i0', region: {} }] }],
    [{ yes: true, no: true }, { items: [{ name: '事项 0', label: '事项 0', region: { name: '地区0' } }] }],
    [{ yes: false }, { version: '一' }],
  ])('of one document with the variables %j', async (variables, data) => {
    expect(await ask(executor, query, variables)).toEqual({ data });
  });

  test('that leave nothing call no subgraph', async () => {
    calls.length = 0;
    expect(await ask(executor, '{ items @include(if: false) { id } }')).toEqual({ data: {} });
    expect(calls).toEqual([]);
  });
});

describe('what the gateway answers itself', () => {
  test('a root __typename needs no subgraph', async () => {
    calls.length = 0;
    expect(await ask(executor, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    expect(calls).toEqual([]);
  });

  test('introspection beside data, under aliases that are names of fields', async () => {
    const query = `query ($name: String!) {
      items: __type(name: $name) { name enumValues { name } }
      version
      ...Schema
    }
    fragment Schema on Query { __schema { queryType { name } } }`;
    expect(await ask(executor, query, { name: 'Kind' })).toEqual({
      data: {
        items: { name: 'Kind', enumValues: [{ name: 'POWER' }, { name: 'SERVICE' }] },
        version: '一',
        __schema: { queryType: { name: 'Query' } },
      },
    });
  });

  test('the public schema shows nothing inaccessible and nothing of the join machinery', async () => {
    const text = JSON.stringify(await ask(executor, getIntrospectionQuery()));
    expect(text).toContain('CountyItem');
    expect(text).not.toMatch(/join__|_Entity|_Any|_Service|SECRET|"secret"/);
  });
});

describe('calls', () => {
  test('ask for each entity once, in one call per step', async () => {
    calls.length = 0;
    await ask(executor, '{ a: items(first: 9) { region { name } } b: items(first: 9) { region { title } } }');
    const regions = calls.filter(({ subgraph }) => subgraph === 'regions');
    expect(regions).toHaveLength(1);
    const lists = Object.values(regions[0]?.variables ?? {}) as unknown[][];
    expect(lists.flat().length).toBeLessThanOrEqual(8);
  });

  test('carry only the variables an operation uses', async () => {
    calls.length = 0;
    const query = 'query ($id: ID!, $prefix: String) { item(id: $id) { label(prefix: $prefix) } }';
    await ask(executor, query, { id: 'i1', prefix: '>' });
    expect(calls.map(({ subgraph, variables }) => [subgraph, variables])).toEqual([
      ['items', { id: 'i1' }],
      [
        'guides',
        {
          prefix: '>',
          representations: [{ __typename: 'CountyItem', id: 'i1', name: '事项 1', weight: 10 }],
        },
      ],
    ]);
  });
});

describe('mutations', () => {
  const federate = () => {
    const store = createStore();
    return { ...createFederation(() => store), store };
  };

  test('run one after another, each read before the next one writes', async () => {
    const { executor: fresh, store } = federate();
    const query = `mutation {
      first: rename(id: "i2", name: "甲") { name guide { author { role } } }
      promote(id: "p2") { role }
      second: rename(id: "i2", name: "乙") { name label guide { author { role } } }
    }`;
    expect(await ask(fresh, query)).toEqual({
      data: {
        first: { name: '甲', guide: { author: { role: 'CLERK' } } },
        promote: { role: 'CHIEF' },
        second: { name: '乙', label: '乙:20', guide: { author: { role: 'CHIEF' } } },
      },
    });
    expect(store.log).toEqual(['rename i2', 'promote p2', 'rename i2']);
  });

  test('run as often as they are asked for, with defaults of the input', async () => {
    const { executor: fresh, store } = federate();
    const query = `mutation ($input: ItemInput!) {
      a: add(input: $input) { name kind }
      b: add(input: $input) { name kind }
    }`;
    const added = { name: '未命名', kind: 'SERVICE' };
    expect(await ask(fresh, query, { input: { id: 'i77' } })).toEqual({ data: { a: added, b: added } });
    expect(store.log).toEqual(['add i77', 'add i77']);
  });
});
