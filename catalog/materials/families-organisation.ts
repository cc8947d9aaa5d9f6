import { families } from './paper-family.ts';

const PROOF = '(?:证明|证明材料|证明文件)';

/** Papers by which an organisation shows that it exists and who speaks for it. */
export const ORGANISATION_FAMILIES = families('organisation', [
  [
    'business-licence',
    '营业执照',
    '(?:企业|公司|工商|工商企业|企业法人|法人|个体工商户)?营业执照(?:证)?',
    '工商执照',
  ],
  [
    'unified-credit-code-certificate',
    '统一社会信用代码证书',
    '统一社会信用代码证(?:书)?',
    '社会信用代码证(?:书)?',
  ],
  ['organisation-code-certificate', '组织机构代码证', '(?:中华人民共和国)?组织机构代码证(?:书)?'],
  ['tax-registration', '税务登记证', '税务登记证(?:件|书)?'],
  ['public-institution-certificate', '事业单位法人证书', '事业单位(?:法人)?(?:登记)?证(?:书)?'],
  ['legal-person-certificate', '法人登记证书', '(?:企业)?法人(?:登记|资格)?证书?', `法人(?:资格)?${PROOF}`],
  ['social-group-certificate', '社会团体法人登记证书', '(?:社会团体|社团)(?:法人)?登记证(?:书)?'],
  [
    'private-institution-certificate',
    '民办非企业单位登记证书',
    '民办非企业单位(?:\\(法人\\)|法人)?登记证(?:书)?',
  ],
  ['foundation-certificate', '基金会法人登记证书', '基金会(?:法人)?登记证(?:书)?'],
  ['subject-qualification', '主体资格证明', `主体资格${PROOF}`, '主体资格文件'],
  [
    'legal-representative-certificate',
    '法定代表人身份证明书',
    '(?:法定代表人|法人代表|法人)(?:\\(负责人\\))?(?:身份|资格|职务)证明书',
    '(?:法定代表人|法人代表)(?:资格|职务)证明',
  ],
  ['appointment', '任职文件', '任职(?:证书|证明|文件|决定|通知)', '任职证书(?:或|或者)任职证明'],
  ['articles', '章程', '(?:公司|企业|单位|本单位|组织)?章程'],
  ['shareholders-resolution', '股东会决议', '股东(?:大|\\(大\\))?会(?:的)?决议'],
  ['board-resolution', '董事会决议', '董事会(?:的)?决议'],
  ['food-business-licence', '食品经营许可证', '餐饮服务许可证', '食品流通许可证'],
  ['hygiene-licence', '卫生许可证', '公共场所卫生许可证'],
]);

/** Papers by which one person lets another act. */
export const AUTHORITY_FAMILIES = families('authority', [
  [
    'power-of-attorney',
    '授权委托书',
    '(?:个人|本人|单位|法人|法定代表人|代理人|代办|代理|代人|书面|经办人)?(?:授权)?委托(?:代理|代办)?(?:书|证明书)',
    '授权书',
    '委托授权书',
  ],
  ['introduction-letter', '介绍信', '(?:单位|公函)?介绍信'],
]);
