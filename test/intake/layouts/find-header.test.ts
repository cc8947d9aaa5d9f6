import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../intake/layouts/find-header.ts';
import { headingOf } from '../../../intake/layouts/heading.ts';
import { headOf, type Rows } from './small-grid.ts';

const found = (rows: Rows, merges: readonly string[] = []) => {
  const { header } = findHeader(headOf(rows, merges));
  return header && [header.top, header.bottom, header.stacks.map((stack) => stack.join('/'))];
};

const ITEM = ['1', '婚姻登记', '县民政局'];

describe('the header of a sheet', () => {
  test.each<readonly [string, Rows, readonly string[], unknown]>([
    [
      'is the first row',
      [['序号', '事项名称', '实施主体'], ITEM],
      [],
      [1, 1, ['序号', '事项名称', '实施主体']],
    ],
    [
      'stands below title, office and date',
      [
        ['县公共服务事项目录'],
        ['报送单位：县民政局', '', '填表时间：2026年'],
        ['序号', '事项名称', '实施主体'],
        ITEM,
      ],
      ['A1:C1'],
      [3, 3, ['序号', '事项名称', '实施主体']],
    ],
    [
      'has two rows under merges',
      [
        ['序号', '事项名称', '办理时限', '', '实施主体'],
        ['', '', '法定', '承诺', ''],
        ['1', '婚姻登记', '无', '即办', '县民政局'],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
      [1, 2, ['序号', '事项名称', '办理时限/法定', '办理时限/承诺', '实施主体']],
    ],
    [
      'has three rows under merges',
      [
        ['序号', '基本信息', '', '', ''],
        ['', '事项名称', '办理时限', '', '实施主体'],
        ['', '', '法定', '承诺', ''],
        ['1', '婚姻登记', '无', '即办', '县民政局'],
      ],
      ['A1:A3', 'B1:E1', 'B2:B3', 'C2:D2', 'E2:E3'],
      [
        1,
        3,
        [
          '序号',
          '基本信息/事项名称',
          '基本信息/办理时限/法定',
          '基本信息/办理时限/承诺',
          '基本信息/实施主体',
        ],
      ],
    ],
    [
      'has two rows in a text file, which has no merges',
      [
        ['序号', '事项名称', '办理时限', '', '实施主体'],
        ['', '', '法定', '承诺', ''],
        ['1', '婚姻登记', '无', '即办', '县民政局'],
      ],
      [],
      [1, 2, ['序号', '事项名称', '办理时限/法定', '办理时限/承诺', '实施主体']],
    ],
    [
      'is one row where data are merged below',
      [['序号', '事项名称', '实施主体'], ITEM, ['2', '收养登记', '']],
      ['C2:C3'],
      [1, 1, ['序号', '事项名称', '实施主体']],
    ],
    [
      'has a title over two columns',
      [
        ['序号', '事项名称', '', '实施主体'],
        ['1', '婚姻登记', '', '县民政局'],
      ],
      ['B1:C1', 'B2:C2'],
      [1, 1, ['序号', '事项名称', '', '实施主体']],
    ],
    ['is one column of names', [['事项名称'], ['婚姻登记']], [], [1, 1, ['事项名称']]],
    [
      'is misspelt',
      [
        ['事项名秤', '实旅主体'],
        ['婚姻登记', '县民政局'],
      ],
      [],
      [1, 1, ['事项名秤', '实旅主体']],
    ],
  ])('%s', (_name, rows, merges, expected) => expect(found(rows, merges)).toEqual(expected));

  test.each<readonly [string, Rows]>([
    [
      'prose',
      [
        ['根据国务院推进简政放权的部署，现就全面梳理和公开区级公共服务事项目录提出如下意见。'],
        ['一、总体要求'],
      ],
    ],
    ['nothing', [['', '']]],
    [
      'numbers',
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    ],
    [
      'another table',
      [
        ['姓名', '性别', '年龄', '籍贯'],
        ['甲', '男', '30', '青溪'],
      ],
    ],
  ])('is not found in %s', (_name, rows) => expect(found(rows)).toBeUndefined());

  const OWN = Array.from({ length: 12 }, (_, index) => `自有列${index}`);
  test.each<readonly [string, readonly string[], number | undefined]>([
    ['names', ['婚姻登记', '收养登记', '学历认证'], 1],
    ['numbers', ['1', '2', '3'], undefined],
    ['nothing', ['', ''], undefined],
  ])('of two known titles among twelve others, over %s', (_name, names, top) => {
    const rows = [['事项名称', '实施主体', ...OWN], ...names.map((name) => [name, '县民政局'])];
    expect(found(rows)?.[0]).toBe(top);
  });

  test('of two known titles among twelve others, none the name of the item', () => {
    expect(
      found([
        ['实施主体', '联系电话', ...OWN],
        ['县民政局', '5629782'],
      ]),
    ).toBeUndefined();
  });

  test('is not looked for beyond the thirtieth row', () => {
    const rows = (lines: number): Rows => [
      ...Array.from({ length: lines }, () => ['填写要求']),
      ['序号', '事项名称'],
      ITEM,
    ];
    expect(found(rows(29))?.[0]).toBe(30);
    expect(found(rows(30))).toBeUndefined();
  });
});

describe('the heading above it', () => {
  test.each<readonly [string, Rows, readonly string[], ReturnType<typeof headingOf>]>([
    [
      'title and labelled office',
      [['青溪县公共服务事项目录（2023年版）'], ['报送单位：县司法局（盖章）', '时间：2023年3月']],
      [],
      { title: '青溪县公共服务事项目录（2023年版）', organisation: '县司法局', office: undefined },
    ],
    [
      'office beside its label',
      [['填报部门', '县司法局', '单位：项']],
      [],
      { title: undefined, organisation: '县司法局', office: undefined },
    ],
    [
      'office left open',
      [['报送单位：      （盖章）', '时间：2017年   月']],
      [],
      { title: undefined, organisation: undefined, office: undefined },
    ],
    [
      'paragraphs of a document',
      [],
      ['附件2', '清理规范公共服务事项备案表', '报送单位：区民政局'],
      { title: '清理规范公共服务事项备案表', organisation: '区民政局', office: undefined },
    ],
    [
      'an office alone',
      [],
      ['公共服务事项清单', '二、青溪县民政局（2项）'],
      { title: '公共服务事项清单', organisation: undefined, office: '青溪县民政局' },
    ],
    [
      'a government that issued it',
      [['青溪县人民政府办公室']],
      [],
      { title: undefined, organisation: undefined, office: undefined },
    ],
  ])('%s', (_name, above, before, expected) => {
    const rows = [...above, ['序号', '事项名称'], ITEM];
    expect(headingOf(headOf(rows, [], before), above.length + 1)).toEqual(expected);
  });
});
