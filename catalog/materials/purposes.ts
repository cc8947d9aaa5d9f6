/** A form that is told apart by what it is for. */
export interface Form {
  readonly key: string;
  readonly name: string;
  readonly group: 'form';
  /** What it is for; empty where the name does not say. */
  readonly purpose: string;
  /** Place among the kinds, after all families. */
  readonly rank: number;
}

/** Larger than the number of families: a form is named after the papers it goes with. */
const FORMS_FROM = 1000;

/** 申请书 and 申请表 are the same sheet in two offices' words; 申请报告 and 申请函 are letters and no form. */
const KINDS = [
  { id: 'application', name: '申请表', ending: /^(.*?)(?:书面)?申请(?:书|表|表格|单|表单|书表)?$/u },
  { id: 'commitment', name: '承诺书', ending: /^(.*?)(?:书面)?承诺(?:书|函)?$/u },
] as const;

const PROVINCE =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省(?!级|人民|委|政府|直|内|外|[\p{Script=Han}]{2,16}[厅局])(?=.{3,})|^(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区(?!级|人民|党委|[\p{Script=Han}]{2,16}[厅局])(?=.{3,})|^(?:北京|天津|上海|重庆)市(?!级|人民|委|[\p{Script=Han}]{2,16}[区局委])(?=.{3,})/u;

/** The name without the province that printed it; one that goes on to name an office stays as it is. */
export const withoutProvince = (text: string): string => text.replace(PROVINCE, '');

/** 「企业申请书」 says who applies, 「本人申请」 nothing at all. */
const NO_PURPOSE = /^(?:申请人|申请单位|本人|个人|单位|关于|的)*$/u;

/** The form a peeled name means with what it is for, or undefined when it is no application or commitment. */
export const formOf = (text: string): Form | undefined => {
  for (const [rank, { id, name, ending }] of KINDS.entries()) {
    const before = ending.exec(text)?.[1];
    if (before === undefined) continue;
    const stated = withoutProvince(before)
      .replace(/^关于/u, '')
      .replace(/的$/u, '')
      .replace(/许可证$/u, '许可');
    const purpose = NO_PURPOSE.test(stated) ? '' : stated;
    return { key: `${id}:${purpose}`, name: purpose + name, group: 'form', purpose, rank: FORMS_FROM + rank };
  }
  return undefined;
};
