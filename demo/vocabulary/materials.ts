import { hashText } from '../random.ts';

/** A material as a standard catalog names it, and the other spellings under which offices ask for it. */
export interface MaterialWords {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** 证件证书证明, 申请表格文书 or 其他. */
  readonly type: '证件证书证明' | '申请表格文书' | '其他';
  readonly source: '申请人自备' | '政府部门核发' | '其他';
  readonly issuer: string;
}

export const IDENTITY: MaterialWords = paper('居民身份证', '公安机关', [
  '身份证',
  '申请人身份证',
  '身份证原件及复印件',
  '有效身份证件',
]);
export const BUSINESS_LICENCE: MaterialWords = paper('营业执照', '市场监督管理部门', [
  '营业执照副本',
  '营业执照复印件',
  '企业营业执照',
]);
const HOUSEHOLD = paper('居民户口簿', '公安机关', ['户口簿', '户口本', '户口簿复印件']);

const PERSONAL: readonly MaterialWords[] = [
  HOUSEHOLD,
  paper('婚姻状况证明', '民政部门', ['结婚证', '婚姻登记证明']),
  paper('社会保障卡', '人力资源和社会保障部门', ['社保卡', '社会保障卡复印件']),
  paper('学历证书', '教育机构', ['毕业证书', '学历证明']),
  own('近期免冠照片', ['一寸白底彩色照片', '照片', '白底免冠证件照']),
  own('个人银行账户信息', ['银行卡复印件', '银行存折复印件']),
  paper('残疾人证', '残疾人联合会', ['中华人民共和国残疾人证']),
  own('收入情况声明', ['家庭收入声明', '收入承诺书']),
  own('健康检查报告', ['体检报告', '体格检查表']),
];

const CORPORATE: readonly MaterialWords[] = [
  own('法定代表人身份证明', ['法人身份证明', '法定代表人（负责人）身份证']),
  paper('不动产权属证书', '自然资源部门', ['房屋产权证明', '房产证', '场所使用权证明']),
  own('授权委托书', ['委托书', '法人授权委托书']),
  own('场所平面布局图', ['平面图', '经营场所平面布局图']),
  own('管理制度文本', ['安全管理制度', '规章制度']),
  own('从业人员名单及资格证明', ['人员花名册', '专业技术人员证书']),
  own('设备设施清单', ['主要设备清单', '设施设备目录']),
  own('章程', ['公司章程', '组织章程']),
  own('验收合格材料', ['竣工验收材料', '验收报告']),
];

/** The standard materials of an item, the application form first: the same for the same code everywhere. */
export function standardMaterials(
  name: string,
  code: string,
  audience: 'N' | 'L' | 'NL',
): readonly MaterialWords[] {
  const subject = name.replace(/（.*）$/u, '');
  const form: MaterialWords = {
    ...own(`${subject}申请表`, [`${subject}申请书`, '申请表']),
    type: '申请表格文书',
  };
  const person = audience !== 'L';
  const pool = person ? PERSONAL : CORPORATE;
  const start = hashText(code) % pool.length;
  const count = 1 + (hashText(`${code}#`) % 3);
  const others = Array.from(
    { length: count },
    (_, index) => pool[(start + index * 2) % pool.length] as MaterialWords,
  );
  return [...new Set([form, person ? IDENTITY : BUSINESS_LICENCE, ...others])];
}

/** What a county asks for beyond the standard: each is something a public office could look up itself. */
export const SUPERFLUOUS: readonly MaterialWords[] = [
  paper('无犯罪记录证明', '公安机关', ['无违法犯罪记录证明']),
  paper('村（居）民委员会出具的居住证明', '村（居）民委员会', ['居住证明']),
  paper('社会保险缴费证明', '人力资源和社会保障部门', ['社保缴费证明']),
  paper('完税证明', '税务机关', ['纳税证明']),
  own('申请人书面情况说明', ['情况说明']),
];

function paper(name: string, issuer: string, otherNames: readonly string[]): MaterialWords {
  return { name, otherNames, type: '证件证书证明', source: '政府部门核发', issuer };
}

function own(name: string, otherNames: readonly string[]): MaterialWords {
  return { name, otherNames, type: '其他', source: '申请人自备', issuer: '申请人' };
}
