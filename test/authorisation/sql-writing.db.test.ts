import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, idsOf } from './places.ts';
import {
  APPLY,
  asking,
  FOREIGN,
  OWN,
  openTrickster,
  setting,
  settling,
  type Trickster,
  UNDONE,
} from './trickster.ts';
import { WRITING_TRICKS } from './writing-tricks.ts';

let trickster: Trickster;

beforeAll(async () => {
  trickster = await openTrickster();
});

afterAll(() => trickster[Symbol.asyncDispose]());

test('what is theirs is written and read: the tricks fail for what they try', async () => {
  const mine = await trickster.tried(setting(), [asking(OWN), APPLY, UNDONE]);
  expect(mine).toMatchObject([{ place: 1, result: 'OK' }]);
  const seen = await trickster.tried(setting(), ['select distinct region_code, level from matching.request']);
  expect(seen).toEqual([{ region_code: codeOf('own'), level: 'CITY' }]);
  const drafts = await trickster.tried(setting(), ['select catalog_id from intake.draft_catalog']);
  expect(drafts).toEqual([{ catalog_id: idsOf(OWN).draft }]);
  const rows = await trickster.tried(setting(), ['select catalog_id from intake.draft_reference_item']);
  expect(rows).toEqual([{ catalog_id: idsOf(OWN).draft }]);
});

describe('nothing is written', () => {
  test.each(WRITING_TRICKS)('%s', async (_, writer, statements) => {
    const before = await trickster.written();
    const result = await trickster.tried(writer, statements(trickster.world));
    expect(typeof result === 'string' || result.length === 0, JSON.stringify(result)).toBe(true);
    expect(await trickster.written()).toEqual(before);
  });
});

test('what is granted is what is needed, and no more', async () => {
  const grants = await trickster.world.sql`
    select table_name, privilege_type, array_agg(column_name::text order by column_name) as columns
    from information_schema.column_privileges where grantee = 'zongheng_matching'
      and (table_schema = 'matching' and table_name in ('request', 'outcome') and privilege_type <> 'SELECT')
    group by 1, 2`;
  expect(grants).toEqual([
    {
      table_name: 'request',
      privilege_type: 'INSERT',
      columns: [
        ...[
          'accepts',
          'action',
          'asked_at',
          'deferred_until',
          'idempotency_key',
          'if_version',
          'kind',
          'left_id',
        ],
        ...['lists', 'mode', 'place', 'proposal_id', 'reason', 'relation', 'revokes', 'right_id', 'verdict'],
      ],
    },
  ]);
  const roles = await trickster.world.sql`
    select rolname from pg_roles where rolname like 'zongheng\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcanlogin)`;
  expect(roles).toEqual([]);
  const tables = await trickster.world.sql`
    select relname from pg_class where relrowsecurity and relforcerowsecurity order by relname`;
  expect(tables.map(({ relname }) => relname)).toEqual(['draft', 'draft_row', 'outcome', 'request']);
  const [who] = await trickster.login`select current_user as name`;
  expect(who).toEqual({ name: 'zongheng_matching' });
  expect(await trickster.tried(setting(), [asking(FOREIGN)])).toBe('42501');
  // By the policy itself, before the constraint of the table and the function that carries out.
  const author = setting({ subject: '提请人' });
  expect(await trickster.tried(author, [settling(trickster.world, OWN)])).toBe('42501');
});
