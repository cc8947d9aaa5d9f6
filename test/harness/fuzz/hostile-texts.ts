import fc from 'fast-check';

/** Words of GraphQL, of the schema, and of trouble. */
const WORDS = [
  ...'{ } ( ) [ ] : ! = | & $ @ ... , # " """ \\ \0 \u2028 \uFEFF \uD800 -1 1e999 0.1 00 9999999999999999999'.split(
    ' ',
  ),
  ...'query mutation subscription fragment on true false null type extend schema input directive'.split(' '),
  ...'items nodes edges first after filter search region regions release asOf number id name node __typename'.split(
    ' ',
  ),
  ...'__schema __type types fields ofType _entities _service sdl representations Query CountyItem Region'.split(
    ' ',
  ),
  ...'@include(if: @skip(if: @defer @stream(initialCount: $v $v: Int! ...F fragment F on Query'.split(' '),
  ...'__proto__ constructor prototype toString hasOwnProperty'.split(' '),
];

/** Whole documents that are right, to be spoiled. */
const RIGHT = [
  'query Q($first: Int = 5, $after: String) { items(first: $first, after: $after) { totalCount nodes { id name ... on CountyItem { code { raw } } } } }',
  '{ regions(first: 3) { nodes { ...F } } } fragment F on Region { id name parent { id ...G } } fragment G on Region { fullName }',
  'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number publishedAt } node(id: "ci_1") { id __typename } }',
  '{ items(filter: { search: "登记", level: [COUNTY, VILLAGE] }) @skip(if: false) { nodes { id @include(if: true) } } }',
];

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

const soup = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 150 })
  .chain((words) => fc.constantFrom(' ', '', '\n').map((between) => words.join(between)));

/** A right document with a few pieces cut out, doubled, or replaced. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...RIGHT),
    fc.array(fc.tuple(fc.nat(250), fc.nat(30), fc.oneof(fc.constantFrom(...WORDS), anyText)), {
      maxLength: 5,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce(
      (whole, [from, length, instead]) => whole.slice(0, from) + instead + whole.slice(from + length),
      text,
    ),
  );

/** Something bracketed very often. */
const nested = fc
  .tuple(fc.constantFrom('{a', '[', '(', '{ ... ', '"""', '{items{nodes'), fc.nat(3_000))
  .map(([open, count]) => `{ items(filter: ${open.repeat(count)}`);

/** Texts that call themselves documents. */
export const hostileDocuments: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: spoiled },
  { weight: 3, arbitrary: soup },
  { weight: 2, arbitrary: anyText },
  { weight: 1, arbitrary: nested },
);

const KEYS = [
  'query',
  'variables',
  'operationName',
  'extensions',
  'documentId',
  '__proto__',
  'constructor',
  '',
  'a',
];

/** Variables of every kind, with names no object should have. */
const hostileVariables = fc.oneof(
  fc.dictionary(fc.constantFrom('first', 'after', 'asOf', ...KEYS), fc.jsonValue({ maxDepth: 4 })),
  fc.jsonValue(),
);

const bodyOf = (members: readonly (readonly [string, string])[]): string =>
  `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;

/** Bodies of requests: right ones with hostile documents, members of every kind, some twice, and no JSON at all. */
export const hostileBodies: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(hostileDocuments, hostileVariables)
      .map(([query, variables]) => JSON.stringify({ query, variables })),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...KEYS), fc.oneof(fc.json(), fc.constant('"{ __typename }"'))), {
        maxLength: 6,
      })
      .map(bodyOf),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('[', '{"a":'), fc.nat(20_000)).map(([open, n]) => open.repeat(n)),
  },
);
