import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { executeInOrder } from '../../subgraphs/ordered-execution.ts';

const SDL = `
  type Query { a: String! b: String! c: String box: Box boxes: [Box!] list: [String!] }
  type Mutation { write(value: Int): Box fail: Box! }
  type Box { x: String! y: String! z: String inner: Box }
`;

type Resolvers = Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>;

function schemaWith(resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const [coordinate, resolve] of Object.entries(resolvers)) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field === undefined) throw new Error(`no field ${coordinate}`);
    field.resolve = resolve;
  }
  return schema;
}

/** What a field comes to: a text, a failure, or what else stands there. */
const failure = (message: string) => new Error(message);

interface Case {
  readonly title: string;
  readonly query: string;
  readonly outcomes: Readonly<Record<string, unknown>>;
  readonly messages: readonly string[];
}

const CASES: readonly Case[] = [
  {
    title: 'root fields that may not be null: the first of the document',
    query: '{ c b a }',
    outcomes: { 'Query.a': failure('a'), 'Query.b': failure('b'), 'Query.c': failure('c') },
    messages: ['c', 'b'],
  },
  {
    title: 'fields that may be null: all of them, as the document has them',
    query: '{ box { z } c }',
    outcomes: { 'Query.box': {}, 'Box.z': failure('z'), 'Query.c': failure('c') },
    messages: ['z', 'c'],
  },
  {
    title: 'two fields of one object: the first one says why it is null',
    query: '{ box { z y x } }',
    outcomes: { 'Query.box': {}, 'Box.x': failure('x'), 'Box.y': failure('y'), 'Box.z': failure('z') },
    messages: ['z', 'y'],
  },
  {
    title: 'an object missing beside a field that fails',
    query: '{ a box { x } b }',
    outcomes: { 'Query.a': 'a', 'Query.box': {}, 'Box.x': null, 'Query.b': failure('b') },
    messages: ['Cannot return null for non-nullable field Box.x.', 'b'],
  },
  {
    title: 'an element of a list that fails',
    query: '{ boxes { x } c }',
    outcomes: { 'Query.boxes': [{}, failure('element')], 'Box.x': 'x', 'Query.c': failure('c') },
    messages: ['element', 'c'],
  },
];

/** All orders of some things. */
const permutations = <Value>(values: readonly Value[]): Value[][] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value, index) =>
        permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
      );

const givenAtOnce = (outcome: unknown) => () => {
  if (outcome instanceof Error) throw outcome;
  return outcome;
};

/** Runs a case with every field answering in the given order, one after all that the last one led to. */
async function inTurn({ query, outcomes }: Case, order: readonly string[]): Promise<string> {
  const gates = new Map(order.map((coordinate) => [coordinate, Promise.withResolvers<void>()]));
  const resolvers = Object.entries(outcomes).map(
    ([coordinate, outcome]): [string, () => Promise<unknown>] => [
      coordinate,
      () => (gates.get(coordinate) as PromiseWithResolvers<void>).promise.then(givenAtOnce(outcome)),
    ],
  );
  const schema = schemaWith(Object.fromEntries(resolvers));
  const answer = executeInOrder({ schema, document: parse(query) });
  for (const coordinate of order) {
    gates.get(coordinate)?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return JSON.stringify(await answer);
}

describe('whatever answers first', () => {
  test.each(CASES)('$title', async (given) => {
    const { query, outcomes, messages } = given;
    const atOnce = Object.entries(outcomes).map(([coordinate, outcome]) => [
      coordinate,
      givenAtOnce(outcome),
    ]);
    const schema = schemaWith(Object.fromEntries(atOnce));
    const plain = await execute({ schema, document: parse(query) });
    expect(plain.errors?.map(({ message }) => message)).toEqual(messages);
    const orders = permutations(Object.keys(outcomes));
    expect(orders.length).toBeGreaterThan(1);
    for (const order of orders) expect(await inTurn(given, order), order.join()).toBe(JSON.stringify(plain));
  });
});

describe('what is done twice', () => {
  test('is nothing that reads, and no change', async () => {
    const done: string[] = [];
    const noting = (name: string, result: () => unknown) => () => {
      done.push(name);
      return result();
    };
    const schema = schemaWith({
      'Mutation.write': noting('write', () => ({})),
      'Mutation.fail': noting('fail', () => {
        throw failure('fail');
      }),
      'Box.z': noting('z', () => Promise.resolve('z')),
    });
    const document = parse('mutation { write { z } fail { z } again: write { z } }');
    const answer = await executeInOrder({ schema, document });
    expect(JSON.parse(JSON.stringify(answer))).toMatchObject({ data: null, errors: [{ message: 'fail' }] });
    expect(done).toEqual(['write', 'z', 'fail']);
  });

  test('is no thenable that is sent when it is awaited', async () => {
    let sent = 0;
    const query = {
      // biome-ignore lint/suspicious/noThenProperty: a query builder is one.
      then: (resolve: (value: unknown) => void) => {
        sent += 1;
        resolve('a');
      },
    };
    const schema = schemaWith({ 'Query.a': () => query, 'Query.c': () => Promise.reject(failure('c')) });
    const answer = await executeInOrder({ schema, document: parse('{ a c }') });
    expect(answer.data).toEqual({ a: 'a', c: null });
    expect(sent).toBe(1);
  });
});

test('an answer without errors comes as soon as graphql-js has it', () => {
  const schema = schemaWith({ 'Query.a': () => 'a' });
  expect(executeInOrder({ schema, document: parse('{ a }') })).toEqual({ data: { a: 'a' } });
});

test('a refusal waits for what was begun beside it', async () => {
  const slow = Promise.withResolvers<string>();
  const schema = schemaWith({ 'Query.a': () => slow.promise, 'Query.b': () => Promise.reject(failure('b')) });
  let answered = false;
  const answer = Promise.resolve(executeInOrder({ schema, document: parse('{ a b }') })).then((result) => {
    answered = true;
    return result;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).toBe(false);
  slow.reject('not even an error');
  expect((await answer).errors?.map(({ message }) => message)).toEqual([
    'Unexpected error value: "not even an error"',
  ]);
});
