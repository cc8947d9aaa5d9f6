import { describe, expect, test } from 'vitest';
import { composed, composeSupergraph } from '../../gateway/compose.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@inaccessible"])`;

const ITEMS = `${LINK}
  type Query { items(first: Int = 20, after: String): ItemConnection! }
  type ItemConnection { nodes: [Item!]! }
  "事项"
  type Item @key(fields: "id") { id: ID! "名称" name: String! secret: String @inaccessible }
`;
const GUIDES = `${LINK}
  type Item @key(fields: "id") { id: ID! "办事指南" guide: String }
`;

const compose = (sdlByName: Record<string, string>) => {
  const result = composeSupergraph(sdlByName);
  if (!composed(result)) throw new Error(result.errors.join('\n'));
  return result;
};

describe('composition', () => {
  test('the public schema holds the fields of all subgraphs and nothing of the machinery', () => {
    const { apiSdl } = compose({ items: ITEMS, guides: GUIDES });
    expect(apiSdl).toContain('guide: String');
    expect(apiSdl).toContain('name: String!');
    expect(apiSdl).not.toMatch(/join__|@key|secret/u);
  });

  test('the supergraph names each subgraph and its address', () => {
    const result = composeSupergraph(
      { items: ITEMS, guides: GUIDES },
      { items: 'http://127.0.0.1:4001/graphql' },
    );
    expect(result).toHaveProperty(
      'supergraphSdl',
      expect.stringContaining('@join__graph(name: "items", url: "http://127.0.0.1:4001/graphql")'),
    );
  });

  test('the order in which subgraphs are given changes nothing', () => {
    expect(compose({ items: ITEMS, guides: GUIDES })).toEqual(compose({ guides: GUIDES, items: ITEMS }));
  });

  test('what appears everywhere is described once, what a subgraph describes stays', () => {
    const { apiSdl } = compose({ items: ITEMS, guides: GUIDES });
    expect(apiSdl).toContain('每页条数，1 到 100，默认 20');
    expect(apiSdl).toContain('"""名称"""');
  });

  test.each([
    [
      'two subgraphs disagree',
      { items: ITEMS, guides: GUIDES.replace('guide: String', 'name: Int') },
      'name',
    ],
    ['a text is no SDL', { items: ITEMS, guides: 'type {' }, '[guides]'],
    ['no subgraph can be asked', { guides: GUIDES }, 'query root'],
  ])('%s: the reasons are returned', (_, sdlByName, reason) => {
    const result = composeSupergraph(sdlByName);
    expect(composed(result)).toBe(false);
    expect(JSON.stringify(result)).toContain(reason);
  });
});
