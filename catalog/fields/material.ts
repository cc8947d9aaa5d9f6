import { fieldsOf } from './field.ts';

const material = fieldsOf('material');

/** 申请材料: one line per material. */
export const MATERIAL_FIELDS = [
  material('name', '材料名称', 'material_name', 'text', '!!', 'MATERIAL', 'canonicalMaterial', {
    aliases: [
      ...['提交材料名称', 'materialTitle', '申请材料名称', '名称', 'AUDIT_MATERIAL[].MATERIAL_NAME', 'name'],
      ...['材料', '申报材料名称'],
    ],
    longest: 200,
    source: '国家政务服务平台材料表（material_name）；GB/T 39046-2020 第 56 项',
  }),
  material('standardName', '标准材料名称', 'standard_material_name', 'text', 'oo', 'MATERIAL', 'none', {
    aliases: ['standardMaterialsName'],
    source: '材料清单实例（标准材料名称）',
  }),
  material('code', '材料编码', 'material_code', 'code', 'oo', 'MATERIAL', 'none', {
    aliases: ['材料代码'],
    source: '广西事项模型（实施编码 31 位 + 顺序 3 位）',
  }),
  material('type', '材料类型', 'material_type', 'enumeration', 'oo', 'MATERIAL', 'exact', {
    of: 'MaterialType',
    aliases: ['MATERIAL_TYPE_TEXT', '类型'],
  }),
  material('form', '材料形式', 'material_format', 'enumeration', 'oo', 'MATERIAL', 'exact', {
    of: 'MaterialForm',
    aliases: ['ZZHDZB_TEXT', '纸质/电子报件', 'commitWay', '材料形态', '形式', 'form'],
  }),
  material(
    'isElectronicNeeded',
    '是否需要电子版',
    'is_electronic_needed',
    'boolean',
    'oo',
    'MATERIAL',
    'exact',
    {
      aliases: ['需要电子版'],
      source: '材料清单实例（是否需要电子版）',
    },
  ),
  material('necessity', '材料必要性', 'is_need', 'enumeration', '!!', 'MATERIAL', 'exact', {
    of: 'MaterialNecessity',
    aliases: [
      '必要性',
      '材料是否必须',
      'IS_NEED_TEXT',
      'isMust',
      '是否必要',
      '是否必备',
      '是否必须',
      'required',
    ],
    source: '国家政务服务平台材料表（is_need）；GB/T 39046-2020 第 64 项',
  }),
  material('originals', '原件份数', 'original_amount', 'integer', 'oo', 'MATERIAL', 'exact', {
    aliases: ['原件数量', 'originals'],
    source: 'GB/T 39046-2020 第 62 项',
  }),
  material('copies', '复印件份数', 'copy_amount', 'integer', 'oo', 'MATERIAL', 'exact', {
    aliases: ['规格份数', 'PAGE_COPYNUM', '份数', '材料份数', 'copiesNum', '复印件数量'],
    source: 'GB/T 39046-2020 第 63 项',
  }),
  material('pages', '纸质材料份数', 'page_num', 'integer', 'oo', 'MATERIAL', 'exact', {
    aliases: ['纸质份数'],
  }),
  material('paperFormat', '纸质材料规格', 'page_format', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['材料规格', '规格', '纸张规格', 'paper'],
    longest: 200,
  }),
  material('source', '来源渠道', 'source_type', 'enumeration', 'oo', 'MATERIAL', 'exact', {
    of: 'MaterialSource',
    aliases: ['材料来源', 'SOURCE_TYPE_TEXT', 'sourceChannel', '材料来源渠道', '来源', 'source'],
  }),
  material('sourceNote', '来源渠道说明', 'source_explain', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['材料来源说明'],
    longest: 500,
  }),
  material('issuer', '出具机构', 'issue_dept', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['材料出具单位', '出具单位', '核发机构'],
    longest: 100,
    source: 'GB/T 39046-2020 第 57 项',
  }),
  material('issueTime', '出具时间要求', 'issue_time', 'text', 'oo', 'MATERIAL', 'text', {
    longest: 150,
    source: 'GB/T 39046-2020 第 58 项',
  }),
  material('handlingNote', '材料办理说明', 'material_handle_explain', 'text', 'oo', 'MATERIAL', 'none', {
    longest: 500,
    source: 'GB/T 39046-2020 第 59 项',
  }),
  material('handlingPlace', '材料办理地点', 'material_handle_addr', 'text', 'oo', 'MATERIAL', 'none', {
    longest: 400,
    source: 'GB/T 39046-2020 第 60 项',
  }),
  material('usageNote', '材料使用说明', 'material_use_explain', 'text', 'oo', 'MATERIAL', 'none', {
    longest: 500,
    source: 'GB/T 39046-2020 第 61 项',
  }),
  material('blankForm', '空白表格', 'form_guid', 'url', 'oo', 'MATERIAL', 'none', {
    aliases: ['空白表', '空表下载', '空表'],
  }),
  material('sampleForm', '示例样表', 'example_guid', 'url', 'oo', 'MATERIAL', 'none', {
    aliases: ['样表', '示例', '样本', '示例下载'],
  }),
  material('fillingNote', '填报须知', 'fill_explain', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['填写说明', '填报说明'],
    longest: 500,
  }),
  material('acceptStandard', '受理标准', 'accept_stand', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['审查要点', '审核要点', '审查标准', 'accept_std'],
  }),
  material('legalBasis', '要求提供材料的依据', 'by_law', 'text', 'oo', 'MATERIAL', 'lawAndArticle', {
    aliases: ['要求依据', '材料依据', 'bylaw', '依据', 'basis'],
  }),
  material('sealRequirement', '签章要求', 'sign_ask', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['签名签章要求', '盖章要求'],
    source: '陕西事项模型（sign_ask）',
  }),
  material('collection', '收取方式', 'collect_type', 'enumerations', 'oo', 'MATERIAL', 'set', {
    of: 'MaterialCollection',
    aliases: ['提交方式', '材料提交方式'],
    source: '地方审批系统（收取方式）',
  }),
  material('isReducedProof', '是否减证便民', 'is_jzbm', 'boolean', 'oo', 'MATERIAL', 'exact', {
    aliases: ['减证便民'],
    source: '陕西事项模型（is_jzbm）',
  }),
  material('reducedProofWay', '减证便民方式', 'jzbm_way', 'text', 'oo', 'MATERIAL', 'text', {
    source: '陕西事项模型（jzbm_way）',
  }),
  material(
    'isElectronicCertificate',
    '是否生成电子证照',
    'is_generate_ecert',
    'boolean',
    'oo',
    'MATERIAL',
    'none',
    {
      source: '陕西事项模型（is_generate_ecert）',
    },
  ),
  material('certificateCode', '电子证照编码', 'cert_code', 'code', 'oo', 'MATERIAL', 'none', {
    aliases: ['证照编码'],
    source: '陕西、广西事项模型（cert_code）',
  }),
  material('certificateName', '电子证照名称', 'cert_name', 'text', 'oo', 'MATERIAL', 'none', {
    aliases: ['关联电子证照', '证照名称'],
    source: '陕西、广西事项模型（cert_name）',
  }),
  material('remark', '材料备注', 'remark', 'text', 'oo', 'MATERIAL', 'none', {
    aliases: ['备注', '材料说明'],
  }),
  material('ordinal', '材料序号', 'order_num', 'integer', '!!', 'MATERIAL', 'none', {
    aliases: ['序号', '排序号', '排序'],
  }),
] as const;
