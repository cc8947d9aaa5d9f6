import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { operatorName } from '../../cli/operator.ts';

test('an operator is named by the login name', () => {
  expect(operatorName()).toBe(userInfo().username);
});

test('one without a name is known by the number, and never taken for the hub', () => {
  const unknown = Object.assign(new Error('no such user'), { code: 'ERR_SYSTEM_ERROR' });
  const number = `uid ${process.getuid?.()}`;
  expect(operatorName(() => '')).toBe(number);
  expect(
    operatorName(() => {
      throw unknown;
    }),
  ).toBe(number);
});

test('a bug is not a user without a name', () => {
  expect(() =>
    operatorName(() => {
      throw new TypeError('a bug');
    }),
  ).toThrow('a bug');
});
