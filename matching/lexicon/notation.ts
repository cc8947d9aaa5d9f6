import type { Action, ActionGroup, Filler, Implication, Qualifier, Synonym, Term, Words } from './entries.ts';

/**
 * Entries are written as text, one per line, words parted by blanks: a normalised name holds no blank, and a list of
 * hundreds of words reads best as words. A line that does not parse is a bug of the lexicon and throws.
 */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The words of one line, parted by blanks; throws when there is none. */
export function words(line: string): Words {
  const [first, ...others] = line.split(/\s+/).filter((word) => word !== '');
  if (first === undefined) throw new Error(`A lexicon line without a word: "${line}"`);
  return [first, ...others];
}

/** One term per line: its words, then ` < ` and the first word of the term that includes it, if one does. */
export function terms(text: string): readonly Term[] {
  return lines(text).map((line) => {
    const [own = '', within, ...rest] = line.split(/\s<\s/);
    if (rest.length > 0) throw new Error(`A term within two others: "${line}"`);
    return within === undefined ? { words: words(own) } : { words: words(own), within: within.trim() };
  });
}

/**
 * One action per line: its key, its words, then ` ~ ` and the keys it cannot be told from, or ` = ` and the keys of the
 * acts it consists of, if any.
 */
export function actions(group: ActionGroup, source: string, text: string): readonly Action[] {
  return lines(text).map((line) => {
    const [own = '', mark, others, ...rest] = line.split(/\s([~=])\s/);
    if (rest.length > 0) throw new Error(`An action with two lists of others: "${line}"`);
    const [key, ...spoken] = words(own);
    const action = { key, group, words: words(spoken.join(' ')), source };
    if (others === undefined) return action;
    return mark === '~' ? { ...action, like: words(others) } : { ...action, parts: words(others) };
  });
}

/** One qualifier per line: the set it belongs to, then its words. */
export function qualifiers(group: Qualifier['group'], source: string, text: string): readonly Qualifier[] {
  return lines(text).map((line) => {
    const [set, ...spoken] = words(line);
    return { group, set, words: words(spoken.join(' ')), source };
  });
}

/** One synonym per line: the word compared by, then the others. */
export function synonyms(source: string, text: string): readonly Synonym[] {
  return lines(text).map((line) => ({ words: words(line), source }));
}

/** One line per group: words parted by blanks, ` > `, and what each of them says without saying it. */
export function implications(source: string, text: string): readonly Implication[] {
  return lines(text).flatMap((line) => {
    const [own = '', implied, ...rest] = line.split(/\s>\s/);
    if (implied === undefined || rest.length > 0)
      throw new Error(`An implication without one arrow: "${line}"`);
    return words(own).map((word) => ({ word, implies: words(implied), source }));
  });
}

/** Every word of the text is a filler of its own. */
export function fillers(source: string, text: string, at?: 'START' | 'END'): readonly Filler[] {
  const spoken = lines(text).flatMap((line) => words(line));
  return spoken.map((word) => (at === undefined ? { word, source } : { word, at, source }));
}
