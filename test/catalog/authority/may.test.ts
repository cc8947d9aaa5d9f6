import { describe, expect, test } from 'vitest';
import { grantsFor, isWithin, may } from '../../../catalog/authority/may.ts';
import { RULES, rolesFor } from '../../../catalog/authority/rules.ts';
import { type Grant, ROLES } from '../../../catalog/authority/writer.ts';
import type { LEVELS } from '../../../catalog/levels.ts';
import { aWriter } from '../../support/writers.ts';

const grant = (over: Partial<Grant> = {}): Grant => ({
  role: 'REVIEWER',
  region: '331000000000',
  levels: ['CITY', 'COUNTY'],
  ...over,
});

describe('a region lies within', () => {
  test.each([
    ['000000000000', '000000000000', true],
    ['330000000000', '000000000000', true],
    ['000000000000', '330000000000', false],
    ['330000000000', '330000000000', true],
    ['331000000000', '330000000000', true],
    ['339999999999', '330000000000', true],
    ['340000000000', '330000000000', false],
    ['329999999999', '330000000000', false],
    ['330000000000', '331000000000', false],
    // 331 begins both 3310 and 3311.
    ['331100000000', '331000000000', false],
    ['331022000000', '331000000000', true],
    ['331022100201', '331022000000', true],
    ['331023000000', '331022000000', false],
    ['331021999999', '331022000000', false],
    ['331022100000', '331022100000', true],
    ['331022101000', '331022100000', false],
    ['331022100201', '331022100201', true],
    ['331022100202', '331022100201', false],
    ['331', '330000000000', false],
    ['33', '330000000000', false],
    ['3310220000001', '331000000000', false],
    ['a331022000000', '331000000000', false],
    ['33102200000a', '331000000000', false],
    ['', '000000000000', false],
    ['331022000000', '331', false],
    ['331022000000', '', false],
  ])('%s in %s: %s', (region, top, expected) => {
    expect(isWithin(region, top)).toBe(expected);
  });
});

describe('a writer may', () => {
  test.each<[string, readonly Grant[], string, (typeof LEVELS)[number], boolean]>([
    ['in its region at its level', [grant()], '331022000000', 'COUNTY', true],
    ['in its own region', [grant()], '331000000000', 'CITY', true],
    ['not at another level', [grant()], '331022000000', 'TOWNSHIP', false],
    ['not in the region beside', [grant()], '331100000000', 'CITY', false],
    ['not in the region above', [grant()], '330000000000', 'CITY', false],
    ['not by another role', [grant({ role: 'AUDITOR' })], '331022000000', 'COUNTY', false],
    [
      'not by the level of one grant in the region of another',
      [grant({ levels: ['CITY'] }), grant({ region: '332000000000' })],
      '331022000000',
      'COUNTY',
      false,
    ],
    [
      'not by the role of one grant in the region of another',
      [grant({ role: 'PROPOSER' }), grant({ region: '332000000000' })],
      '331022000000',
      'COUNTY',
      false,
    ],
    ['by any of its grants', [grant({ region: '332000000000' }), grant()], '331022000000', 'COUNTY', true],
    ['nothing without grants', [], '331022000000', 'COUNTY', false],
  ])('%s', (_, grants, region, level, expected) => {
    expect(may(aWriter({ grants }), 'Mutation.decideMatch', region, level)).toBe(expected);
  });

  test('what the rules say and no more', () => {
    for (const [action, roles] of Object.entries(RULES)) {
      for (const role of ROLES) {
        const writer = aWriter({ grants: [grant({ role })] });
        const allowed = (roles as readonly string[]).includes(role);
        expect(grantsFor(writer, action as keyof typeof RULES), `${action} ${role}`).toHaveLength(
          allowed ? 1 : 0,
        );
        expect(may(writer, action as keyof typeof RULES, '331022000000', 'COUNTY')).toBe(allowed);
      }
    }
  });
});

describe('the rules', () => {
  test('who decides reviews, who starts work operates, who sees drafts does either', () => {
    expect(rolesFor('Mutation.decideMatch')).toEqual(['REVIEWER']);
    expect(rolesFor('Mutation.decideMatches')).toEqual(['REVIEWER']);
    expect(rolesFor('Mutation.revokeDecision')).toEqual(['REVIEWER']);
    expect(rolesFor('Mutation.runMatching')).toEqual(['OPERATOR']);
    expect(rolesFor('Query.impact')).toEqual(['REVIEWER', 'OPERATOR']);
  });

  test.each(['Mutation.none', 'Query.items', '', 'toString', '__proto__', 'constructor', 'decideMatch'])(
    '%s is nobody’s',
    (place) => {
      expect(rolesFor(place)).toEqual([]);
    },
  );

  test('every row names roles, each once', () => {
    for (const roles of Object.values(RULES) as (readonly string[])[]) {
      expect(roles.length).toBeGreaterThan(0);
      expect(new Set(roles).size).toBe(roles.length);
    }
  });
});
