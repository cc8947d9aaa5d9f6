import { encodeCursor } from '../../catalog/cursor.ts';
import { type OddRequest, ofReference } from './known-rows.ts';

/** The same list asked for in several ways at once. */
export const PAGES: readonly OddRequest[] = [
  [
    'one list under two aliases with other arguments',
    'fused',
    ofReference(
      `near: localItems(first: 2, region: $region) { totalCount nodes { id name } }
       all: localItems(first: 3) { totalCount nodes { id region { name } } }
       none: localItems(first: 3, level: PROVINCE) { totalCount nodes { id } pageInfo { startCursor endCursor hasNextPage } }`,
      ({ region }) => ({ region }),
    ),
  ],
  [
    'nodes and edges of a page with other selections',
    'fused',
    ofReference(
      `localItems(first: 3) { nodes { id name } edges { cursor node { region { fullName } ... on CountyItem { elements { promisedLimit { raw } } } } }
       again: edges { node { level } } }`,
    ),
  ],
  [
    'lists in lists in lists',
    'fused',
    ({ catalog }) => ({
      query: `query ($id: ID!) { node(id: $id) { ... on Catalog { items(first: 3) { totalCount nodes { id ... on ReferenceItem {
        localItems(first: 3) { totalCount nodes { id ... on CountyItem { townshipItems(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id region { parent { parent { name } } } } } } } } } } } } } }`,
      variables: { id: catalog },
    }),
  ],
  [
    'a page of one',
    'fused',
    ofReference('localItems(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } }'),
  ],
  [
    'the largest page',
    'fused',
    ofReference('localItems(first: 100) { nodes { id } pageInfo { hasNextPage } }'),
  ],
  [
    'first as null',
    'fused',
    ofReference('localItems(first: null) { nodes { id } pageInfo { hasNextPage } }'),
  ],
  [
    'first and after as variables that are null',
    'fused',
    ofReference('localItems(first: $first, after: $after) { nodes { id } }', () => ({
      first: null,
      after: null,
    })),
  ],
  [
    'first and after as variables that are not given',
    'fused',
    ofReference('localItems(first: $first, after: $after) { nodes { id } }'),
  ],
  [
    'variables with defaults, one given and one not',
    'fused',
    ({ reference }) => ({
      query: `query ($id: ID!, $first: Int = 2, $review: Boolean! = true, $relation: [MatchRelation!] = [EQUIVALENT]) { node(id: $id) { ... on ReferenceItem {
        localMatches(first: $first, includeReview: $review, relation: $relation) { nodes { id } } } } }`,
      variables: { id: reference, review: false },
    }),
  ],
  [
    'the total of a page that is not the first',
    'fused',
    ofReference(
      'localItems(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor } }',
      ({ newest, region }) => ({ after: encodeCursor(newest, [region, 'ci_']) }),
    ),
  ],
  [
    'an empty list of relations',
    'fused',
    ofReference('localMatches(relation: $relation) { totalCount nodes { id } }', () => ({ relation: [] })),
  ],
  [
    'several relations',
    'fused',
    ofReference('localMatches(relation: [EQUIVALENT, BROADER]) { totalCount nodes { id } }'),
  ],
  [
    'one relation in the place of a list',
    'fused',
    ofReference('localMatches(relation: EQUIVALENT) { totalCount }'),
  ],
  ['a short region code', 'fused', ofReference('localItems(region: "88") { totalCount nodes { id } }')],
  [
    'a list of which only the type is asked',
    'fused',
    ofReference('localItems { __typename nodes { __typename } }'),
  ],
];

/** What is refused is refused in the plan's words and at its place. */
export const REFUSED: readonly OddRequest[] = [
  ['a page of none', 'planned', ofReference('localItems(first: 0) { totalCount }')],
  [
    'a page too large',
    'planned',
    ofReference('name localItems(first: $first) { totalCount }', () => ({ first: 101 })),
  ],
  ['a page of less than none', 'planned', ofReference('localItems(first: -2147483648) { totalCount }')],
  [
    'what is no region',
    'planned',
    ofReference('id localItems(region: $region) { totalCount }', () => ({
      region: "88'; drop table reference.item --",
    })),
  ],
  ['an empty cursor', 'planned', ofReference('localItems(after: "") { totalCount }')],
  [
    'a cursor of another list',
    'planned',
    ofReference('localItems(after: $after) { totalCount }', ({ newest }) => ({
      after: encodeCursor(newest, [1, 'x']),
    })),
  ],
  [
    'a cursor of another release',
    'planned',
    ofReference('localItems(after: $after) { totalCount }', ({ newest }) => ({
      after: encodeCursor(newest - 1, ['88', 'x']),
    })),
  ],
  [
    'a number beyond 32 bits as variable',
    'planned',
    ofReference('localItems(first: $first) { totalCount }', () => ({ first: 2 ** 40 })),
  ],
  [
    'a number beyond 32 bits in a cursor',
    'planned',
    ({ catalog, newest }) => ({
      query:
        'query ($id: ID!, $after: String) { node(id: $id) { ... on Catalog { items(after: $after) { totalCount } } } }',
      variables: { id: catalog, after: encodeCursor(newest, [2 ** 31, 'x']) },
    }),
  ],
  [
    'regions below what is no region',
    'planned',
    () => ({ query: '{ regions(parent: "county") { totalCount } release { number } }' }),
  ],
  [
    'catalogs within what is no region',
    'planned',
    () => ({ query: '{ catalogs(region: "%") { totalCount nodes { id } } }' }),
  ],
];
