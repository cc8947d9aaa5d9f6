import { enumeration } from './enumeration.ts';

export const MATERIAL_TYPE = enumeration({
  name: 'MaterialType',
  chinese: '材料类型',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（material_type）',
  values: [
    {
      symbol: 'CERTIFICATE',
      chinese: '证件证书证明',
      aliases: ['证件', '证书', '证明', '证照', '证件证书'],
      codes: { PLATFORM: '1' },
    },
    {
      symbol: 'APPLICATION_FORM',
      chinese: '申请表格文书',
      aliases: ['申请表', '表格', '申请表格', '文书'],
      codes: { PLATFORM: '2' },
    },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { PLATFORM: '3' } },
  ],
});

/** 材料形式. Shaanxi swaps the columns of type and form; the layout says which column holds which. */
export const MATERIAL_FORM = enumeration({
  name: 'MaterialForm',
  chinese: '材料形式',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（material_format）',
  values: [
    { symbol: 'PAPER', chinese: '纸质', aliases: ['纸质材料', '纸质版', '纸质件'], codes: { PLATFORM: '1' } },
    {
      symbol: 'ELECTRONIC',
      chinese: '电子化',
      aliases: ['电子', '电子版', '电子材料', '电子件', '电子文档'],
      codes: { PLATFORM: '2' },
    },
    {
      symbol: 'PAPER_OR_ELECTRONIC',
      chinese: '纸质/电子化',
      aliases: ['纸质/电子', '纸质或电子化', '纸质和电子化', '纸质、电子', '纸质或电子'],
      codes: { PLATFORM: '3' },
    },
  ],
});

/** 材料必要性. One vendor counts from 0 and adds 信用后补. */
export const MATERIAL_NECESSITY = enumeration({
  name: 'MaterialNecessity',
  chinese: '材料必要性',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（is_need）；GB/T 39046-2020 第 64 项',
  values: [
    {
      symbol: 'NECESSARY',
      chinese: '必要',
      aliases: ['必须', '是', '必备', '必需', '必要材料', 'true'],
      codes: { PLATFORM: '1', GBT_39046: '1', ZERO_BASED: '0' },
    },
    {
      symbol: 'UNNECESSARY',
      chinese: '非必要',
      aliases: ['非必须', '否', '非必备', '非必需', '可选', '选填', 'false'],
      codes: { PLATFORM: '2', GBT_39046: '0', ZERO_BASED: '1' },
    },
    {
      symbol: 'SUPPLIED_LATER',
      chinese: '容缺后补',
      aliases: ['容缺', '容缺受理', '可容缺', '容缺材料'],
      codes: { PLATFORM: '3', ZERO_BASED: '2' },
    },
    { symbol: 'SUPPLIED_LATER_ON_CREDIT', chinese: '信用后补', codes: { ZERO_BASED: '3' } },
  ],
});

/** 来源渠道. Only 10 is attested in live data. */
export const MATERIAL_SOURCE = enumeration({
  name: 'MaterialSource',
  chinese: '来源渠道',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（source_type）',
  values: [
    {
      symbol: 'APPLICANT',
      chinese: '申请人自备',
      aliases: ['申请人提供', '自备', '申请人', '申请人自行提供', '申请人自备材料'],
      codes: { PLATFORM: '10' },
    },
    {
      symbol: 'GOVERNMENT',
      chinese: '政府部门核发',
      aliases: ['政府部门', '政府部门提供', '行政机关核发', '部门核发'],
      codes: { PLATFORM: '20' },
    },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它', '其他渠道'], codes: { PLATFORM: '99' } },
  ],
});

/** 收取方式: how a material is handed in. */
export const MATERIAL_COLLECTION = enumeration({
  name: 'MaterialCollection',
  chinese: '收取方式',
  scheme: 'PLATFORM',
  source: '地方审批系统（收取方式）',
  values: [
    { symbol: 'PAPER', chinese: '纸质收取', aliases: ['纸质'], codes: { PLATFORM: '1' } },
    { symbol: 'ATTACHMENT', chinese: '附件上传', aliases: ['附件'], codes: { PLATFORM: '2' } },
    { symbol: 'SCAN', chinese: '扫描', aliases: ['扫描件'], codes: { PLATFORM: '3' } },
    { symbol: 'SUPPLIED_LATER', chinese: '容缺后补', aliases: ['容缺'], codes: { PLATFORM: '4' } },
    { symbol: 'LICENCE_STORE', chinese: '证照库', aliases: ['电子证照库'], codes: { PLATFORM: '5' } },
  ],
});

/** 审批结果类型. Zhejiang's words say what a case ends with: 出证, 出文 or 审批. */
export const RESULT_TYPE = enumeration({
  name: 'ResultType',
  chinese: '审批结果类型',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（result_type）；浙江办结方式',
  values: [
    {
      symbol: 'CERTIFICATE',
      chinese: '证照',
      aliases: ['出证办结', '出证', '证件', '证书', '许可证'],
      codes: { PLATFORM: '10' },
    },
    {
      symbol: 'APPROVAL',
      chinese: '批文',
      aliases: ['审批办结', '批复', '审批', '批复文件'],
      codes: { PLATFORM: '20' },
    },
    { symbol: 'DOCUMENT', chinese: '文书', aliases: ['出文办结', '出文'] },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'] },
    { symbol: 'NONE', chinese: '无', aliases: ['无结果', '不涉及'], codes: { PLATFORM: '99' } },
  ],
});
