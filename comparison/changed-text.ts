/** A stretch of a text; own: the other text does not have it. */
export interface Stretch {
  readonly text: string;
  readonly isOwn: boolean;
}

export interface TextDifference {
  readonly left: readonly Stretch[];
  readonly right: readonly Stretch[];
}

/** Cells of the table of common lengths a report may fill; what differs in more is shown as one stretch. */
const MOST_CELLS = 1_000_000;

/** Characters both texts begin and end with. */
const sharedEnds = (left: readonly string[], right: readonly string[]) => {
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return { start, end };
};

/** Kept from call to call: a report compares thousands of texts, one after the other. */
let scratch = new Uint16Array(0);

const emptyCells = (count: number): Uint16Array => {
  if (scratch.length < count) scratch = new Uint16Array(count);
  return scratch.fill(0, 0, count);
};

/** Lengths of the longest common subsequences of all ends of two texts, row by row. */
const commonLengths = (left: readonly string[], right: readonly string[]): Uint16Array => {
  const width = right.length + 1;
  const lengths = emptyCells((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      lengths[at] =
        left[row] === right[column]
          ? (lengths[at + width + 1] as number) + 1
          : Math.max(lengths[at + width] as number, lengths[at + 1] as number);
    }
  }
  return lengths;
};

/** For each character of the two texts whether the other has it, in the same order. */
const ownCharacters = (left: readonly string[], right: readonly string[], mostCells: number) => {
  const own = { left: left.map(() => true), right: right.map(() => true) };
  if (left.length * right.length > mostCells) return own;
  const width = right.length + 1;
  const lengths = commonLengths(left, right);
  for (let [row, column] = [0, 0]; row < left.length && column < right.length; ) {
    const at = row * width + column;
    if (left[row] === right[column]) {
      own.left[row] = false;
      own.right[column] = false;
      row += 1;
      column += 1;
    } else if ((lengths[at + width] as number) >= (lengths[at + 1] as number)) row += 1;
    else column += 1;
  }
  return own;
};

const stretches = (
  letters: readonly string[],
  own: readonly boolean[],
  start: number,
): readonly Stretch[] => {
  const found: { text: string; isOwn: boolean }[] = [];
  for (const [place, text] of letters.entries()) {
    const isOwn = own[place - start] ?? false;
    const last = found.at(-1);
    if (last?.isOwn === isOwn) last.text += text;
    else found.push({ text, isOwn });
  }
  return found;
};

/**
 * Two texts in the stretches they share and those that are their own, by a longest common subsequence of their
 * characters. Joined, the stretches of a side are its text again. Who must answer at once fills fewer cells of the table:
 * a million take some 8 ms.
 */
export function changedText(left: string, right: string, mostCells = MOST_CELLS): TextDifference {
  const [one, other] = [[...left], [...right]];
  const { start, end } = sharedEnds(one, other);
  const own = ownCharacters(
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
    mostCells,
  );
  return { left: stretches(one, own.left, start), right: stretches(other, own.right, start) };
}
