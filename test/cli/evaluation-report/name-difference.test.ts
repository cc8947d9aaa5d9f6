import { expect, test } from 'vitest';
import { nameDifference, type Stretch } from '../../../cli/evaluation-report/name-difference.ts';

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
  const difference = nameDifference(left, right);
  expect(marked(difference.left)).toBe(expectedLeft);
  expect(marked(difference.right)).toBe(expectedRight);
});
