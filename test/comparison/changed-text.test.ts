import { expect, test } from 'vitest';
import { changedText, type Stretch } from '../../comparison/changed-text.ts';

/** Own stretches in brackets. */
const marked = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join('');

test.each([
  ['食品经营许可', '食品经营许可', '食品经营许可', '食品经营许可'],
  ['药品零售许可', '药品批发许可', '药品[零售]许可', '药品[批发]许可'],
  ['护士首次执业注册', '护士执业注册', '护士[首次]执业注册', '护士执业注册'],
  ['甲', '', '[甲]', ''],
  ['𠮷日', '日', '[𠮷]日', '日'],
])('%s and %s', (left, right, expectedLeft, expectedRight) => {
  const difference = changedText(left, right);
  expect(marked(difference.left)).toBe(expectedLeft);
  expect(marked(difference.right)).toBe(expectedRight);
});

test.each([
  ['食品经营许可（新办）', '食品经营许可(变更)'],
  ['aXbXc', 'XaXbc'],
  ['', '甲乙'],
])('the stretches of %s and %s are the texts again, and what both have is the same', (left, right) => {
  const difference = changedText(left, right);
  const joined = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
  const shared = (stretches: readonly Stretch[]) => joined(stretches.filter(({ isOwn }) => !isOwn));
  expect([joined(difference.left), joined(difference.right)]).toEqual([left, right]);
  expect(shared(difference.left)).toBe(shared(difference.right));
});

test('texts too long to be compared letter by letter are told apart between their equal ends', () => {
  const [left, right] = [`首${'甲'.repeat(1100)}尾`, `首${'乙'.repeat(1100)}尾`];
  expect(changedText(left, right).left).toEqual([
    { text: '首', isOwn: false },
    { text: '甲'.repeat(1100), isOwn: true },
    { text: '尾', isOwn: false },
  ]);
});
