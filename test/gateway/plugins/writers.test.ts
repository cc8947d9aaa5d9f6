import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Role, Writer } from '../../../catalog/authority/writer.ts';
import { writersPlugin } from '../../../gateway/plugins/writers.ts';
import { Refusal } from '../../../gateway/refusal.ts';
import type { GatewayContext } from '../../../gateway/request-state.ts';

type Resolved = GraphQLRequestContextDidResolveOperation<GatewayContext>;

const writerOf = (...roles: readonly Role[]): Writer => ({
  subject: '张三',
  tokenId: 'token-1',
  issuedAt: 1,
  grants: roles.map((role) => ({ role, region: '331022000000', levels: ['COUNTY'] })),
});

/** What becomes of an operation that touches the places, for who shows such a token. */
const outcome = async (
  query: string | undefined,
  places: readonly string[],
  writer?: Writer,
): Promise<{ readonly refusal: Refusal | undefined; readonly isMutation: boolean | undefined }> => {
  const document = parse(query ?? '{ a }');
  const operation = query === undefined ? undefined : (document.definitions[0] as OperationDefinitionNode);
  const state: { writer: Writer | undefined; isMutation?: boolean } = { writer };
  const plugin = writersPlugin((asked, of) => {
    expect([asked, of]).toEqual([document, operation]);
    return places;
  });
  const listener = await plugin.requestDidStart?.({} as Resolved);
  const context = { document, operation, contextValue: { state } } as unknown as Resolved;
  const refusal = await listener?.didResolveOperation?.(context).then(
    () => undefined,
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal);
      return error as Refusal;
    },
  );
  return { refusal, isMutation: state.isMutation };
};

describe('what is not public', () => {
  test('is nothing, and everyone passes, in whatever an operation does not touch', async () => {
    for (const writer of [undefined, writerOf('AUDITOR')])
      expect((await outcome('{ a }', [], writer)).refusal).toBeUndefined();
  });

  test('is refused to nobody in particular', async () => {
    const { refusal } = await outcome('{ impact }', ['Query.impact']);
    expect(refusal?.code).toBe('UNAUTHENTICATED');
    expect(refusal?.detail).toBeUndefined();
  });

  test.each<[string, readonly Role[], string | undefined]>([
    ['Query.impact', ['REVIEWER'], undefined],
    ['Query.impact', ['OPERATOR'], undefined],
    ['Query.impact', ['PROPOSER', 'OPERATOR'], undefined],
    ['Query.impact', ['PROPOSER', 'AUDITOR'], 'Query.impact 须有 REVIEWER 或 OPERATOR 的授权'],
    ['Mutation.runMatching', ['REVIEWER'], 'Mutation.runMatching 须有 OPERATOR 的授权'],
    ['Query.impact', [], 'Query.impact 须有 REVIEWER 或 OPERATOR 的授权'],
  ])('%s for %j: %s', async (place, roles, detail) => {
    const { refusal } = await outcome('{ a }', [place], writerOf(...roles));
    expect([refusal?.code, refusal?.detail]).toEqual(
      detail === undefined ? [undefined, undefined] : ['FORBIDDEN', detail],
    );
  });

  test('is refused to everyone where it has no row, and no role is named', async () => {
    const everyone = writerOf('PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR');
    for (const place of ['Mutation.unknown', 'Query.toString', '__proto__']) {
      const { refusal } = await outcome('{ a }', [place], everyone);
      expect([refusal?.code, refusal?.detail]).toEqual(['FORBIDDEN', undefined]);
    }
  });

  test('is refused for one place without a role, whatever others there are', async () => {
    const places = ['Mutation.decideMatch', 'Mutation.runMatching'];
    expect((await outcome('{ a }', places, writerOf('REVIEWER'))).refusal?.detail).toMatch(/runMatching/u);
    expect((await outcome('{ a }', places, writerOf('OPERATOR'))).refusal?.detail).toMatch(/decideMatch/u);
    expect((await outcome('{ a }', places, writerOf('OPERATOR', 'REVIEWER'))).refusal).toBeUndefined();
  });
});

test.each([
  ['mutation { a }', true],
  ['query { a }', false],
  ['subscription { a }', false],
  [undefined, undefined],
])('%s: whether it is a mutation is known then: %s', async (query, isMutation) => {
  expect((await outcome(query, [])).isMutation).toBe(isMutation);
});

test('what is no operation is for others to refuse', async () => {
  expect((await outcome(undefined, ['Query.impact'])).refusal).toBeUndefined();
});
