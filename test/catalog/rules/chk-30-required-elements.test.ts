import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../catalog/fields.ts';
import type { ItemFamily } from '../../../catalog/item-family.ts';
import { CHK_30_REQUIRED_ELEMENTS, missingColumns } from '../../../catalog/rules/chk-30-required-elements.ts';
import { aRecord, type RecordParts } from './handling-record.ts';

const REQUIRED = {
  general: [...FIELDS.item, ...FIELDS.guide].filter(({ required }) => required.general === 'required'),
  publicService: [...FIELDS.item, ...FIELDS.guide].filter(
    ({ required }) => required.publicService === 'required',
  ),
};
const ALL = [...FIELDS.item, ...FIELDS.guide].map(({ element }): string => element);

const found = (parts: RecordParts) =>
  CHK_30_REQUIRED_ELEMENTS.find(aRecord(parts)).map(({ code, field, value }) => [code, field, value]);

/** A value of the right kind for every required element. */
const filled = (family: ItemFamily, owner: 'item' | 'guide') =>
  Object.fromEntries(
    REQUIRED[family]
      .filter((field) => field.owner === owner)
      .map(({ element, type }) => [element, type === 'boolean' ? false : type === 'integer' ? 0 : '甲']),
  );

const whole = (family: ItemFamily): RecordParts => ({
  family,
  item: filled(family, 'item'),
  guide: filled(family, 'guide'),
  columns: ALL,
});

const without = (family: ItemFamily, element: string): RecordParts => {
  const { [element]: _item, ...item } = filled(family, 'item');
  const { [element]: _guide, ...guide } = filled(family, 'guide');
  return { ...whole(family), item, guide };
};

describe('an 实施清单', () => {
  test.each(['general', 'publicService'] as const)('%s with all its elements', (family) =>
    expect(found(whole(family))).toEqual([]),
  );

  const SAID_OTHERWISE = [
    'basicCode',
    'organisationCode',
    'statutoryLimitUnit',
    'promisedLimitUnit',
    'promisedLimitNote',
  ];
  const NOTHING_IS_AN_ANSWER = ['specialProcedure', 'resultTypes'];
  const cases = (['general', 'publicService'] as const).flatMap((family) =>
    REQUIRED[family]
      .filter(({ element }) => ![...SAID_OTHERWISE, ...NOTHING_IS_AN_ANSWER].includes(element))
      .map(({ element, chinese }) => [family, element, chinese] as const),
  );

  test.each(cases)('%s without %s (%s)', (family, element, chinese) =>
    expect(found(without(family, element))).toEqual([['CHK_30', element, chinese]]),
  );

  test.each([...SAID_OTHERWISE, ...NOTHING_IS_AN_ANSWER])(
    '%s is said by another element or by saying nothing',
    (element) => expect(found(without('general', element))).toEqual([]),
  );

  test('the families differ in time limits and the source of power', () => {
    const names = (family: ItemFamily) => new Set<string>(REQUIRED[family].map(({ element }) => element));
    const only = [...names('general')].filter((element) => !names('publicService').has(element));
    expect(only).toContain('powerSource');
    expect(only).toContain('promisedLimit');
    expect(names('publicService').has('acceptCondition')).toBe(true);
  });

  test('all that is missing is named at once, in the registry’s order', () => {
    const { acceptCondition: _condition, address: _address, ...guide } = filled('general', 'guide');
    const { visits: _visits, ...item } = filled('general', 'item');
    expect(found({ ...whole('general'), item, guide })).toEqual([
      ['CHK_30', 'visits', '到办事现场次数、受理条件、办理地点'],
    ]);
  });

  test.each<[string, RecordParts]>([
    ['blank', { item: { ...filled('general', 'item'), visits: ' ' } }],
    ['null', { item: { ...filled('general', 'item'), visits: null } }],
    ['an empty list', { item: { ...filled('general', 'item'), visits: [] } }],
  ])('%s says nothing', (_label, change) =>
    expect(found({ ...whole('general'), ...change })).toEqual([['CHK_30', 'visits', '到办事现场次数']]),
  );

  test.each<[string, string, RecordParts]>([
    ['acceptCondition', 'conditions', { blocks: { conditions: [{ name: '甲' }] } }],
    ['handleFlow', 'steps', { blocks: { steps: [{ name: '受理' }] } }],
    ['address', 'windows', { blocks: { windows: [{ address: '甲' }] } }],
    ['legalBasisText', 'legalBases', { blocks: { legalBases: [{ lawName: '甲' }] } }],
  ])('%s is said by the block %s, not by an empty one', (element, block, parts) => {
    expect(found({ ...without('general', element), ...parts })).toEqual([]);
    expect(found({ ...without('general', element), blocks: { [block]: [] } })).toHaveLength(1);
  });

  test.each([
    ['consultation', 'consultationPhone'],
    ['supervision', 'supervisionPhone'],
    ['hours', 'hoursAndAddress'],
    ['handleFlow', 'windowFlow'],
    ['hasFee', 'feeStandard'],
  ])('%s is said by %s', (element, other) => {
    const parts = without('general', element);
    expect(found({ ...parts, guide: { ...parts.guide, [other]: '甲' } })).toEqual([]);
  });

  test('a value no code list knows is said, if not read', () => {
    const parts = without('general', 'caseType');
    const unrecognised = [{ element: 'caseType', raw: '特办件' }];
    expect(found({ ...parts, item: { ...parts.item, unrecognised } })).toEqual([]);
  });

  test('cells are asked for only where there is a column', () => {
    const columns = ['acceptCondition', 'handleFlow', 'address', 'hours'];
    const item = {
      name: '甲',
      basicCode: '1',
      itemType: 'LICENSING',
      legalBasisText: '甲',
      organisationName: '甲',
    };
    const guide = { acceptCondition: '甲', handleFlow: '甲', address: '甲', hours: '甲' };
    expect(found({ item, guide, columns })).toEqual([]);
    expect(found({ item, guide: { ...guide, hours: '' }, columns })).toEqual([
      ['CHK_30', 'hours', '办理时间'],
    ]);
  });
});

describe('which elements a list must carry', () => {
  const HANDLING = ['acceptCondition', 'handleFlow', 'address', 'hours'];
  const NAME = { name: '甲' };
  const BASIC = '基本编码、事项类型、设定依据、实施主体';

  test.each<[string, RecordParts, string]>([
    [
      'a 目录清单',
      { columns: ALL.filter((each) => !HANDLING.includes(each) && each !== 'hours'), listKind: 'POWER' },
      BASIC,
    ],
    ['a power list, whatever its columns', { columns: ALL, listKind: 'POWER' }, BASIC],
    ['a reference', { columns: ALL, listKind: 'REFERENCE' }, BASIC],
    ['a type without a presence table', { columns: ALL, family: undefined }, BASIC],
    ['three columns of handling', { columns: ['basicCode', ...HANDLING.slice(1)] }, '基本编码'],
    [
      'four columns of handling',
      { columns: ['basicCode', ...HANDLING] },
      '基本编码、受理条件、办理流程、办理地点、办理时间',
    ],
    [
      'a list of public services without handling',
      {
        listKind: 'PUBLIC_SERVICE',
        columns: ['basicCode', 'serviceContent', 'legalBasisText', 'serviceMode', 'serviceObjects'],
      },
      '基本编码、服务内容',
    ],
    [
      'public services with handling',
      { listKind: 'PUBLIC_SERVICE', family: 'publicService', columns: ['basicCode', ...HANDLING] },
      '基本编码、受理条件、办理流程、办理地点、办理时间',
    ],
    [
      'guides of powers',
      { listKind: 'GUIDE', columns: ALL },
      '实施主体、承诺办结时限、受理条件、办理流程、办理地点、咨询方式、监督投诉方式',
    ],
    [
      'guides of services',
      { listKind: 'GUIDE', family: 'publicService', columns: ALL },
      '实施主体、受理条件、办理流程、办理地点、咨询方式、监督投诉方式',
    ],
  ])('%s', (_label, parts, expected) =>
    expect(found({ item: NAME, ...parts }).map(([, , value]) => value)).toEqual([expected]),
  );

  test.each(['implementationCode', 'handlingItemCode', 'localBasicCode', 'localImplementationCode'])(
    'a record with its %s has a code',
    (element) => {
      const item = { ...NAME, [element]: '1' };
      expect(found({ item, listKind: 'POWER', columns: ['basicCode'] })).toEqual([]);
    },
  );
});

describe('columns a list does not have', () => {
  const titles = (columns: readonly string[], listKind: string, family?: ItemFamily) =>
    missingColumns(new Set(columns), listKind, family).map(({ code, value }) => [code, value]);

  test.each<[string, readonly string[], string, string | undefined]>([
    [
      'a reference with the basic ones',
      ['name', 'basicCode', 'itemType', 'legalBases', 'organisationName'],
      'REFERENCE',
      undefined,
    ],
    [
      'a reference without bases',
      ['name', 'basicCode', 'itemType', 'organisationName'],
      'REFERENCE',
      '设定依据',
    ],
    [
      'another code',
      ['name', 'localImplementationCode', 'itemType', 'legalBasisText', 'organisationName'],
      'POWER',
      undefined,
    ],
    [
      '武陵源’s form',
      ['name', 'serviceMode', 'serviceContent', 'legalBasisText', 'organisationName', 'serviceObjects'],
      'PUBLIC_SERVICE',
      '基本编码、事项类型',
    ],
    [
      'guides',
      [
        'name',
        'organisationName',
        'acceptCondition',
        'steps',
        'windows',
        'consultationPhone',
        'supervisionPhone',
        'materials',
      ],
      'GUIDE',
      '承诺办结时限',
    ],
    ['names only', ['name'], 'GOVERNMENT_SERVICE', '基本编码、事项类型、设定依据、实施主体'],
  ])('%s', (_label, columns, listKind, expected) =>
    expect(titles(columns, listKind, 'general')).toEqual(
      expected === undefined ? [] : [['CHK_30_COLUMNS', expected]],
    ),
  );

  test('an 实施清单 is asked for every column of its family', () => {
    const columns = ALL.filter(
      (element) => !['powerSource', 'specialProcedure', 'materialsText'].includes(element),
    );
    expect(titles(columns, 'GOVERNMENT_SERVICE', 'general')).toEqual([
      ['CHK_30_COLUMNS', '权力来源、特别程序、申请材料'],
    ]);
    expect(titles(columns, 'GOVERNMENT_SERVICE', 'publicService')).toEqual([
      ['CHK_30_COLUMNS', '特别程序、申请材料'],
    ]);
    expect(titles(ALL, 'GOVERNMENT_SERVICE', 'general')).toEqual([]);
    expect(titles(columns, 'GOVERNMENT_SERVICE')).toEqual([]);
  });
});
