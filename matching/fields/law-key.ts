import type { LegalBasis } from '../../catalog/legal-basis.ts';
import { numeralValue } from '../../catalog/numerals.ts';
import { unifiedText } from '../name/unified-text.ts';

/** A law or document by its title without its state and its editions, and the articles cited of it. */
export interface LawKey {
  readonly title: string;
  readonly articles: readonly number[];
}

const EDITION = /修正|修订|年本|试行|暂行|主席令|国务院令/u;
/**
 * 第三十五条, 第120条之一, and as far as where: 第三十五条至第三十七条. Numerals are bounded and begin where no other ends:
 * a long row of them is looked at once.
 */
const ARTICLE =
  /(?<![0-9０-９〇零一二三四五六七八九十百千])([0-9０-９]{1,4}|[〇零一二三四五六七八九十百千]{1,9})条(?:之([一二三四五六七八九十]{1,2}))?([至到~～—-]{1,2}(?=第?[0-9０-９〇零一二三四五六七八九十百千]))?/gu;
/** 第一百二十条之一 stands between 120 and 121. */
const INSERTED = 1 / 100;
/** Whoever cites more articles in a row cites the law. */
const MOST_IN_A_ROW = 30;

const NO_LAWS: readonly LawKey[] = [];
const remembered = new Map<string, readonly LawKey[]>();
/** Local items cite what the references cite. */
const MOST_REMEMBERED = 20_000;

/** The laws of an item's bases, by title; articles ascending. */
export function lawKeys(bases: readonly LegalBasis[]): readonly LawKey[] {
  if (bases.length === 0) return NO_LAWS;
  let cited = '';
  for (const { lawName, lawNumber = '', clauseNumber = '' } of bases) {
    const title = lawName ?? lawNumber;
    cited += `${title.length}:${title}${clauseNumber.length}:${clauseNumber}`;
  }
  const known = remembered.get(cited);
  if (known !== undefined) return known;
  const keys = keysOf(bases);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(cited, keys);
  return keys;
}

const texts = new WeakMap<readonly LawKey[], string>();

/** A text that is the same for the same laws and articles. */
export function textOf(laws: readonly LawKey[]): string {
  if (laws.length === 0) return '';
  const known = texts.get(laws) ?? JSON.stringify(laws);
  texts.set(laws, known);
  return known;
}

const keysOf = (bases: readonly LegalBasis[]): readonly LawKey[] => {
  const articles = new Map<string, Set<number>>();
  for (const { lawName, lawNumber, clauseNumber } of bases) {
    const title = withoutEdition(unifiedText(lawName ?? lawNumber ?? ''));
    if (title === '') continue;
    const cited = articles.get(title) ?? new Set<number>();
    for (const article of articlesIn(clauseNumber ?? '')) cited.add(article);
    articles.set(title, cited);
  }
  return [...articles]
    .map(([title, cited]) => ({ title, articles: [...cited].sort((one, other) => one - other) }))
    .sort((one, other) => (one.title < other.title ? -1 : 1));
};

const withoutEdition = (title: string): string => {
  const from = title.endsWith(')') ? title.lastIndexOf('(') : -1;
  return from >= 0 && EDITION.test(title.slice(from)) ? title.slice(0, from) : title;
};

function* articlesIn(clauses: string): Generator<number> {
  let from: number | undefined;
  for (const [, numeral = '', inserted, on] of clauses.matchAll(ARTICLE)) {
    const article = numeralValue(numeral);
    if (article === undefined) continue;
    if (from !== undefined && article - from <= MOST_IN_A_ROW) {
      for (let between = from + 1; between < article; between++) yield between;
    }
    yield inserted === undefined ? article : article + (numeralValue(inserted) ?? 0) * INSERTED;
    from = on === undefined ? undefined : article;
  }
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
