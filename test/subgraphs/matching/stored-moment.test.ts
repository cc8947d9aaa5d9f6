import { expect, test } from 'vitest';
import { isMoment } from '../../../subgraphs/matching/stored-moment.ts';

test.each(['2026-03-01 00:00:00+00', '2026-02-28 23:59:59.123456+08', '2024-02-29 12:00:00-03:30'])(
  '%s is a moment as the database writes it',
  (text) => expect(isMoment(text)).toBe(true),
);

test.each([
  '2026-99-99 99:99:99+00',
  '2026-02-30 00:00:00+00',
  '2026-03-01 24:00:00+00',
  '0000-01-01 00:00:00+00',
  '昨天',
  '',
])('%s is none, whatever a cursor tells', (text) => expect(isMoment(text)).toBe(false));
