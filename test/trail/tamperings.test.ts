import { describe, expect, test } from 'vitest';
import { checkTrail } from '../../trail/check-trail.ts';
import { seededRandom } from '../support/random-query.ts';
import { honestTrail, shuffled } from './honest-trail.ts';
import { TAMPERINGS } from './tamperings.ts';

const SEED = Number(process.env['TRAIL_SEED'] ?? '20260701');
const TRIES = Number(process.env['TRAIL_TAMPERINGS'] ?? '2500');

describe(`tampering with a trail, seed ${SEED}`, () => {
  test('an honest trail is found in order, with and without what was noted outside', () => {
    for (let at = 0; at < 50; at += 1) {
      const trail = honestTrail(seededRandom(SEED + at));
      const noted = TAMPERINGS.flatMap((tampering) => tampering.noted?.(trail) ?? []);
      expect(checkTrail(trail, noted), `seed ${SEED + at}`).toEqual([]);
      expect(checkTrail(shuffled(seededRandom(at), trail), []), `seed ${SEED + at}`).toEqual([]);
    }
  });

  test(`${TRIES} of ${TAMPERINGS.length} kinds are all found`, { timeout: 120_000 }, () => {
    const done = new Map(TAMPERINGS.map(({ name }) => [name, 0]));
    const missed: string[] = [];
    let tried = 0;
    for (let at = 0; tried < TRIES; at += 1) {
      const random = seededRandom(SEED + at);
      const { name, act, noted } = TAMPERINGS[at % TAMPERINGS.length] as (typeof TAMPERINGS)[number];
      const honest = honestTrail(random);
      const tampered = act(honest, random);
      if (tampered === undefined) continue;
      tried += 1;
      done.set(name, (done.get(name) ?? 0) + 1);
      if (checkTrail(tampered, noted?.(honest) ?? []).length === 0) missed.push(`${name}, seed ${SEED + at}`);
    }
    expect(missed).toEqual([]);
    for (const [name, count] of done) expect(count, name).toBeGreaterThan(TRIES / TAMPERINGS.length / 4);
  });
});
