import { fieldsOf } from './field.ts';

const item = fieldsOf('item');

/** What an item is: names, codes, type, level, place, list and parentage. */
export const ITEM_IDENTITY_FIELDS = [
  item('ordinal', '序号', 'order_num', 'integer', 'oo', 'OTHER', 'none', {
    aliases: ['编号', '顺序号', '排序号', '排序'],
    source: '武陵源区通知（备案表）',
  }),
  item('name', '事项名称', 'task_name', 'text', '!!', 'NAME', 'normalName', {
    aliases: [
      ...[
        '业务办理项名称',
        '职权名称',
        '项目名称',
        '权力事项名称',
        '权力名称',
        '权利名称',
        '赋权事项',
        '服务事项',
        '公开事项',
      ],
      ...[
        '二级事项',
        '业务名称',
        '孙项名称',
        '具体事项',
        '名称',
        '事项',
        '政务服务事项名称',
        '公共服务事项名称',
        '许可事项名称',
      ],
      ...[
        '行政权力名称',

        '服务事项名称',
        '公共服务事项',
        '办理项名称',
        'clName',
        'unifyName',
        'name',
        'item_name',
      ],
      ...[
        '行政许可事项名称',
        '行政权力事项名称',
        '行政权力事项',
        '权责事项名称',
        '权责事项',
        '权力事项',
        '职权事项',
      ],
      ...[
        '政务服务事项',
        '便民服务事项',
        '便民服务事项名称',
        '服务项目名称',
        '服务项目',
        '办事事项',
        '证明事项名称',
      ],
      ...['业务办理项', '行政审批事项名称', '审批事项名称', '审批事项', '事项名'],
    ],
    longest: 1000,
    source: '国家政务服务平台实施清单要素表（task_name）；GB/T 39046-2020 第 1 项',
  }),
  item('everydayName', '日常用语', 'common_name', 'text', 'oo', 'NAME', 'normalName', {
    aliases: ['通俗名', '通俗名称', '事项别名', '日常用语名称'],
    source: '陕西、广西事项模型',
  }),
  item('mainItemName', '主项名称', 'catalog_name', 'text', 'oo', 'NAME', 'normalName', {
    aliases: [
      ...[
        '一级事项',
        '一级事项名称',
        '职权名称/项目',
        '服务名称',
        '实施清单名称',
        'CATANAME',
        '主项',
        '大项名称',
        '基本目录名称',
      ],
      ...['公开事项/一级事项', '父项名称', '上级事项名称', 'parent_name'],
    ],
    source: '省级导入表（主项名称）',
  }),
  item('mainItemCode', '主项编码', 'parent_code', 'code', 'oo', 'CODE', 'exact', {
    aliases: ['父项编码', '上级事项编码'],
    source: '省级导入表（主项编码）',
  }),
  item('subItemName', '子项名称', 'sub_task_name', 'text', 'oo', 'NAME', 'normalName', {
    aliases: ['子项', '职权名称/子项', '办理事项', '小项名称'],
    source: '省级导入表（子项）',
  }),
  item('subItemCode', '子项编码', 'sub_code', 'code', 'oo', 'CODE', 'exact', {
    aliases: ['孙项编码'],
    source: '省级导入表（子项编码）',
  }),
  item('situationName', '情形', 'case_name', 'text', 'oo', 'NAME', 'normalName', {
    aliases: ['情形名称', '办理情形'],
    source: '事项清单实例（情形）',
  }),
  item('basicCode', '基本编码', 'catalog_code', 'code', '!!', 'CODE', 'exact', {
    aliases: [
      '事项编码',
      'CATAID',
      'rightsCode',
      '业务编码',
      '事项代码',
      '国家基本编码',
      '目录编码',
      '基本目录编码',
      'code',
      'basic_code',
      '基本目录代码',
      '事项基本编码',
      '国家事项编码',
    ],
    longest: 12,
    source: '国家政务服务平台实施清单要素表（catalog_code）；GB/T 39046-2020 第 2 项',
  }),
  item('implementationCode', '实施编码', 'task_code', 'code', '!!', 'CODE', 'exact', {
    aliases: [
      '实施清单编码',
      'itemTenNo',
      '实施清单代码',
      '国家实施编码',
      'impl_code',
      '事项实施编码',
      '实施代码',
    ],
    longest: 36,
    source: '国家政务服务平台实施清单要素表（task_code）；GB/T 39046-2020 第 3 项',
  }),
  item('handlingItemCode', '业务办理项编码', 'task_handle_item', 'code', 'oo', 'CODE', 'exact', {
    aliases: ['ywCode', '业务办理项代码', '办理项编码'],
    longest: 50,
  }),
  item('handlingItemExtension', '业务办理项扩展码', 'ywcode_ext', 'code', 'oo', 'CODE', 'exact', {
    longest: 100,
    source: '陕西事项模型（ywcode_ext）',
  }),
  item('localBasicCode', '地方基本编码', 'local_catalog_code', 'code', 'oo', 'CODE', 'none', {
    aliases: ['地方基本目录编码'],
    longest: 50,
  }),
  item('localImplementationCode', '地方实施编码', 'local_task_code', 'code', 'oo', 'CODE', 'none', {
    aliases: ['项目编码', '职权编码', 'itemNo', '权力编码', '地方编码', '自编码', 'ql_full_id'],
    longest: 50,
  }),
  item('innerCode', '内部编码', 'ql_inner_code', 'code', 'oo', 'CODE', 'none', {
    aliases: ['ITEM_ID', 'localInnerCode', '事项主键'],
    source: '浙江 2017 年权力事项模型（ql_inner_code）',
  }),
  item('sourceItemCode', '部门源事项编码', 'ql_inner_code_item', 'code', 'oo', 'CODE', 'exact', {
    aliases: ['乡镇延伸事项的部门源事项', '部门源事项', '源事项编码', '来源事项编码', 'source_item_code'],
    source: '浙江 2017 年权力事项模型（ql_inner_code_item）',
  }),
  item('itemType', '事项类型', 'task_type', 'enumeration', '!!', 'TYPE', 'exact', {
    of: 'ItemType',
    aliases: [
      ...[
        '职权类型',
        '权力类型',
        '权利类型',
        'TASK_TYPE_TEXT',
        '事项类别',
        'typeName',
        '事项性质',
        'ql_kind',
        '职权类别',
        '权力类别',
        '类型',
      ],
      ...['行政权力类型', '事项类型代码', 'item_type', '权责类型', '权力事项类型', '权责类别'],
    ],
    source: '国家政务服务平台实施清单要素表（task_type）；GB/T 39046-2020 第 4、5 项',
  }),
  item('otherPowerSubtype', '其他权力子类型', 'ql_sub_kind', 'text', 'o-', 'TYPE', 'exact', {
    source: '浙江 2017 年权力事项模型（ql_sub_kind）',
  }),
  item('publicServiceSubtype', '公共服务子类型', 'service_sub_kind', 'text', 'oo', 'TYPE', 'exact', {
    aliases: ['公共服务类型', '服务领域', '公开领域(编码)', '服务类别'],
    source: '浙江 2017 年权力事项模型（service_sub_kind）',
  }),
  item('serviceMode', '服务方式', 'service_mode', 'enumeration', 'oo', 'TYPE', 'exact', {
    of: 'ServiceMode',
    aliases: ['类别', '服务方式(1依申请/2主动)', '依申请类/主动服务类', '是否依申请', '服务类型'],
    source: '武陵源区通知（备案表：类别）',
  }),
  item('exerciseLevels', '行使层级', 'use_level', 'enumerations', '!!', 'LEVEL', 'set', {
    of: 'ExerciseLevel',
    aliases: [
      ...[
        '事项层级',
        'USE_LEVEL_TEXT',
        '审批层级',
        '实施层级',
        'schemeLevels',
        '事权层级',
        'shiquancj',
        '行使级别',
        '办理层级',
      ],
      ...['行使层级代码', 'exercise_level'],
    ],
    longest: 11,
    source: '国家政务服务平台实施清单要素表（use_level）；GB/T 39046-2020 第 7、8 项',
  }),
  item('authorityDivision', '权限划分', 'authority_division', 'text', 'oo', 'LEVEL', 'text', {
    aliases: ['权限划分说明'],
    longest: 1000,
    source: 'GB/T 39046-2020 第 9 项',
  }),
  item('exerciseContent', '行使内容', 'exercise_content', 'text', 'oo', 'LEVEL', 'text', {
    aliases: ['行使层级内容', '行使层级(部门)及内容', '实施内容'],
    source: 'GB/T 39046-2020 第 10 项；镇坪县通知（实施清单）',
  }),
  item('serviceContent', '服务内容', 'service_content', 'text', 'oo', 'OTHER', 'text', {
    aliases: ['content', '公共服务内容', '公开内容(要素)'],
    source: '武陵源区通知（备案表：服务内容）',
  }),
  item('regionCode', '行政管辖代码', 'areacode', 'region', 'oo', 'LEVEL', 'none', {
    aliases: [
      '区划代码',
      '行政区划代码',
      '所属区划代码',
      'REGION_CODE',
      'belongxiaqucode',
      '行政区划',
      '区划',
    ],
    source: '国家政务服务平台（areacode）；GB/T 39046-2020 第 43 项',
  }),
  item('regionName', '行政管辖', 'areaname', 'text', 'oo', 'LEVEL', 'none', {
    aliases: ['区划名称', '所属区划', '行政区划名称', '所属地区', 'region'],
    source: 'GB/T 39046-2020 第 42 项',
  }),
  item('townshipName', '乡镇街道名称', 'town_name', 'text', 'oo', 'LEVEL', 'none', {
    aliases: ['乡镇(街道)名称', '镇街名称', '乡镇街道'],
  }),
  item('townshipCode', '乡镇街道代码', 'town_code', 'region', 'oo', 'LEVEL', 'none', {
    aliases: ['乡镇(街道)代码', '镇街代码'],
    longest: 18,
  }),
  item('villageName', '村居社区名称', 'village_name', 'text', 'oo', 'LEVEL', 'none', {
    aliases: ['村(社区)名称', '村居名称', '社区名称'],
  }),
  item('villageCode', '村居社区代码', 'village_code', 'region', 'oo', 'LEVEL', 'none', {
    aliases: ['村(社区)代码', '村居代码', '社区代码'],
    longest: 18,
  }),
  item('hasSubItems', '是否存在子项', 'has_sub_items', 'boolean', 'oo', 'CODE', 'exact', {
    source: '省级导入表（是否存在子项）',
  }),
  item('inNationalDirectory', '是否纳入国家目录', 'in_national_directory', 'boolean', 'oo', 'CODE', 'none', {
    source: '省级导入表（是否纳入国家目录）',
  }),
  item('remark', '备注', 'remark', 'text', 'oo', 'OTHER', 'none', {
    aliases: ['说明', '备注说明', '备注(市场化)'],
    source: '武陵源区、海盐县通知（备案表：备注）',
  }),
] as const;
