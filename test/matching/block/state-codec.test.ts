import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchBlock } from '../../../matching/block/match-block.ts';
import { referenceList } from '../../../matching/block/reference-list.ts';
import { decodeState, encodeState } from '../../../matching/block/state-codec.ts';
import { decodeValue, encodeValue, type Value } from '../../../matching/block/value-codec.ts';
import { plainJudging } from './plain-judging.ts';

const { state } = matchBlock({
  references: referenceList(plainJudging(), [
    { id: 'r1', name: '甲乙丙', codes: ['A'] },
    { id: 'r2', name: '丙丁' },
  ]),
  items: Array.from({ length: 200 }, (_, at) => ({ id: `项${at}`, name: `甲乙${at}`, codes: ['A'] })),
});

describe('a state as bytes', () => {
  test('comes back as it was', () => {
    expect(decodeState(encodeState(state))).toEqual(state);
  });

  test('is the same for the same state', () => {
    expect(encodeState(structuredClone(state))).toEqual(encodeState(state));
  });

  test('takes a fraction of its JSON', () => {
    expect(encodeState(state).length).toBeLessThan(Buffer.byteLength(JSON.stringify(state)) / 2.5);
  });

  test('is nothing when any byte of it has changed', () => {
    const bytes = encodeState(state);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        expect(decodeState(damaged)).toBeUndefined();
      }),
    );
  });

  test('is nothing when it was cut off, or is something else', () => {
    const bytes = encodeState(state);
    for (const length of [0, 1, 3, 4, 19, 20, 21, bytes.length - 1]) {
      expect(decodeState(bytes.subarray(0, length))).toBeUndefined();
    }
    expect(decodeState(Buffer.from('{"version":"1"}'.repeat(10)))).toBeUndefined();
  });

  test('may lie anywhere in a larger buffer', () => {
    const bytes = encodeState(state);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 7);
    expect(decodeState(larger.subarray(7))).toEqual(state);
  });
});

describe('values', () => {
  test.each([
    ['numbers', [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, -1, 0.1, 5e-324, Number.MAX_VALUE]],
    ['texts', ['', '甲', '𠮷', '\ud842', '\ufeff甲', '\u0000', '甲'.repeat(70_000)]],
    ['names of properties', JSON.parse('{"__proto__":1,"甲":null,"a,b":{"a":[],"b":{}}}')],
  ] as const)('%s', (_case, value) => {
    expect(decodeValue(encodeValue(value))).toEqual(value);
  });

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const back = JSON.stringify(decodeValue(encodeValue(value as Value)));
        expect(back).toBe(JSON.stringify(value, (_name, one) => (Object.is(one, -0) ? 0 : one)));
      }),
    );
  });

  test('properties keep their order, and those that are undefined are left out', () => {
    const value = { b: 1, a: undefined, c: 2 };
    expect(JSON.stringify(decodeValue(encodeValue(value)))).toBe('{"b":1,"c":2}');
  });
});
