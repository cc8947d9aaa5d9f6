import type { LegalBasis } from '../../catalog/legal-basis.ts';
import { numeralValue } from '../../catalog/numerals.ts';
import { unifiedText } from '../name/unified-text.ts';

/** A law or document by its title without its state and its editions, and the articles cited of it. */
export interface LawKey {
  readonly title: string;
  readonly articles: readonly number[];
}

const EDITION = /\((?:[^()]*(?:修正|修订|年本|试行|暂行|主席令|国务院令)[^()]*)\)$/u;
const ARTICLE = /第?([0-9０-９]+|[〇零一二三四五六七八九十百千]+)条/gu;
/** The laws of an item's bases, by title; articles ascending. */
export function lawKeys(bases: readonly LegalBasis[]): readonly LawKey[] {
  const articles = new Map<string, Set<number>>();
  for (const { lawName, lawNumber, clauseNumber } of bases) {
    const title = unifiedText(lawName ?? lawNumber ?? '').replace(EDITION, '');
    if (title === '') continue;
    const cited = articles.get(title) ?? new Set<number>();
    for (const [, numeral = ''] of (clauseNumber ?? '').matchAll(ARTICLE)) {
      const article = numeralValue(numeral);
      if (article !== undefined) cited.add(article);
    }
    articles.set(title, cited);
  }
  return [...articles]
    .map(([title, cited]) => ({ title, articles: [...cited].sort((one, other) => one - other) }))
    .sort((one, other) => (one.title < other.title ? -1 : 1));
}

/** SAME_ARTICLE: a law and an article of it are shared; SAME_LAW: a law, but no article; OTHER: no law in common. */
export type LawRelation = 'UNKNOWN' | 'SAME_ARTICLE' | 'OTHER_ARTICLE' | 'SAME_LAW' | 'OTHER';

/** What the legal bases of two items say of each other. */
export function lawRelation(left: readonly LawKey[], right: readonly LawKey[]): LawRelation {
  if (left.length === 0 || right.length === 0) return 'UNKNOWN';
  let best: LawRelation = 'OTHER';
  for (const one of left) {
    const other = right.find(({ title }) => title === one.title);
    if (other === undefined) continue;
    if (one.articles.some((article) => other.articles.includes(article))) return 'SAME_ARTICLE';
    const bare = one.articles.length === 0 || other.articles.length === 0;
    if (bare || best !== 'SAME_LAW') best = bare ? 'SAME_LAW' : 'OTHER_ARTICLE';
  }
  return best;
}
