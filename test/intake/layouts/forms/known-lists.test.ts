import { describe, expect, test } from 'vitest';
import { knownListOf } from '../../../../intake/layouts/forms/known-lists.ts';

const words = (text: string) => text.split(' ');

describe('lists a notice issued', () => {
  test.each([
    ['武陵源备案表', '序号 事项名称 类别 服务内容 办理依据 实施（共同实施）单位 服务对象 备注'],
    ['武陵源备案表', '序号 事项名称 类别 服务内容 办理依据 服务对象'],
    ['海盐汇总梳理表', '序号 事项名称 事项编码 行业主题分类 个人关注点 法人关注点 实施主体 备注'],
    ['镇坪目录清单', '序号 事项名称 基本编码 设定依据 事项类型'],
    ['镇坪目录清单', '名称 基本编码 设定依据 类型'],
    [
      '镇坪实施清单',
      '事项名称 实施编码 行使内容 实施机构 办结时限 收费标准 收费依据 申请材料 办理流程 办理形式 办理地点 办理时间 咨询电话 监督电话',
    ],
    [
      '沈阳办事指南汇总表',
      '事项名称 办理依据 受理单位 基本流程 申请材料 示范文本及常见错误示例 收费依据及标准 办理时限 表格下载 咨询渠道 办公时间和地址 监督途径',
    ],
    [
      '武陵源服务指南汇总表',
      '事项名称 办理依据 承办机构 服务对象 申请条件 申报材料 服务流程 办理时限 收费依据及标准 咨询方式',
    ],
    ['国家平台基本目录', 'row_guid task_name catalog_code task_type by_law use_level cd_operation cd_time'],
    ['国家平台实施清单（公共服务）', 'ROW_GUID TASK_NAME CATALOG_CODE TASK_CODE BY_LAW CD_OPERATION'],
    ['国家平台实施清单（权力事项）', 'row_guid task_name task_code power_source by_law cd_operation'],
    ['国家平台材料表', 'row_guid task_guid task_code material_name is_need cd_operation'],
  ])('%s', (layout, header) => {
    expect(knownListOf(words(header))).toBe(layout);
  });
});

test.each([
  ['an ordinary list', '序号 事项名称 实施主体 办理时限'],
  ['a filing form without what makes it one', '事项名称 类别 办理依据 备注'],
  [
    'a list of basic codes with much else',
    '事项名称 基本编码 设定依据 事项类型 服务对象 办件类型 行使层级 权力来源',
  ],
  ['exchange columns without those of an upload', 'task_name task_code by_law'],
  ['nothing', ''],
])('%s is none of them', (_what, header) => {
  expect(knownListOf(words(header))).toBeUndefined();
});
