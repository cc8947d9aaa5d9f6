import { titleKey } from '../../../catalog/fields.ts';

/** Which form a sheet is, as the report names it, and what its rows become. */
export interface FormKind {
  readonly layout: string;
  readonly subject: 'ITEM' | 'GUIDE';
}

interface KnownForm extends FormKind {
  readonly titles: readonly string[];
  /** How many of the titles a form must bear. */
  readonly enough: number;
  /** Words of a heading that name the form whatever its labels. */
  readonly heading?: RegExp;
}

const KNOWN: readonly KnownForm[] = [
  {
    // 海盐县通知 四(一): 公共服务事项单项梳理表.
    layout: '海盐单项梳理表',
    subject: 'ITEM',
    titles: ['行业主题分类', '个人关注点', '法人关注点', '面向个人的对象分类', '面向法人的对象分类'],
    enough: 2,
    heading: /单项梳理表/u,
  },
  {
    // 沈阳市通知 二(二): eleven elements.
    layout: '沈阳办事指南',
    subject: 'GUIDE',
    titles: [
      ...['办理依据', '受理单位', '基本流程', '申请材料', '示范文本及常见错误示例', '收费依据及标准'],
      ...['办理时限', '表格下载', '咨询渠道', '办公时间和地址', '监督途径'],
    ],
    enough: 7,
  },
  {
    // 武陵源区通知 四(二): nine elements.
    layout: '武陵源服务指南',
    subject: 'GUIDE',
    titles: [
      ...['办理依据', '承办机构', '服务对象', '申请条件', '申报材料', '服务流程', '办理时限'],
      ...['收费依据及标准', '咨询方式'],
    ],
    enough: 6,
  },
  {
    // 镇坪县通知 三(三): thirteen elements of the implementation list.
    layout: '镇坪实施清单',
    subject: 'ITEM',
    titles: [
      ...['实施编码', '行使内容', '实施机构', '办结时限', '收费标准', '收费依据', '申请材料', '办理流程'],
      ...['办理形式', '办理地点', '办理时间', '咨询电话', '监督电话'],
    ],
    enough: 9,
    heading: /实施清单/u,
  },
];

/** Which form these labels and headings are; one nobody issued is a guide or a general form by its heading. */
export const formKindOf = (titles: readonly string[], headings: readonly string[]): FormKind => {
  const keys = new Set(titles.map(titleKey));
  const byTitles = KNOWN.map((form) => ({
    form,
    found: form.titles.filter((title) => keys.has(title)).length,
  }))
    .filter(({ form, found }) => found >= form.enough)
    .sort((left, right) => right.found / right.form.titles.length - left.found / left.form.titles.length);
  const form =
    KNOWN.find(({ heading }) => heading !== undefined && headings.some((line) => heading.test(line))) ??
    byTitles[0]?.form;
  if (form !== undefined) return { layout: form.layout, subject: form.subject };
  const isGuide = headings.some((line) => line.length <= 60 && /指南[）)》」]?$/u.test(line.trim()));
  return isGuide ? { layout: '通用办事指南', subject: 'GUIDE' } : { layout: '通用表单', subject: 'ITEM' };
};
