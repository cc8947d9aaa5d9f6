import { describe, expect, test } from 'vitest';
import { createReviewers, parseReviewers } from '../../gateway/reviewers.ts';

const reviewerOf = createReviewers([
  { name: '张三', token: 'zhang-san-0123456789' },
  { name: '李四', token: 'li.si~0123456789/+==' },
]);

describe('whose token a header bears', () => {
  test.each([
    ['Bearer zhang-san-0123456789', '张三'],
    ['bearer   zhang-san-0123456789 ', '张三'],
    ['Bearer li.si~0123456789/+==', '李四'],
    ['Bearer zhang-san-012345678', undefined],
    ['Bearer zhang-san-01234567890', undefined],
    ['Bearer ZHANG-SAN-0123456789', undefined],
    ['Bearer 张三:zhang-san-0123456789', undefined],
    ['Bearer zhang-san-0123456789, Bearer li.si~0123456789/+==', undefined],
    ['Basic zhang-san-0123456789', undefined],
    ['zhang-san-0123456789', undefined],
    ['Bearer ', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s', (header, name) => {
    expect(reviewerOf(header)?.subject).toBe(name);
  });

  test('nobody has a token where none is set', () => {
    expect(createReviewers([])('Bearer undefined0000000000')).toBeUndefined();
  });
});

test('a token that is read is a token that is known', () => {
  const reviewers = parseReviewers('张三:a_b-c.d~e+f/0123==,li:0123456789abcdef') ?? [];
  expect(reviewers.map(({ token }) => createReviewers(reviewers)(`Bearer ${token}`)?.subject)).toEqual([
    '张三',
    'li',
  ]);
});
