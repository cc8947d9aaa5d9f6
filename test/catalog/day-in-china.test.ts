import { expect, test } from 'vitest';
import { dayInChina } from '../../catalog/day-in-china.ts';

test.each([
  ['2026-03-01T15:59:59Z', '2026-03-01'],
  ['2026-03-01T16:00:00Z', '2026-03-02'],
  ['2026-12-31T20:00:00Z', '2027-01-01'],
])('%s is %s in Beijing', (moment, day) => {
  expect(dayInChina(new Date(moment))).toBe(day);
});
