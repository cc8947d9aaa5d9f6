import { describe, expect, test } from 'vitest';
import { chooseLists, chooseRegion, type StoredCatalog } from '../../../cli/comparison/chosen-lists.ts';

const list = (
  key: string,
  regionCode: string,
  level: StoredCatalog['level'] = 'COUNTY',
  kind: StoredCatalog['kind'] = 'POWER',
): StoredCatalog => ({ catalogId: `ca_${key}`, key, regionCode, level, kind });

const LISTS = [
  list('reference', '880000000000', 'PROVINCE', 'REFERENCE'),
  list('national', '000000000000', 'NATIONAL', 'REFERENCE'),
  list('other-reference', '440000000000', 'PROVINCE', 'REFERENCE'),
  list('qx-power', '880121000000'),
  list('qx-public', '880121000000', 'COUNTY', 'PUBLIC_SERVICE'),
  list('qx-guides', '880121000000', 'COUNTY', 'GUIDE'),
  list('qx-town', '880121003000', 'TOWNSHIP', 'GOVERNMENT_SERVICE'),
  list('ly-power', '880122000000'),
];

const choose = (left: string, right: string) => chooseLists(LISTS, 3, { left, right });

describe('what two keys compare', () => {
  test.each([
    ['qx-power', 'reference', '880121000000', 'COUNTY', 2],
    ['reference', 'qx-power', '880121000000', 'COUNTY', 2],
    ['qx-power', 'national', '880121000000', 'COUNTY', 2],
    ['qx-power', 'qx-public', '880121000000', 'COUNTY', 2],
    ['qx-town', 'qx-power', '880121003000', 'TOWNSHIP', 2],
    ['qx-power', 'qx-town', '880121003000', 'TOWNSHIP', 2],
  ])('%s and %s', (left, right, regionCode, level, lists) => {
    const chosen = choose(left, right);
    expect(chosen).toMatchObject({ kind: 'CHOSEN', choice: { regionCode, level } });
    expect(chosen.kind === 'CHOSEN' && chosen.choice.catalogIds?.size).toBe(lists);
  });

  test.each([
    ['qx-powr', 'reference', '--left：版次 3 里没有清单“qx-powr”。是不是 qx-power？有：reference、'],
    ['qx-power', 'elsewhere', '--right：版次 3 里没有清单“elsewhere”。有：'],
    ['qx-guides', 'reference', '--left：qx-guides 是指南集'],
    ['reference', 'national', '都是参考目录'],
    ['qx-power', 'other-reference', '管不到清单 qx-power'],
    ['qx-power', 'ly-power', '不是缺了数据，而是两份都不是参考目录'],
    [
      'qx-power',
      'ly-power',
      '请分别与 reference 比对：--left qx-power --right reference，--left ly-power --right reference。',
    ],
    ['qx-town', 'ly-power', '从不建立对应关系'],
    ['qx-power', 'qx-power', '是同一份清单 qx-power，没有可比的；请把其中一份换成本省参考目录'],
    ['reference', 'reference', '是同一份清单 reference'],
  ])('%s and %s are refused', (left, right, sentence) => {
    const chosen = choose(left, right);
    expect(chosen.kind === 'REFUSED' && chosen.sentence).toContain(sentence);
  });
});

test('without a reference that both go by, none is named', () => {
  const chosen = chooseLists(
    LISTS.filter(({ key }) => key === 'other-reference' || key.endsWith('power')),
    3,
    { left: 'qx-power', right: 'ly-power' },
  );
  expect(chosen.kind === 'REFUSED' && chosen.sentence).toMatch(/乡镇或村的清单与本县的清单。$/u);
});

describe('what a region compares', () => {
  test('all lists of its level', () => {
    expect(chooseRegion(LISTS, 3, { regionCode: '880121000000', level: 'COUNTY' })).toEqual({
      kind: 'CHOSEN',
      choice: { regionCode: '880121000000', level: 'COUNTY' },
    });
  });

  test.each([
    ['880121000000', 'TOWNSHIP', '没有镇(乡、街道)级的清单；有 COUNTY（县级）'],
    ['880199000000', 'COUNTY', '有清单的区划：880121000000、880121003000、880122000000'],
  ] as const)('%s at %s is refused with what there is', (regionCode, level, sentence) => {
    const chosen = chooseRegion(LISTS, 3, { regionCode, level });
    expect(chosen.kind === 'REFUSED' && chosen.sentence).toContain(sentence);
  });
});
