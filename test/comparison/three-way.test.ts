import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf } from '../../catalog/fields.ts';
import { driftOf } from '../../comparison/drift.ts';

/** What a text means, and in which of its spellings it is written. */
interface Writing {
  readonly meaning: number;
  readonly spelling: number;
}

type Event =
  | {
      readonly kind: 'REFERENCE_CHANGES' | 'COUNTY_CHANGES';
      readonly meaning: number;
      readonly spelling: number;
    }
  | { readonly kind: 'REFERENCE_RESPELLS' | 'COUNTY_RESPELLS'; readonly spelling: number }
  | { readonly kind: 'COUNTY_COPIES' };

/** The county's history as told from outside: what each side means, and since when the county knows it. */
interface World {
  readonly base: Writing;
  readonly now: Writing;
  readonly local: Writing;
}

const step = ({ base, now, local }: World, event: Event): World => {
  switch (event.kind) {
    case 'REFERENCE_CHANGES':
      return { base, now: { meaning: event.meaning, spelling: event.spelling }, local };
    case 'REFERENCE_RESPELLS':
      return { base, now: { ...now, spelling: event.spelling }, local };
    case 'COUNTY_CHANGES':
      return { base, now, local: { meaning: event.meaning, spelling: event.spelling } };
    case 'COUNTY_RESPELLS':
      return { base, now, local: { ...local, spelling: event.spelling } };
    case 'COUNTY_COPIES':
      return { base: now, now, local: now };
  }
};

/** The state by the meanings alone, in the words of the glossary. */
const expected = ({ base, now, local }: World): string => {
  const referenceMoved = base.meaning !== now.meaning;
  const countyMoved = base.meaning !== local.meaning;
  const agree = local.meaning === now.meaning;
  if (agree && referenceMoved) return 'FOLLOWED';
  if (agree) return local.spelling === now.spelling ? 'UNCHANGED' : 'COSMETIC';
  if (referenceMoved && countyMoved) return 'CONFLICT';
  return referenceMoved ? 'BEHIND' : 'LOCAL_EDIT';
};

/** Spellings of one name that say the same, and names that do not. */
const NAMES = ['采矿许可', '采矿许可变更', '取水许可', '户外广告设置审批'];
const SPELLINGS = [
  (name: string) => name,
  (name: string) => `${name.slice(0, 1)} ${name.slice(1)}`,
  (name: string) => [...name].join(' '),
  (name: string) => `${name}\u200b`,
];

const written = ({ meaning, spelling }: Writing): string =>
  (SPELLINGS[spelling] as (name: string) => string)(NAMES[meaning] as string);

const meaning = fc.nat(NAMES.length - 1);
const spelling = fc.nat(SPELLINGS.length - 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('REFERENCE_CHANGES' as const, 'COUNTY_CHANGES' as const),
    meaning,
    spelling,
  }),
  fc.record({ kind: fc.constantFrom('REFERENCE_RESPELLS' as const, 'COUNTY_RESPELLS' as const), spelling }),
  fc.constant({ kind: 'COUNTY_COPIES' as const }),
);

const name = fieldOf('item', 'name');

const stateOf = ({ base, now, local }: World): string | undefined =>
  driftOf(
    [name],
    { base: { name: written(base) }, now: { name: written(now) }, local: { name: written(local) } },
    new Set(['name']),
  )[0]?.state;

const history = fc.array(event, { maxLength: 12 });
const START: Writing = { meaning: 0, spelling: 0 };
const BEGINNING: World = { base: START, now: START, local: START };

test('the state of a local text is what its history makes it', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(history, (events) => {
      const world = events.reduce(step, BEGINNING);
      expect(stateOf(world)).toBe(expected(world));
    }),
    { numRuns: 100_000 },
  );
});

test('no respelling of the reference, however often, hides that it moved on', () => {
  fc.assert(
    fc.property(history, fc.array(spelling, { minLength: 1, maxLength: 6 }), (events, spellings) => {
      const before = events.reduce(step, BEGINNING);
      const after = spellings.reduce(
        (world, one) => step(world, { kind: 'REFERENCE_RESPELLS', spelling: one }),
        before,
      );
      const differs = (state: string | undefined) => state !== 'UNCHANGED' && state !== 'COSMETIC';
      if (differs(stateOf(before))) expect(stateOf(after)).toBe(stateOf(before));
      else expect(differs(stateOf(after))).toBe(false);
    }),
    { numRuns: 5000 },
  );
});
