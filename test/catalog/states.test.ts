import { describe, expect, test } from 'vitest';
import { lifecycleStateAt } from '../../catalog/states.ts';

const DAY = '2024-03-01';

describe('the life-cycle state on 2024-03-01', () => {
  test.each([
    ['nothing stated', {}, 'IN_FORCE'],
    ['in force, effective that day', { state: 'IN_FORCE', planEffectiveDate: DAY }, 'IN_FORCE'],
    ['effective the day after', { state: 'IN_FORCE', planEffectiveDate: '2024-03-02' }, 'SCHEDULED'],
    [
      'said to be scheduled, the date has come',
      { state: 'SCHEDULED', planEffectiveDate: '2024-02-01' },
      'IN_FORCE',
    ],
    ['said to be scheduled without a date', { state: 'SCHEDULED' }, 'SCHEDULED'],
    ['cancelled that day by plan', { state: 'IN_FORCE', planCancelDate: DAY }, 'CANCELLED'],
    ['to be cancelled the day after', { state: 'IN_FORCE', planCancelDate: '2024-03-02' }, 'IN_FORCE'],
    ['suspended', { state: 'SUSPENDED', planEffectiveDate: '2023-01-01' }, 'SUSPENDED'],
    ['suspended and past its end', { state: 'SUSPENDED', planCancelDate: '2024-02-29' }, 'CANCELLED'],
    ['cancelled, whatever is planned', { state: 'CANCELLED', planEffectiveDate: '2025-01-01' }, 'CANCELLED'],
  ] as const)('%s', (_, facts, state) => expect(lifecycleStateAt(facts, DAY)).toBe(state));
});
