import { families } from './paper-family.ts';

/** Adding 材料 or 文件 to 证明 says nothing more. */
const PROOF = '(?:证明|证明材料|证明文件)';

/**
 * Papers that say who somebody is. 居民身份证 is one paper and 有效身份证件 the choice among all of them: an office that
 * asks for the second also takes a passport, so the two stay apart and share only the group.
 */
export const IDENTITY_FAMILIES = families('identity', [
  ['resident-identity-card', '居民身份证', '(?:中华人民共和国)?(?:第?[二2]代)?(?:居民)?身份证(?:材料|信息)?'],
  [
    'identity-document',
    '有效身份证件',
    '(?:个人|自然人)?身份(?:证明|证件)(?:文件|材料|资料)?',
    '(?:居民)?身份证等(?:其[他它])?(?:有效)?(?:身份)?(?:证件|证明)(?:材料|文件)?',
    '(?:居民)?身份证(?:或|或者|及)(?:其[他它])?(?:有效)?身份(?:证件|证明)(?:材料|文件)?',
    '(?:有效)?(?:身份)?证件',
    '(?:居民身份证|身份证|社会保障卡|社保卡|护照|户口簿|、|或者?|和){1,6}等(?:其[他它])?(?:有效)?身份(?:证件|证明)',
    '证明身份的(?:有效)?(?:文件|材料)(?:或材料)?',
  ],
  ['passport', '护照', '(?:本人|因私|普通)?护照(?:信息|资料页)?'],
  ['chinese-passport', '中国护照', '(?:中华人民共和国|中国)(?:普通)?护照'],
  ['foreign-passport', '外国护照', '(?:外国|外籍)(?:人)?护照'],
  [
    'passport-or-travel-document',
    '护照等国际旅行证件',
    '护照(?:等|或|或者|、)(?:其[他它])?(?:有效)?国际旅行证件',
  ],
  ['hong-kong-macao-permit', '往来港澳通行证', '(?:内地居民)?(?:往来)?港澳通行证'],
  ['taiwan-permit', '往来台湾通行证', '(?:大陆居民)?(?:往来)?台湾(?:地区)?通行证'],
  ['taiwan-compatriot-permit', '台湾居民来往大陆通行证', '台胞证', '台湾居民往来大陆通行证'],
  ['home-return-permit', '港澳居民来往内地通行证', '回乡证', '港澳居民往来内地通行证'],
  ['hong-kong-macao-residence-permit', '港澳居民居住证'],
  ['taiwan-residence-permit', '台湾居民居住证'],
  [
    'hong-kong-macao-identity-card',
    '港澳居民身份证',
    '(?:港澳|香港|澳门|香港[或和、]澳门)(?:特别行政区)?(?:永久性)?居民身份证',
  ],
  ['taiwan-identity-card', '台湾居民身份证', '台湾(?:地区)?(?:永久性)?(?:居民)?身份(?:证|证件)'],
  ['residence-permit', '居住证', '居住证明?卡'],
  ['foreigner-permanent-residence-card', '外国人永久居留身份证', '(?:外国人)?永久居留(?:身份)?证(?:件)?'],
  ['foreigner-work-permit', '外国人工作许可证', '(?:中华人民共和国)?外国人工作许可(?:证件|证明)?'],
  ['military-identity', '军人身份证件', `(?:现役)?军人(?:身份)?(?:证件|证|${PROOF})`, '(?:军官|士兵|警官)证'],
  ['foreigner-lodging-registration', '境外人员临时住宿登记表', '境外人员临时住宿登记单'],
]);

/** The household register and what proves family ties. */
export const FAMILY_FAMILIES = families('family', [
  [
    'household-register',
    '户口簿',
    '(?:中华人民共和国)?(?:居民)?(?:家庭|集体)?户口[簿本薄](?:(?:首页|户主页|本人页|个人页|配偶页|增减页|[和及与、])+)?',
  ],
  ['household-proof', '户籍证明', `(?:户籍|户口)${PROOF}`],
  ['household-migration', '户口迁移证', '户口迁移证明'],
  ['marriage-certificate', '结婚证', '(?:中华人民共和国)?结婚证(?:书)?', '结婚证明'],
  ['divorce-certificate', '离婚证', '(?:中华人民共和国)?离婚证(?:书)?'],
  ['divorce-agreement', '离婚协议书', '离婚协议'],
  ['divorce-judgment', '离婚判决书', '(?:法院|人民法院)?离婚判决书', '法院离婚判决'],
  ['marital-status-proof', '婚姻状况证明', `(?:婚姻|婚姻状况|婚姻关系|的婚姻状况)${PROOF}`],
  ['birth-certificate', '出生医学证明', '出生证(?:明)?', `出生(?:医学)?${PROOF}书?`],
  ['kinship-proof', '亲属关系证明', `(?:亲属|亲子|家庭成员)关系${PROOF}`],
  ['guardianship-proof', '监护关系证明', `监护(?:人|权|关系)${PROOF}`],
  [
    'death-certificate',
    '死亡证明',
    `死亡的?${PROOF}书?`,
    '(?:居民)?死亡医学证明(?:\\(推断\\))?书?',
    '死亡证',
  ],
  ['cremation-certificate', '火化证明', '火化证', '遗体火化证明'],
  ['birth-service-certificate', '生育服务证', '计划生育服务证', '准生证'],
]);
