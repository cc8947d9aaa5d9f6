import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import type { Facet } from '../../../matching/lexicon/entries.ts';
import { BIRTH_FACETS } from '../../../matching/lexicon/facets/birth.ts';
import { CERTIFICATES_FACETS } from '../../../matching/lexicon/facets/certificates.ts';
import { DISABLED_FACETS } from '../../../matching/lexicon/facets/disabled.ts';
import { EMPLOYMENT_FACETS } from '../../../matching/lexicon/facets/employment.ts';
import { EXIT_ENTRY_FACETS } from '../../../matching/lexicon/facets/exit-entry.ts';
import { HEALTH_FACETS } from '../../../matching/lexicon/facets/health.ts';
import { HOUSING_FUND_FACETS } from '../../../matching/lexicon/facets/housing-fund.ts';
import { INSURANCE_FACETS } from '../../../matching/lexicon/facets/insurance.ts';
import { JUSTICE_FACETS } from '../../../matching/lexicon/facets/justice.ts';
import { MARRIAGE_AND_DEATH_FACETS } from '../../../matching/lexicon/facets/marriage-and-death.ts';
import { MEDICAL_INSURANCE_FACETS } from '../../../matching/lexicon/facets/medical-insurance.ts';
import { NOTARY_FACETS } from '../../../matching/lexicon/facets/notary.ts';
import { PARTY_AND_UNIONS_FACETS } from '../../../matching/lexicon/facets/party-and-unions.ts';
import { POLICE_FACETS } from '../../../matching/lexicon/facets/police.ts';
import { POPULATION_FACETS } from '../../../matching/lexicon/facets/population.ts';
import { REAL_ESTATE_REGISTRATION_FACETS } from '../../../matching/lexicon/facets/real-estate-registration.ts';
import { SOCIAL_WELFARE_FACETS } from '../../../matching/lexicon/facets/social-welfare.ts';
import { TRAFFIC_POLICE_FACETS } from '../../../matching/lexicon/facets/traffic-police.ts';
import { VETERANS_FACETS } from '../../../matching/lexicon/facets/veterans.ts';
import { VILLAGE_FACETS } from '../../../matching/lexicon/facets/village.ts';
import { PEOPLE_IMPLICATIONS } from '../../../matching/lexicon/implications/people.ts';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { HEALTH_SYNONYMS } from '../../../matching/lexicon/synonyms/health.ts';
import { INSURANCE_SYNONYMS } from '../../../matching/lexicon/synonyms/insurance.ts';
import { JUSTICE_SYNONYMS } from '../../../matching/lexicon/synonyms/justice.ts';
import { OLD_NAMES_SYNONYMS } from '../../../matching/lexicon/synonyms/old-names.ts';
import { PEOPLE_SYNONYMS } from '../../../matching/lexicon/synonyms/people.ts';
import { VILLAGE_SYNONYMS } from '../../../matching/lexicon/synonyms/village.ts';
import { WELFARE_SYNONYMS } from '../../../matching/lexicon/synonyms/welfare.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';

const facets: readonly Facet[] = [
  BIRTH_FACETS,
  CERTIFICATES_FACETS,
  DISABLED_FACETS,
  EMPLOYMENT_FACETS,
  EXIT_ENTRY_FACETS,
  HEALTH_FACETS,
  HOUSING_FUND_FACETS,
  INSURANCE_FACETS,
  JUSTICE_FACETS,
  MARRIAGE_AND_DEATH_FACETS,
  MEDICAL_INSURANCE_FACETS,
  NOTARY_FACETS,
  PARTY_AND_UNIONS_FACETS,
  POLICE_FACETS,
  POPULATION_FACETS,
  REAL_ESTATE_REGISTRATION_FACETS,
  SOCIAL_WELFARE_FACETS,
  TRAFFIC_POLICE_FACETS,
  VETERANS_FACETS,
  VILLAGE_FACETS,
].flat();

const synonyms = [
  PEOPLE_SYNONYMS,
  INSURANCE_SYNONYMS,
  WELFARE_SYNONYMS,
  HEALTH_SYNONYMS,
  JUSTICE_SYNONYMS,
  VILLAGE_SYNONYMS,
  OLD_NAMES_SYNONYMS,
].flat();

/** The first words of the terms above the term, nearest first; stops where a circle closes. */
const above = ({ terms }: Facet, first: string): string[] => {
  const chain: string[] = [];
  for (let at = terms.find(({ words }) => words[0] === first)?.within; at !== undefined; ) {
    chain.push(at);
    if (chain.length > terms.length) break;
    const next: string = at;
    at = terms.find(({ words }) => words[0] === next)?.within;
  }
  return chain;
};

describe('facets of people’s items', () => {
  test('there are enough of them', () => {
    expect(facets.length).toBeGreaterThanOrEqual(90);
    expect(facets.flatMap(({ terms }) => terms).length).toBeGreaterThanOrEqual(600);
  });

  test('keys are unique and in camel case', () => {
    const keys = facets.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z]+(?:[A-Z][a-z]+)*$/.test(key))).toEqual([]);
  });

  test.each(facets.map((facet) => [facet.key, facet] as const))('%s holds together', (_, facet) => {
    const spelled = facet.terms.flatMap(({ words }) => [
      ...new Set(words.map((word) => inKnownSpelling(unifiedText(word)))),
    ]);
    expect(spelled.filter((word, place) => spelled.indexOf(word) !== place)).toEqual([]);
    const firsts = facet.terms.map(({ words }) => words[0]);
    const words = facet.terms.flatMap((term) => term.words);
    expect(words.filter((word) => normalizeName(word) !== word || word.length < 2)).toEqual([]);
    for (const { words, within } of facet.terms) {
      if (within !== undefined) expect(firsts).toContain(within);
      expect(above(facet, words[0])).not.toContain(words[0]);
    }
    expect(facet.source.length).toBeGreaterThanOrEqual(4);
    expect(facet.terms.length).toBeGreaterThan(1);
  });
});

describe('spellings of people’s items', () => {
  test('there are enough of them, in normalised form and with a source', () => {
    const words = synonyms.flatMap((one) => one.words);
    expect(words.length).toBeGreaterThanOrEqual(350);
    expect(words.filter((word) => normalizeName(word) !== word)).toEqual([]);
    expect(synonyms.filter(({ source }) => source.length < 4)).toEqual([]);
  });

  test('no spelling leads to two words, and none is itself compared by', () => {
    const leads = new Map<string, string>();
    const firsts = new Set(synonyms.map(({ words }) => words[0]));
    const torn = synonyms.flatMap(({ words: [first, ...others] }) =>
      others.filter((other) => {
        const before = leads.get(other);
        leads.set(other, first);
        return firsts.has(other) || (before !== undefined && before !== first);
      }),
    );
    expect(torn).toEqual([]);
  });

  test('an implication says something of another word', () => {
    for (const { word, implies, source } of PEOPLE_IMPLICATIONS) {
      expect(implies, word).not.toContain(word);
      expect(implies.length, word).toBeGreaterThan(0);
      expect(source.length, word).toBeGreaterThanOrEqual(4);
    }
  });
});
