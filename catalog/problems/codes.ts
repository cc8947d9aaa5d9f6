/** Problems of codes. CODE_01…CODE_10 are the code rules; the others say in what way a spelling departs from its scheme. */
export const CODE_PROBLEMS = {
  CODE_01: {
    severity: 'ERROR',
    template:
      '基本编码“{value}”应为 12 位：区划 2 位、事项类型 2 位、主项 5 位、子项 3 位（有子项的主项为 00Y）。',
    source: 'GB/T 39554.1-2020；ZWFW C0109.1-2018',
  },
  CODE_02: {
    severity: 'ERROR',
    template: '实施编码“{value}”应为 31 位：统一社会信用代码 18 位、行使层级 1 位（1–7）、基本编码 12 位。',
    source: 'GB/T 39554.1-2020；ZWFW C0109.1-2018',
  },
  CODE_03: {
    severity: 'ERROR',
    template:
      '“{title}”“{value}”与“{other}”不一致：实施编码应以基本编码结尾，业务办理项编码应以实施编码开头。',
    source: 'GB/T 39554.1-2020；ZWFW C0109.1-2018',
  },
  CODE_04: {
    severity: 'ERROR',
    template: '统一社会信用代码“{value}”的{detail}不符，请按登记证书核对。',
    source: 'GB 32100-2015；GB 11714-1997',
  },
  CODE_04_DEPARTMENT: {
    severity: 'ERROR',
    template: '实施编码前 18 位“{value}”与实施主体编码“{other}”不一致，请核对。',
    source: 'GB/T 39554.1-2020；GB 32100-2015',
  },
  CODE_04_LENGTH: {
    severity: 'WARNING',
    template: '实施主体编码“{value}”为 {detail} 位，应为 18 位统一社会信用代码；原文已保留，请核对。',
    source: 'GB 32100-2015',
  },
  CODE_04_ORGANISATION_CODE: {
    severity: 'WARNING',
    template: '“{value}”是 9 位组织机构代码，请改填 18 位统一社会信用代码。',
    source: 'GB 11714-1997；GB 32100-2015',
  },
  CODE_04_HYPHEN: {
    severity: 'WARNING',
    template: '实施主体编码“{value}”中有连字符，请改填不带连字符的 18 位统一社会信用代码。',
    source: 'GB 11714-1997；GB 32100-2015',
  },
  CODE_04_TEMPORARY: {
    severity: 'WARNING',
    template: '“{value}”是临时代码（TE 开头），不能校验；请在取得统一社会信用代码后更换。',
    source: 'GB 32100-2015',
  },
  CODE_04_PLACEHOLDER: {
    severity: 'WARNING',
    template: '“{value}”是占位的重复字符，不是真实的实施主体编码，请补填。',
    source: 'GB 32100-2015',
  },
  CODE_04_CHARACTER: {
    severity: 'ERROR',
    template: '统一社会信用代码“{value}”含有不允许的字符（不用 I、O、S、V、Z），请核对。',
    source: 'GB 32100-2015 表 1',
  },
  CODE_05: {
    severity: 'ERROR',
    template: '基本编码的区划段“{value}”既不是 00（国家目录），也不是实施主体所在省的代码“{other}”，请核对。',
    source: 'GB/T 39554.1-2020；GB/T 2260',
  },
  CODE_06: {
    severity: 'ERROR',
    template: '基本编码的事项类型段“{value}”与事项类型“{other}”不一致，请核对。',
    source: 'GB/T 39554.1-2020；GB/T 39046-2020 表 A.1',
  },
  CODE_07: {
    severity: 'WARNING',
    template: '实施编码的行使层级“{value}”不在事项的行使层级“{other}”之内；派出机构除外，请核对。',
    source: 'GB/T 39554.1-2020；GB/T 39046-2020 表 A.2',
  },
  CODE_09: {
    severity: 'ERROR',
    template: '编码“{value}”与{other}重复：同一编码方案、同一实施主体的编码应当唯一，请核对。',
    source: 'GB/T 39554.1-2020（CODE-09）',
  },
  CODE_09_PARENT_MISSING: {
    severity: 'WARNING',
    template: '子项“{value}”的主项“{other}”不在本清单中，请补列主项或核对子项编码。',
    source: 'GB/T 39554.1-2020（CODE-09）',
  },
  CODE_09_PARENT_HANDLED: {
    severity: 'WARNING',
    template: '主项“{value}”下有子项（如“{other}”），本身不应再作为在用的办理事项，请核对。',
    source: 'GB/T 39554.1-2020（CODE-09）',
  },
  CODE_09_NO_MAIN_ITEMS: {
    severity: 'INFO',
    template: '清单有 {value} 个子项而没有一个主项，主项与子项的关系未作核对；基本目录应补列主项。',
    source: 'GB/T 39554.1-2020（CODE-09）',
  },
  CODE_10: {
    severity: 'ERROR',
    template: '编码“{value}”属于已取消的“{other}”，不应再用于“{detail}”，请另编新码。',
    source: 'DB37/T 2561-2014（编码的新增、取消、合并、拆分）',
  },
  CODE_NORMALISED: {
    severity: 'WARNING',
    template: '编码“{value}”含有空格、全角字符或小写字母，已按“{other}”理解；原文已保留，请改正。',
    source: 'GB 32100-2015（大写字母和数字）',
  },
  CODE_AS_NUMBER: {
    severity: 'WARNING',
    template:
      '“{title}”的单元格是数字格式（{value}），开头的 0 可能已经丢失；请把该列设为文本格式，按原件重新填写。',
    source: 'GB/T 39554.1-2020（编码为定长字符）；导入约定',
  },
  CODE_DIGITS_LOST: {
    severity: 'ERROR',
    template:
      '“{title}”的单元格是数字格式（{value}），{other} 位以后的数字已经丢失，该行未入库；请把该列设为文本格式，按原件重新填写。',
    source: 'GB/T 39554.1-2020（编码为定长字符）；导入约定',
    quarantine: true,
  },
  CODE_EMPTY: {
    severity: 'WARNING',
    template: '编码为空，请补填。',
    source: 'GB/T 39554.1-2020',
  },
  CODE_SCHEME_UNKNOWN: {
    severity: 'INFO',
    template: '编码“{value}”不符合任何已知的编码规则，已按地方自编码保存。',
    source: '海盐县通知（自行编码）',
  },
  CODE_SEGMENT: {
    severity: 'WARNING',
    template: '编码“{value}”的{detail}不合规则，请核对。',
    source: '各地编码规则',
  },
} as const;
