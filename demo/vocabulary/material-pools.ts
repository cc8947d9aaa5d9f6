import { type MaterialWords, own, paper } from './material-words.ts';

const household = () => paper('居民户口簿', '公安机关', '户口簿', '户口本', '户口簿复印件');
const account = () => own('个人银行账户信息', '银行卡复印件', '银行存折复印件');
const photograph = () => own('近期免冠照片', '一寸白底彩色照片', '照片', '白底免冠证件照');
const marriage = () => paper('结婚证', '民政部门', '婚姻状况证明', '婚姻登记证明');
const degree = () => paper('学历证书', '教育机构', '毕业证书', '学历证明');
const socialCard = () => paper('社会保障卡', '人力资源和社会保障部门', '社保卡', '社会保障卡复印件');
const deed = () => paper('不动产权属证书', '自然资源部门', '房屋产权证明', '房产证', '场所使用权证明');
const layout = () => own('场所平面布局图', '平面图', '经营场所平面布局图');
const rules = () => own('管理制度文本', '安全管理制度', '规章制度');
const staff = () => own('从业人员名单及资格证明', '人员花名册', '专业技术人员证书');

const PERSONAL = () => [household(), account(), photograph(), degree()];
const CORPORATE = () => [
  own('法定代表人身份证明', '法人身份证明', '法定代表人（负责人）身份证'),
  deed(),
  own('授权委托书', '委托书', '法人授权委托书'),
  layout(),
  rules(),
  staff(),
  own('设备设施清单', '主要设备清单', '设施设备目录'),
];

/** What offices of a department usually ask persons for. */
const BY_DEPARTMENT: Readonly<Record<string, () => readonly MaterialWords[]>> = {
  civil: () => [
    household(),
    own('家庭经济状况核对授权书', '授权书', '核对委托书'),
    own('家庭收入和财产声明', '收入证明', '家庭财产状况说明'),
    account(),
    marriage(),
  ],
  justice: () => [
    own('与申请事项有关的案件材料', '案件材料', '起诉书或判决书'),
    own('经济困难状况说明表', '家庭经济困难证明'),
    own('授权委托书', '委托书'),
    photograph(),
    degree(),
  ],
  labour: () => [
    socialCard(),
    photograph(),
    household(),
    account(),
    own('劳动合同', '劳动合同书', '用工合同'),
    paper('解除（终止）劳动关系证明', '用人单位', '离职证明'),
  ],
  'medical-insurance': () => [
    socialCard(),
    paper('医疗费用票据', '医疗机构', '医药机构收费票据', '住院收费票据', '发票'),
    paper('费用明细清单', '医疗机构', '住院费用明细汇总', '费用清单'),
    paper('疾病诊断证明书', '医疗机构', '疾病证明书', '诊断证明'),
    paper('出院小结', '医疗机构', '出院记录', '病历资料'),
  ],
  market: () => [
    own('经营场所使用证明', '场所使用权证明', '租赁合同'),
    layout(),
    own('食品安全管理制度', '食品安全规章制度', '管理制度'),
    paper('从业人员健康证明', '医疗机构', '健康证'),
  ],
  health: () => [
    marriage(),
    household(),
    paper('出生医学证明', '医疗机构', '出生证'),
    paper('病残儿医学鉴定结论', '卫生健康部门', '医学鉴定书'),
    paper('执业资格证书', '卫生健康部门', '资格证书'),
  ],
  police: () => [
    household(),
    photograph(),
    paper('出生医学证明', '医疗机构', '出生证', '医学出生证明'),
    deed(),
    own('书面申请', '申请书'),
  ],
  education: () => [
    degree(),
    paper('普通话水平测试等级证书', '语言文字工作机构', '普通话等级证书'),
    paper('体格检查表', '医疗机构', '体检合格证明', '体检报告'),
    household(),
  ],
  land: () => [
    own('村民会议同意材料', '村民会议记录', '村民代表会议决议'),
    own('拟建房屋位置示意图', '四至图', '宅基地位置图'),
    own('建筑设计图件', '设计方案', '施工图'),
    household(),
  ],
  housing: () => [
    household(),
    own('家庭收入声明', '收入证明'),
    own('住房情况声明', '无房证明', '住房状况证明'),
    marriage(),
    account(),
  ],
  veterans: () => [
    paper('退出现役证件', '军队', '退伍证', '退役证'),
    household(),
    account(),
    photograph(),
    paper('入伍通知书', '兵役机关', '入伍批准书'),
  ],
  disabled: () => [
    photograph(),
    own('残疾评定表', '残疾人评定表'),
    household(),
    paper('残疾人证', '残疾人联合会', '中华人民共和国残疾人证'),
    account(),
  ],
  agriculture: () => [
    own('土地承包经营合同', '承包合同'),
    own('流转协议', '土地流转合同'),
    account(),
    own('购机发票', '发票', '购置发票'),
  ],
  forestry: () => [
    paper('林权证明', '自然资源部门', '林权证', '林地权属证明'),
    own('伐区调查设计材料', '采伐作业设计', '伐区设计书'),
    own('更新造林承诺书', '更新措施说明'),
  ],
  taxation: () => [socialCard(), paper('完税凭证', '税务机关', '完税证明'), account()],
  'power-supply': () => [deed(), own('用电设备清单', '用电设备明细'), own('授权委托书', '委托书')],
};

/** Materials from which the standard set of an item is drawn: by department for persons, common ones otherwise. */
export function materialPool(department: string, person: boolean): readonly MaterialWords[] {
  if (!person) return CORPORATE();
  return BY_DEPARTMENT[department]?.() ?? PERSONAL();
}
