import { describe, expect, test } from 'vitest';
import { NOTICE_GROUPED_INSTITUTIONS } from '../../../catalog/rules/notice-grouped-institutions.ts';
import { NOTICE_MARKET_RUN } from '../../../catalog/rules/notice-market-run.ts';
import { aRecord, type RecordParts } from './handling-record.ts';

const PUBLIC = { listKind: 'PUBLIC_SERVICE', itemType: 'PUBLIC_SERVICE' } as const;

describe('services on the market', () => {
  const found = (item: Readonly<Record<string, unknown>>, more: RecordParts = { columns: ['remark'] }) =>
    NOTICE_MARKET_RUN.find(aRecord({ ...PUBLIC, ...more, item })).map(({ code, field, value }) => [
      code,
      field,
      value,
    ]);

  test.each<[string, Readonly<Record<string, unknown>>, RecordParts | undefined]>([
    ['an office’s service', { name: '用水报装', organisationName: '青溪县水务局' }, undefined],
    ['a company’s other service', { name: '彩票销售', organisationName: '青溪县文化有限公司' }, undefined],
    [
      'a utility that says it is not',
      { name: '用水报装', organisationName: '青溪县自来水公司', remark: '未实行市场化运作' },
      undefined,
    ],
    ['not at all', { name: '体检', remark: '非市场化运作' }, undefined],
    ['not of that kind', { name: '体检', remark: '不属市场化运作' }, undefined],
    ['not of that kind, in full', { name: '体检', remark: '不属于市场化运作' }, undefined],
    ['a station at the works', { name: '用水报装', organisationName: '青溪县自来水厂管理站' }, undefined],
    ['a list without remarks', { name: '用水报装', organisationName: '青溪县自来水公司' }, {}],
    [
      'another list',
      { name: '用水报装', organisationName: '青溪县自来水公司' },
      { listKind: 'POWER', columns: ['remark'] },
    ],
    ['not on the market', { name: '体检', serviceContent: '不适宜市场化的服务' }, undefined],
  ])('%s', (_label, item, more) => expect(found(item, more)).toEqual([]));

  test.each([
    ['said', { name: '体检', remark: '已实现市场化运作' }, ['NOTICE_MARKET_RUN', 'remark', '市场化']],
    ['a franchise', { name: '公交服务', remark: '特许经营' }, ['NOTICE_MARKET_RUN', 'remark', '特许经营']],
    ['said in the name', { name: '市场化养老服务' }, ['NOTICE_MARKET_RUN_REMARK', 'name', '市场化']],
    [
      'said in the content',
      { name: '养老服务', serviceContent: '由政府购买服务' },
      ['NOTICE_MARKET_RUN_REMARK', 'serviceContent', '政府购买服务'],
    ],
    [
      'water',
      { name: '用水报装', organisationName: '青溪县自来水公司' },
      ['NOTICE_UTILITY', 'remark', '青溪县自来水公司'],
    ],
    [
      'power',
      { name: '新装用电', organisationName: '国网供电公司' },
      ['NOTICE_UTILITY', 'remark', '国网供电公司'],
    ],
    [
      'gas',
      { name: '管道燃气开户', organisationName: '青溪能源集团' },
      ['NOTICE_UTILITY', 'remark', '青溪能源集团'],
    ],
    [
      'buses',
      { name: '公交卡办理', organisationName: '青溪县公共交通有限公司' },
      ['NOTICE_UTILITY', 'remark', '青溪县公共交通有限公司'],
    ],
    [
      'another remark',
      { name: '用水报装', organisationName: '青溪县自来水厂', remark: '省市县同步' },
      ['NOTICE_UTILITY', 'remark', '青溪县自来水厂'],
    ],
  ])('%s', (_label, item, expected) => expect(found(item)).toEqual([expected]));

  test('the remark needs no column of its own to be read', () =>
    expect(
      NOTICE_MARKET_RUN.find(
        aRecord({ listKind: 'GOVERNMENT_SERVICE', item: { name: '甲', remark: '市场化运作' } }),
      ).map(({ title }) => title),
    ).toEqual(['备注']));
});

describe('institutions that share an item', () => {
  const found = (organisationName: string, more: RecordParts = {}) =>
    NOTICE_GROUPED_INSTITUTIONS.find(
      aRecord({ ...PUBLIC, ...more, item: { organisationName, ...more.item } }),
    ).map(({ code, value }) => [code, value]);

  test.each([
    '',
    '青溪县人民医院',
    '青溪县民政局',
    '青溪县民政局、青溪县财政局',
    '青溪县民政局、青溪县敬老院',
    '青溪县高等职业学校',
    '各有关部门',
    '青溪县图书馆、',
    '青溪县图书馆、 ；',
    '青溪县图书馆、长风市财政局； ',
    '青溪县中小学生校外活动中心',
  ])('%s', (name) => expect(found(name)).toEqual([]));

  const GROUPED = [
    '各镇卫生院',
    '全县中小学',
    '下属养老院',
    '辖区内幼儿园',
    '青溪县人民医院等医院',
    '青溪县第一小学等12所学校',
    '县图书馆、县文化馆',
    '第一中学；第二中学',
    '各供水公司',
    '县图书馆 、 县文化馆',
    '县图书馆、县文化馆、',
    '县图书馆、 、县文化馆',
  ];

  test.each(GROUPED)('%s', (name) => {
    expect(found(name)).toEqual([['NOTICE_GROUPED_INSTITUTIONS', name.normalize('NFKC')]]);
    expect(found(name, { listKind: 'GOVERNMENT_SERVICE' })).toHaveLength(1);
    expect(found(name, { listKind: 'POWER' })).toEqual([]);
  });

  test.each<[string, RecordParts, boolean]>([
    ['one address', { guide: { address: '中山路1号' } }, true],
    ['one address and its end', { guide: { address: '中山路1号；\n ' } }, true],
    ['one address and nothing more', { guide: { address: '中山路1号； ；' } }, true],
    ['half a word at the end of one text', { guide: { address: '附' }, item: { remark: '件数' } }, true],
    ['an address each', { guide: { address: '中山路1号；人民路2号' } }, false],
    ['an address each, with hours', { guide: { hoursAndAddress: '8:00 中山路1号\n9:00 人民路2号' } }, false],
    ['one window', { blocks: { windows: [{ address: '中山路1号' }] } }, true],
    ['a window each', { blocks: { windows: [{ address: '中山路1号' }, { address: '人民路2号' }] } }, false],
    ['windows without addresses', { blocks: { windows: [{ name: '1号' }, { name: '2号' }] } }, true],
    ['an annex', { item: { remark: '名称、地址、电话见附件' } }, false],
    ['an annex as address', { guide: { address: '见附表' } }, false],
    ['another remark', { item: { remark: '省市县同步' } }, true],
  ])('with %s', (_label, more, expected) => expect(found('各镇卫生院', more)).toHaveLength(expected ? 1 : 0));

  test('a long name is cut after sixty characters', () =>
    expect(found(`县图书馆、${'长'.repeat(80)}文化馆`)).toEqual([
      ['NOTICE_GROUPED_INSTITUTIONS', `县图书馆、${'长'.repeat(55)}`],
    ]));
});
