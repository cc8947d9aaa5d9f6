import { enumeration } from './enumeration.ts';

/** 权力来源. Four independent systems agree on the platform digits; a second scheme counts otherwise. */
export const POWER_SOURCE = enumeration({
  name: 'PowerSource',
  chinese: '权力来源',
  scheme: 'PLATFORM',
  source: '国家政务服务平台实施清单（power_source）；地方系统两位编码',
  values: [
    {
      symbol: 'STATUTORY',
      chinese: '法定本级行使',
      aliases: ['法定', '法定职权', '本级行使', '法定行使'],
      codes: { PLATFORM: '1', TWO_DIGIT: '01', ZHEJIANG: '1' },
    },
    { symbol: 'DEVOLVED', chinese: '上级下放', aliases: ['下放'], codes: { PLATFORM: '2', TWO_DIGIT: '06' } },
    { symbol: 'AUTHORISED_BY_SUPERIOR', chinese: '上级授权', codes: { PLATFORM: '3', TWO_DIGIT: '02' } },
    { symbol: 'AUTHORISED_BY_PEER', chinese: '同级授权', codes: { PLATFORM: '4', TWO_DIGIT: '03' } },
    { symbol: 'ENTRUSTED_BY_SUPERIOR', chinese: '上级委托', codes: { PLATFORM: '5', TWO_DIGIT: '04' } },
    { symbol: 'ENTRUSTED_BY_PEER', chinese: '同级委托', codes: { PLATFORM: '6', TWO_DIGIT: '05' } },
    {
      symbol: 'DEVOLVED_CENTRE_TO_PROVINCE',
      chinese: '中央下放至省',
      aliases: ['中央→省'],
      codes: { ZHEJIANG: '2' },
    },
    {
      symbol: 'DEVOLVED_PROVINCE_TO_CITY',
      chinese: '省下放至市',
      aliases: ['省→市'],
      codes: { ZHEJIANG: '3' },
    },
    {
      symbol: 'DEVOLVED_PROVINCE_TO_COUNTY',
      chinese: '省下放至县',
      aliases: ['省→县'],
      codes: { ZHEJIANG: '4' },
    },
    {
      symbol: 'DEVOLVED_CITY_TO_COUNTY',
      chinese: '市下放至县',
      aliases: ['市→县'],
      codes: { ZHEJIANG: '5' },
    },
    {
      symbol: 'DEVOLVED_CENTRE_TO_CITY',
      chinese: '中央下放至市',
      aliases: ['中央→市'],
      codes: { ZHEJIANG: '6' },
    },
    {
      symbol: 'DEVOLVED_CENTRE_TO_COUNTY',
      chinese: '中央下放至县',
      aliases: ['中央→县'],
      codes: { ZHEJIANG: '7' },
    },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { TWO_DIGIT: '07', LETTERS: 'qt' } },
  ],
});

/** 实施主体性质, GB/T 39046-2020 A.3. */
export const ORGANISATION_NATURE = enumeration({
  name: 'OrganisationNature',
  chinese: '实施主体性质',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.3',
  values: [
    {
      symbol: 'STATUTORY_AUTHORITY',
      chinese: '法定机关',
      aliases: ['法定行政机关'],
      codes: { GBT_39046: '1' },
    },
    {
      symbol: 'AUTHORISED_ORGANISATION',
      chinese: '授权组织',
      aliases: ['法律法规授权组织', '法定授权组织'],
      codes: { GBT_39046: '2' },
    },
    {
      symbol: 'ENTRUSTED_ORGANISATION',
      chinese: '受委托组织',
      aliases: ['委托组织'],
      codes: { GBT_39046: '3' },
    },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { GBT_39046: '9' } },
  ],
});

/** 服务对象. The first four digits agree; 5, 6 and 9 do not. */
export const SERVICE_OBJECT = enumeration({
  name: 'ServiceObject',
  chinese: '服务对象',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（server_type）；GB/T 39046-2020 附录 A',
  values: [
    {
      symbol: 'NATURAL_PERSON',
      chinese: '自然人',
      aliases: ['个人', '公民', '群众', '居民'],
      codes: { PLATFORM: '1', GBT_39046: '1' },
    },
    {
      symbol: 'ENTERPRISE',
      chinese: '企业法人',
      aliases: ['企业'],
      codes: { PLATFORM: '2', GBT_39046: '2' },
    },
    {
      symbol: 'PUBLIC_INSTITUTION',
      chinese: '事业法人',
      aliases: ['事业单位', '事业单位法人'],
      codes: { PLATFORM: '3', GBT_39046: '3' },
    },
    {
      symbol: 'SOCIAL_ORGANISATION',
      chinese: '社会组织法人',
      aliases: ['社会组织', '社会团体法人', '社会团体', '社团法人'],
      codes: { PLATFORM: '4', GBT_39046: '4' },
    },
    { symbol: 'UNINCORPORATED_ENTERPRISE', chinese: '非法人企业', codes: { PLATFORM: '5' } },
    {
      symbol: 'GOVERNMENT_ORGAN',
      chinese: '行政机关',
      aliases: ['机关法人', '机关', '政府机关'],
      codes: { PLATFORM: '6', GBT_39046: '5' },
    },
    {
      symbol: 'OTHER_ORGANISATION',
      chinese: '其他组织',
      aliases: ['其它组织'],
      codes: { PLATFORM: '9', GBT_39046: '6' },
    },
    {
      symbol: 'LEGAL_PERSON',
      chinese: '法人',
      aliases: ['单位', '法人和其他组织', '法人及其他组织', '法人或其他组织', '企业、事业单位、社会组织'],
    },
  ],
});
