import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { smallHub, startSmallGateway } from '../small-hub.ts';
import { joined, keeperOf } from './shared/joined.ts';

const ITEMS = 'query Items($first: Int = 2, $with: Boolean = true, $ref: ReleaseRef) {';
const TWO = 'query A { release { number } } query B { __typename }';

/** Requests by what is particular about them; the first time each takes the long way, then the short one. */
const REQUESTS: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'a variable that the operation does not have',
    { query: `${ITEMS} items(first: $first) { totalCount } }`, variables: { other: 1 } },
  ],
  [
    'a variable that is null',
    { query: `${ITEMS} items(first: $first) { totalCount } }`, variables: { first: null } },
  ],
  [
    'variables that are null',
    { query: `${ITEMS} items(first: $first) { totalCount nodes { id } } }`, variables: null },
  ],
  [
    'a variable of the wrong type',
    { query: `${ITEMS} items(first: $first) { totalCount } }`, variables: { first: '2' } },
  ],
  [
    'two variables of the wrong type',
    {
      query: `${ITEMS} items(first: $first) { totalCount @include(if: $with) } }`,
      variables: { first: [], with: 1 },
    },
  ],
  [
    'a page too large by its variable',
    { query: `${ITEMS} items(first: $first) { totalCount } }`, variables: { first: 101 } },
  ],
  [
    'nothing left of a field',
    {
      query: `${ITEMS} items(first: $first) { totalCount @include(if: $with) } }`,
      variables: { with: false },
    },
  ],
  [
    'nothing left at all',
    { query: `${ITEMS} items @include(if: $with) { totalCount } }`, variables: { with: false } },
  ],
  ['an operation without a name, named by nothing', { query: '{ release { number } }', operationName: '' }],
  ['one of two operations', { query: TWO, operationName: 'B' }],
  ['the other of two', { query: TWO, operationName: 'A' }],
  ['neither of two', { query: TWO }],
  ['an operation that is not there', { query: TWO, operationName: 'C' }],
  ['extensions', { query: '{ release { number } }', extensions: { any: 1 } }],
  ['nothing but the type of the root', { query: '{ __typename }' }],
  ['the schema beside data', { query: '{ release { number } __type(name: "Item") { name } }' }],
  ['an error beside data', { query: '{ release { number } leak }' }],
  [
    'a release that is not there',
    { query: `${ITEMS} release(asOf: $ref) { number } }`, variables: { ref: { number: 99 } } },
  ],
  [
    'a release by two names',
    {
      query: `${ITEMS} release(asOf: $ref) { number } }`,
      variables: { ref: { number: 3, at: '2026-03-01T00:00:00Z' } },
    },
  ],
  [
    'an older release',
    { query: `${ITEMS} release(asOf: $ref) { number publishedAt } }`, variables: { ref: { number: 3 } } },
  ],
  ['a cursor that is none', { query: '{ items(after: "x") { totalCount } }' }],
  [
    'an alias and a fragment',
    {
      query:
        '{ one: items(first: 1) { ...page } } fragment page on ItemConnection { nodes { called: name guide { text } } }',
    },
  ],
  ['a mutation', { query: 'mutation { nothing }' }],
  ['a subscription', { query: 'subscription { nothing }' }],
];

for (const accept of ['application/graphql-response+json', 'application/json'])
  test.each(REQUESTS)(
    `${accept}: %s is answered the same by the long way, the short, and through another process`,
    async (_, body) => {
      const hub = smallHub();
      const keeper = keeperOf();
      const begun = () =>
        startSmallGateway(hub, { newestRelease: hub.newest, sharedAnswers: joined(keeper) });
      await using gateway = await begun();
      await using other = await begun();
      const headers = { accept, 'x-request-id': 'same' };
      const operation = { ...body, variables: {} };
      const seen = async (request: Record<string, unknown>, { url } = gateway) => {
        const answer = await ask(url, request, headers);
        return {
          status: answer.status,
          text: answer.text,
          headers: [...answer.headers].filter(([name]) => name !== 'date'),
        };
      };
      const long = await seen(body);
      // Where its variables are refused, the operation becomes known by others.
      await seen(operation);
      expect(await seen(body)).toEqual(long);
      expect(await seen(body)).toEqual(long);
      await seen(operation, other);
      for (let time = 0; time < 3; time += 1) expect(await seen(body, other)).toEqual(long);
    },
  );
