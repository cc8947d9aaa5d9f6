import { families } from './paper-family.ts';

/** Papers of money: who pays, owns or is insured, and what was accounted for. */
export const FINANCE_FAMILIES = families('finance', [
  [
    'bank-account',
    '银行账户',
    '(?:银行|个人银行|本人银行|单位银行)?(?:银行)?[账帐](?:户|号)(?:信息|资料|材料)?',
    '银行(?:卡|存折|结算账户)(?:信息)?',
    '(?:银行)?存折',
    '(?:银行)?借记卡(?:信息)?',
    '银行(?:存折|卡)(?:/|、|或)(?:银行)?(?:借记卡|存折|卡)(?:信息)?',
    '(?:存折|借记卡)(?:/|、|或)(?:借记卡|存折)(?:信息)?',
  ],
  ['account-opening-permit', '开户许可证', '银行(?:账户)?开户许可证', '基本存款账户(?:开户许可证|信息)'],
  [
    'capital-verification',
    '验资报告',
    '验资(?:报告|证明)(?:书)?',
    '验资证明报告',
    '(?:.{0,12}(?:验资机构|会计师?事务所))出具的验资(?:证明|报告|证明报告)',
  ],
  ['audit-report', '审计报告', '(?:财务|年度|年度财务|财务年度)审计报告(?:书)?'],
  ['financial-statements', '财务报表', '(?:企业|单位)?(?:财务|会计|财务会计)(?:报表|报告)'],
  ['invoice', '发票', '(?:有效|正式|原始)发票'],
]);

/** Papers that only what they are about could tell apart, and here nothing more is said. */
export const DOCUMENT_FAMILIES = families('document', [
  [
    'photograph',
    '证件照片',
    '(?:个人|本人|标准)?(?:证件)?(?:照片?|相片|像片)',
    '(?:近期|近照|近?[\\d一三六]{0,2}个?月(?:以?内)?|白底|蓝底|红底|白色底|蓝色底|红色底|彩色|黑白|正面|半身|单人|免冠|标准|登记|证件|光面|无花边|同底|同版|大头|电子版?|数码|的|本|本人|[大小]?(?:[一二两\\d]|1\\.5)英?寸|[一二两\\d]张|符合(?:规定|要求|规定要求)|\\(.{2,8}底\\)){1,12}(?:照片?|相片|像片|证件照|彩照|近照)',
    '近照',
  ],
  [
    'photograph-receipt',
    '证件照片回执',
    '(?:出入境证件)?(?:照片|相片|证件照片|数码相片|数字相片)(?:数码|数字|电子|采集|检测|图像)*(?:信息)?回执',
    '该(?:相片|照片)的(?:检测)?回执',
    '出入境证件.{0,8}数(?:码|字)相片(?:采集|检测)?回执',
  ],
  ['notarial-certificate', '公证书', '公证文书'],
  [
    'loss-notice',
    '遗失声明',
    '(?:公众媒体|.{0,8}报纸|媒体|报刊)上?刊登的?遗失(?:声明|证明|公告)(?:的报纸)?',
    '登报遗失声明',
    '遗失公告',
  ],
  ['statement-of-facts', '情况说明', '(?:书面)?情况说明(?:书|材料)?'],
  ['application-report', '申请报告', '(?:书面)?申请报告(?:书)?'],
  ['seal-specimen', '印章式样', '印模', '印章印模'],
]);

/** Papers of building and other projects, from their approval to their acceptance. */
export const PROJECT_FAMILIES = families('project', [
  ['planning-permit-works', '建设工程规划许可证'],
  ['planning-permit-land', '建设用地规划许可证', '用地规划许可证'],
  ['construction-permit', '建筑工程施工许可证', '(?:建筑工程|建设工程)?施工许可证'],
  ['environmental-report', '建设项目环境影响报告书', '(?:建设项目)?环境影响报告书', '环评报告书'],
  ['environmental-form', '建设项目环境影响报告表', '(?:建设项目)?环境影响报告表', '环评报告表'],
  ['feasibility-study', '可行性研究报告', '(?:项目|工程|建设项目)?可行性(?:研究|论证)?报告'],
  ['site-plan', '总平面图', '总平面(?:布置|布局|规划)?图'],
  ['equipment-list', '设备设施清单', '(?:设施设备|设备设施|设备|主要设备|仪器设备)(?:清单|目录|一览表)'],
  ['process-flow', '工艺流程图', '生产工艺流程图?', '工艺流程'],
]);
