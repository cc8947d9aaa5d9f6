import { describe, expect, test } from 'vitest';
import { targetId } from '../../../intake/layouts/column-target.ts';
import { targetOfStack } from '../../../intake/layouts/title-lookup.ts';

const idOf = (title: string): string | undefined => {
  const target = targetOfStack(title.split('/'));
  return target && targetId(target);
};

/** Titles of real tables, each with what it means. */
const SEEN = `
业务办理项名称 item.name | 职权名称 item.name | 权力事项名称 item.name | 赋权事项 item.name | 服务 事项 item.name
二级 事项 item.name | 一级 事项 item.mainItemName | 职权名称/项目 item.mainItemName | 职权名称/子项 item.subItemName
主项编码 item.mainItemCode | 孙项编码 item.subItemCode | 项目编码 item.localImplementationCode | 情形 item.situationName
权利类型 item.itemType | 事项类别 item.itemType | typeName item.itemType | TASK_TYPE_TEXT item.itemType
事项层级 item.exerciseLevels | 九、实施层级 item.exerciseLevels | use_level item.exerciseLevels
法律法规依据 item.legalBasisText | 公开依据 item.legalBasisText | 2、办理依据 item.legalBasisText | 设立依据 item.legalBasisText
责任主体 item.organisationName | 四、实施机关 item.organisationName | 区级主管部门 item.organisationName
原实施主体 item.formerOrganisation | 经办机构（处室） item.undertakingOrganisation | 受理单位 item.acceptingOrganisation
责任事项 item.duties | 责任事项依据 item.dutyBasis | 追责情形 item.accountability | 省级主管 item.guidingOrganisation
五、共同实施部门 item.coImplementingOrganisations | 权利来源 item.powerSource | 是否委托行使 item.isEntrusted
承诺办结期限 item.promisedLimit | 7、办理时限 item.promisedLimit | 十三、承诺时限 item.promisedLimit
八、法定期限 item.statutoryLimit | ANTICIPATE_DAY item.statutoryLimit | 法定办结期限单位 item.statutoryLimitUnit
PROMISE_TYPE_TEXT item.promisedLimitUnit | 承诺时限说明 item.promisedLimitNote | FDBLSXSM item.statutoryLimitNote
行政相对人性质 item.serviceObjects | 七、实施对象 item.serviceObjects | 十四、办件类型 item.caseType
到现场次数 item.visits | limit_scene_num item.visits | 见面法律依据 item.visitReason | 进驻大厅 item.isInServiceHall
网上办理深度 item.onlineDepth | 网上缴费 item.isOnlinePayment | 网上全程办结 item.isWhollyOnline
十九、通办范围 item.handlingArea | 跨域通办 item.isCrossRegion | 十、预约办理 item.isReservable
数量限制 item.quantityLimit | 涉及中介服务及收费标准 item.intermediaryService | 是否是审核转报事项 item.isForwarded
行业主题分类 item.industryTopics | 个人关注点 item.naturalPersonFocus | 依申请类/主动服务类 item.serviceMode
实施清单编码 item.implementationCode | itemTenNo item.implementationCode | CATAID item.basicCode | ITEM_ID item.innerCode
收费/标准 guide.feeStandard | 收费/依据 guide.feeBasis | 七、收费依据及标准 guide.feeStandard | IS_FEE_TEXT guide.hasFee
需提供的资料 guide.materialsText | 十六、申请材料 guide.materialsText | 受理材料清单 guide.materialsText
十二、受理条件 guide.acceptCondition | clApprovalConds guide.acceptCondition | 办理程序 guide.handleFlow
窗口办理流程 guide.windowFlow | 审批流程图ID guide.flowChart | 二十、办理地点 guide.address | 三、受理地点和办事窗口 guide.address
办公时间和地址 guide.hoursAndAddress | 二十二、咨询服务 guide.consultation | TSTEL guide.supervisionPhone
监督投诉渠道 guide.supervision | 在线办理网址 guide.onlineAddress | 禁止性规定 guide.prohibitions
示范文本及常见错误示例 guide.sampleForms | 表格下载 guide.formDownload | 乘车方式 guide.traffic
材料名称 material.name | 提 交 材 料 名 称 material.name | 材料是否必须 material.necessity | 规格份数 material.copies
纸质/电子报件 material.form | 审查要点 material.acceptStandard | 材料来源 material.source | 常见问题回答 question.answer
收费项目 fee.name | law_name legalBasis.lawName | clause_content legalBasis.clauseContent | window_name window.name
公开事项/二级事项(编码) item.name+code | 公开事项/一级事项(编码) item.mainItemName+code | 1、事项名称及编码 item.name+code
row_guid fact.rowKey | 层级 fact.level | materials block.materials`
  .trim()
  .split(/\s*[|\n]\s*/u)
  .map((line) => {
    const at = line.lastIndexOf(' ');
    return [line.slice(0, at), line.slice(at + 1)] as const;
  });

test('there are titles enough', () => expect(SEEN.length).toBeGreaterThanOrEqual(80));

test.each(SEEN)('%s is %s', (title, id) => expect(idOf(title)).toBe(id));

describe('a title as offices spell it', () => {
  test.each([
    ['事 项\n名 称', 'item.name'],
    ['事\u200b项\ufeff名称', 'item.name'],
    ['*事项名称（必填）', 'item.name'],
    ['事项名称【必填项】', 'item.name'],
    ['3.事项名称', 'item.name'],
    ['③事项名称', 'item.name'],
    ['第三列：事项名称', 'item.name'],
    ['事项名称\n（与目录一致，不得缩写）', 'item.name'],
    ['“事项名称”', 'item.name'],
    ['事項名稱', 'item.name'],
    ['法定辦結時限', 'item.statutoryLimit'],
    ['ＴＡＳＫ＿ＮＡＭＥ', 'item.name'],
    ['镇级事项名称', 'item.name'],
    ['收费标准与依据', 'guide.feeStandard'],
    ['承诺时限（工作日）', 'item.promisedLimit'],
    ['一级事项名称', 'item.mainItemName'],
  ])('%j is %s', (title, id) => expect(idOf(title)).toBe(id));
});

describe('a title under its group', () => {
  test.each([
    ['办理时限/法定', 'item.statutoryLimit'],
    ['办理时限/承诺（工作日）', 'item.promisedLimit'],
    ['时限/法定时限', 'item.statutoryLimit'],
    ['申请材料/名称', 'material.name'],
    ['申请材料/份数', 'material.copies'],
    ['收费/项目', 'fee.name'],
    ['设定依据/条款', 'legalBasis.clauseNumber'],
    ['联系电话/咨询', 'guide.consultationPhone'],
    ['咨询方式/电话', 'guide.consultationPhone'],
    ['监督投诉/电话', 'guide.supervisionPhone'],
    ['实施主体/名称', 'item.organisationName'],
    ['实施主体/编码', 'item.organisationCode'],
    ['编码/基本', 'item.basicCode'],
    ['办理流程/窗口', 'guide.windowFlow'],
    ['基本信息/类型', 'item.itemType'],
    ['基本信息/事项/名称', 'item.name'],
    ['调整后/事项名称', 'item.name'],
  ])('%s is %s', (title, id) => expect(idOf(title)).toBe(id));

  test.each([
    '调整前/事项名称',
    '上级/实施主体',
    '权限/单位',
    '办理形式/窗口',
    '公开方式/主动',
    '公开层级/县级',
  ])('%s is nothing of the item', (title) => expect(idOf(title)).toBeUndefined());
});

test.each([
  '处罚种类',
  '违法程度',
  '公开渠道和载体',
  '省级法定办结时限',
  '材料ID',
  'catalog_id',
  'source',
  '天气',
  '',
])('%j names nothing known', (title) => expect(idOf(title)).toBeUndefined());
