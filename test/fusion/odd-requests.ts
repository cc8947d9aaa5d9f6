import { encodeCursor } from '../../catalog/cursor.ts';
import type { Asked } from './both-executors.ts';
import { type OddRequest, ofCounty, ofReference } from './known-rows.ts';
import { PAGES, REFUSED } from './odd-pages.ts';

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

/** Ids and codes as nobody should write them. */
const TEXTS: readonly OddRequest[] = [
  ['an id of no type', 'planned', () => nodeOf('xx_0')],
  ['an empty id', 'planned', () => nodeOf('')],
  ['an id of a type that is not fused', 'planned', () => nodeOf('de_0')],
  ['an id that JavaScript knows', 'planned', () => nodeOf('__proto__')],
  ['an item that is not there', 'fused', () => nodeOf('ci_nothing')],
  ['a region that is not there', 'fused', () => nodeOf('999999999999')],
  ['an id with U+0000', 'planned', () => nodeOf('ci_\u0000')],
  ['an id with half a surrogate', 'planned', () => nodeOf('ci_\ud800')],
  ['an id that would end the text of a statement', 'fused', () => nodeOf("ci_' or true --")],
  ['an id with a parameter in it', 'fused', () => nodeOf('ci_$1::text')],
  ['a long id', 'fused', () => nodeOf(`ci_${'长'.repeat(100_000)}`)],
  ['the id of another type behind a prefix', 'fused', ({ county }) => nodeOf(`ri_${county.slice(3)}`)],
  ['a code with U+0000', 'planned', () => countyItem('a\u0000b')],
  ['a code with half a surrogate', 'planned', () => countyItem('\udfff')],
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

/** Lists at the root, and the release beside them. */
const ROOT_LISTS: readonly OddRequest[] = [
  [
    'regions of one level below one region behind another, and all there are',
    'fused',
    ({ region, newest }) => ({
      query: `query ($parent: ID, $level: Level, $after: String) { some: regions(parent: $parent, level: $level, first: 2, after: $after) {
        totalCount nodes { id parent { name } children(first: 1) { totalCount nodes { name } } } pageInfo { endCursor hasPreviousPage } }
        all: regions(first: null) { totalCount edges { cursor node { id } } pageInfo { hasNextPage } } }`,
      variables: { parent: region, level: 'TOWNSHIP', after: encodeCursor(newest, [region]) },
    }),
  ],
  [
    'catalogs of a short region code, of one level and kind, and of none',
    'fused',
    () => ({
      query: `query ($region: ID, $kind: ListKind, $none: Level) { a: catalogs(region: $region, kind: $kind, level: COUNTY, first: 3) {
        totalCount nodes { id region { name } items(first: 1) { totalCount nodes { id } } } }
        b: catalogs(level: $none, kind: null) { totalCount pageInfo { startCursor endCursor } } }`,
      variables: { region: '88', kind: 'POWER' },
    }),
  ],
  [
    'the release beside what is stored',
    'fused',
    ({ county }) => ({
      query: 'query ($id: ID!) { release { number __typename of: number } node(id: $id) { id } }',
      variables: { id: county },
    }),
  ],
  [
    'more of the release than its number',
    'fused',
    ({ county }) => ({
      query: 'query ($id: ID!) { release { number note } node(id: $id) { id } }',
      variables: { id: county },
    }),
  ],
  ['nothing but the release', 'planned', () => ({ query: '{ release { number } }' })],
];

/** The cases by what is odd about them, and what all their answers have in them. */
export const ODD_REQUESTS: readonly (readonly [what: string, tells: RegExp, cases: readonly OddRequest[]])[] =
  [
    ['whatever its keys are', /^\{"data":\{"node":\{/u, KEYS],
    ['whatever pages are asked for', /^\{"data":\{"node":\{/u, PAGES],
    ['where something is refused', /"errors":\[/u, REFUSED],
    ['whatever its texts are', /^\{"data":/u, TEXTS],
    ['whatever lists it begins with', /^\{"data":\{"\w+":\{/u, ROOT_LISTS],
    ['whatever its shape is', /^\{"data":\{(?!"node":null)/u, SHAPES],
  ];
