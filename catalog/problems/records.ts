/** Problems of one record, its elements, and its neighbours in the same list. */
export const RECORD_PROBLEMS = {
  NAME_MISSING: {
    severity: 'ERROR',
    template: '事项名称为空，该行未入库；请补填事项名称。',
    source: 'GB/T 39046-2020 第 6 章（事项名称必填）',
    quarantine: true,
  },
  NAME_NOT_A_NAME: {
    severity: 'ERROR',
    template: '“{value}”不是事项名称（没有一个汉字或字母），该行未入库；请补填事项名称。',
    source: 'GB/T 39046-2020 第 6 章（事项名称必填）；武陵源区通知（名称具体明确）',
    quarantine: true,
  },
  LEVEL_ABOVE_LIST: {
    severity: 'ERROR',
    template: '该行的层级“{value}”高于清单的层级“{other}”，该行未入库；请改正层级，或导入上级的清单。',
    source: 'GB/T 39046-2020 表 A.2；镇坪县通知（编制主体范围）',
    quarantine: true,
  },
  REGION_OUTSIDE_LIST: {
    severity: 'WARNING',
    template: '区划“{value}”{detail}不在清单所属的区划“{other}”之内，请核对是否混入了别处的事项。',
    source: 'GB/T 2260；GB/T 10114',
  },
  ROW_TOO_LONG: {
    severity: 'WARNING',
    template:
      '这一行有 {value} 格，表头只有 {other} 列；多出的内容保留在“其他列”，请核对内容中的逗号是否漏了引号。',
    source: 'RFC 4180 第 2 节第 4 项',
  },
  TEXT_DAMAGED: {
    severity: 'WARNING',
    template: '“{title}”中有残缺的字符，已以“�”代替；请按原件改正。',
    source: 'GB 18030-2022；RFC 8259 第 8.2 节',
  },
  NESTED_TOO_DEEP: {
    severity: 'WARNING',
    template: '“{title}”嵌套超过 {other} 层，更深的内容没有读入；请改为对象的数组。',
    source: '导入约定；RFC 8259 第 9 节',
  },
  VALUE_TOO_LONG: {
    severity: 'WARNING',
    template: '“{title}”长 {value} 字，超过标准规定的 {other} 字，请精简；内容已完整保留。',
    source: 'GB/T 39046-2020 第 7 章（数据格式）',
  },
  LIST_TOO_LONG: {
    severity: 'WARNING',
    template:
      '“{title}”有 {value} 条，超过接口一次所能给出的 {other} 条：已完整保留，但查询它会被拒绝；请核对是否误把多项并入一项，或把相同的合并、分为几项。',
    source: '接口定义（@listSize）',
  },
  UNKNOWN_ITEM_TYPE: {
    severity: 'WARNING',
    template:
      '事项类型“{value}”不在标准类型之内，已按“未识别”保存；请改为行政许可、行政确认、公共服务等标准类型。',
    source: 'GB/T 39046-2020 表 A.1',
  },
  UNKNOWN_LEVEL: {
    severity: 'WARNING',
    template: '层级“{value}”无法识别，请填写国家级、省级、市级、县级、镇(乡、街道)级或村(社区)级。',
    source: 'GB/T 39046-2020 表 A.2',
  },
  UNKNOWN_REGION: {
    severity: 'WARNING',
    template: '区划“{value}”没有区划代码，事项暂归清单所属区划；请补填 12 位区划代码。',
    source: 'GB/T 2260；GB/T 10114',
  },
  REGION_CODE_INVALID: {
    severity: 'ERROR',
    template: '区划代码“{value}”不合规则，应为 2、4、6、9 或 12 位数字。',
    source: 'GB/T 2260；GB/T 10114',
  },
  UNRECOGNISED_TIME_LIMIT: {
    severity: 'WARNING',
    template: '“{title}”写作“{value}”，无法读出数量和单位；请写成“20个工作日”“即办”或“无”。',
    source: 'GB/T 39046-2020 第 7 章第 15–20 项',
  },
  UNRECOGNISED_VALUE: {
    severity: 'WARNING',
    template: '“{title}”的值“{value}”不在代码表内，原文已保留；请改为代码表中的值。',
    source: 'GB/T 39046-2020 附录 A',
  },
  UNRECOGNISED_BOOLEAN: {
    severity: 'WARNING',
    template: '“{title}”应填“是”或“否”，现为“{value}”，请改正。',
    source: 'GB/T 39046-2020 第 7 章（是否类 1/0）',
  },
  INTEGER_FORMAT: {
    severity: 'WARNING',
    template: '“{title}”应为非负整数，现为“{value}”，请改正。',
    source: 'GB/T 39046-2020 第 7 章（数据格式）',
  },
  DATE_FORMAT: {
    severity: 'WARNING',
    template: '“{title}”的日期“{value}”无法识别，请写成 20240131 或 2024-01-31。',
    source: 'GB/T 39046-2020 第 7 章（YYYYMMDD）',
  },
  URL_FORMAT: {
    severity: 'WARNING',
    template: '“{title}”的网址“{value}”不完整，请填写以 http:// 或 https:// 开头的地址。',
    source: 'GB/T 39046-2020 第 7 章第 48 项',
  },
  DUPLICATE_KEY: {
    severity: 'ERROR',
    template: '主键“{value}”与{other}重复，两行不会合并；请为每一行给出唯一的编码。',
    source: 'DB37/T 2561-2014（编码唯一）',
  },
  ON_POWER_LIST: {
    severity: 'ERROR',
    template: '“{value}”已列入“{other}”，不应再列入公共服务清单；请核对后从其中一份清单删去。',
    source: '武陵源区通知（已列入权力清单的事项不纳入）',
  },
  GUIDE_ELSEWHERE: {
    severity: 'WARNING',
    template:
      '“{other}”已有编码“{value}”的指南；一个事项只给出一份，是这一份还是那一份不看先后、也不看区划，请核对后从其中一份删去。',
    source: '导入约定',
  },
  DUPLICATE_NAME: {
    severity: 'WARNING',
    template: '名称“{value}”与{other}相同，请核对是否重复填报，或在名称中写明区别。',
    source: '武陵源区通知（名称具体明确）',
  },
} as const;
