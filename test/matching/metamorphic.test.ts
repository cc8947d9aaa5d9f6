import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameVariant } from '../../demo/name-variants.ts';
import { randomFor } from '../../demo/random.ts';
import { referenceCatalog } from '../../demo/reference-catalog.ts';
import { SIZES } from '../../demo/sizes.ts';
import type { MatchItem } from '../../matching/item.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';
import { createMatcher, type Matcher } from '../../matching/matcher.ts';
import { CONTRAST_TWINS, type Twin } from './contrast-twins.ts';

const REGION = '纵横省长风市青溪县';

interface Setting {
  readonly references: readonly MatchItem[];
  readonly items: readonly MatchItem[];
}

const anItem = (name: string, at: number): MatchItem => ({ id: `i${at}`, name, region: REGION });
const aReference = (name: string, at: number): MatchItem => ({ id: `r${at}`, name });
const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Names of the demonstration province as its counties write them, against what they were written from. */
const demonstration = (): Setting => {
  const names = distinct(referenceCatalog(SIZES.province).map(({ name }) => name)).filter(
    (_, at) => at % 8 === 0,
  );
  const random = randomFor(7, 'metamorphic');
  const place = { level: 'COUNTY', name: '青溪县' } as const;
  const items = names
    .filter((_, at) => at % 2 === 0)
    .map((name, at) => (at % 3 === 0 ? name : (nameVariant(name, random, place)?.name ?? name)));
  return { references: names.map(aReference), items: items.map(anItem) };
};

/** Names real lists write, against the ones they were judged beside. */
const labelled = (): Setting => {
  const lines = readFileSync(join(import.meta.dirname, '../../matching/labels/pairs-b.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { left: { name: string }; right: { name: string } | null })
    .filter((_, at) => at % 5 === 0);
  return {
    references: distinct(lines.flatMap(({ right }) => (right === null ? [] : [right.name]))).map(aReference),
    items: distinct(lines.map(({ left }) => left.name)).map(anItem),
  };
};

const SETTINGS = [demonstration(), labelled()];
const matchers = SETTINGS.map(({ references }) => createMatcher(references));

const answerOf = ({ match, relation, band }: ItemJudgement): readonly (string | null)[] => [
  match,
  relation,
  band,
];

/** The items whose answer is another one once `change` has been made to them or the matcher. */
const changed = (
  change: (item: MatchItem) => MatchItem,
  matcherOf: (setting: number) => Matcher = (setting) => matchers[setting] as Matcher,
  tolerance = 1e-6,
): readonly string[] =>
  SETTINGS.flatMap(({ items }, setting) => {
    const [before, after] = [matchers[setting] as Matcher, matcherOf(setting)];
    return items.flatMap((item) => {
      const turned = change(item);
      const [one, other] = [before.match(item), after.match(turned)];
      const same =
        String(answerOf(one)) === String(answerOf(other)) &&
        Math.abs(one.confidence - other.confidence) <= tolerance;
      return same ? [] : [`${item.name} → ${turned.name}: ${answerOf(one)} → ${answerOf(other)}`];
    });
  });

const renamed =
  (write: (name: string) => string) =>
  (item: MatchItem): MatchItem => ({ ...item, name: write(item.name) });

/** A place stands behind the number of a row; a name that begins with another province's keeps that one in front. */
const placed = (place: string, name: string): string =>
  /^(?:对|关于)?广东省/u.test(name) ? name : name.replace(/^(?:\d+\.)?/u, (number) => `${number}${place}`);

const fullWidth = (name: string): string =>
  name.replace(/[!-~]/gu, (one) => String.fromCharCode((one.codePointAt(0) ?? 0) + 0xfee0));
const halfWidth = (name: string): string =>
  name.replace(/[！-～]/gu, (one) => String.fromCharCode((one.codePointAt(0) ?? 0) - 0xfee0));

test('there are enough names to speak of', () => {
  expect(SETTINGS.reduce((sum, { items }) => sum + items.length, 0)).toBeGreaterThanOrEqual(450);
  const answered = SETTINGS.flatMap(({ items }, setting) =>
    items.map((item) => matchers[setting]?.match(item)),
  );
  expect(answered.filter((one) => one?.match !== null).length).toBeGreaterThan(answered.length / 2);
  expect(answered.some((one) => one?.match === null)).toBe(true);
});

describe('what changes no answer', () => {
  test.each([
    ['full width', renamed(fullWidth)],
    ['half width', renamed(halfWidth)],
    ['spaces around and inside', renamed((name) => ` ${name.slice(0, 3)} ${name.slice(3)}　`)],
    ['its own county in front', renamed((name) => placed('青溪县', name))],
    ['its whole place in front', renamed((name) => placed(REGION, name))],
    ['the level behind', renamed((name) => `${name}（县级）`)],
    ['the level and the right behind', renamed((name) => `${name}（县级权限）`)],
    ['who exercises it behind', renamed((name) => `${name}(县级行使)`)],
  ])('%s', (_what, change) => {
    expect(changed(change)).toEqual([]);
  });

  test('references in another order', () => {
    const turned = SETTINGS.map(({ references }) => createMatcher([...references].reverse()));
    const asIs = (item: MatchItem): MatchItem => item;
    expect(changed(asIs, (setting) => turned[setting] as Matcher)).toEqual([]);
  });

  test('items in another order', () => {
    const answers = SETTINGS.map(({ references, items }) => {
      const matcher = createMatcher(references);
      return new Map([...items].reverse().map((item) => [item.id, matcher.match(item)]));
    });
    for (const [setting, { items }] of SETTINGS.entries()) {
      for (const item of items) {
        expect(answers[setting]?.get(item.id)).toEqual(matchers[setting]?.match(item));
      }
    }
  });

  test('references that have nothing to do with anything', () => {
    const strangers = ['风筝', '围棋', '陶艺', '剪纸', '皮影', '蹴鞠', '舞狮', '灯谜'].flatMap((craft, at) =>
      ['爱好者聚会', '擂台比武', '手艺大师', '古谱整理'].map((what, second) => ({
        id: `z${at}-${second}`,
        name: `${craft}${what}`,
      })),
    );
    const more = SETTINGS.map(({ references }) => createMatcher([...references, ...strangers]));
    expect(
      changed(
        (item) => item,
        (setting) => more[setting] as Matcher,
        0.01,
      ),
    ).toEqual([]);
  });
});

describe('twins that differ in one word are never accepted', () => {
  const twins: readonly (readonly [string, Twin])[] = Object.entries(CONTRAST_TWINS).flatMap(
    ([department, all]) => all.map((twin) => [department, twin] as const),
  );

  test('there are enough of them, each told once', () => {
    expect(twins.length).toBeGreaterThanOrEqual(120);
    expect(new Set(twins.map(([, twin]) => [...twin].sort().join('|'))).size).toBe(twins.length);
  });

  test.each(twins)('%s: %s', (_department, [one, other]) => {
    for (const [left, right] of [
      [one, other],
      [other, one],
    ] as const) {
      const { relation, band } = createMatcher([{ id: 'twin', name: right }]).match({
        id: 'item',
        name: left,
      });
      expect([left, right, relation === 'EQUIVALENT', band === 'AUTO']).toEqual([left, right, false, false]);
    }
  });
});
