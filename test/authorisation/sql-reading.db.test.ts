import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, idsOf } from './places.ts';
import { FOREIGN, OWN, openTrickster, proposalOf, setting, type Trickster } from './trickster.ts';

let trickster: Trickster;

beforeAll(async () => {
  trickster = await openTrickster();
});

afterAll(() => trickster[Symbol.asyncDispose]());

const VISIBLE = `(select count(*)::int from matching.request) + (select count(*)::int from matching.outcome)
  + (select count(*)::int from intake.draft_catalog) + (select count(*)::int from intake.draft_reference_item)
  + (select count(*)::int from intake.draft) + (select count(*)::int from intake.draft_row)`;
const FOREIGN_ROWS = `from matching.request where region_code <> '${codeOf('own')}' or level <> 'CITY'`;
const LEAKY = `create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0000001
  as $$ begin raise exception 'leaked %', $1; end $$`;

/** What is read comes to no row, or is refused. */
const READING: readonly (readonly [string, string | undefined, readonly string[]])[] = [
  ['as nobody', undefined, [`select 1 where ${VISIBLE} > 0`]],
  ['with an empty setting', '', [`select 1 where ${VISIBLE} > 0`]],
  ['with a broken setting', '{', [`select 1 where ${VISIBLE} > 0`]],
  ['with a revoked token', setting({ subject: '人已撤销' }), [`select 1 where ${VISIBLE} > 0`]],
  ['what is not theirs', setting(), [`select request_id ${FOREIGN_ROWS}`]],
  ['by the id', setting(), ['select request_id from matching.request where request_id = ID']],
  [
    'outcomes of others',
    setting(),
    [`select 1 from matching.outcome where region_code <> '${codeOf('own')}'`],
  ],
  [
    'drafts of others',
    setting(),
    [`select 1 from intake.draft_catalog where region_code <> '${codeOf('own')}'`],
  ],
  [
    'rows of drafts of others',
    setting(),
    [`select 1 from intake.draft_reference_item where catalog_id <> '${idsOf(OWN).draft}'`],
  ],
  [
    'rows of drafts past the views',
    setting(),
    [`select 1 from intake.draft_row where catalog_id <> '${idsOf(OWN).draft}'`],
  ],
  ['columns that are not shown', setting(), ['select token_id from matching.request']],
  ['keys of others', setting(), ['select idempotency_key from matching.request']],
  ['whole rows', setting(), ['select r from matching.request r']],
  ['copied out', setting(), ['copy matching.request to stdout']],
  [
    'by a function that tells',
    setting(),
    [
      LEAKY,
      `select 1 from matching.request where pg_temp.leak(reason) and region_code <> '${codeOf('own')}'`,
    ],
  ],
  [
    'by an error that tells',
    setting(),
    [
      `select 1 from matching.request where (reason::int) > 0 and region_code <> '${codeOf('own')}' and level = 'PROVINCE'`,
    ],
  ],
  [
    'statistics',
    setting(),
    [
      "select 1 from pg_stats where schemaname in ('matching', 'intake') and tablename in ('request', 'outcome', 'draft', 'draft_row')",
    ],
  ],
  ['statistics themselves', setting(), ['select 1 from pg_statistic']],
  [
    'a view of one’s own',
    setting(),
    [
      'create temp view v as select region_code, level from matching.request',
      `select 1 from v where region_code <> '${codeOf('own')}'`,
    ],
  ],
  [
    'a sample of the table',
    setting(),
    [`select 1 from matching.request tablesample bernoulli (100) where region_code <> '${codeOf('own')}'`],
  ],
  ['under a lock', setting(), ['select 1 from matching.request for update']],
  ['with the policies off', setting(), ['set local row_security = off', 'select 1 from matching.request']],
  ['revocations', setting(), ['select 1 from authority.revocation']],
  ['the trail', setting(), ['select 1 from audit.entry']],
  [
    'what a prepared statement saw before',
    setting({ grants: [{ role: 'REVIEWER', region: codeOf('country'), levels: ['CITY'] }] }),
    [
      `prepare p as select request_id from matching.request`,
      'execute p',
      `select set_config('zongheng.writer', '${setting()}', true)`,
      `select 1 where (select count(*) ${FOREIGN_ROWS}) > 0`,
      'deallocate p',
    ],
  ],
  ['a cursor', '', ['declare c cursor for select 1 from matching.request', 'fetch all c']],
];

describe('nothing is read', () => {
  test.each(READING)('%s', async (_, writer, statements) => {
    const named = statements.map((one) => one.replace('= ID', `= '${proposalOf(trickster.world, FOREIGN)}'`));
    const result = await trickster.tried(writer, named);
    expect(typeof result === 'string' ? result : [...result], String(result)).toEqual(
      typeof result === 'string' ? expect.stringMatching(/^(42501|0A000|25006|57014)$/u) : [],
    );
  });

  test('what the statement that was prepared for one shows another is theirs alone', async () => {
    const seenBy = (writer: string) =>
      trickster.login.begin('read write', async (transaction) => {
        await transaction`select set_config('zongheng.writer', ${writer}, true)`;
        return await transaction<
          { region: string }[]
        >`select distinct region_code as region from matching.request`;
      });
    const wide = setting({ grants: [{ role: 'REVIEWER', region: codeOf('country'), levels: ['CITY'] }] });
    const regions = async (writer: string) => (await seenBy(writer)).map(({ region }) => region);
    // The driver prepares the statement once; the server makes a plan for every setting after the fifth.
    for (let time = 0; time < 8; time += 1) {
      expect((await regions(wide)).length).toBeGreaterThan(3);
      expect(await regions(setting())).toEqual([codeOf('own')]);
      expect(await regions('')).toEqual([]);
    }
  });

  test('the setting ends with its transaction', async () => {
    await trickster.tried(setting(), ['select 1']);
    expect(await trickster.tried(undefined, ['select 1 from matching.request'])).toEqual([]);
  });
});
