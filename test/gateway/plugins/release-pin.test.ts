import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { encodeCursor } from '../../../catalog/cursor.ts';
import { operationArguments } from '../../../gateway/plugins/operation-arguments.ts';
import { askedReleases, pinnedRelease } from '../../../gateway/plugins/release-pin.ts';
import type { ReleaseSource } from '../../../gateway/release-source.ts';

/** Releases 1 to 7; the seventh is the newest, the third was the newest on 1 March. */
const releases: ReleaseSource = {
  known: () => undefined,
  note: () => undefined,
  resolve: async (ref) => {
    if (ref === undefined) return 7;
    if ('at' in ref) return ref.at === '2026-03-01T00:00:00Z' ? 3 : undefined;
    return ref.number <= 7 ? ref.number : undefined;
  },
  lastDay: async () => undefined,
};

const pin = (query: string, variables: Record<string, unknown> = {}, header?: string) => {
  const document = parse(query);
  const uses = operationArguments(document, document.definitions[0] as OperationDefinitionNode).used(
    variables,
  );
  return pinnedRelease(releases, askedReleases(header, uses), 'r');
};
const pinned = async (...request: Parameters<typeof pin>) => await pin(...request);

const at3 = encodeCursor(3, ['x']);
const at4 = encodeCursor(4, ['x']);
const items = '{ items(after: $c) { nodes { id } } }';

describe('the release of a request', () => {
  test.each<[string, Parameters<typeof pin>, number]>([
    ['nothing named: the newest', ['{ release { number } }'], 7],
    ['the header', ['{ items { totalCount } }', {}, '2'], 2],
    ['asOf by number', ['{ release(asOf: { number: 5 }) { number } }'], 5],
    ['asOf by moment', ['{ release(asOf: { at: "2026-03-01T00:00:00Z" }) { number } }'], 3],
    [
      'asOf as variable',
      ['query ($r: ReleaseRef) { release(asOf: $r) { number } }', { r: { number: 5 } }],
      5,
    ],
    [
      'asOf with a variable inside',
      ['query ($n: Int) { release(asOf: { number: $n }) { number } }', { n: 6 }],
      6,
    ],
    [
      'asOf as default of a variable',
      ['query ($n: Int = 4) { release(asOf: { number: $n }) { number } }'],
      4,
    ],
    ['asOf null', ['query ($r: ReleaseRef) { release(asOf: $r) { number } }', { r: null }], 7],
    ['asOf in a fragment', ['{ ...F } fragment F on Query { release(asOf: { number: 2 }) { number } }'], 2],
    ['asOf left out by @include', ['{ release(asOf: { number: 2 }) @include(if: false) { number } }'], 7],
    [
      'asOf left out by @skip with a variable',
      ['query ($s: Boolean!) { release(asOf: { number: 2 }) @skip(if: $s) { number } }', { s: true }],
      7,
    ],
    ['asOf below the root is some other field’s', ['{ items { release(asOf: { number: 2 }) } }'], 7],
    ['a cursor', [`{ items(after: "${at3}") { totalCount } }`], 3],
    ['a cursor as variable', [`query ($c: String) ${items}`, { c: at3 }], 3],
    ['a cursor deep down', [`{ a { b { items(after: "${at3}") { totalCount } } } }`], 3],
    ['no cursor on the first page', [`query ($c: String) ${items}`, { c: null }], 7],
    ['header and cursor that agree', [`query ($c: String) ${items}`, { c: at3 }, '3'], 3],
    [
      'number and moment that agree',
      [
        '{ a: release(asOf: { number: 3 }) { number } b: release(asOf: { at: "2026-03-01T00:00:00Z" }) { number } }',
      ],
      3,
    ],
  ])('%s', async (_, request, expected) => {
    expect(await pinned(...request)).toBe(expected);
  });

  test.each<[string, string, Parameters<typeof pin>]>([
    ['RELEASE_CONFLICT', 'header and cursor', [`query ($c: String) ${items}`, { c: at3 }, '4']],
    [
      'RELEASE_CONFLICT',
      'two cursors',
      [`{ a: items(after: "${at3}") { id } b: items(after: "${at4}") { id } }`],
    ],
    ['RELEASE_CONFLICT', 'header and asOf', ['{ release(asOf: { number: 5 }) { number } }', {}, '4']],
    ['RELEASE_NOT_FOUND', 'header', ['{ release { number } }', {}, '99']],
    ['RELEASE_NOT_FOUND', 'asOf by number', ['{ release(asOf: { number: 99 }) { number } }']],
    [
      'RELEASE_NOT_FOUND',
      'asOf before the first',
      ['{ release(asOf: { at: "1999-01-01T00:00:00Z" }) { number } }'],
    ],
    ['RELEASE_NOT_FOUND', 'cursor', [`{ items(after: "${encodeCursor(99, [])}") { id } }`]],
    ['CURSOR_INVALID', 'made up', ['{ items(after: "page2") { id } }']],
    ['CURSOR_INVALID', 'empty', ['{ items(after: "") { id } }']],
    ['BAD_USER_INPUT', 'header that is no number', ['{ release { number } }', {}, 'newest']],
    [
      'BAD_USER_INPUT',
      'number and moment',
      ['{ release(asOf: { number: 3, at: "2026-03-01T00:00:00Z" }) { number } }'],
    ],
    ['BAD_USER_INPUT', 'neither number nor moment', ['{ release(asOf: {}) { number } }']],
  ])('%s: %s', async (code, _, request) => {
    await expect(pinned(...request)).rejects.toMatchObject({ code });
  });

  test.each<[Parameters<typeof pin>, string]>([
    [['{ release { number } }', {}, '99'], '请求头 X-Release 为 99'],
    [['{ release(asOf: { number: 98 }) { number } }'], 'asOf 的 number 为 98'],
    [['{ release(asOf: { at: "1999-01-01T00:00:00Z" }) { number } }'], 'asOf 的 at 早于第一个版次'],
    [[`{ items(after: "${encodeCursor(97, [])}") { id } }`], '翻页游标 after 属于版次 97'],
  ])('what is not there is told as it was named: %#', async (request, says) => {
    await expect(pinned(...request)).rejects.toMatchObject({
      code: 'RELEASE_NOT_FOUND',
      message: `没有这个版次：${says}。现有的版次用 releases 查询，当前的用 release；不指定版次时读最新的。`,
    });
  });

  test.each(['abc', '0', '-1', '1.5', '12345678901', ''])(
    'the header %j is told as a header',
    async (header) => {
      await expect(pinned('{ release { number } }', {}, header)).rejects.toMatchObject({
        message:
          '参数的值不合要求：请求头 X-Release 应为版次号，即从 1 起的整数。现有的版次用 releases 查询；去掉这个请求头即读最新版次。',
      });
    },
  );

  test('a hub without publications refuses', async () => {
    const none: ReleaseSource = { ...releases, resolve: async () => undefined };
    await expect(pinnedRelease(none, [], 'r')).rejects.toMatchObject({ code: 'NO_RELEASE' });
  });
});
