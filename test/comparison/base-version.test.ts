import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../catalog/fields.ts';
import { baseVersion } from '../../comparison/base-version.ts';
import { driftOf } from '../../comparison/drift.ts';

const FIELDS = [fieldOf('item', 'name'), fieldOf('item', 'resultName'), fieldOf('item', 'subItemName')];
const STATED = new Set(FIELDS.map(({ element }) => element));

type Texts = readonly [string, string, string];
const elements = ([name, resultName, subItemName]: Texts) => ({ name, resultName, subItemName });
const edition = (version: number, texts: Texts) => ({ version, elements: elements(texts) });

describe('the edition a text was written from', () => {
  test.each<[string, Texts, number]>([
    ['is the newest it agrees with', ['甲', '乙', '丙'], 3],
    ['is an older one that it agrees with in more', ['旧', '乙', '丙'], 2],
    ['is the oldest', ['旧', '古', '丙'], 1],
    ['is the newest where it agrees with none', ['一', '二', '三'], 3],
    ['is the newest of those that it agrees with in as many', ['一', '乙', '丙'], 3],
    ['is told by what names say, not by how they are written', ['旧 ', '乙', '丙'], 2],
  ])('%s', (_about, local, version) => {
    const editions = [
      edition(3, ['甲', '乙', '丙']),
      edition(2, ['旧', '乙', '丙']),
      edition(1, ['旧', '古', '丙']),
    ] as const;
    expect(baseVersion(FIELDS, editions, elements(local)).version).toBe(version);
  });
});

const text = fc.constantFrom('甲', '乙', '丙', '丁');
const texts = fc.tuple(text, text, text);

/** The same names, written otherwise. */
const respelled = ([name, result, sub]: Texts): Texts => [` ${name}`, `${result}\u200b`, `${sub} `];

const statesOf = (local: Texts, editions: readonly Texts[]): readonly (string | undefined)[] => {
  const [newest, ...earlier] = editions.map((one, at) => edition(editions.length - at, one));
  if (newest === undefined) throw new Error('no edition');
  const base = baseVersion(FIELDS, [newest, ...earlier], elements(local));
  const found = driftOf(
    FIELDS,
    { base: base.elements, now: newest.elements, local: elements(local) },
    STATED,
  );
  return found.map(({ state }) => state);
};

test('an item filed from an old edition is behind exactly where the reference has moved on', () => {
  fc.assert(
    fc.property(texts, texts, (now, old) => {
      const states = statesOf(old, [now, old]);
      for (const [at, state] of states.entries()) {
        expect(state).toBe(now[at] === old[at] ? 'UNCHANGED' : 'BEHIND');
      }
    }),
    { numRuns: 2000 },
  );
});

test('an edition that only writes otherwise hides no real one before it, and makes none', () => {
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), texts, (now, earlier, local) => {
      const differs = (state: string | undefined) => state !== 'UNCHANGED' && state !== 'COSMETIC';
      const before = statesOf(local, [now, ...earlier]).map((state) => (differs(state) ? state : 'SAME'));
      const after = statesOf(local, [respelled(now), now, ...earlier]);
      expect(after.map((state) => (differs(state) ? state : 'SAME'))).toEqual(before);
    }),
    { numRuns: 5000 },
  );
});
