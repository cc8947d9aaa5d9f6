import { asked, type Family, times } from './hostile-request.ts';

/** A family of documents without variables. */
const family = (name: string, most: number, query: (size: number) => string): Family => ({
  name,
  most,
  request: (size) => asked(query(size)),
});

/** Fragments of which each spreads the next one `twice` times: `twice` to the power of their number. */
const bomb = (size: number, spread: (next: string) => string): string =>
  `{ regions { nodes { ...F0 } } } ${times(size, (at) => `fragment F${at} on Region { ${spread(`F${at + 1}`)} }`)} fragment F${size} on Region { id }`;

const nested = (size: number, open: string, within: string, close = '}'): string =>
  open.repeat(size) + within + close.repeat(size);

const ITEM = 'items(first: 1) { nodes { id';

/** Documents that cost far more to read, check, plan or answer than to write. */
export const DOCUMENTS: readonly Family[] = [
  family('aliases of a leaf', 3_000, (n) => `{ ${times(n, (i) => `a${i}: __typename`)} }`),
  family(
    'aliases of a page',
    600,
    (n) => `{ ${times(n, (i) => `a${i}: items(first: 100) { totalCount }`)} }`,
  ),
  family('aliases below a page', 1_000, (n) => `{ ${ITEM} ${times(n, (i) => `a${i}: name`)} } } }`),
  family('aliases in inline fragments', 800, (n) => `{ ${times(n, (i) => `... { a${i}: __typename }`)} }`),
  family('nested fragments, two aliases each', 40, (n) =>
    bomb(n, (next) => `a: children { nodes { ...${next} } } b: children { nodes { ...${next} } }`),
  ),
  family('nested fragments, spread twice', 60, (n) => bomb(n, (next) => `...${next} ...${next}`)),
  family('nested fragments, spread ten times', 40, (n) => bomb(n, (next) => `...${next} `.repeat(10))),
  family(
    'a fragment of itself',
    60,
    (n) =>
      `{ regions { nodes { ...F0 } } } ${times(n, (i) => `fragment F${i} on Region { id ...F${(i + 1) % n} }`)}`,
  ),
  family(
    'fragments that all spread each other',
    40,
    (n) =>
      `{ regions { nodes { ...F0 } } } ${times(n, (i) => `fragment F${i} on Region { id ${times(n, (j) => `...F${j}`)} }`)}`,
  ),
  family('a deep chain of fragments', 400, (n) => bomb(n, (next) => `...${next}`)),
  family('inline fragments in each other', 3_000, (n) => nested(n, '{ ... ', '{ __typename }', ' }')),
  family(
    'inline fragments with conditions',
    600,
    (n) => `{ ${ITEM} ${nested(n, '... on CountyItem { ', 'name', ' }')} } } }`,
  ),
  family(
    'fragments never used',
    600,
    (n) => `{ __typename } ${times(n, (i) => `fragment F${i} on Region { id }`)}`,
  ),
  family('fragments not there', 900, (n) => `{ ${times(n, (i) => `...F${i}`)} }`),
  family('directives at one field', 2_000, (n) => `{ __typename ${'@skip(if: false) '.repeat(n)}}`),
  family('unknown directives', 2_000, (n) => `{ __typename ${times(n, (i) => `@d${i}`)} }`),
  family('directives at every field', 300, (n) => `{ ${'__typename @include(if: true) '.repeat(n)}}`),
  family('directives at the operation', 900, (n) => `query ${times(n, (i) => `@d${i}`)} { __typename }`),
  family('defer', 40, (n) => `{ ${ITEM} ${'... @defer { name } '.repeat(n)}} } }`),
  family('stream', 40, (n) => `{ items { nodes ${'@stream(initialCount: 0) '.repeat(n)}{ id } } }`),
  family('one field over and over', 2_000, (n) => `{ ${'__typename '.repeat(n)}}`),
  family('one page over and over', 400, (n) => `{ ${'items(first: 1) { totalCount } '.repeat(n)}}`),
  family(
    'overlapping fields of other arguments',
    400,
    (n) => `{ ${times(n, (i) => `a: items(first: ${(i % 100) + 1}) { totalCount }`)} }`,
  ),
  family('overlapping fields, nested', 300, (n) =>
    `{ ${nested(n, 'items { nodes { ', 'id', ' } }')} `.repeat(2),
  ),
  family(
    'overlapping fragments',
    120,
    (n) =>
      `{ regions { nodes { ${times(n, (i) => `...F${i}`)} } } } ${times(n, (i) => `fragment F${i} on Region { a: name ${'b: id '.repeat(3)}}`)}`,
  ),
  family(
    'overlapping trees',
    12,
    (n) =>
      `{ ${times(4, () => nested(n, 'regions { nodes { children { nodes { ', 'id name fullName', '} } } }'))} }`,
  ),
  family('deep selections', 1_500, (n) => nested(n, '{ a ', '{ b }')),
  family(
    'deep selections that are there',
    60,
    (n) => `{ regions { nodes { ${nested(n, 'parent { ', 'id', ' }')} } } }`,
  ),
  family(
    'pages in pages',
    12,
    (n) =>
      `{ regions(first: 100) { nodes { ${nested(n, 'children(first: 100) { nodes { ', 'id', ' } }')} } } }`,
  ),
  family(
    'pages in pages, smaller ones',
    12,
    (n) => `{ regions(first: 8) { nodes { ${nested(n, 'children(first: 8) { nodes { ', 'id', ' } }')} } } }`,
  ),
  family(
    'pages of items in pages of regions',
    100,
    (n) =>
      `{ regions(first: ${n}) { nodes { items(first: ${n}) { nodes { id name organisation { name } } } } } }`,
  ),
  family(
    'wide rows',
    100,
    (n) =>
      `{ items(first: ${n}) { nodes { id name fullCode: id region { id name fullName } organisation { id name } source { document row } } } }`,
  ),
  family('root fields', 900, (n) => `{ ${times(n, (i) => `r${i}: release { number }`)} }`),
  family('operations', 500, (n) => times(n, (i) => `query Q${i} { __typename }`)),
  family('operations of one name', 500, (n) => 'query Q { __typename } '.repeat(n)),
  family('operations without a name', 500, (n) => '{ __typename } '.repeat(n)),
  family('variables declared', 600, (n) => `query (${times(n, (i) => `$v${i}: Int`)}) { __typename }`),
  family(
    'variables of one name',
    600,
    (n) => `query (${'$v: Int '.repeat(n)}) { items(first: $v) { totalCount } }`,
  ),
  family('variables not declared', 600, (n) => `{ ${times(n, (i) => `a${i}: node(id: $v${i}) { id }`)} }`),
  family('a name without end', 200_000, (n) => `{ ${'a'.repeat(n)} }`),
  family('an alias without end', 200_000, (n) => `{ ${'a'.repeat(n)}: __typename }`),
  family('names of operations without end', 200_000, (n) => `query ${'Q'.repeat(n)} { __typename }`),
  family('a block string', 200_000, (n) => `{ node(id: """${'x\n'.repeat(n / 2)}""") { id } }`),
  family(
    'block strings with much indentation',
    3_000,
    (n) => `{ node(id: """${times(n, (i) => ' '.repeat(i % 60), '\n')}""") { id } }`,
  ),
  family('a string not closed', 200_000, (n) => `{ node(id: "${'x'.repeat(n)}`),
  family('escapes', 30_000, (n) => `{ node(id: "${'\\u0000'.repeat(n)}") { id } }`),
  family('escapes of half characters', 30_000, (n) => `{ node(id: "${'\\uD800'.repeat(n)}") { id } }`),
  family('escapes in braces', 20_000, (n) => `{ node(id: "${'\\u{10FFFF}'.repeat(n)}") { id } }`),
  family('comments', 200_000, (n) => `#${'x'.repeat(n)}\n{ __typename }`),
  family('commas and line ends', 200_000, (n) => `{${',\r\n'.repeat(n / 3)} __typename }`),
  family('marks of byte order', 60_000, (n) => `{${'\uFEFF'.repeat(n)} __typename }`),
  family('punctuation only', 2_500, (n) => '{'.repeat(n)),
  family('brackets only', 2_500, (n) => `{ items(first: ${'['.repeat(n)}`),
  family('types in lists', 1_000, (n) => `query ($v: ${nested(n, '[', 'Int', ']')}) { __typename }`),
  family('a whole number without end', 100_000, (n) => `{ items(first: ${'9'.repeat(n)}) { totalCount } }`),
  family(
    'a broken number without end',
    100_000,
    (n) => `{ items(first: 1.${'0'.repeat(n)}) { totalCount } }`,
  ),
  family('an exponent', 300, (n) => `{ items(first: 1e${n}) { totalCount } }`),
  family('pages below zero', 2_147_483_648, (n) => `{ items(first: -${n}) { totalCount } }`),
  family('pages too large', 2_147_483_648, (n) => `{ items(first: ${n}) { totalCount } }`),
  family(
    'lists in lists',
    900,
    (n) => `{ items(filter: { level: ${nested(n, '[', 'COUNTY', ']')} }) { totalCount } }`,
  ),
  family(
    'objects in objects',
    500,
    (n) => `{ items(filter: ${nested(n, '{ search: ', '"a"')}) { totalCount } }`,
  ),
  family('wide objects', 600, (n) => `{ items(filter: { ${times(n, (i) => `f${i}: 1`)} }) { totalCount } }`),
  family(
    'one input field twice',
    600,
    (n) => `{ items(filter: { ${'search: "a" '.repeat(n)} }) { totalCount } }`,
  ),
  family('arguments not there', 600, (n) => `{ items(${times(n, (i) => `a${i}: 1`)}) { totalCount } }`),
  family('one argument twice', 600, (n) => `{ items(${'first: 1 '.repeat(n)}) { totalCount } }`),
  family('fields not there', 1_900, (n) => `{ ${times(n, (i) => `itemz${i}`)} }`),
  family('fields nearly there, on every level', 300, (n) => `{ ${'itemz { nodez { nam } } '.repeat(n)}}`),
  family('types nearly there', 400, (n) => `{ ${times(n, (i) => `... on Itemz${i} { id }`)} }`),
  family(
    'values of enums nearly there',
    900,
    (n) => `{ items(filter: { level: [${'COUNTIE '.repeat(n)}] }) { totalCount } }`,
  ),
  family(
    'introspection in circles',
    30,
    (n) => `{ __schema { types { ${nested(n, 'fields { type { ', 'name', ' } }')} } } }`,
  ),
  family(
    'introspection of wrapped types',
    60,
    (n) => `{ __schema { types { fields { type { ${nested(n, 'ofType { ', 'name', ' }')} } } } } }`,
  ),
  family(
    'introspection under many aliases',
    300,
    (n) => `{ ${times(n, (i) => `s${i}: __schema { types { name fields { name args { name } } } }`)} }`,
  ),
  family(
    'introspection of all types by name',
    300,
    (n) => `{ ${times(n, (i) => `t${i}: __type(name: "Query") { fields { name } }`)} }`,
  ),
  family(
    'introspection within fragments',
    20,
    (n) =>
      `{ __schema { types { ...F0 } } } ${times(n, (i) => `fragment F${i} on __Type { a: ofType { ...F${i + 1} } b: ofType { ...F${i + 1} } }`)} fragment F${n} on __Type { name }`,
  ),
  family(
    'introspection repeated in itself',
    400,
    (n) =>
      `{ __schema { types { ${'fields { name description args { name description type { name } } } '.repeat(n)}} } }`,
  ),
  family('subscriptions', 400, (n) => `subscription { ${times(n, (i) => `a${i}: items { totalCount }`)} }`),
  family(
    'entities asked from outside',
    300,
    (n) =>
      `{ _entities(representations: [${'{ __typename: "CountyItem", id: "ci_1" } '.repeat(n)}]) { __typename } }`,
  ),
  family('the schema of a subgraph', 30, (n) => `{ ${times(n, (i) => `s${i}: _service { sdl }`)} }`),
  family('definitions of types', 300, (n) => times(n, (i) => `type T${i} { a: Int }`)),
  family(
    'extensions of the schema',
    300,
    (n) => `{ __typename } ${'extend type Query { a: Int } '.repeat(n)}`,
  ),
  family(
    'names of prototypes as aliases',
    20,
    (n) =>
      `{ ${times(n, (i) => `${['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'][i % 5]}: __typename`)} }`,
  ),
  family(
    'names of prototypes as fields',
    300,
    (n) => `{ ${times(n, (i) => ['__proto__', 'constructor', 'prototype', 'valueOf'][i % 4] ?? '')} }`,
  ),
  family(
    'names of prototypes as fragments',
    60,
    (n) =>
      `{ regions { nodes { ${'...__proto__ ...constructor '.repeat(n)}} } } fragment __proto__ on Region { id } fragment constructor on Region { name }`,
  ),
  family(
    'names of prototypes as input fields',
    300,
    (n) => `{ items(filter: { ${'__proto__: { a: 1 } constructor: 1 '.repeat(n)}}) { totalCount } }`,
  ),
  family(
    'changes without a token',
    100,
    (n) => `mutation { ${times(n, (i) => `m${i}: revokeDecision(id: "md_${i}", reason: "x") { result }`)} }`,
  ),
  family(
    'runs asked for without a token',
    60,
    (n) => `mutation { ${times(n, (i) => `m${i}: runMatching { result }`)} }`,
  ),
];
