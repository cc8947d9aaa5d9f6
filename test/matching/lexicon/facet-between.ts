import { FACETS } from '../../../matching/lexicon/facets.ts';
import { impliedBy, inKnownSpelling, termKey } from '../../../matching/lexicon/knowledge.ts';
import { analyseName } from '../../../matching/name/analyse.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';
import { facetRelations } from '../../../matching/pair/facet-relation.ts';

/** A name's answers by its own words: what other words imply is for implications' tests. */
const worded = (name: string) => ({ ...analyseName(name), implied: analyseName('某事').implied });

/** What the facet of that key says of two names; NOTHING when neither name answers it. Throws on an unknown key. */
export function facetBetween(key: string, left: string, right: string): string {
  const place = FACETS.findIndex((facet) => facet.key === key);
  if (place < 0) throw new Error(`No facet has the key ${key}`);
  const relations = facetRelations(worded(left), worded(right));
  return relations.find(({ facet }) => facet === place)?.kind ?? 'NOTHING';
}

/** Keys of the facets in which the two names exclude each other. */
export function contrasts(left: string, right: string): readonly string[] {
  return facetRelations(worded(left), worded(right))
    .filter(({ kind }) => kind === 'CONTRAST')
    .map(({ facet }) => FACETS[facet]?.key ?? '');
}

/** Whether the words of the name imply the term with that first word of the facet. */
export function implies(name: string, key: string, first: string): boolean {
  const facet = FACETS.findIndex((one) => one.key === key);
  const term = FACETS[facet]?.terms.findIndex(({ words }) => words[0] === first) ?? -1;
  if (term < 0) throw new Error(`No term ${first} in the facet ${key}`);
  const text = inKnownSpelling(unifiedText(name));
  return impliedBy(text).has(termKey(facet, term));
}
