import { describe, expect, test } from 'vitest';
import type { MatchItem } from '../../matching/item.ts';
import { differenceOf, rivalNote, rivalsOf } from '../../matching/rivals.ts';

const candidates = (...chances: readonly number[]) =>
  chances.map((confidence, at) => ({ reference: `r${at + 1}`, confidence }));

describe('two candidates are rivals where neither stands out', () => {
  test.each<[readonly number[], boolean]>([
    [[0.47, 0.47], true],
    [[0.4, 0.2], true],
    [[0.4, 0.19], false],
    [[0.9, 0.05], false],
    [[0.1, 0.1], false],
    [[0.6], false],
    [[], false],
  ])('%j', (chances, expected) => {
    expect(rivalsOf(candidates(...chances)) !== undefined).toBe(expected);
  });
});

describe('what tells them apart', () => {
  const item = (name: string, more: Partial<MatchItem> = {}): MatchItem => ({ id: name, name, ...more });

  test.each<[MatchItem, MatchItem, RegExp]>([
    [item('取水许可变更'), item('取水许可注销'), /^办理情形不同：前者“变更”，后者“注销”$/u],
    [item('工伤保险待遇申领'), item('失业保险待遇申领'), /前者“工伤保险”，后者“失业保险”/u],
    [item('户口页借出'), item('户口页归还'), /前者.*“借出”.*后者.*“归还”/u],
    [item('高龄津贴（80周岁）'), item('高龄津贴（90周岁）'), /前者“80岁”，后者“90岁”/u],
    [item('甲乙登记'), item('甲登记'), /^前者另有“乙”$/u],
    [
      item('法律援助', { department: '司法局' }),
      item('法律援助', { department: '总工会' }),
      /^名称一样，主管部门不同：前者司法局，后者总工会$/u,
    ],
    [item('法律援助', { codes: ['001'] }), item('法律援助'), /^名称一样，编码不同：前者001，后者没有写$/u],
    [item('取水许可'), item('取水 许可'), /^名称只是写法不同，已知的各项也一样/u],
    [item('法律援助'), item('法律援助'), /^名称一样，已知的各项也一样/u],
  ])('of %j and %j', (one, other, sentence) => expect(differenceOf(one, other)).toMatch(sentence));
});

test('the sentence names both and how likely each is; of one that is gone there is none', () => {
  const items = new Map([
    ['r1', { id: 'r1', name: '取水许可变更' }],
    ['r2', { id: 'r2', name: '取水许可注销' }],
  ]);
  const [first, second] = candidates(0.45, 0.4);
  if (first === undefined || second === undefined) throw new Error('two candidates');
  expect(rivalNote([first, second], (id) => items.get(id))).toBe(
    '“取水许可变更”与“取水许可注销”不相上下（45.0% 与 40.0%），要由人选定；两者的区别：办理情形不同：前者“变更”，后者“注销”',
  );
  items.delete('r2');
  expect(rivalNote([first, second], (id) => items.get(id))).toBeUndefined();
});
