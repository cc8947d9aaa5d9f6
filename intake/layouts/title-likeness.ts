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

const groupsIn = (family: readonly (readonly string[])[], title: string): ReadonlySet<number> =>
  new Set(family.flatMap((words, index) => (words.some((word) => title.includes(word)) ? [index] : [])));

/** Whether two plain titles speak of different things. */
export const contradict = (left: string, right: string): boolean => {
  if (FOLDED_QUALIFIERS.some((word) => left.includes(word) !== right.includes(word))) return true;
  return FOLDED_FAMILIES.some((family) => {
    const mine = groupsIn(family, left);
    const other = groupsIn(family, right);
    return mine.size > 0 && other.size > 0 && ![...mine].some((group) => other.has(group));
  });
};

const bigrams = (characters: readonly string[]): readonly string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);

/** Share of common pairs of neighbours: 2·common / all. */
const diceOf = (left: readonly string[], right: readonly string[]): number => {
  const rest = [...bigrams(right)];
  const all = left.length + right.length - 2;
  let common = 0;
  for (const pair of bigrams(left)) {
    const index = rest.indexOf(pair);
    if (index < 0) continue;
    rest.splice(index, 1);
    common += 1;
  }
  return all <= 0 ? 0 : (2 * common) / all;
};

/** Edits that make one of the other: insertions, deletions, replacements. */
const editsBetween = (left: readonly string[], right: readonly string[]): number => {
  let row = right.map((_, index) => index + 1);
  for (const [index, character] of left.entries()) {
    let diagonal = index;
    let before = index + 1;
    row = row.map((above, column) => {
      const least = Math.min(above + 1, before + 1, diagonal + (character === right[column] ? 0 : 1));
      diagonal = above;
      before = least;
      return least;
    });
  }
  return row.at(-1) ?? left.length;
};

const KINDS: readonly string[] = FOLDED_FAMILIES.at(-1)?.flat() ?? [];

/** What the longer of two titles has before or after the shorter, or undefined where it does not contain it. */
const extraOf = (left: string, right: string): string | undefined => {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.includes(short) ? long.replace(short, '') : undefined;
};

/**
 * How alike two plain titles are, 0 … 1: the mean of common pairs and kept characters. A title that contains the other
 * as its end or beginning is likened by how much of it the other fills; titles that differ only in lookalike characters
 * are nearly one; titles that contradict each other are not alike.
 */
export const likeness = (left: string, right: string): number => {
  if (left === right) return 1;
  const seen = lookalikeTitle(left);
  const known = lookalikeTitle(right);
  if (seen === known) return 0.97;
  if (contradict(seen, known)) return 0;
  const [one, two] = [[...seen], [...known]];
  const longer = Math.max(one.length, two.length);
  const shorter = Math.min(one.length, two.length);
  const kept = 1 - editsBetween(one, two) / longer;
  const mixed = (diceOf(one, two) + kept) / 2;
  const extra = shorter < 4 ? undefined : extraOf(seen, known);
  const contained =
    extra !== undefined && !KINDS.some((word) => word !== lookalikeTitle('名称') && extra.includes(word));
  return Math.max(mixed, contained ? 0.55 + 0.4 * (shorter / longer) : 0);
};
