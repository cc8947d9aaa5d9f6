import { describe, expect, test } from 'vitest';
import { NOTICE_ON_APPLICATION } from '../../../catalog/rules/notice-on-application.ts';
import { NOTICE_SUSPENDED } from '../../../catalog/rules/notice-suspended.ts';
import { NOTICE_VILLAGE_SERVICES_ONLY } from '../../../catalog/rules/notice-village-services-only.ts';
import { aRecord, codesOf, type RecordParts } from './handling-record.ts';

describe('government services are applied for', () => {
  const found = (parts: RecordParts) =>
    NOTICE_ON_APPLICATION.find(aRecord(parts)).map(({ code, field, title, value }) => [
      code,
      field,
      title,
      value,
    ]);

  test.each<[string, RecordParts]>([
    ['a licence', {}],
    ['on application', { item: { serviceMode: 'ON_APPLICATION' } }],
    ['a fee collected', { itemType: 'COLLECTION' }],
    ['a punishment on the power list', { listKind: 'POWER', itemType: 'PUNISHMENT' }],
    [
      'a service unasked on the public list',
      { listKind: 'PUBLIC_SERVICE', item: { serviceMode: 'PROACTIVE' } },
    ],
    ['a type not known', { itemType: undefined }],
  ])('%s', (_label, parts) => expect(found(parts)).toEqual([]));

  test.each<[string, RecordParts, string, string]>([
    ['a punishment', { itemType: 'PUNISHMENT' }, 'itemType', '事项类型为行政处罚'],
    ['coercion', { itemType: 'COERCION' }, 'itemType', '事项类型为行政强制'],
    ['an inspection', { itemType: 'INSPECTION' }, 'itemType', '事项类型为行政检查'],
    ['unasked', { item: { serviceMode: 'PROACTIVE' } }, 'serviceMode', '类别为主动服务'],
    ['by right of office', { item: { serviceMode: 'EX_OFFICIO' } }, 'serviceMode', '类别为依职权'],
  ])('%s', (_label, parts, field, value) =>
    expect(found(parts)).toEqual([
      ['NOTICE_NOT_ON_APPLICATION', field, field === 'itemType' ? '事项类型' : '服务方式', value],
    ]),
  );
});

test.each<[string, RecordParts, boolean]>([
  ['suspended', { item: { state: 'SUSPENDED' } }, true],
  ['suspended on the power list', { listKind: 'POWER', item: { state: 'SUSPENDED' } }, true],
  [
    'suspended on the list of public services',
    { listKind: 'PUBLIC_SERVICE', item: { state: 'SUSPENDED' } },
    true,
  ],
  ['suspended in the reference', { listKind: 'REFERENCE', item: { state: 'SUSPENDED' } }, false],
  ['in force', { item: { state: 'IN_FORCE' } }, false],
  ['cancelled', { item: { state: 'CANCELLED' } }, false],
  ['not told', {}, false],
])('%s', (_label, parts, expected) =>
  expect(codesOf(NOTICE_SUSPENDED, parts)).toEqual(expected ? ['NOTICE_SUSPENDED'] : []),
);

test('a suspended item is told in the word of the list', () =>
  expect(NOTICE_SUSPENDED.find(aRecord({ item: { state: 'SUSPENDED' } }))[0]).toMatchObject({
    value: '挂起',
  }));

describe('a village renders services', () => {
  const found = (parts: RecordParts) =>
    NOTICE_VILLAGE_SERVICES_ONLY.find(aRecord(parts)).map(({ code, title, value, detail }) => [
      code,
      title,
      value,
      detail,
    ]);
  const VILLAGE = { level: 'VILLAGE' } as const;
  const WITH_VILLAGE = { item: { exerciseLevels: ['TOWNSHIP', 'VILLAGE'] } };

  test.each<[string, RecordParts]>([
    ['a service of a village', { ...VILLAGE, itemType: 'PUBLIC_SERVICE' }],
    ['a type not known', { ...VILLAGE, itemType: 'UNRECOGNISED' }],
    ['no type', { ...VILLAGE, itemType: undefined }],
    ['a power of a township', { level: 'TOWNSHIP', item: { exerciseLevels: ['TOWNSHIP'] } }],
    ['a service at both levels', { ...WITH_VILLAGE, itemType: 'PUBLIC_SERVICE' }],
  ])('%s', (_label, parts) => expect(found(parts)).toEqual([]));

  test.each<[string, RecordParts, readonly string[]]>([
    ['a licence of a village', VILLAGE, ['层级为村(社区)级', '行政许可']],
    ['a payment of a village', { ...VILLAGE, itemType: 'PAYMENT' }, ['层级为村(社区)级', '行政给付']],
    ['another power', { ...VILLAGE, itemType: 'OTHER_POWER' }, ['层级为村(社区)级', '其他行政权力']],
    ['a licence down to the village', WITH_VILLAGE, ['行使层级含村(社区)级', '行政许可']],
  ])('%s', (_label, parts, expected) =>
    expect(found(parts)).toEqual([['NOTICE_VILLAGE_SERVICES_ONLY', '行使层级', ...expected]]),
  );
});
