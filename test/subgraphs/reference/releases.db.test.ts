import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { seedReference } from './seed.ts';

let reference: AskedSubgraph;

beforeAll(async () => {
  reference = await openOver('reference', seedReference);
});

afterAll(() => reference[Symbol.asyncDispose]());

describe('release', () => {
  const FIELDS = 'number publishedAt note catalogKeys added changed removed';

  test.each([
    { asOf: undefined, release: 3, number: 3 },
    { asOf: undefined, release: 2, number: 2 },
    { asOf: { number: 1 }, release: 3, number: 1 },
    { asOf: { at: '2026-03-02T08:00:00Z' }, release: 3, number: 2 },
    { asOf: { at: '2026-03-02T16:00:00+08:00' }, release: 3, number: 2 },
    { asOf: { at: '2026-03-03T07:59:59.999Z' }, release: 3, number: 2 },
    { asOf: { at: '2030-01-01T00:00:00Z' }, release: 2, number: 2 },
  ])('of a request on $release as of $asOf is $number', async ({ asOf, release, number }) => {
    const query = `query ($asOf: ReleaseRef) { release(asOf: $asOf) { ${FIELDS} } }`;
    const { data, codes, statements } = await reference.ask(query, {
      release,
      variables: asOf === undefined ? {} : { asOf },
    });
    expect({ codes, count: statements.length }).toEqual({ codes: [], count: 1 });
    expect(data.release).toEqual({
      number,
      publishedAt: `2026-03-0${number}T08:00:00.000Z`,
      note: `第 ${number} 次发布`,
      catalogKeys: ['county'],
      added: number,
      changed: 0,
      removed: 0,
    });
  });

  test.each([
    { asOf: { number: 4 }, code: 'RELEASE_NOT_FOUND' },
    { asOf: { at: '2026-03-01T07:59:59Z' }, code: 'RELEASE_NOT_FOUND' },
    { asOf: {}, code: 'BAD_USER_INPUT' },
    { asOf: { number: 1, at: '2026-03-02T00:00:00Z' }, code: 'BAD_USER_INPUT' },
  ])('as of $asOf is refused with $code', async ({ asOf, code }) => {
    const query = 'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number } }';
    expect((await reference.ask(query, { release: 3, variables: { asOf } })).codes).toEqual([code]);
  });

  test('gives the bare number of the request’s own release without a statement', async () => {
    const { data, statements } = await reference.ask('{ release { number } }', { release: 2 });
    expect({ data, count: statements.length }).toEqual({ data: { release: { number: 2 } }, count: 0 });
  });

  test('a newer release than the request’s is not seen', async () => {
    const { codes } = await reference.ask('{ release(asOf: { number: 3 }) { number } }', { release: 2 });
    expect(codes).toEqual(['RELEASE_NOT_FOUND']);
  });

  test('releases are listed newest first, up to the request’s', async () => {
    const { data, statements } = await reference.ask(
      '{ releases(first: 1) { nodes { number } totalCount pageInfo { hasNextPage endCursor } } }',
      { release: 2 },
    );
    expect(data.releases).toMatchObject({
      nodes: [{ number: 2 }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    expect(statements).toHaveLength(2);
    const after = data.releases.pageInfo.endCursor;
    const next = await reference.ask(
      'query ($after: String) { releases(after: $after) { edges { node { number } cursor } pageInfo { hasNextPage hasPreviousPage } } }',
      { release: 2, variables: { after } },
    );
    expect(next.data.releases).toMatchObject({
      edges: [{ node: { number: 1 } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  test('is an entity by its number', async () => {
    const representations = [1, 3, 9].map((number) => ({ __typename: 'Release', number }));
    const { data, statements } = await reference.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Release { number note } } }',
      { release: 3, variables: { representations } },
    );
    expect(data._entities).toEqual([
      { number: 1, note: '第 1 次发布' },
      { number: 3, note: '第 3 次发布' },
      null,
    ]);
    expect(statements).toHaveLength(1);
  });
});
