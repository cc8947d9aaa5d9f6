interface Branch<Sense> {
  readonly next: Map<number, Branch<Sense>>;
  /** What the word that ends here means; undefined where no word ends. */
  sense: Sense | undefined;
}

/** A word found in a text: `[start, end)` in UTF-16 units, and what the word means. */
export interface Found<Sense> {
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
}

/** Words by their characters, so that all words of a text are found in one walk. */
export interface WordTree<Sense> {
  /** The longest word that begins at a place of the text. */
  readonly longestAt: (text: string, start: number) => Found<Sense> | undefined;
  /** Every word that stands in the text, by start and then by length. */
  readonly allIn: (text: string) => readonly Found<Sense>[];
}

/** Builds the tree of the given words; of a word given twice the senses are joined by `join`. */
export function wordTree<Sense>(
  entries: Iterable<readonly [word: string, sense: Sense]>,
  join: (one: Sense, other: Sense) => Sense = (one) => one,
): WordTree<Sense> {
  const root: Branch<Sense> = { next: new Map(), sense: undefined };
  for (const [word, sense] of entries) {
    const end = branchOf(root, word);
    end.sense = end.sense === undefined ? sense : join(end.sense, sense);
  }
  return {
    longestAt: (text, start) => longest(root, text, start),
    allIn: (text) => everyWord(root, text),
  };
}

function branchOf<Sense>(root: Branch<Sense>, word: string): Branch<Sense> {
  let branch = root;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    let next = branch.next.get(unit);
    if (next === undefined) {
      next = { next: new Map(), sense: undefined };
      branch.next.set(unit, next);
    }
    branch = next;
  }
  return branch;
}

function longest<Sense>(root: Branch<Sense>, text: string, start: number): Found<Sense> | undefined {
  let branch: Branch<Sense> | undefined = root;
  let found: Found<Sense> | undefined;
  for (let at = start; at < text.length; at++) {
    branch = branch.next.get(text.charCodeAt(at));
    if (branch === undefined) break;
    if (branch.sense !== undefined) found = { start, end: at + 1, sense: branch.sense };
  }
  return found;
}

function everyWord<Sense>(root: Branch<Sense>, text: string): readonly Found<Sense>[] {
  const found: Found<Sense>[] = [];
  for (let start = 0; start < text.length; start++) {
    let branch: Branch<Sense> | undefined = root;
    for (let at = start; at < text.length; at++) {
      branch = branch.next.get(text.charCodeAt(at));
      if (branch === undefined) break;
      if (branch.sense !== undefined) found.push({ start, end: at + 1, sense: branch.sense });
    }
  }
  return found;
}
