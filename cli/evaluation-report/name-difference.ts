/** A stretch of a name; own: the other name does not have it. */
export interface Stretch {
  readonly text: string;
  readonly isOwn: boolean;
}

/** Lengths of the longest common subsequences of all ends of two texts. */
const commonLengths = (left: readonly string[], right: readonly string[]): readonly number[][] => {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const [below, beside] = [lengths[row + 1]?.[column] ?? 0, lengths[row]?.[column + 1] ?? 0];
      const diagonal = lengths[row + 1]?.[column + 1] ?? 0;
      (lengths[row] as number[])[column] =
        left[row] === right[column] ? diagonal + 1 : Math.max(below, beside);
    }
  }
  return lengths;
};

const stretches = (letters: readonly string[], isCommon: ReadonlySet<number>): readonly Stretch[] => {
  const found: { text: string; isOwn: boolean }[] = [];
  for (const [place, letter] of letters.entries()) {
    const isOwn = !isCommon.has(place);
    const last = found.at(-1);
    if (last?.isOwn === isOwn) last.text += letter;
    else found.push({ text: letter, isOwn });
  }
  return found;
};

/** Both names in stretches that they share and that are their own. */
export const nameDifference = (
  left: string,
  right: string,
): { readonly left: readonly Stretch[]; readonly right: readonly Stretch[] } => {
  const [one, other] = [[...left], [...right]];
  const lengths = commonLengths(one, other);
  const [common, commonOther] = [new Set<number>(), new Set<number>()];
  for (let [row, column] = [0, 0]; row < one.length && column < other.length; ) {
    const [below, beside] = [lengths[row + 1]?.[column] ?? 0, lengths[row]?.[column + 1] ?? 0];
    if (one[row] === other[column]) {
      common.add(row);
      commonOther.add(column);
      row += 1;
      column += 1;
    } else if (below >= beside) row += 1;
    else column += 1;
  }
  return { left: stretches(one, common), right: stretches(other, commonOther) };
};
