import { expect, test } from 'vitest';
import { judgeServerVersion } from '../../db/floors.ts';

test.each([
  [150_019, '15.19', '15.20'],
  [150_020, '15.20', undefined],
  [160_015, '16.15', '16.16'],
  [160_016, '16.16', undefined],
  [170_011, '17.11', '17.12'],
  [180_004, '18.4', '18.7'],
  [180_007, '18.7', undefined],
  [190_000, '19.0', undefined],
  [140_030, '14.30', '15.20、16.16、17.12 或 18.7'],
])('server %i (%s): wanted %s', (number, version, wanted) => {
  const verdict = judgeServerVersion(number);
  expect(verdict.version).toBe(version);
  expect(verdict.kind).toBe(wanted === undefined ? 'SAFE' : 'BELOW_FLOOR');
  if (verdict.kind === 'BELOW_FLOOR') expect(verdict.sentence).toContain(wanted);
});
