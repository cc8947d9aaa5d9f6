import { expect, test } from 'vitest';
import { compareAuthority } from '../../../comparison/compare-authority.ts';
import { authorityOf, type Case, holds, type Told } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a power nobody claims',
    { reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }], power: [] },
    { 'WARNING power -r': /规定本级行使，清单中没有/u },
  ],
  ['one that is claimed', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
  ['one that is part of a local item', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r>' }] }, {}],
  [
    'one that may be claimed by what CMP-01 tells',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?' }] },
    {},
  ],
  [
    'one that may have a part, told by CMP-28',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?<' }] },
    {},
  ],
  [
    'the second that the same item may claim',
    { reference: [{ id: 'a' }, { id: 'b' }], power: [{ id: 'p', of: ['a?', 'b?'] }] },
    { 'INFO power p': /^待审定：参考目录的“b”疑似由“p”承接$/u },
  ],
  [
    'the second that the same item is not likely to claim',
    { reference: [{ id: 'a' }, { id: 'b' }], power: [{ id: 'p', of: ['a', 'b??'] }] },
    { 'INFO power p': /^待审定：参考目录的“b”可能由“p”承接，把握不大（26%）$/u },
  ],
  [
    'one in the second catalog, where CMP-01 tells what waits in the first',
    { reference: [{ id: 'a' }], second: [{ id: 'b' }], power: [{ id: 'p', of: ['a?', 'b?'] }] },
    { 'INFO power p': /参考目录的“b”疑似由“p”承接$/u },
  ],
  [
    'one that may be claimed by an item which has another',
    { reference: [{ id: 'a' }, { id: 'b' }], power: [{ id: 'p', of: ['a', 'b?'] }] },
    { 'INFO power p': /^待审定：参考目录的“b”疑似由“p”承接$/u },
  ],
  ['one of another level', { reference: [{ id: 'r', exerciseLevels: ['CITY'] }], power: [] }, {}],
  [
    'one whose level the catalog does not say',
    { reference: [{ id: 'r' }], power: [] },
    { 'INFO power -r': /没有写行使层级/u },
  ],
  [
    'a main item',
    {
      reference: [
        { id: 'm', code: '1' },
        { id: 'r', mainItemCode: '1' },
      ],
      power: [{ id: 'p', of: 'r' }],
    },
    {},
  ],
  [
    'a proof that villages must not issue is no item to claim, an unknown type may be one',
    {
      reference: [
        '证明事项(不应由基层群众性自治组织出具)',
        '社区证明事项(已取消)',
        '证明事项',
        '便民事项(已取消)',
      ].map((raw): Told => ({ id: raw, type: 'UNRECOGNISED', unrecognised: [{ element: 'itemType', raw }] })),
      service: [],
    },
    { 'INFO service -证明事项': /没有写行使层级/u, 'INFO service -便民事项(已取消)': /没有写行使层级/u },
  ],
  [
    'a service is missing from no list of powers',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE' }], power: [] },
    {},
  ],
  [
    'a penalty is missing from no list of government services',
    { reference: [{ id: 'r', type: 'PUNISHMENT' }], directory: [] },
    {},
  ],
  [
    'what the reference calls 主动服务 is missing from none either',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE' }], directory: [] },
    {},
  ],
  [
    'one that rests on the list of powers',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r', state: 'SUSPENDED' }], directory: [] },
    {},
  ],
  [
    'one in force there and absent here',
    { reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }], power: [{ id: 'p', of: 'r' }], directory: [] },
    { 'WARNING directory -r': /没有/u },
  ],
  [
    'a department that reports to have none',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE' }], service: [], directory: [], nil: ['青溪县民政局'] },
    {},
  ],
  ['a cancelled reference item', { reference: [{ id: 'r', state: 'CANCELLED' }], power: [] }, {}],
];

test.each(CASES)('CMP-02: %s', (_about, place, found) => {
  holds('CMP_02', place, found);
});

test('of a list that was never held against the catalog nobody knows what it lacks', () => {
  const reference = [{ id: 'r', exerciseLevels: ['COUNTY'] }];
  const tell = (power: readonly Told[], heldIds: readonly string[]) => {
    const authority = {
      ...authorityOf({ reference, power }),
      isHeldAgainst: (id: string) => heldIds.includes(id),
    };
    return compareAuthority(authority)
      .findings.filter(({ rule }) => rule === 'CMP_02')
      .map(({ severity, message }) => `${severity} ${message}`);
  };
  const power = [{ id: 'p' }, { id: 'q' }];
  expect(tell(power, [])).toEqual(['INFO 清单还没有与参考目录比对过：参考目录的“r”有没有认领，不知道']);
  const lacking = ['WARNING 参考目录的“r”规定本级行使，清单中没有'];
  expect(tell(power, ['p'])).toEqual(lacking);
  expect(tell([], [])).toEqual(lacking);
});

test.each(['r?', 'r?<', 'r?>'])('a link that waits (%s) is told once, whichever rule tells it', (of) => {
  const place = { reference: [{ id: 'r' }], power: [{ id: 'p', of }] };
  const told = compareAuthority(authorityOf(place)).findings.filter(({ linkId }) => linkId !== undefined);
  expect(told.map(({ itemId, otherId }) => [itemId, otherId])).toEqual([['p', 'r']]);
});
