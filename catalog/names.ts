/** Brackets and quotation marks sources use for one another; NFKC already folds the full-width ASCII ones. */
const UNIFIED: ReadonlyMap<string, string> = new Map([
  ...pairs('〔【［「『〖｛{[', '('),
  ...pairs('〕】］」』〗｝}]', ')'),
  ...pairs('“”„‟〝〞＂«»', '"'),
  ...pairs('‘’‚‛｀`´', "'"),
  ...pairs('〈＜', '<'),
  ...pairs('〉＞', '>'),
  ...pairs('‐‑‒–—―−﹣', '-'),
  ...pairs('·•・‧∙⋅', '·'),
]);

/** White space and the invisible characters web pages and spreadsheets leave behind. */
const INVISIBLE = /[\p{White_Space}\p{Cf}\p{Cc}]/gu;

/**
 * The form names are compared in: NFKC, half width, one kind of bracket and quotation mark, no white space or
 * invisible characters, lower case. Qualifiers in brackets stay: they tell items apart. Idempotent.
 */
export function normalizeName(raw: string): string {
  const unified = [...raw.normalize('NFKC')].map((character) => UNIFIED.get(character) ?? character).join('');
  // Removing an invisible character can bring a letter and its accent together, hence the second composition.
  return unified.replace(INVISIBLE, '').toLowerCase().normalize('NFKC');
}

/** Runs of Han characters, letters and digits; everything else separates. */
const RUN = /[\p{Script=Han}\p{L}\p{N}]+/gu;

/**
 * The grams a normalised name is found by: every character and every pair of neighbours in its runs of Han
 * characters, letters and digits; sorted, without repeats.
 */
export function nameGrams(normalized: string): readonly string[] {
  const grams = new Set<string>();
  for (const run of runs(normalized)) {
    for (const [index, character] of run.entries()) {
      grams.add(character);
      const next = run[index + 1];
      if (next !== undefined) grams.add(character + next);
    }
  }
  return [...grams].sort();
}

/**
 * The grams a query must find, all of them, in a name's grams: the pairs of each run, or the single character of a
 * run that has only one. A name containing the query's runs always has them.
 */
export function queryGrams(normalized: string): readonly string[] {
  const grams = new Set<string>();
  for (const run of runs(normalized)) {
    if (run.length === 1) grams.add(run.join(''));
    for (const [index, character] of run.entries()) {
      const next = run[index + 1];
      if (next !== undefined) grams.add(character + next);
    }
  }
  return [...grams].sort();
}

function runs(normalized: string): string[][] {
  return [...normalized.matchAll(RUN)].map(([run]) => [...run]);
}

function pairs(characters: string, target: string): (readonly [string, string])[] {
  return [...characters].map((character) => [character, target] as const);
}
