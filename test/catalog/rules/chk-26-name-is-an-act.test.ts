import { expect, test } from 'vitest';
import { CHK_26_NAME_IS_AN_ACT } from '../../../catalog/rules/chk-26-name-is-an-act.ts';
import { aRecord } from './handling-record.ts';

test('what is found speaks of the name', () =>
  expect(CHK_26_NAME_IS_AN_ACT.find(aRecord({ item: { name: '低保→等业务' } }))).toEqual(
    ['CHK_26_ACT', 'CHK_26_ABBREVIATION', 'CHK_26_FLOW'].map((code) =>
      expect.objectContaining({ code, field: 'name', title: '事项名称', value: '低保→等业务' }),
    ),
  ));

const found = (name: string) =>
  CHK_26_NAME_IS_AN_ACT.find(aRecord({ item: { name } })).map(({ code, detail, other }) =>
    [code, detail, other].filter((part) => part !== undefined),
  );

test.each([
  '',
  '最低生活保障金给付',
  '公共服务设施使用预约',
  '社会保险登记',
  '法律援助咨询',
  '生源地信用助学贷款申请受理、审核',
  '农村宅基地审批',
  '广东省文化馆数字资源——广东稀有剧种',
  '背着房子去旅行—贝类动物的世界展',
  '医保电子凭证申领',
  '社会保险费（社保费）社会保险登记',
  '承担国家法定计量检定机构任务授权',
  '负责人变更登记',
  '牵头单位资质认定',
  '初审、复审转报',
  '户口登记项目变更(姓名)',
  '养老保险等业务咨询',
  '其他业务员备案',
  '基层组织负责人培训管理',
  '办理流程再造咨询',
  '公共服务事项登记',
  '新公共服务',
  '申请、受理',
  '>',
])('%s', (name) => expect(found(name)).toEqual([]));

test.each([
  ['公共服务', [['CHK_26_ACT']]],
  ['其他', [['CHK_26_ACT']]],
  ['查询服务', [['CHK_26_ACT']]],
  ['社会保障类', [['CHK_26_ACT']]],
  ['养老保险等业务', [['CHK_26_ACT']]],
  ['残疾人证办理及其他相关服务', [['CHK_26_ACT']]],
  ['负责全县安全生产监督管理', [['CHK_26_ACT']]],
  ['做好防汛抗旱工作(乡镇)', [['CHK_26_ACT']]],
  ['农村低保申请', [['CHK_26_ABBREVIATION', '低保', '最低生活保障']]],
  ['城乡居民医保参保', [['CHK_26_ABBREVIATION', '医保', '基本医疗保险']]],
  ['社保卡挂失', [['CHK_26_ABBREVIATION', '社保', '社会保险']]],
  ['公租房申请', [['CHK_26_ABBREVIATION', '公租房', '公共租赁住房']]],
  ['建设项目环评审批', [['CHK_26_ABBREVIATION', '环评', '环境影响评价']]],
  ['生育登记：申请→审核→发证', [['CHK_26_FLOW', '→']]],
  ['生育登记 申请->审核', [['CHK_26_FLOW', '->']]],
  ['残疾人证申请、受理、审核、发证', [['CHK_26_FLOW', '申请、受理、审核、发证']]],
  ['残疾人证（申请—受理—审批）', [['CHK_26_FLOW', '申请—受理—审批']]],
  ['留学服务申办流程', [['CHK_26_FLOW', '流程']]],
  ['户口迁移办理流程图', [['CHK_26_FLOW', '办理流程图']]],
  ['生育登记 申请—>审核', [['CHK_26_FLOW', '—>']]],
  ['生育登记 申请——>审核', [['CHK_26_FLOW', '——>']]],
  ['生育登记 受理 、 审核—— 发证', [['CHK_26_FLOW', '受理 、 审核—— 发证']]],
  ['户口迁移流程（2020年版）', [['CHK_26_FLOW', '流程(2020年版)']]],
  ['户口迁移步骤()', [['CHK_26_FLOW', '步骤()']]],
  ['有关工作', [['CHK_26_ACT']]],
  ['残疾人证等有关事项', [['CHK_26_ACT']]],
  ['先到窗口取号。再提交材料', [['CHK_26_FLOW', '。']]],
  [
    '低保办理流程',
    [
      ['CHK_26_ABBREVIATION', '低保', '最低生活保障'],
      ['CHK_26_FLOW', '办理流程'],
    ],
  ],
])('%s', (name, expected) => expect(found(name)).toEqual(expected));
