import { describe, expect, test } from 'vitest';
import { DatabaseAway, DatabaseSlow, failureOf } from '../../db/failures.ts';

const coded = (code: string): Error => Object.assign(new Error('the words of the driver'), { code });

describe('an error of the driver', () => {
  test.each([
    'ECONNRESET',
    'EADDRNOTAVAIL',
    'EMFILE',
    'ENFILE',
    'ENOBUFS',
    'ERR_STREAM_DESTROYED',
    'ERR_SOCKET_CLOSED',
    'CONNECTION_CLOSED',
    '57P01',
    '53300',
    '08006',
  ])('%s tells that there is no way to the database', (code) => {
    expect(failureOf(coded(code))).toBeInstanceOf(DatabaseAway);
  });

  test('that ends a statement for its length tells that it was slow', () => {
    expect(failureOf(coded('57014'))).toBeInstanceOf(DatabaseSlow);
  });

  test.each(['23505', '42501', '22012', 'ERR_INVALID_ARG_TYPE', 'UNDEFINED_VALUE'])(
    '%s stays itself',
    (code) => {
      const error = coded(code);
      expect(failureOf(error)).toBe(error);
    },
  );
});
