import { fieldsOf } from './field.ts';

const item = fieldsOf('item');

/** By what right and by whom: bases, power source, organisations, duties. */
export const ITEM_AUTHORITY_FIELDS = [
  item('legalBasisText', '设定依据', 'by_law', 'text', '!!', 'BASIS', 'lawAndArticle', {
    aliases: [
      ...[
        '职权依据',
        '实施依据',
        '权力依据',
        '法律法规依据',
        '公开依据',
        '服务依据',
        '办理依据',
        '依据',
        '法律依据',
        '设立依据',
      ],
      ...['设定和实施依据', 'clDealAccording', 'lawbasis', 'legal_basis', '政策依据', '事项依据', '文件依据'],
    ],
    source: '国家政务服务平台实施清单要素表（by_law）；GB/T 39046-2020 第 6 项',
  }),
  item('powerSource', '权力来源', 'power_source', 'enumeration', '!-', 'BASIS', 'exact', {
    of: 'PowerSource',
    aliases: ['权利来源', '职权来源', '权力来源代码'],
  }),
  item('organisationName', '实施主体', 'dept_name', 'text', '!!', 'ORGANISATION', 'normalName', {
    aliases: [
      ...[
        '责任主体',
        '区级主管部门',
        '公开主体',
        '授权部门',
        '办理单位',
        '实施机关',
        '单位',
        'clDept',
        'organName',
        'orgName',
      ],
      ...[
        '实施机构',
        '实施主体名称',
        '实施部门',
        '责任单位',
        '主管部门',
        '部门',
        '部门名称',
        '行使主体',
        '实施单位',
        '责任部门',
      ],
      ...['实施(共同实施)单位', '单位名称', 'dept', '审批部门', '实施机关名称', '实施机构名称', '办理部门'],
    ],
    longest: 200,
    source: '国家政务服务平台实施清单要素表（dept_name）；GB/T 39046-2020 第 11 项',
  }),
  item('organisationNature', '实施主体性质', 'dept_type', 'enumeration', '!!', 'ORGANISATION', 'exact', {
    of: 'OrganisationNature',
    aliases: ['实施机关性质', '实施主体性质代码'],
    source: '国家政务服务平台实施清单要素表（dept_type）；GB/T 39046-2020 第 13、14 项',
  }),
  item('organisationCode', '实施主体编码', 'dept_code', 'code', '!!', 'ORGANISATION', 'exact', {
    aliases: [
      'organCode',
      '实施主体代码',
      '统一社会信用代码',
      '部门编码',
      '机构代码',
      'ouguid',
      'ORG_CODE',
      '组织机构代码',
      '单位编码',
      '单位代码',
      '部门代码',
      '实施机关代码',
    ],
    longest: 50,
    source: '国家政务服务平台实施清单要素表（dept_code）；GB/T 39046-2020 第 12 项',
  }),
  item('entrustingOrganisation', '委托部门', 'entrust_name', 'text', 'oo', 'ORGANISATION', 'normalName', {
    aliases: ['委托机关', '委托单位'],
    longest: 100,
  }),
  item('isEntrusted', '是否委托行使', 'is_entrusted', 'boolean', 'oo', 'ORGANISATION', 'exact', {
    aliases: ['是否委托', '委托行使'],
    source: '事项清单实例（是否委托行使）',
  }),
  item('jointOrganisations', '联办机构', 'other_dept', 'list', 'oo', 'ORGANISATION', 'set', {
    aliases: ['联办单位', '联合办理机构', '联办部门'],
    longest: 200,
  }),
  item('coImplementingOrganisations', '共同实施部门', 'co_dept_name', 'list', 'oo', 'ORGANISATION', 'set', {
    aliases: ['共同实施单位', '共同实施机构', 'do_dept', '配合部门', 'co_dept'],
    longest: 100,
    source: 'GB/T 39046-2020 第 23 项',
  }),
  item(
    'coImplementingOrganisationCodes',
    '共同实施部门代码',
    'co_dept_code',
    'list',
    'oo',
    'ORGANISATION',
    'set',
    {
      source: 'GB/T 39046-2020 第 24 项',
    },
  ),
  item(
    'undertakingOrganisation',
    '承办机构',
    'handle_dept_name',
    'text',
    'oo',
    'ORGANISATION',
    'normalName',
    {
      aliases: [
        '经办机构(处室)',
        '承办处室',
        'clDealOrgan',
        'deptName',
        'blbm',
        '承办科室',
        '责任科室',
        '内设机构',
        'handling_dept',
        '办理科室',
        '主办科室',
        '责任股室',
        '承办股室',
      ],
      source: 'GB/T 39046-2020 第 25 项',
    },
  ),
  item(
    'undertakingOrganisationCode',
    '承办机构代码',
    'handle_dept_code',
    'code',
    'oo',
    'ORGANISATION',
    'exact',
    {
      source: 'GB/T 39046-2020 第 26 项',
    },
  ),
  item('acceptingOrganisation', '受理机构', 'accept_dept', 'text', 'oo', 'ORGANISATION', 'normalName', {
    aliases: ['受理单位', '受理部门', 'clApplyReceive'],
    source: '沈阳市通知（指南：受理单位）',
  }),
  item('guidingOrganisation', '业务指导部门', 'guide_dept', 'text', 'oo', 'ORGANISATION', 'normalName', {
    aliases: ['省级主管', '省厅对口指导处室', '省级业务指导部门', '省级主管部门', '行业主管部门'],
    source: '省级导入表（业务指导部门）',
  }),
  item('formerOrganisation', '原实施主体', 'former_dept', 'text', 'oo', 'ORGANISATION', 'none', {
    aliases: ['原实施机关', '原实施部门', '划出部门'],
    source: '事项清单实例（原实施主体）',
  }),
  item('duties', '责任事项', 'duty_items', 'text', 'o-', 'OTHER', 'text', {
    aliases: ['责任清单', '责任内容', '职责'],
    source: '权力清单和责任清单实例',
  }),
  item('dutyBasis', '责任事项依据', 'duty_basis', 'text', 'o-', 'OTHER', 'lawAndArticle', {
    aliases: ['责任依据'],
    source: '权力清单和责任清单实例',
  }),
  item('accountability', '追责情形', 'accountability', 'text', 'o-', 'OTHER', 'text', {
    aliases: ['追责对象范围', '追责情形及依据', '追责依据'],
    source: '权力清单和责任清单实例',
  }),
  item('claimType', '事项来源方式', 'claim_type', 'enumeration', 'oo', 'OTHER', 'none', {
    of: 'ClaimType',
    aliases: ['认领方式', '认领状态', '是否自建'],
    source: '鄂、粤事项管理办法（认领、自建）',
  }),
] as const;
