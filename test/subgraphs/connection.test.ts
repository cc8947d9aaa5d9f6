import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../catalog/cursor.ts';
import { connectionOf, pageOf } from '../../subgraphs/connection.ts';

const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return (error as { extensions?: { code?: unknown } }).extensions?.code ?? error;
  }
};

describe('a page', () => {
  test.each([
    { args: {}, page: { first: 20, after: undefined } },
    { args: { first: null, after: null }, page: { first: 20, after: undefined } },
    { args: { first: 1 }, page: { first: 1, after: undefined } },
    { args: { first: 100 }, page: { first: 100, after: undefined } },
    { args: { after: encodeCursor(4, ['a', 1]) }, page: { first: 20, after: ['a', 1] } },
    { args: { first: 0 }, page: 'BAD_USER_INPUT' },
    { args: { first: -5 }, page: 'BAD_USER_INPUT' },
    { args: { first: 101 }, page: 'PAGE_TOO_LARGE' },
    { args: { after: 'x' }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(3, ['a', 1]) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, ['a']) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, ['a', 1, 2]) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, ['a', '1']) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, [null, 1]) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, ['a', 1.5]) }, page: 'CURSOR_INVALID' },
    { args: { after: encodeCursor(4, ['a', 2 ** 31]) }, page: 'CURSOR_INVALID' },
  ])('of $args is $page', ({ args, page }) => {
    expect(codeOf(() => pageOf(args, 4, ['string', 'number']))).toEqual(page);
  });
});

describe('a connection', () => {
  const page = (count: number, rows: readonly string[], after?: readonly string[]) =>
    connectionOf(
      rows,
      { first: count, after },
      4,
      (row) => [row],
      async () => 9,
    );

  test('shows the rows asked for and knows of one more', () => {
    const { nodes, edges, pageInfo } = page(2, ['a', 'b', 'c']);
    expect(nodes).toEqual(['a', 'b']);
    expect(edges().map(({ node, cursor }) => [node, decodeCursor(cursor)])).toEqual([
      ['a', { release: 4, keys: ['a'] }],
      ['b', { release: 4, keys: ['b'] }],
    ]);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: encodeCursor(4, ['a']),
      endCursor: encodeCursor(4, ['b']),
    });
  });

  test.each([
    { rows: ['a', 'b'], after: undefined, next: false, previous: false },
    { rows: ['a'], after: ['0'], next: false, previous: true },
    { rows: [], after: undefined, next: false, previous: false },
  ])('of $rows behind $after', ({ rows, after, next, previous }) => {
    expect(page(2, rows, after).pageInfo).toMatchObject({ hasNextPage: next, hasPreviousPage: previous });
  });

  test('counts only when it is asked to', async () => {
    let counted = 0;
    const connection = connectionOf(
      ['a'],
      { first: 1, after: undefined },
      4,
      (row) => [row],
      async () => ++counted,
    );
    connection.edges();
    expect(counted).toBe(0);
    expect(await connection.totalCount()).toBe(1);
  });
});
