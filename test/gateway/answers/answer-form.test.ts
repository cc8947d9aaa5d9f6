import type { ExecutionResult } from 'graphql';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createAnswerForm, HUB_SCALARS } from '../../../gateway/answers/answer-form.ts';
import type { SubgraphAnswer, Transport } from '../../../gateway/executor/transport.ts';
import { randomQuery, seededRandom } from '../../support/random-query.ts';
import { ask } from '../executor/fixture/ask.ts';
import { createFederation } from '../executor/fixture/federation.ts';
import { fixtureValues } from '../executor/fixture/values.ts';

const SCHEMA = buildSchema(`
  scalar Date
  scalar DateTime
  scalar Other
  enum Level { CITY COUNTY }
  interface Named { name: String }
  type Item implements Named { id: ID! name: String level: Level at: DateTime on: Date other: Other parts: [Part!] }
  type Guide implements Named { name: String text: String! }
  type Part { count: Int! share: Float }
  type Query { item: Item items: [Item] named: Named }`);

const through = async (query: string, answer: unknown, variables = {}): Promise<string> => {
  const transport: Transport = async () => answer as SubgraphAnswer;
  const formed = createAnswerForm(() => SCHEMA, HUB_SCALARS)('county', transport);
  const request = { query, variables, context: { release: 1, requestId: 'r' } };
  return formed(request).then(
    () => 'passes',
    (failure: { code?: string }) => failure.code ?? String(failure),
  );
};

const REFUSED = 'SUBGRAPH_INVALID_RESPONSE';
const ENTITIES = 'query($r:[_Any!]!){_entities(representations:$r){__typename ...on Item{name}}}';

describe('the form of an answer', () => {
  test.each<[string, string, unknown, string]>([
    ['what was asked for', '{item{id name}}', { item: { id: '1', name: null } }, 'passes'],
    ['nothing found', '{item{id}}', { item: null }, 'passes'],
    ['more than asked for', '{item{id}}', { item: { id: '1', x: 2 } }, 'passes'],
    ['a field of the subgraph’s own', '{item{hidden{a}}}', { item: { hidden: 1 } }, 'passes'],
    ['a scalar nobody knows', '{item{other}}', { item: { other: [1] } }, 'passes'],
    ['a value of an enum that is hidden', '{item{level}}', { item: { level: 'X' } }, 'passes'],
    ['a field that may be left out', '{item{name@skip(if:true)}}', { item: {} }, 'passes'],
    ['a field missing', '{item{id name}}', { item: { id: '1' } }, REFUSED],
    ['nothing at all', '{item{id}}', {}, REFUSED],
    ['a field of the prototype', '{item{name}}', { item: Object.create({ name: 'x' }) }, REFUSED],
    ['a number for a text', '{item{name}}', { item: { name: 5 } }, REFUSED],
    ['a text for a number', '{item{parts{count}}}', { item: { parts: [{ count: '5' }] } }, REFUSED],
    ['a fraction for a whole number', '{item{parts{count}}}', { item: { parts: [{ count: 0.5 }] } }, REFUSED],
    ['null where none may be', '{item{parts{count}}}', { item: { parts: [{ count: null }] } }, REFUSED],
    ['null among the parts', '{item{parts{count}}}', { item: { parts: [null] } }, REFUSED],
    ['an object for a list', '{items{id}}', { items: { 0: { id: '1' } } }, REFUSED],
    ['a list for an object', '{item{id}}', { item: [{ id: '1' }] }, REFUSED],
    ['a text for an object', '{item{id}}', { item: 'x' }, REFUSED],
    ['a number for a day', '{item{on}}', { item: { on: 20260101 } }, REFUSED],
    ['no moment', '{item{at}}', { item: { at: 'soon' } }, REFUSED],
    ['a moment', '{item{at}}', { item: { at: '2026-01-01T00:00:00.000Z' } }, 'passes'],
    [
      'an object of another type',
      '{item{__typename id}}',
      { item: { __typename: 'Guide', id: '1' } },
      REFUSED,
    ],
    ['a type that is no name', '{named{__typename}}', { named: { __typename: 7 } }, REFUSED],
    ['an alias', '{a:item{b:name}}', { a: { b: 1 } }, REFUSED],
    [
      'the fields of the type it is',
      '{named{__typename ...on Item{id} ...on Guide{text}}}',
      { named: { __typename: 'Guide', text: 'x' } },
      'passes',
    ],
    [
      'a wrong field of the type it is',
      '{named{__typename ...on Item{id} ...on Guide{text}}}',
      { named: { __typename: 'Guide', text: 1 } },
      REFUSED,
    ],
    [
      'of an interface that it implements',
      '{named{__typename ...on Named{name}}}',
      { named: { __typename: 'Guide', name: 1 } },
      REFUSED,
    ],
  ])('%s', async (_, query, data, outcome) => {
    expect(await through(query, { data })).toBe(outcome);
  });

  test.each([
    [2, 'passes'],
    [1, REFUSED],
    [3, REFUSED],
    [0, REFUSED],
  ])('%s entities where two were asked for', async (count, outcome) => {
    const entity = { __typename: 'Item', name: 'x' };
    const data = { _entities: Array.from({ length: count }, () => entity) };
    expect(await through(ENTITIES, { data }, { r: [{}, {}] })).toBe(outcome);
  });

  test('an answer of errors alone passes, as does what a failed part has left', async () => {
    expect(await through('{item{id}}', { data: null, errors: [{ message: 'x' }] })).toBe('passes');
    const errors = [{ message: 'x', path: ['_entities', 0] }];
    expect(await through(ENTITIES, { data: { _entities: [null] }, errors }, { r: [{}] })).toBe('passes');
  });
});

const COUNT = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 100);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

type Container = Record<string | number, unknown>;

/** Everything in a value that can be replaced: where it stands and under which key. */
function placesIn(
  value: unknown,
  found: [Container, string | number][] = [],
): [Container, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    // A scalar of which nobody knows the form may be anything.
    if (key === 'extra') continue;
    found.push([value as Container, key]);
    placesIn((value as Container)[key], found);
  }
  return found;
}

const NOWHERE: [Container, string | number] = [{}, ''];

/** A value of another kind than the one that stands there; a whole number would do for an ID. */
const WRONG: readonly ((value: unknown) => unknown)[] = [
  (value) => (typeof value === 'boolean' ? 'true' : true),
  (value) => (Array.isArray(value) ? { 0: value[0] } : [value]),
  (value) => (typeof value === 'object' && !Array.isArray(value) ? 'text' : { value }),
  () => JSON.parse('{"__proto__":{"name":"canary"},"constructor":"canary"}'),
];

/** Whether an answer holds nothing but what the right one holds, and null elsewhere. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole) return true;
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) !== Array.isArray(whole)) return false;
  const keys = Object.keys(part);
  if (Array.isArray(part) && part.length !== (whole as unknown[]).length) return false;
  return keys.every((key) => isPartOf((part as Container)[key], (whole as Container)[key]));
}

test(`what is spoilt on its way never comes out as a value, and never without an error (seed ${SEED})`, async () => {
  let random = seededRandom(SEED);
  const pick = (count: number): number => Math.floor(random() * count);
  let until = Number.POSITIVE_INFINITY;
  let isSpoilt = false;
  const spoiling =
    (transport: Transport): Transport =>
    async (request) => {
      const answer = structuredClone(await transport(request));
      const places = placesIn(answer.data ?? {});
      until -= 1;
      const [container, key] = (until < 0 && !isSpoilt ? places[pick(places.length)] : undefined) ?? NOWHERE;
      if ((container[key] ?? null) === null) return answer;
      isSpoilt = true;
      container[key] = (WRONG[pick(WRONG.length)] as (value: unknown) => unknown)(container[key]);
      return answer;
    };
  const right = createFederation();
  const { executor } = createFederation(undefined, (transport, name) =>
    createAnswerForm(() => right.executor.schema, {})(name, spoiling(transport)),
  );
  let spoilt = 0;
  for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
    random = seededRandom(seed);
    const shape = { operation: 'query', values: fixtureValues } as const;
    const { query, variables } = randomQuery(right.executor.schema, random, shape);
    right.calls.length = 0;
    const expected: ExecutionResult = await ask(right.executor, query, variables);
    until = pick(right.calls.length);
    isSpoilt = false;
    const answer = await ask(executor, query, variables);
    if (!isSpoilt) continue;
    spoilt += 1;
    expect(isPartOf(answer.data, expected.data), `seed ${seed}: ${query}`).toBe(true);
    if (JSON.stringify(answer.data) !== JSON.stringify(expected.data))
      expect(answer.errors?.length, `seed ${seed}: ${query}`).toBeGreaterThan(0);
  }
  expect(spoilt).toBeGreaterThan(COUNT / 2);
}, 60_000);
