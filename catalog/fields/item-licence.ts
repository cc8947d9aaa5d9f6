import { fieldsOf } from './field.ts';

const item = fieldsOf('item');
const LICENCE = '陕西事项模型（行政许可扩展要素）；省级导入表';

/** The licence block of newer provincial models: procedures it may involve, the certificate, what follows it. */
export const ITEM_LICENCE_FIELDS = [
  item('involvesSiteInspection', '是否现场勘验', 'is_site_inspection', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['现场勘验', '是否现场勘查'],
    source: LICENCE,
  }),
  item('involvesHearing', '是否听证', 'is_hearing', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['听证'],
    source: LICENCE,
  }),
  item('involvesBidding', '是否招标拍卖', 'is_bidding', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['招标拍卖', '是否招标、拍卖、挂牌交易'],
    source: LICENCE,
  }),
  item('involvesTesting', '是否检验检测检疫', 'is_testing', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['检验检测检疫', '是否检验、检测、检疫'],
    source: LICENCE,
  }),
  item('involvesAppraisal', '是否鉴定', 'is_appraisal', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['鉴定'],
    source: LICENCE,
  }),
  item('involvesExpertReview', '是否专家评审', 'is_expert_review', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['专家评审'],
    source: LICENCE,
  }),
  item('involvesPublicNotice', '是否公示', 'is_public_notice', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['公示'],
    source: LICENCE,
  }),
  item('licenceName', '许可证件名称', 'licence_name', 'text', 'oo', 'RESULT', 'normalName', {
    aliases: ['许可证名称', '证照名称'],
    source: LICENCE,
  }),
  item('licenceValidity', '许可证件有效期限', 'licence_validity', 'text', 'oo', 'RESULT', 'text', {
    aliases: ['许可证件有效期', '证照有效期', '有效期'],
    source: LICENCE,
  }),
  item('licenceArea', '许可证件地域', 'licence_area', 'text', 'oo', 'RESULT', 'text', {
    aliases: ['许可证件有效地域', '有效地域范围', '有效地域'],
    source: LICENCE,
  }),
  item('licenceUnit', '许可证件单位', 'licence_unit', 'text', 'oo', 'RESULT', 'text', {
    aliases: ['许可证件有效期单位'],
    source: LICENCE,
  }),
  item('licenceRenewal', '许可证件延续要求', 'licence_renewal', 'text', 'oo', 'RESULT', 'text', {
    aliases: ['延续要求', '办理延续手续的要求'],
    source: LICENCE,
  }),
  item('hasAnnualInspection', '有无年检', 'has_annual_inspection', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['有无年检要求', '是否年检'],
    source: LICENCE,
  }),
  item('annualInspection', '年检要求', 'annual_inspection', 'text', 'oo', 'PROCESS', 'text', {
    source: LICENCE,
  }),
  item('hasAnnualReport', '有无年报', 'has_annual_report', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['有无年报要求', '是否年报'],
    source: LICENCE,
  }),
  item('annualReport', '年报要求', 'annual_report', 'text', 'oo', 'PROCESS', 'text', { source: LICENCE }),
  item('quantityPublication', '数量限制公布方式', 'quantity_publication', 'text', 'o-', 'CONDITION', 'text', {
    aliases: ['公布数量限制的方式'],
    source: LICENCE,
  }),
  item('quantityPeriod', '数量限制公布周期', 'quantity_period', 'text', 'o-', 'CONDITION', 'text', {
    aliases: ['公布数量限制的周期'],
    source: LICENCE,
  }),
  item('quantitySelection', '择优方式', 'quantity_selection', 'text', 'o-', 'CONDITION', 'text', {
    aliases: ['数量限制下的择优方式', '在数量限制条件下实施许可的方式'],
    source: LICENCE,
  }),
  item('quantityBasis', '数量限制依据', 'quantity_basis', 'text', 'o-', 'CONDITION', 'lawAndArticle', {
    aliases: ['规定数量限制的依据'],
    source: LICENCE,
  }),
  item('intermediaryBasis', '中介服务依据', 'intermediary_basis', 'text', 'oo', 'MATERIAL', 'lawAndArticle', {
    source: LICENCE,
  }),
  item(
    'intermediaryOrganisation',
    '中介服务机构',
    'intermediary_organisation',
    'text',
    'oo',
    'MATERIAL',
    'text',
    {
      source: LICENCE,
    },
  ),
  item('intermediaryFeeNature', '中介服务收费性质', 'intermediary_fee_nature', 'text', 'oo', 'FEE', 'text', {
    source: LICENCE,
  }),
] as const;
