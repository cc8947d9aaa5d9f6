import { lookalikeTitle } from './title-text.ts';

/**
 * Words that decide what a title speaks of. Two titles that hold different words of one family speak of different
 * things however alike they look: 法定办结时限 and 承诺办结时限, 监督电话 and 咨询电话. Words of one line mean the same.
 */
const FAMILIES: readonly (readonly (readonly string[])[])[] = [
  [['法定'], ['承诺']],
  [
    ['主项', '父项', '大项'],
    ['子项', '小项', '孙项'],
  ],
  [['咨询'], ['监督', '投诉'], ['复议'], ['诉讼'], ['联系']],
  [['基本'], ['实施'], ['扩展']],
  [['国家'], ['地方']],
  [
    ['自然人', '个人'],
    ['法人', '企业'],
  ],
  [
    ['计算机', '电脑'],
    ['移动', '手机'],
  ],
  [['网上', '在线', '线上', '网办'], ['窗口', '现场', '线下'], ['自助'], ['快递', '物流'], ['预约']],
  [['省级'], ['市级'], ['县级', '区级'], ['乡级', '镇级', '乡镇', '镇街', '街道'], ['村级', '村居', '社区']],
  [
    ...[['名称', '名字', '全称'], ['编码', '代码', '编号', '码'], ['类型', '类别', '分类', '种类'], ['性质']],
    ...[
      ['依据'],
      ['时限', '期限'],
      ['单位', '机构', '部门', '机关', '主体', '科室'],
      ['说明', '原因', '备注'],
    ],
    ...[['地址', '地点', '网址', '链接'], ['时间', '日期'], ['电话'], ['层级', '级别'], ['状态'], ['条件']],
    ...[['材料', '资料'], ['流程', '程序', '步骤'], ['内容'], ['对象'], ['范围'], ['次数', '数量', '份数']],
    ...[['结果'], ['标准'], ['主题'], ['样本', '样表', '示范'], ['渠道', '方式', '途径', '形式'], ['规定']],
  ],
];

/** What turns a title into another one when it stands in only one of the two. */
const QUALIFIERS: readonly string[] = [
  ...['是否', '原', '未', '不', '非', '上级', '下级', '省级', '市级', '拟', '关联'],
  ...['对应', '相关', '单位', '说明', '委托', '中介', '流程图', '特殊', '复议', '诉讼', '监督'],
  ...['地方', '国家', '材料', '环节', '窗口', '一级', '二级', '源', '收费', '证照', '依据'],
  ...['电话', '版本', '移动', '扩展', '共同', '联办', '结果', '日期', '不予', '处罚', '县级'],
  ...['区级', '乡级', '镇级', '村级'],
];

/** Titles are compared with lookalikes taken for one another, and so must the words be. */
const FOLDED_FAMILIES = FAMILIES.map((family) => family.map((words) => words.map(lookalikeTitle)));
const FOLDED_QUALIFIERS = QUALIFIERS.map(lookalikeTitle);
const NAME = lookalikeTitle('名称');
const KINDS: readonly string[] = FOLDED_FAMILIES.at(-1)?.flat() ?? [];

/** What a title speaks of, as the words in it tell. */
export interface TitleMeaning {
  /** The qualifiers in it, joined. */
  readonly qualifiers: string;
  /** For each family, the lines it has words of, as bits. */
  readonly families: readonly number[];
}

/** Reads the meaning of a title whose lookalikes are folded. */
export const meaningOfTitle = (folded: string): TitleMeaning => ({
  qualifiers: FOLDED_QUALIFIERS.filter((word) => folded.includes(word)).join(' '),
  families: FOLDED_FAMILIES.map((family) =>
    family.reduce((bits, words, index) => {
      return words.some((word) => folded.includes(word)) ? bits | (1 << index) : bits;
    }, 0),
  ),
});

/** Whether two titles speak of different things. */
export const contradict = (left: TitleMeaning, right: TitleMeaning): boolean =>
  left.qualifiers !== right.qualifiers ||
  left.families.some((bits, index) => {
    const others = right.families[index] ?? 0;
    return bits !== 0 && others !== 0 && (bits & others) === 0;
  });

/** Whether a piece of a title makes it another kind of thing: 编码, 依据, 时限 … but not 名称, which adds nothing. */
export const namesKind = (folded: string): boolean =>
  KINDS.some((word) => word !== NAME && folded.includes(word));
