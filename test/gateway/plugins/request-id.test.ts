import { expect, test } from 'vitest';
import { requestIdOf } from '../../../gateway/plugins/request-id.ts';

test.each(['a', '01a60483-7a12-48e7-8933-fdcccfaf10c3', 'trace:1.2_3', 'x'.repeat(128)])(
  '%s is kept',
  (id) => {
    expect(requestIdOf(id)).toBe(id);
  },
);

test.each([undefined, '', 'a b', 'a\nb', '<script>', '编号', 'x'.repeat(129), ['a', 'b']])(
  '%j is replaced by an id of our own',
  (id) => {
    expect(requestIdOf(id)).toMatch(/^[\da-f-]{36}$/u);
    expect(requestIdOf(id)).not.toBe(requestIdOf(id));
  },
);
