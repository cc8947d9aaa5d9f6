import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNonces, WINDOW } from '../../signing/nonces.ts';

const NOW = 1_772_323_200_000;

test('signatures are good for thirty seconds', () => expect(WINDOW).toBe(30_000));

describe('a nonce', () => {
  test('is used once it was taken, until its signature has run out', () => {
    const nonces = createNonces(NOW - WINDOW);
    const ahead = NOW + WINDOW;
    expect(nonces.take('a', ahead, NOW)).toBe('TAKEN');
    expect(nonces.take('b', ahead, NOW)).toBe('TAKEN');
    expect(nonces.take('a', ahead, NOW)).toBe('USED');
    expect(nonces.take('a', ahead, ahead + WINDOW)).toBe('USED');
    expect(nonces.size()).toBe(2);
  });

  test('that came before the memory begins is forgotten', () => {
    const nonces = createNonces(NOW);
    expect(nonces.take('a', NOW - 1, NOW)).toBe('FORGOTTEN');
    expect(nonces.take('a', NOW, NOW)).toBe('TAKEN');
    expect(nonces.size()).toBe(1);
  });

  test('that has run out makes room, and is not taken again by a clock that was put back', () => {
    const nonces = createNonces(NOW, 2);
    expect(nonces.take('a', NOW, NOW)).toBe('TAKEN');
    expect(nonces.take('b', NOW + 999, NOW)).toBe('TAKEN');
    expect(nonces.take('c', NOW + 1_000, NOW)).toBe('FULL');
    // The last moment of their second is good until then.
    expect(nonces.take('c', NOW + 1_000, NOW + 999 + WINDOW)).toBe('FULL');
    expect(nonces.take('c', NOW + 1_000, NOW + 1_000 + WINDOW)).toBe('TAKEN');
    expect(nonces.size()).toBe(1);
    expect(nonces.take('a', NOW, NOW)).toBe('FORGOTTEN');
    expect(nonces.take('b', NOW + 999, NOW)).toBe('FORGOTTEN');
    expect(nonces.take('c', NOW + 1_000, NOW)).toBe('USED');
    expect(nonces.take('d', NOW + 1_000, NOW + 1_000 + WINDOW)).toBe('TAKEN');
    expect(nonces.take('e', NOW + 1_000, NOW + 1_000 + WINDOW)).toBe('FULL');
    expect(nonces.size()).toBe(2);
  });

  test('of a moment long past does not open what was forgotten since', () => {
    const nonces = createNonces(NOW);
    expect(nonces.take('late', NOW + 5_000, NOW + 5_000)).toBe('TAKEN');
    expect(nonces.take('early', NOW + 1_000, NOW + 5_000)).toBe('TAKEN');
    // Both have run out; the later one was remembered first.
    expect(nonces.take('c', NOW + 90_000, NOW + 90_000)).toBe('TAKEN');
    expect(nonces.take('late', NOW + 5_000, NOW + 5_000)).toBe('FORGOTTEN');
  });

  test('used is told before the room is looked at', () => {
    const nonces = createNonces(NOW, 1);
    nonces.take('a', NOW, NOW);
    expect([nonces.take('a', NOW, NOW), nonces.take('b', NOW, NOW)]).toEqual(['USED', 'FULL']);
  });

  test('finds room for four hundred thousand of thirty seconds', () => {
    const nonces = createNonces(NOW);
    for (let number = 0; number < 400_000; number += 1)
      if (nonces.take(String(number), NOW + (number % WINDOW), NOW + WINDOW) !== 'TAKEN')
        throw new Error(`${number}`);
    expect(nonces.take('one more', NOW, NOW)).toBe('FULL');
  }, 30_000);
});

test('within the window no nonce is ever taken twice, however the clock runs', () => {
  const step = fc.record({
    nonce: fc.constantFrom('a', 'b', 'c', 'd'),
    off: fc.integer({ min: -WINDOW, max: WINDOW }),
    wait: fc.integer({ min: -10_000, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (steps, most) => {
      const nonces = createNonces(NOW - WINDOW, most);
      const taken = new Set<string>();
      let now = NOW;
      for (const { nonce, off, wait } of steps) {
        now += wait;
        // Few moments, so that the same call comes again.
        const signedAt = Math.round((now + off) / 15_000) * 15_000;
        if (Math.abs(signedAt - now) > WINDOW) continue;
        const told = nonces.take(nonce, signedAt, now);
        if (told === 'TAKEN') {
          expect(taken.has(`${nonce} ${signedAt}`)).toBe(false);
          taken.add(`${nonce} ${signedAt}`);
        }
        if (told === 'USED') expect(taken.has(`${nonce} ${signedAt}`)).toBe(true);
        expect(nonces.size()).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 2_000, seed: 20_260_301 },
  );
});
