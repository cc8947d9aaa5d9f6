import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCLUSIONS, type IndicatorCode } from '../../../comparison/indicators/indicator.ts';
import { limitReduction } from '../../../comparison/indicators/limit-reduction.ts';
import { figureOf } from '../../../comparison/indicators/value.ts';
import { measureAuthority } from '../../../comparison/indicators.ts';
import { smallAuthority, type Told } from './small-authority.ts';

describe('every figure', () => {
  const told = fc.record(
    {
      state: fc.constantFrom('IN_FORCE', 'IN_FORCE', 'SUSPENDED', 'CANCELLED', 'SCHEDULED'),
      type: fc.constantFrom('PUBLIC_SERVICE', 'LICENSING', 'PUNISHMENT'),
      department: fc.constantFrom('青溪县民政局', '青溪县公安局'),
      reference: fc.constantFrom('r0', 'r1', 'r2'),
      relation: fc.constantFrom('EQUIVALENT', 'NARROWER', 'RELATED'),
      isWaiting: fc.boolean(),
      code: fc.constantFrom('442111001000', '442111002000'),
      elements: fc.record(
        {
          visits: fc.integer({ min: 0, max: 3 }),
          caseType: fc.constantFrom('IMMEDIATE', 'PROMISED'),
          statutoryLimit: fc.record({
            amount: fc.nat(60),
            unit: fc.constantFrom('WORKING_DAY', 'DAY', 'HOUR'),
          }),
          promisedLimit: fc.record({
            amount: fc.nat(60),
            unit: fc.constantFrom('WORKING_DAY', 'DAY', 'HOUR'),
          }),
          isOnline: fc.boolean(),
          handlingItemCode: fc.constantFrom('01', '02'),
          materialsText: fc.constantFrom('申请表', '申请表；身份证', '结婚证；照片；申请表'),
          acceptCondition: fc.constantFrom('年满十八周岁'),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['elements'] },
  );
  const SUMS: readonly IndicatorCode[] = ['LIMIT_REDUCTION', 'MATERIALS_PER_ITEM'];

  test('equals the count of the list it links to, counts or leaves out every item once, and groups add up', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 25 }), (all) => {
        const items = all.map((one, at) => ({ id: `ci_${at}`, ...one }) as Told);
        const references = ['r0', 'r1', 'r2', 'r3'].map((id) => ({
          id,
          elements: { exerciseLevels: [id === 'r3' ? 'PROVINCE' : 'COUNTY'] },
        }));
        const { authority, results } = smallAuthority(items, references);
        for (const { indicator, measured } of measureAuthority(authority, results)) {
          const whole = figureOf(indicator, measured);
          const population = indicator.code === 'CLAIMED' ? references : items;
          expect(measured.map(({ itemId }) => itemId).toSorted()).toEqual(
            population.map(({ id }) => id).toSorted(),
          );
          if (!SUMS.includes(indicator.code)) expect(whole.numeratorIds).toHaveLength(whole.numerator);
          if (indicator.code !== 'LIMIT_REDUCTION')
            expect(whole.denominatorIds).toHaveLength(whole.denominator);
          const counted = measured.filter(({ outcome }) => typeof outcome !== 'string');
          const excluded = whole.excluded.flatMap(({ ids }) => ids);
          for (const { ids, count } of whole.excluded) expect(ids).toHaveLength(count);
          expect(counted.length + excluded.length).toBe(population.length);
          expect(whole.excluded.every(({ reason }) => reason in EXCLUSIONS)).toBe(true);
          if (whole.denominator === 0) expect(whole.value).toBeNull();
          const groups = [...Map.groupBy(measured, ({ department }) => department).values()].map((group) =>
            figureOf(indicator, group),
          );
          const total = (side: 'numerator' | 'denominator') =>
            groups.reduce((sum, group) => sum + group[side], 0);
          expect(total('numerator')).toBeCloseTo(whole.numerator, 3);
          expect(total('denominator')).toBeCloseTo(whole.denominator, 3);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of the items', () => {
    const measured = [1, 2, 3, 5, 7, 11].map((amount) => ({
      ...{ itemId: `${amount}`, regionCode: '', department: undefined, itemType: 'LICENSING' as const },
      outcome: { numerator: (amount * 5) / 168, denominator: (amount * 120) / 168 },
    }));
    const there = figureOf(limitReduction, measured);
    expect(there.value).toBe(5 / 120);
    expect(figureOf(limitReduction, measured.toReversed())).toMatchObject({
      value: there.value,
      numerator: there.numerator,
    });
  });
});
