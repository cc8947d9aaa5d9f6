import { describe, expect, test } from 'vitest';
import { contrasts, facetBetween } from './facet-between.ts';

test.each([
  ['insuredGroup', '企业职工养老保险参保登记', '城乡居民养老保险参保登记'],
  ['insuredGroup', '灵活就业人员参保登记', '机关事业单位参保登记'],
  ['insuranceKind', '工伤保险参保登记', '失业保险参保登记'],
  ['insuranceKind', '企业年金方案备案', '职业年金方案备案'],
  ['insuredSide', '单位基本信息变更', '个人基本信息变更'],
  ['insuranceBenefit', '一次性工亡补助金申领', '一次性伤残补助金申领'],
  ['insuranceBenefit', '丧葬补助金申领', '供养亲属抚恤金申领'],
  ['benefitDoing', '暂停养老保险待遇申请', '恢复养老保险待遇申请'],
  ['workInjuryMatter', '旧伤复发申请确认', '停工留薪期确认和延长确认'],
  ['contributionMatter', '社会保险费延缓缴纳', '社会保险费补缴申报'],
  ['socialCardDoing', '社会保障卡挂失', '社会保障卡解挂'],
  ['socialCardDoing', '社会保障卡密码修改', '社会保障卡密码重置'],
  ['provinceScope', '跨省异地就医备案', '省内异地就医备案'],
  ['remoteCareKind', '异地安置退休人员备案', '异地转诊人员备案'],
  ['remoteCareKind', '常驻异地工作人员备案', '异地长期居住人员备案'],
  ['medicalCareKind', '门诊费用报销', '住院费用报销'],
  ['designatedInstitution', '定点医疗机构申请', '定点零售药店申请'],
  ['employmentRegistration', '就业登记', '失业登记'],
  ['employmentSubsidy', '创业担保贷款贴息申领', '一次性创业补贴申领'],
  ['labourRelation', '劳务派遣经营许可', '集体合同审查'],
  ['personnelFileDoing', '档案的接收', '档案的转递'],
  ['assistanceKind', '最低生活保障审核确认', '特困人员认定'],
  ['assistanceKind', '最低生活保障对象认定', '低保边缘家庭认定'],
  ['stageOfLife', '孤儿基本生活保障', '事实无人抚养儿童基本生活补贴'],
  ['ageBand', '80周岁老人补贴', '90周岁老人补贴'],
  ['body', '社会团体变更登记', '基金会变更登记'],
  ['funeralObject', '殡仪馆建设审批', '农村公益性墓地建设审批'],
  ['marriageMatter', '结婚登记', '离婚登记'],
  ['marriageMatter', '补领结婚证', '补领离婚证'],
  ['settleReason', '夫妻投靠落户', '父母投靠子女落户'],
  ['householdChangeItem', '变更姓名', '更正出生日期'],
  ['identityDocument', '居民身份证申领', '居住证申领'],
  ['identityDocument', '居民身份证', '临时居民身份证'],
  ['travelDocument', '往来港澳通行证签发', '往来台湾通行证签发'],
  ['trafficDocument', '机动车驾驶证补发', '机动车行驶证补发'],
  ['licenceMatter', '驾驶证期满换证', '驾驶证转入换证'],
  ['specialTrade', '旅馆业特种行业许可', '典当业特种行业许可'],
  ['controlledGoods', '剧毒化学品购买许可', '易制毒化学品购买许可'],
  ['eventScale', '大型群众性活动1000人以上5000人以下许可', '大型群众性活动5000人以上许可'],
  ['healthPractitioner', '护士执业注册', '医师执业注册'],
  ['healthInstitutionStage', '医疗机构设置审批', '医疗机构执业登记'],
  ['radiationMatter', '放射性职业病危害预评价报告审核', '放射性职业病防护设施竣工验收'],
  ['familyPlanningAward', '农村计划生育家庭奖励扶助', '计划生育家庭特别扶助'],
  ['birthOrder', '一孩生育登记', '三孩生育登记'],
  ['legalProfession', '律师执业许可', '律师事务所设立许可'],
  ['identityDocument', '居住证办理', '居(租)住证明'],
  ['notaryKind', '有犯罪记录公证', '无犯罪记录公证'],
  ['disputeWay', '人民调解', '行政复议'],
  ['notaryKind', '出生公证', '亲属关系公证'],
  ['disabledBenefit', '困难残疾人生活补贴', '重度残疾人护理补贴'],
  ['veteranBenefit', '定期抚恤金给付', '一次性抚恤金给付'],
  ['disabilityGrading', '新办评定残疾等级', '调整残疾等级'],
  ['withdrawalReason', '购买自住住房提取住房公积金', '租房提取住房公积金'],
  ['withdrawalReason', '住房公积金提取（租房）', '住房公积金提取（购房）'],
  ['housingFundLoan', '提前结清住房公积金贷款', '住房公积金商转公贷款'],
  ['advanceNoticeKind', '预购商品房预告登记', '不动产抵押预告登记'],
  ['proofSubject', '亲属关系证明', '居住证明'],
  ['partyMatter', '党费收缴', '入党申请'],
  ['farmerSubsidy', '耕地地力保护补贴', '农机购置补贴'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});

test.each([
  ['assistanceKind', '农村低保审批', '最低生活保障审批'],
  ['assistanceKind', '农村五保供养', '特困人员救助供养'],
  ['insuredGroup', '企业职工养老保险', '职工养老保险'],
  ['insuranceKind', '失业保险参保登记', '社会保险参保登记'],
  ['labourRelation', '企业实行不定时工作制审批', '企业特殊工时审批'],
  ['medicalCareKind', '门诊慢性病认定', '门诊慢特病认定'],
  ['settleReason', '夫妻投靠', '亲属投靠'],
  ['elderInstitution', '敬老院备案', '养老机构备案'],
  ['healthInstitution', '诊所备案', '医疗机构备案'],
  ['familyPlanningAward', '独生子女伤残家庭', '计划生育特别扶助'],
  ['disabledBenefit', '困难残疾人生活补贴', '残疾人两项补贴'],
  ['proofSubject', '无固定收入证明', '收入证明'],
])('%s: %s is a part of %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('LEFT_WITHIN');
  expect(facetBetween(key, right, left)).toBe('RIGHT_WITHIN');
});

describe('names that do not exclude each other', () => {
  test.each([
    ['新农合参保登记', '城乡居民基本医疗保险参保登记'],
    ['城镇企业职工基本养老保险关系转移', '企业职工养老保险关系转移接续'],
    ['社保卡补领、换领', '社会保障卡补换领'],
    ['身份证丢失补领', '居民身份证遗失补领'],
    ['新生儿入户', '出生登记'],
    ['两孩以内生育登记', '夫妻一、二孩生育登记'],
    ['廉租住房资格审核', '公共租赁住房资格审核'],
    ['公积金提取（偿还购房贷款本息）', '偿还购房贷款提取住房公积金'],
    ['低保户认定', '最低生活保障对象认定'],
    ['驾照期满换领', '机动车驾驶证有效期满换证'],
    ['台胞证签发', '台湾居民来往大陆通行证签发'],
    ['高龄老人津贴', '高龄补贴发放'],
    ['医疗机构放射性职业病危害建设项目竣工验收', '放射性职业病危害建设项目竣工验收'],
    ['火灾事故认定复核', '火灾事故认定的复核'],
    ['党组织关系接转', '党员组织关系转移'],
  ])('%s and %s', (left, right) => {
    expect(contrasts(left, right)).toEqual([]);
    expect(contrasts(right, left)).toEqual([]);
  });
});
