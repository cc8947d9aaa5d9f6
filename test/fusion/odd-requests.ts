import { encodeCursor } from '../../catalog/cursor.ts';
import type { Asked } from './both-executors.ts';

/** Ids and codes of the demonstration province that requests are made of. */
export interface KnownRows {
  readonly newest: number;
  /** A reference item with more local items than a small page, and its code. */
  readonly reference: string;
  readonly referenceCode: string;
  /** A county item with township items, a link up and two guides, and its code. */
  readonly county: string;
  readonly countyCode: string;
  readonly townshipCode: string;
  readonly catalog: string;
  readonly otherCatalog: string;
  readonly region: string;
  readonly match: string;
  readonly guide: string;
}

/** Whether the third time takes one statement; what is left to the plan is compared all the same. */
type How = 'fused' | 'planned';

export type OddRequest = readonly [title: string, how: How, ask: (known: KnownRows) => Asked];

const inItem = (
  selection: string,
  type = 'CountyItem',
) => `query ($id: ID!, $region: ID, $first: Int, $after: String, $relation: [MatchRelation!], $review: Boolean) {
  node(id: $id) { ... on ${type} { ${selection} } } }`;

const used = (query: string, variables: Readonly<Record<string, unknown>>): Asked => {
  const declared = Object.entries({
    id: 'ID!',
    region: 'ID',
    first: 'Int',
    after: 'String',
    relation: '[MatchRelation!]',
    review: 'Boolean',
  }).filter(([name]) => query.includes(`$${name}`) && query.split(`$${name}`).length > 2);
  return {
    query: query.replace(
      /query \([^)]*\)/u,
      `query (${declared.map(([name, type]) => `$${name}: ${type}`).join(', ')})`,
    ),
    variables,
  };
};

const ofReference =
  (selection: string, variables: (known: KnownRows) => Readonly<Record<string, unknown>> = () => ({})) =>
  (known: KnownRows): Asked =>
    used(inItem(selection, 'ReferenceItem'), { id: known.reference, ...variables(known) });

const ofCounty =
  (selection: string) =>
  (known: KnownRows): Asked =>
    used(inItem(selection), { id: known.county });

const nodeOf = (id: string): Asked => ({
  query:
    'query ($id: ID!) { node(id: $id) { __typename id ... on ServiceItem { name } ... on Region { regionName: name } } }',
  variables: { id },
});

const countyItem = (code: string): Asked => ({
  query: 'query ($code: String!) { countyItem(code: $code) { id name code { raw normalized } } }',
  variables: { code },
});

/** Keys of the answer that mean something to JavaScript, to the driver or to the statement. */
const KEYS: readonly OddRequest[] = [
  [
    'aliases named as what a statement reads',
    'fused',
    ofCounty(
      `_0: name _1: id id: name row: id ownCountyItem: state taskName: version regionCode: itemType
       total: region { id: name _0: fullName } page: elements { id: promisedLimit { _0: raw } }`,
    ),
  ],
  [
    'aliases that objects inherit',
    'fused',
    ofCounty(
      `__proto__: name constructor: id toString: state hasOwnProperty: region { __proto__: name then: id }
       elements { __proto__: promisedLimit { constructor: raw valueOf: amount } }`,
    ),
  ],
  [
    'aliases that hide other fields in pages and edges',
    'fused',
    ofReference(
      `localItems(first: 2) { nodes: totalCount totalCount: pageInfo { endCursor: hasNextPage hasNextPage: endCursor }
       edges: nodes { node: id cursor: name } pageInfo: edges { cursor: node { id } node: cursor } }`,
    ),
  ],
];

/** The same list asked for in several ways at once. */
const LISTS: readonly OddRequest[] = [
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
const REFUSED: readonly OddRequest[] = [
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
];

/** Ids and codes as nobody should write them. */
const TEXTS: readonly OddRequest[] = [
  ['an id of no type', 'planned', () => nodeOf('xx_0')],
  ['an empty id', 'planned', () => nodeOf('')],
  ['an id of a type that is not fused', 'planned', () => nodeOf('de_0')],
  ['an id that JavaScript knows', 'planned', () => nodeOf('__proto__')],
  ['an item that is not there', 'fused', () => nodeOf('ci_nothing')],
  ['a region that is not there', 'fused', () => nodeOf('999999999999')],
  ['an id with U+0000', 'fused', () => nodeOf('ci_\u0000')],
  ['an id with half a surrogate', 'fused', () => nodeOf('ci_\ud800')],
  ['an id that would end the text of a statement', 'fused', () => nodeOf("ci_' or true --")],
  ['an id with a parameter in it', 'fused', () => nodeOf('ci_$1::text')],
  ['a long id', 'fused', () => nodeOf(`ci_${'长'.repeat(100_000)}`)],
  ['the id of another type behind a prefix', 'fused', ({ county }) => nodeOf(`ri_${county.slice(3)}`)],
  ['a code with U+0000', 'fused', () => countyItem('a\u0000b')],
  ['a code with half a surrogate', 'fused', () => countyItem('\udfff')],
  ['an empty code', 'fused', () => countyItem('')],
  ['a code of blanks and a colon', 'fused', () => countyItem(' : ')],
  ['a long code', 'fused', () => countyItem('9'.repeat(50_000))],
  [
    'a code in its scheme and in full width',
    'fused',
    ({ countyCode }) =>
      countyItem(
        `cn_31: ${[...countyCode].map((c) => (/\d/u.test(c) ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0) : c)).join('')}`,
      ),
  ],
  [
    'an id as a number',
    'fused',
    ({ region }) => ({ query: `{ node(id: ${region}) { id ... on Region { name parent { id } } } }` }),
  ],
];

/** Fragments, conditions, and fields at the root. */
const SHAPES: readonly OddRequest[] = [
  [
    'fragments on interfaces within fragments on types',
    'fused',
    ofReference(
      `... on Node { id ... on ServiceItem { name ... on ReferenceItem { code { scheme } } ... on CountyItem { version } } }
     localItems(first: 4) { nodes { ... on Node { __typename id } ... on ServiceItem { kind: level ... on TownshipItem { other: implementationCode } ... on CountyItem { other: basicCode version elements { visits } } } } }`,
    ),
  ],
  [
    'both ends of links',
    'fused',
    ({ match }) => ({
      query: `query ($id: ID!) { node(id: $id) { ... on Match { confidence left { id __typename } right { name ... on ReferenceItem { basicCode localMatches(first: 2) { nodes { id left { id } right { __typename } } } } } } } }`,
      variables: { id: match },
    }),
  ],
  [
    'conditions both ways',
    'fused',
    ({ county }) => ({
      query: `query ($id: ID!, $yes: Boolean!, $no: Boolean = false) { node(id: $id) { id @skip(if: $no) ... on CountyItem @include(if: $yes) {
      name @skip(if: $yes) state @include(if: true) guide @skip(if: $no) { id name @include(if: $no) } candidates @include(if: $no) { confidence } } } }`,
      variables: { id: county, yes: true },
    }),
  ],
  [
    'everything left out',
    'planned',
    ({ county }) => ({
      query: 'query ($id: ID!, $no: Boolean!) { node(id: $id) @include(if: $no) { id } }',
      variables: { id: county, no: false },
    }),
  ],
  ['nothing but its type', 'planned', () => ({ query: '{ __typename }' })],
  [
    'the type of the root beside objects',
    'fused',
    ({ county, countyCode }) => ({
      query:
        'query ($code: String!, $id: ID!) { a: __typename countyItem(code: $code) { __typename } node(id: $id) { id } __typename }',
      variables: { code: countyCode, id: county },
    }),
  ],
  [
    'the schema beside objects',
    'planned',
    ({ county }) => ({
      query: 'query ($id: ID!) { node(id: $id) { id } __type(name: "Query") { name } }',
      variables: { id: county },
    }),
  ],
  [
    'ten objects at the root',
    'fused',
    ({
      county,
      reference,
      region,
      catalog,
      otherCatalog,
      guide,
      match,
      countyCode,
      townshipCode,
      referenceCode,
    }) => ({
      query: `query ($code: String!) { a: node(id: "${county}") { id } b: node(id: "${reference}") { id ... on ServiceItem { name } } c: node(id: "${region}") { ... on Region { name } }
      d: node(id: "${catalog}") { ... on Catalog { name } } e: node(id: "${otherCatalog}") { ... on Catalog { name nilReturns } } f: node(id: "${guide}") { ... on Guide { name materials { name canonicalName } } }
      g: node(id: "${match}") { ... on Match { confidence band stale } } h: countyItem(code: $code) { id } i: townshipItem(code: "${townshipCode}") { id sourceItem { id name } sourceMatch { right { id } } } j: referenceItem(code: "${referenceCode}") { id } }`,
      variables: { code: countyCode },
    }),
  ],
  [
    'a catalog given, given as null and not given',
    'fused',
    ({ referenceCode, catalog }) => ({
      query: `query ($code: String!, $catalog: ID, $none: ID) { a: referenceItem(code: $code, catalog: $catalog) { id catalog { id } } b: referenceItem(code: $code, catalog: $none) { id }
      c: referenceItem(code: $code, catalog: null) { id } d: referenceItem(code: $code, catalog: "ca_none") { id } }`,
      variables: { code: referenceCode, catalog, none: null },
    }),
  ],
  [
    'what rows do not tell beside what they do',
    'planned',
    ofCounty('id counterparts { id } basedOn { version }'),
  ],
];

export const ODD_REQUESTS: Readonly<Record<string, readonly OddRequest[]>> = {
  'whatever its keys are': KEYS,
  'whatever pages are asked for': LISTS,
  'where something is refused': REFUSED,
  'whatever its texts are': TEXTS,
  'whatever its shape is': SHAPES,
};
