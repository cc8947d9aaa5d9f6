import { expect, test } from 'vitest';
import { ROUGH_WORDINGS } from '../../../../matching/training/variation/rough-wordings.ts';
import { SEEN_WORDINGS } from '../../../../matching/training/variation/seen-wordings.ts';
import { UNSEEN_WORDINGS } from '../../../../matching/training/variation/unseen-wordings.ts';
import type { Draw, Writer } from '../../../../matching/training/variation/wording.ts';

/** Always the first of everything, the smallest number, and yes. */
const first: Draw = {
  between: (low) => low,
  chance: () => true,
  pick: (list) => list[0] as (typeof list)[number],
  shuffle: (list) => list,
};
const writer: Writer = { places: ['青溪县', '长风市青溪县'], level: '县级', office: '民政局' };

const written = (kind: string, name: string): string | undefined =>
  [...SEEN_WORDINGS, ...UNSEEN_WORDINGS, ...ROUGH_WORDINGS]
    .find((one) => one.kind === kind)
    ?.write(name, first, writer);

test.each([
  ['换词尾', '慈善信托备案', '慈善信托备案登记'],
  ['换词尾', '取水许可（新办）', '取水许可（首次申请）'],
  ['加词尾', '慈善信托备案', '慈善信托备案办理'],
  ['加词尾', '取水许可（新办）', undefined],
  ['去词尾', '林木采伐许可证核发', '林木采伐许可证'],
  ['对…的', '对占道经营的处罚', '占道经营处罚'],
  ['对…的', '生产建设项目水土保持方案审批', '对生产建设项目水土保持方案的审批'],
  ['注层级', '取水许可', '取水许可（县级）'],
  ['半角括号', '取水许可（新办）', '取水许可(新办)'],
  ['括号改短横', '取水许可（新办）', '取水许可-新办'],
  ['括号去掉', '取水许可（新办）', '取水许可新办'],
  ['标点', '伪造、变造证件', '伪造和变造证件'],
  ['空格', '慈善信托备案', '慈善 信托备案'],
  ['全角字符', '80岁老人津贴', '８０岁老人津贴'],
  ['旧称', '公共租赁住房申请', '廉租住房申请'],
  ['漏字', '慈善信托备案', '善信托备案'],
  ['颠倒', '慈善信托备案', '善慈信托备案'],
  ['截断', '建设项目使用林地审核同意书核发', '建设项目使用林地审核…'],
  ['编号', '慈善信托备案', '1.慈善信托备案'],
  ['前加动词', '慈善信托备案', '办理慈善信托备案'],
  ['前加动词', '对占道经营的处罚', undefined],
  ['加区划', '慈善信托备案', '青溪县慈善信托备案'],
  ['加部门', '慈善信托备案', '青溪县民政局慈善信托备案'],
  ['语序', '对占道经营的处罚', '处罚占道经营'],
  ['语序', '取水许可（新办）', '（新办）取水许可'],
  ['语序', '林木采伐许可证核发', '核发林木采伐许可证'],
  ['词库外同义词', '老年人优待证办理进度查询', '老年人优待证办理状态查询'],
  ['叠词', '慈善信托备案', '慈善慈善信托备案'],
  ['同音字', '慈善信托备案', '慈善信托备按'],
  ['随机错漏', '慈善信托备案', '善信托备案'],
  ['前后对调', '林木采伐许可证核发', '采伐许可证核发林木'],
  ['前后对调', '取水许可（新办）登记', undefined],
])('%s: %s → %s', (kind, name, expected) => {
  expect(written(kind, name)).toBe(expected);
});

test('what is not taught is not among what is taught', () => {
  const taught = new Set([...SEEN_WORDINGS, ...ROUGH_WORDINGS].map(({ kind }) => kind));
  expect(UNSEEN_WORDINGS.filter(({ kind }) => taught.has(kind))).toEqual([]);
});
