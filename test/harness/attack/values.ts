import { asked, type Family, times } from './hostile-request.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A family of one document whose variables are hostile. */
const family = (
  name: string,
  most: number,
  query: string,
  variables: (size: number) => Variables,
): Family => ({
  name,
  most,
  request: (size) => asked(query, variables(size)),
});

const SEARCH =
  'query ($filter: ItemFilter) { items(filter: $filter, first: 5) { totalCount nodes { id name } } }';
const PAGE = 'query ($first: Int, $after: String) { items(first: $first, after: $after) { nodes { id } } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const COVERAGE =
  'query ($reference: ID!, $regions: [ID!]) { coverage(reference: $reference, regions: $regions, groupBy: REGION) { adoptable } }';
const COMPARE = 'query ($left: ID!, $right: ID!) { compareCatalogs(left: $left, right: $right) { total } }';
const RECONCILE =
  'query ($items: [ReconcileItem!]!, $against: ID!) { reconcile(items: $items, against: $against) { probability } }';
const DECIDE =
  'mutation ($input: [DecideMatchInput!]!, $key: String) { decideMatches(input: $input, idempotencyKey: $key) { release } }';

const list = <Value>(count: number, value: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => value(index));

const nestedIn = (size: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x';
  for (let at = 0; at < size; at += 1) value = wrap(value);
  return value;
};

/** `@include` under so many variables: a planner that plans for each of them plans 2 to their power. */
const powers = (size: number): { readonly query: string; readonly variables: Variables } => ({
  query: `query (${times(size, (i) => `$v${i}: Boolean!`)}) { items(first: 1) { nodes { id ${times(size, (i) => `... on CountyItem @include(if: $v${i}) { guide { id } }`)} } } }`,
  variables: Object.fromEntries(list(size, (index) => [`v${index}`, index % 2 === 0])),
});

const DAY = '2026-03-01T08:00:00Z';

/** Arguments and variables that are too long, too many, too deep, or not what they seem. */
export const VALUES: readonly Family[] = [
  family('a search without end', 200_000, SEARCH, (n) => ({ filter: { search: '登'.repeat(n / 3) } })),
  family('a search of many words', 200, SEARCH, (n) => ({ filter: { search: '证 '.repeat(n / 2) } })),
  family('wildcards of SQL', 200, SEARCH, (n) => ({ filter: { search: '%_'.repeat(n / 2) } })),
  family('a search that reads like a pattern', 200, SEARCH, (n) => ({
    filter: { search: `${'(a+)+'.repeat(n / 5)}$` },
  })),
  family('operators of text search', 200, SEARCH, (n) => ({
    filter: { search: "&|!<->:*'()\\".repeat(n / 13) },
  })),
  family('words of SQL', 190, SEARCH, (n) => ({ filter: { search: `'; drop table x; --${' '.repeat(n)}` } })),
  family('a search of NUL', 200, SEARCH, (n) => ({ filter: { search: '\0'.repeat(n) } })),
  family('a search of half characters', 200, SEARCH, (n) => ({ filter: { search: '\uD800'.repeat(n) } })),
  family('a search of marks put together', 200, SEARCH, (n) => ({
    filter: { search: `a${'\u0301'.repeat(n)}` },
  })),
  family('a search of signs of other scripts', 200, SEARCH, (n) => ({
    filter: { search: '﷽𒐫'.repeat(n / 2) },
  })),
  family('a department without end', 200_000, SEARCH, (n) => ({
    filter: { department: '局'.repeat(n / 3) },
  })),
  family('a topic of wildcards', 10_000, SEARCH, (n) => ({ filter: { topic: '%'.repeat(n) } })),
  family('a region of wildcards', 10_000, SEARCH, (n) => ({ filter: { region: '%'.repeat(n) } })),
  family('levels without end', 20_000, SEARCH, (n) => ({ filter: { level: list(n, () => 'COUNTY') } })),
  family('input fields not there', 5_000, SEARCH, (n) => ({
    filter: Object.fromEntries(list(n, (index) => [`f${index}`, 1])),
  })),
  family('input of lists in lists', 3_000, SEARCH, (n) => ({
    filter: { level: nestedIn(n, (inner) => [inner]) },
  })),
  family('input of objects in objects', 3_000, SEARCH, (n) => ({
    filter: nestedIn(n, (search) => ({ search })),
  })),
  family('names of prototypes in variables', 300, SEARCH, (n) => ({
    filter: JSON.parse(
      `{${times(n, (i) => `"${['__proto__', 'constructor', 'prototype'][i % 3]}":{"search":"a"}`, ',')}}`,
    ),
    ...(JSON.parse('{"__proto__":{"filter":{"search":"a"}}}') as Variables),
  })),
  family('variables not declared, given', 10_000, PAGE, (n) =>
    Object.fromEntries(list(n, (index) => [`v${index}`, index])),
  ),
  family('a cursor without end', 200_000, PAGE, (n) => ({ after: 'a'.repeat(n) })),
  family('forged cursors', 200, PAGE, (n) => ({
    after: Buffer.from(JSON.stringify([7, 'x', n, [n, null], { n }])).toString('base64url'),
  })),
  family('cursors of deep lists', 20_000, PAGE, (n) => ({
    after: Buffer.from(`${'['.repeat(n)}${']'.repeat(n)}`).toString('base64url'),
  })),
  family('cursors of words of SQL', 1_000, PAGE, (n) => ({
    after: Buffer.from(`["1","' or 1=1 --${' '.repeat(n)}"]`).toString('base64'),
  })),
  family('a page of variables too large', 2 ** 40, PAGE, (n) => ({ first: n })),
  family('a page below zero in a variable', 2 ** 40, PAGE, (n) => ({ first: -n })),
  family('a page that is no whole number', 1_000, PAGE, (n) => ({ first: n + 0.5 })),
  family('a page that is a list', 1_000, PAGE, (n) => ({ first: list(n, () => 1) })),
  family('an identifier without end', 200_000, NODE, (n) => ({ id: `ci_${'0'.repeat(n)}` })),
  family('identifiers of each kind not there', 99_999, NODE, (n) => ({
    id: `${['ci', 'ri', 'ti', 'gd', 'ma', 'ca', 'md', 'og'][n % 8]}_${n}`,
  })),
  family('an identifier of NUL', 100, NODE, (n) => ({ id: `ci_${'\0'.repeat(n)}` })),
  family('an identifier that is a number', 2 ** 50, NODE, (n) => ({ id: n })),
  family('regions by the thousand', 10_000, COVERAGE, (n) => ({
    reference: 'ca_1',
    regions: list(n, (index) => String(880_000_000_000 + index)),
  })),
  family('one region by the thousand', 10_000, COVERAGE, (n) => ({
    reference: 'ca_1',
    regions: list(n, () => '880000000000'),
  })),
  family('lists compared with themselves', 1_000, COMPARE, (n) => ({ left: `ca_${n}`, right: `ca_${n}` })),
  family('lists compared that are not there', 1_000, COMPARE, (n) => ({ left: `ca_${n}`, right: `zz_${n}` })),
  family('names to reconcile by the thousand', 5_000, RECONCILE, (n) => ({
    items: list(n, (index) => ({ name: `设立登记${index}` })),
    against: 'ca_1',
  })),
  family('long names to reconcile', 200_000, RECONCILE, (n) => ({
    items: [{ name: '登'.repeat(n / 3), codes: ['1'] }],
    against: 'ca_1',
  })),
  family('codes to reconcile by the thousand', 10_000, RECONCILE, (n) => ({
    items: [{ name: '登记', codes: list(n, String) }],
    against: 'ca_1',
  })),
  family('decisions by the thousand, without a token', 2_000, DECIDE, (n) => ({
    input: list(n, (index) => ({ item: `ci_${index}`, verdict: 'CONFIRM' })),
  })),
  family('a key without end, without a token', 200_000, DECIDE, (n) => ({ input: [], key: 'k'.repeat(n) })),
  family(
    'codes by the thousand',
    10_000,
    'query ($codes: [IndicatorCode!]) { indicators(region: "880000000000", codes: $codes) { code } }',
    (n) => ({
      codes: list(n, () => 'ONE_VISIT'),
    }),
  ),
  family('a code without end', 200_000, 'query ($code: String!) { countyItem(code: $code) { id } }', (n) => ({
    code: `LOCAL:${'A'.repeat(n)}`,
  })),
  family(
    'releases far away',
    2 ** 31,
    'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number } }',
    (n) => ({
      asOf: { number: n },
    }),
  ),
  family(
    'releases below zero',
    2 ** 31,
    'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number } }',
    (n) => ({
      asOf: { number: -n },
    }),
  ),
  family(
    'moments that are none',
    10_000,
    'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number } }',
    (n) => ({
      asOf: { at: `${DAY}${'0'.repeat(n)}` },
    }),
  ),
  family('dates that are none', 10_000, 'query ($on: ID!) { findings(region: $on) { totalCount } }', (n) => ({
    on: '9'.repeat(n),
  })),
  { name: 'powers of @include', most: 300, request: (n) => asked(powers(n).query, powers(n).variables) },
];
