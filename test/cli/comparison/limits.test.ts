import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../cli/comparison/build-report.ts';
import type { NotMatched } from '../../../cli/comparison/matched-lists.ts';
import { ownLines, referenceLines, sumWords, totalOf } from '../../../cli/comparison/summary.ts';
import { authorityOf, limit, type Place } from '../../comparison/rules/place.ts';

const reported = (place: Place, unmatched: readonly NotMatched[] = []) =>
  buildReport(authorityOf(place), {
    release: 4,
    publishedAt: '2026-05-31T16:00:00.000Z',
    choice: { regionCode: '880121000000', level: 'COUNTY' },
    filter: {},
    unmatched,
  });

const COUNTY = { exerciseLevels: ['COUNTY'] };
const CIVIL = '青溪县民政局';

/** Nothing to be said of it. */
const SOUND: Place = {
  reference: [{ id: 'r', code: 'CN_12:1', ...COUNTY }],
  power: [{ id: 'p', name: 'r', code: 'CN_12:1', of: 'r', department: CIVIL, ...COUNTY }],
};

const numbers = (place: Place, unmatched: readonly NotMatched[] = []) =>
  reported(place, unmatched).limits.map(({ code, count, of }) => [code, count, of]);

describe('what the data cannot tell', () => {
  test('nothing is said of data that can', () => {
    expect(numbers(SOUND)).toEqual([]);
  });

  test.each<[string, Place, readonly (readonly [string, number, number])[]]>([
    [
      'reference items without 行使层级',
      { reference: [{ id: 'r', ...COUNTY }, { id: 's' }], power: [{ id: 'p', of: 'r', department: CIVIL }] },
      [['NO_LEVELS', 1, 2]],
    ],
    [
      'links that wait, each once',
      {
        reference: [{ id: 'r', ...COUNTY }],
        power: [
          { id: 'p', of: 'r?', department: CIVIL },
          { id: 'q', of: 'r?<', department: CIVIL },
        ],
      },
      [['WAITING', 2, 2]],
    ],
    [
      'an element that only the reference has',
      {
        reference: [{ id: 'r', ...COUNTY, statutoryLimit: limit(5) }],
        power: [{ id: 'p', of: 'r', department: CIVIL }],
      },
      [['NO_PLACE', 1, 3]],
    ],
    [
      'an element that one in four fills',
      {
        reference: [{ id: 'r', ...COUNTY, statutoryLimit: limit(5) }],
        power: ['p', 'q', 's', 't'].map((id) => ({
          id,
          department: CIVIL,
          ...(id === 'p' ? { statutoryLimit: limit(5) } : {}),
        })),
      },
      [['FEW_FILLED', 1, 3]],
    ],
    [
      'an element that one in eleven fills',
      {
        reference: [{ id: 'r', ...COUNTY, statutoryLimit: limit(5) }],
        power: Array.from({ length: 11 }, (_, at) => ({
          id: `p${at}`,
          department: CIVIL,
          ...(at === 0 ? { statutoryLimit: limit(5) } : {}),
        })),
      },
      [['RARELY_FILLED', 1, 3]],
    ],
    [
      'proofs that nobody must issue',
      {
        reference: [
          { id: 'r', ...COUNTY },
          {
            id: 'no',
            ...COUNTY,
            type: 'UNRECOGNISED',
            unrecognised: [{ element: 'itemType', raw: '证明事项(不应由基层群众性自治组织出具)' }],
          },
        ],
        power: [{ id: 'p', of: 'r', department: CIVIL }],
      },
      [['NO_SERVICE', 1, 2]],
    ],
    [
      'codes of another scheme',
      {
        reference: [{ id: 'r', code: 'CN_12:440101007000', ...COUNTY }],
        power: [{ id: 'p', code: 'SICHUAN:511Z07001006', of: 'r', department: CIVIL }],
      },
      [['OTHER_CODE_SCHEME', 1, 1]],
    ],
    [
      'types and departments that nobody recognises',
      {
        reference: [{ id: 'r', ...COUNTY }],
        power: [{ id: 'p', type: 'UNRECOGNISED', of: 'r', department: '' }],
      },
      [
        ['NO_TYPE', 1, 1],
        ['NO_DEPARTMENT', 1, 1],
      ],
    ],
  ])('%s', (_about, place, found) => {
    expect(numbers(place).filter(([code]) => code !== 'NO_PLACE' || found[0]?.[0] === 'NO_PLACE')).toEqual(
      found,
    );
  });

  test.each([
    [{}, '还没有与参考目录 reference 匹配过'],
    [{ matchedIn: 2 }, '上一次匹配在版次 2，版次 3 又有变动'],
  ])('a list whose matching lags behind: %j', (matched, words) => {
    const [first] = reported(SOUND, [
      { listId: 'power', referenceId: 'reference', changedIn: 3, ...matched },
    ]).limits;
    expect(first?.code).toBe('NOT_MATCHED');
    expect(first?.text).toContain(words);
  });
});

describe('the counts of a report sum to all items of both sides', () => {
  const place: Place = {
    reference: [
      { id: 'main', code: '1', hasSubItems: true },
      { id: 'sub', mainItemCode: '1' },
      { id: 'same' },
      { id: 'changed', name: '取水许可' },
      { id: 'wide' },
      { id: 'rests' },
      { id: 'city', exerciseLevels: ['CITY'] },
      { id: 'maybe' },
    ],
    power: [
      { id: 'a', name: 'same', of: 'same' },
      { id: 'b', name: '取水审批', of: 'changed' },
      { id: 'c', of: 'wide<' },
      { id: 'd', name: 'rests', of: 'rests', state: 'SUSPENDED' },
      { id: 'e', state: 'CANCELLED' },
      { id: 'f' },
      { id: 'g', of: 'maybe?' },
      { id: 'h', name: 'same', of: 'same', state: 'CANCELLED' },
    ],
  };
  const [coverage] = reported(place).coverage;
  if (coverage === undefined) throw new Error('no coverage');

  test('of the list', () => {
    expect(coverage.own).toEqual({
      ...{ ADOPTED: 1, ADAPTED: 1, PART_OF: 1, RESTING: 1, CANCELLED: 2, EXTRA: 1, WAITING: 1 },
      NOT_COMPARED: 0,
    });
    expect(totalOf(ownLines(coverage))).toBe(place.power?.length);
    expect(sumWords(ownLines(coverage))).toBe(
      '8 = 照用 1 + 有改动 1 + 部分承接 1 + 挂起、待生效 1 + 已取消 2 + 多出 1 + 待审定 1',
    );
  });

  test('of the reference, main items and all', () => {
    const lines = referenceLines(coverage);
    expect(totalOf(lines)).toBe(place.reference?.length);
    expect(sumWords(lines)).toBe(
      '8 = 照用 1 + 有改动 1 + 部分承接 1 + 不实施 1 + 挂起 1 + 未认领 2 + 主项 1',
    );
    expect(lines.filter(({ isPart }) => isPart).map(({ word, count }) => [word, count])).toEqual([
      ['参考目录没有规定由本级行使', 1],
      ['有疑似的对应，等人审定', 1],
    ]);
  });

  test('what is told of 未认领 and 多出 are the findings they lead to', () => {
    const { findings } = reported(place);
    const count = (rule: string, severity: string) =>
      findings.filter((one) => one.rule === rule && one.severity === severity).length;
    expect(count('CMP_01', 'WARNING')).toBe(coverage.own.EXTRA);
    expect(count('CMP_02', 'INFO')).toBe(2 - 1);
  });
});

describe('sentences', () => {
  const textOf = (place: Place, code: string) =>
    reported(place).limits.find((limit) => limit.code === code)?.text;

  test('what waits, by the items of both sides, as the tables count them', () => {
    const place: Place = {
      reference: [
        { id: 'r', ...COUNTY },
        { id: 's', ...COUNTY },
      ],
      power: [
        { id: 'p', of: ['r', 's?'], department: CIVIL },
        { id: 'q', of: 'r?', department: CIVIL },
      ],
    };
    expect(textOf(place, 'WAITING')).toMatch(
      /有 2 条疑似的对应等人审定。涉及清单 2 项，其中 1 项没有确定的对应，算“待审定”；涉及参考目录 2 项，其中 1 项没有确定的认领，算“未认领”，其余是主项，或者另有状态。/u,
    );
    expect(textOf({ ...place, power: place.power?.slice(1) ?? [] }, 'WAITING')).toMatch(
      /涉及清单 1 项，都没有确定的对应，算“待审定”；涉及参考目录 1 项，都没有确定的认领，算“未认领”。审定/u,
    );
  });

  test('extras of a catalog that names few levels are not told to exceed it', () => {
    const power = [{ id: 'p', department: CIVIL }];
    const few: Place = { reference: [{ id: 'r', ...COUNTY }, { id: 's' }, { id: 't' }], power };
    expect(textOf(few, 'NO_LEVELS')).toContain('清单多出的权力事项也不能断定超出，只作提示（CMP-03）');
    const half: Place = { reference: [{ id: 'r', ...COUNTY }, { id: 's' }], power };
    expect(textOf(half, 'NO_LEVELS')).not.toContain('CMP-03');
  });

  test('what is taken over with its main item is told apart, and counted once on each side', () => {
    const place: Place = {
      reference: [
        { id: 'm', code: 'CN_12:1', basicCode: '1', ...COUNTY },
        { id: 's', code: 'CN_12:2', mainItemCode: '1', ...COUNTY },
      ],
      power: [{ id: 'p', of: 'm', department: CIVIL }],
    };
    const [coverage] = reported(place).coverage;
    if (coverage === undefined) throw new Error('a list beside a reference has a coverage');
    expect(
      referenceLines(coverage)
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => [word, count]),
    ).toEqual([
      ['有改动', 1],
      ['部分承接', 1],
      ['经主项承接，清单那边按主项的状态算', 1],
    ]);
    expect(coverage.listItems.map(({ item, state, withMain }) => [item.id, state, withMain])).toEqual([
      ['p', 'ADAPTED', 1],
    ]);
  });
});
