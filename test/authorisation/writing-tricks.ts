import { randomUUID } from 'node:crypto';
import { codeOf, idsOf } from './places.ts';
import { APPLY, asking, FOREIGN, OWN, proposalOf, setting, settling, UNDONE } from './trickster.ts';
import type { World } from './world.ts';

/** What is tried, as whom, and with which statements: each comes to nothing. */
export const WRITING_TRICKS: readonly (readonly [
  string,
  string | undefined,
  (world: World) => readonly string[],
])[] = [
  ['to ask as nobody', undefined, () => [asking(OWN), APPLY]],
  ['to ask with an empty setting', '', () => [asking(OWN), APPLY]],
  ['a setting that is no JSON', '{"subject":', () => [asking(OWN), APPLY]],
  ['a setting that is a text', '"张三"', () => [asking(OWN), APPLY]],
  ['a setting without grants', setting({ grants: undefined }), () => [asking(OWN), APPLY]],
  ['grants that are no list', setting({ grants: { role: 'REVIEWER' } }), () => [asking(OWN), APPLY]],
  [
    'one grant beside one that is not understood',
    setting({
      grants: [{ role: 'REVIEWER', region: codeOf('own'), levels: ['CITY'] }, { role: 'REVIEWER' }],
    }),
    () => [asking(OWN), APPLY],
  ],
  [
    'a region of fewer digits',
    setting({ grants: [{ role: 'REVIEWER', region: '331', levels: ['CITY'] }] }),
    () => [asking(FOREIGN), APPLY],
  ],
  [
    'a region with a pattern in it',
    setting({ grants: [{ role: 'REVIEWER', region: '33%000000000', levels: ['CITY'] }] }),
    () => [asking(FOREIGN), APPLY],
  ],
  [
    'levels that are one text',
    setting({ grants: [{ role: 'REVIEWER', region: codeOf('own'), levels: 'CITY' }] }),
    () => [asking(OWN), APPLY],
  ],
  ['the city whose code begins alike', setting(), () => [asking(FOREIGN), APPLY]],
  ['another level', setting(), () => [asking({ ...OWN, level: 'COUNTY' }), APPLY]],
  ['a proposal of another place', setting(), () => [asking(FOREIGN, 'DEFER', 'PROPOSE'), APPLY]],
  ['to settle a proposal of another place', setting(), (world) => [settling(world, FOREIGN), APPLY]],
  [
    'to settle one of another place by refusing it',
    setting(),
    (world) => [settling(world, FOREIGN, false), APPLY],
  ],
  ['to settle one’s own proposal', setting({ subject: '提请人' }), (world) => [settling(world, OWN), APPLY]],
  [
    'to settle what is no proposal',
    setting(),
    () => [
      `insert into matching.request (place, action, proposal_id, accepts, reason, asked_at)
       values (1, 'SETTLE', '${randomUUID()}', true, '试', now())`,
      APPLY,
    ],
  ],
  ['an action nobody has heard of', setting(), () => [asking(OWN, 'NO_MATCH', 'READ_DRAFTS'), APPLY]],
  [
    'to revoke a decision of another place',
    setting(),
    (world) => [
      `insert into matching.request (place, action, revokes, reason, asked_at)
       values (1, 'REVOKE', '${world.decisions.get(idsOf(FOREIGN).item)}', '试', now())`,
      APPLY,
    ],
  ],
  [
    'a run over lists of which one is not theirs',
    setting(),
    () => [
      `insert into matching.request (place, action, mode, lists, asked_at)
       values (1, 'RUN', 'FULL', array['${idsOf(OWN).list}', '${idsOf(FOREIGN).list}'], now())`,
      APPLY,
    ],
  ],
  [
    'a run over no list',
    setting(),
    () => [
      "insert into matching.request (place, action, mode, lists, asked_at) values (1, 'RUN', 'FULL', '{}', now())",
      APPLY,
    ],
  ],
  [
    'a run over everything',
    setting(),
    () => [
      "insert into matching.request (place, action, mode, asked_at) values (1, 'RUN', 'FULL', now())",
      APPLY,
    ],
  ],
  [
    'a run over a list and none',
    setting(),
    () => [
      `insert into matching.request (place, action, mode, lists, asked_at)
       values (1, 'RUN', 'FULL', array['${idsOf(OWN).list}', null], now())`,
      APPLY,
    ],
  ],
  ...(
    [
      ['region_code', `'${codeOf('own')}'`],
      ['level', "'CITY'"],
      ['actor', "'李四'"],
      ['author', "'李四'"],
      ['token_id', "'token-2'"],
      ['request_id', 'gen_random_uuid()'],
      ['transaction', 'pg_current_xact_id()'],
    ] as const
  ).map(
    ([column, value]) =>
      [
        `to say the ${column}`,
        setting(),
        () => [
          `insert into matching.request (place, action, kind, left_id, verdict, reason, asked_at, ${column})
           values (1, 'DECIDE', 'REFERENCE', '${idsOf(FOREIGN).item}', 'NO_MATCH', '试', now(), ${value})`,
          APPLY,
        ],
      ] as const,
  ),
  ['an upsert', setting(), () => [`${asking(FOREIGN)} on conflict do nothing`, APPLY]],
  [
    'an upsert that tells whether a row is there',
    setting(),
    () => [
      `${asking(OWN)} on conflict (request_id) do update set reason = 'x' where matching.request.reason like '试%'`,
    ],
  ],
  [
    'a merge',
    setting(),
    () => [
      `merge into matching.request r using (values (1)) v on r.place = 1 when matched then update set reason = 'x'`,
    ],
  ],
  [
    'to copy in',
    setting(),
    () => ["copy matching.request (place, action, left_id, asked_at) from program 'true'"],
  ],
  ['to update', setting(), () => ["update matching.request set reason = 'x'"]],
  ['to delete', setting(), () => ['delete from matching.request']],
  ['to truncate', setting(), () => ['truncate matching.request cascade']],
  [
    'to write an outcome',
    setting(),
    (world) => [
      `insert into matching.outcome (request_id, result, region_code) values ('${proposalOf(world, FOREIGN)}', 'OK', '')`,
    ],
  ],
  ['to decide past the requests', setting(), () => [`select * from matching.decide('[]', '张三', now())`]],
  [
    'to revoke past the requests',
    setting(),
    () => [`select * from matching.revoke('de_1', 'x', '张三', now())`],
  ],
  [
    'to run past the requests',
    setting(),
    () => [`select * from matching.request_run('FULL', null, '张三', now())`],
  ],
  [
    'to carry out a request of one’s own making',
    setting(),
    () => [
      `select * from matching.apply_decisions(array[row('${randomUUID()}', pg_current_xact_id(), 1, 'DECIDE')::matching.request])`,
    ],
  ],
  ['to fill a request in oneself', setting(), () => ['select matching.fill_request()']],
  [
    'to ask as one and to carry out as another',
    setting(),
    () => [
      asking(OWN),
      `select set_config('zongheng.writer', '${setting({ subject: '李四' })}', true)`,
      APPLY,
      UNDONE,
    ],
  ],
  [
    'to lose the grants between asking and carrying out',
    setting(),
    () => [asking(OWN), "select set_config('zongheng.writer', '', true)", APPLY, UNDONE],
  ],
  [
    'to go on after a refusal',
    setting(),
    () => [
      'savepoint s',
      `do $$ begin ${asking(FOREIGN)}; exception when others then null; end $$`,
      'rollback to s',
      APPLY,
      UNDONE,
    ],
  ],
  ['to disable the trigger', setting(), () => ['alter table matching.request disable trigger filled']],
  ['to turn the policies off', setting(), () => ['alter table matching.request disable row level security']],
  [
    'to be a replica',
    setting(),
    () => ["set local session_replication_role = 'replica'", asking(FOREIGN), APPLY],
  ],
  ['to become the owner', setting(), () => ['set role none', asking(FOREIGN), APPLY]],
  ['to reset the role', setting(), () => ['reset role', asking(FOREIGN), APPLY]],
  ['to become the superuser', setting(), () => ['set role zongheng', asking(FOREIGN), APPLY]],
  [
    'to become another session',
    setting(),
    () => ['set session authorization zongheng', asking(FOREIGN), APPLY],
  ],
  [
    'functions of one’s own before the system’s',
    setting(),
    () => [
      "create function pg_temp.left(text, integer) returns text language sql as 'select ''33'''",
      'set local search_path = pg_temp, pg_catalog',
      asking(FOREIGN),
      APPLY,
    ],
  ],
  [
    'to revoke somebody',
    setting(),
    () => ["insert into authority.revocation (token_id, revoked_at) values ('x', now())"],
  ],
  ['to draft', setting(), () => ["update intake.draft set catalog_name = 'x'"]],
  [
    'a foreign key that asks for rows',
    setting(),
    () => ['create temp table probe (id uuid references matching.request)'],
  ],
  [
    'a rule on the table',
    setting(),
    () => ['create rule r as on insert to matching.request do also notify x'],
  ],
];
