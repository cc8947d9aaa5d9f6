import { expect, test } from 'vitest';
import { CHK_35_DATES_AND_STATE } from '../../../catalog/rules/chk-35-dates-and-state.ts';
import { aRecord } from './handling-record.ts';

/** The day of the check is 2026-03-02. */
const found = (state: string, planEffectiveDate?: string, planCancelDate?: string) =>
  CHK_35_DATES_AND_STATE.find(aRecord({ item: { state, planEffectiveDate, planCancelDate } })).map(
    ({ code, value, other }) => [code, value, other].filter((part) => part !== undefined),
  );

test.each([
  ['IN_FORCE', undefined, undefined],
  ['IN_FORCE', '2026-03-02', '2026-03-03'],
  ['IN_FORCE', '2026-03-03', undefined],
  ['SUSPENDED', '2020-01-01', '2027-01-01'],
  ['CANCELLED', '2020-01-01', '2026-03-02'],
  ['CANCELLED', undefined, undefined],
  ['SCHEDULED', '2026-03-03', undefined],
  ['SCHEDULED', undefined, undefined],
  ['SCHEDULED', undefined, '2026-03-01'],
])('%s from %s to %s', (state, start, end) => expect(found(state, start, end)).toEqual([]));

test.each([
  ['IN_FORCE', '2026-03-01', '2026-03-01', [['CHK_35', '2026-03-01', '2026-03-01']]],
  ['IN_FORCE', '2027-01-01', '2026-12-31', [['CHK_35', '2026-12-31', '2027-01-01']]],
  ['CANCELLED', '2024-02-01', '2024-01-31', [['CHK_35', '2024-01-31', '2024-02-01']]],
  ['IN_FORCE', undefined, '2026-03-02', [['CHK_35_ENDED', '2026-03-02', '在用']]],
  ['SUSPENDED', '2020-01-01', '2026-03-01', [['CHK_35_ENDED', '2026-03-01', '挂起']]],
  ['CANCELLED', undefined, '2026-03-03', [['CHK_35_STILL', '2026-03-03']]],
  ['SCHEDULED', '2026-03-02', undefined, [['CHK_35_BEGUN', '2026-03-02']]],
  ['SCHEDULED', '2020-01-01', '2027-01-01', [['CHK_35_BEGUN', '2020-01-01']]],
])('%s from %s to %s', (state, start, end, expected) => expect(found(state, start, end)).toEqual(expected));
