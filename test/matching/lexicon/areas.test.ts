import { expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import { COMMUNICATIONS_FACETS } from '../../../matching/lexicon/facets/communications.ts';
import { CULTURE_FACETS } from '../../../matching/lexicon/facets/culture.ts';
import { EDUCATION_FACETS } from '../../../matching/lexicon/facets/education.ts';
import { ENERGY_FACETS } from '../../../matching/lexicon/facets/energy.ts';
import { ENVIRONMENT_FACETS } from '../../../matching/lexicon/facets/environment.ts';
import { FARMING_FACETS } from '../../../matching/lexicon/facets/farming.ts';
import { FIRE_FACETS } from '../../../matching/lexicon/facets/fire.ts';
import { FISHERY_FACETS } from '../../../matching/lexicon/facets/fishery.ts';
import { FORESTRY_FACETS } from '../../../matching/lexicon/facets/forestry.ts';
import { LAND_FACETS } from '../../../matching/lexicon/facets/land.ts';
import { LIVESTOCK_FACETS } from '../../../matching/lexicon/facets/livestock.ts';
import { MEDIA_FACETS } from '../../../matching/lexicon/facets/media.ts';
import { MINERALS_FACETS } from '../../../matching/lexicon/facets/minerals.ts';
import { OPERATIONS_FACETS } from '../../../matching/lexicon/facets/operations.ts';
import { PLANNING_FACETS } from '../../../matching/lexicon/facets/planning.ts';
import { RELIGION_FACETS } from '../../../matching/lexicon/facets/religion.ts';
import { RURAL_FACETS } from '../../../matching/lexicon/facets/rural.ts';
import { SAFETY_FACETS } from '../../../matching/lexicon/facets/safety.ts';
import { SCIENCE_FACETS } from '../../../matching/lexicon/facets/science.ts';
import { SPORT_FACETS } from '../../../matching/lexicon/facets/sport.ts';
import { STUDENTS_FACETS } from '../../../matching/lexicon/facets/students.ts';
import { WATER_FACETS } from '../../../matching/lexicon/facets/water.ts';
import { WEATHER_FACETS } from '../../../matching/lexicon/facets/weather.ts';
import { CULTURE_IMPLICATIONS } from '../../../matching/lexicon/implications/culture.ts';
import { LAND_IMPLICATIONS } from '../../../matching/lexicon/implications/land.ts';
import { NATURE_IMPLICATIONS } from '../../../matching/lexicon/implications/nature.ts';
import { inKnownSpelling, WORDS } from '../../../matching/lexicon/knowledge.ts';
import { CULTURE_SYNONYMS } from '../../../matching/lexicon/synonyms/culture.ts';
import { EDUCATION_SYNONYMS } from '../../../matching/lexicon/synonyms/education.ts';
import { LAND_SYNONYMS } from '../../../matching/lexicon/synonyms/land.ts';
import { NATURE_SYNONYMS } from '../../../matching/lexicon/synonyms/nature.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';

const facets = [
  ...COMMUNICATIONS_FACETS,
  ...CULTURE_FACETS,
  ...EDUCATION_FACETS,
  ...ENERGY_FACETS,
  ...ENVIRONMENT_FACETS,
  ...FARMING_FACETS,
  ...FIRE_FACETS,
  ...FISHERY_FACETS,
  ...FORESTRY_FACETS,
  ...LAND_FACETS,
  ...LIVESTOCK_FACETS,
  ...MEDIA_FACETS,
  ...MINERALS_FACETS,
  ...OPERATIONS_FACETS,
  ...PLANNING_FACETS,
  ...RELIGION_FACETS,
  ...RURAL_FACETS,
  ...SAFETY_FACETS,
  ...SCIENCE_FACETS,
  ...SPORT_FACETS,
  ...STUDENTS_FACETS,
  ...WATER_FACETS,
  ...WEATHER_FACETS,
];
const synonyms = [...CULTURE_SYNONYMS, ...EDUCATION_SYNONYMS, ...LAND_SYNONYMS, ...NATURE_SYNONYMS];
const implications = [...CULTURE_IMPLICATIONS, ...LAND_IMPLICATIONS, ...NATURE_IMPLICATIONS];
const spelled = (word: string): string => inKnownSpelling(unifiedText(word));
const named = facets.map((facet) => [facet.key, facet] as const);
const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, place) => words.indexOf(word) !== place);

test('the lists hold what they are for', () => {
  expect(facets.length).toBeGreaterThanOrEqual(90);
  expect(facets.flatMap(({ terms }) => terms).length).toBeGreaterThanOrEqual(600);
  expect(synonyms.flatMap(({ words }) => words).length).toBeGreaterThanOrEqual(150);
  expect(implications.length).toBeGreaterThanOrEqual(60);
});

test('keys are unique and well formed', () => {
  const keys = facets.map(({ key }) => key);
  expect(repeated(keys)).toEqual([]);
  expect(keys.filter((key) => !/^[a-z]+(?:[A-Z][a-z]+)*$/.test(key))).toEqual([]);
});

test.each(named)('%s says what it asks and where it comes from', (_key, { name, source, terms }) => {
  expect(name).toMatch(/^[\p{Script=Han}、]{2,}$/u);
  expect(source.length).toBeGreaterThanOrEqual(4);
  expect(terms.length).toBeGreaterThanOrEqual(2);
});

test.each(named)('%s holds each word once, also after spelling', (_key, { terms }) => {
  const words = terms.flatMap((term) => [...new Set(term.words.map(spelled))]);
  expect(repeated(words)).toEqual([]);
  expect(repeated(terms.flatMap((term) => term.words))).toEqual([]);
});

test.each(named)('%s holds words in the form of names, without brackets', (_key, { terms }) => {
  const words = terms.flatMap((term) => term.words);
  expect(
    words.filter((word) => normalizeName(word) !== word || /[()]/.test(word) || word.length < 2),
  ).toEqual([]);
});

test.each(named)('%s nests its terms without a circle', (_key, { terms }) => {
  const around = new Map(terms.map((term) => [term.words[0], term.within] as const));
  for (const { words } of terms) {
    const seen = new Set<string>();
    for (let word: string | undefined = words[0]; word !== undefined; word = around.get(word)) {
      expect(around.has(word), `${word} is a term`).toBe(true);
      expect(seen.has(word), `${word} is not around itself`).toBe(false);
      seen.add(word);
    }
  }
});

test.each(synonyms.map(({ words }) => [words[0], words] as const))('%s is one spelling', (_first, words) => {
  expect(words.filter((word) => normalizeName(word) !== word)).toEqual([]);
  expect(repeated(words)).toEqual([]);
  expect([...new Set(words.map(spelled))]).toHaveLength(1);
});

test('no spelling is put into two words', () => {
  expect(repeated(synonyms.flatMap(({ words }) => words))).toEqual([]);
  expect(synonyms.filter(({ source }) => source.length < 4)).toEqual([]);
});

test('what a word implies is a term of some facet', () => {
  const unknown = implications.flatMap(({ word, implies }) =>
    implies
      .filter((one) => {
        const text = spelled(one);
        return !WORDS.allIn(text).some(
          ({ start, end, sense }) => start === 0 && end === text.length && sense.terms.length > 0,
        );
      })
      .map((one) => `${word} > ${one}`),
  );
  expect(unknown).toEqual([]);
  expect(implications.filter(({ source }) => source.length < 4)).toEqual([]);
});
