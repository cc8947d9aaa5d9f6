/**
 * Where two texts differ when they are read from beginning to end side by side: runs of the one that stand in the place
 * of runs of the other, either of which may be empty. The lists belong to the module and are overwritten by the next call.
 */
export interface Alignment {
  /** Characters written otherwise, left out, put in, or two neighbours turned round (Damerau 1964, restricted). */
  edits: number;
  count: number;
  readonly leftFrom: number[];
  readonly leftTo: number[];
  readonly rightFrom: number[];
  readonly rightTo: number[];
}

const alignment: Alignment = { edits: 0, count: 0, leftFrom: [], leftTo: [], rightFrom: [], rightTo: [] };

/** Texts that differ over more characters than this are not slips of each other: the whole stretch is one run. */
export const MOST_ALIGNED = 40;

const WIDTH = MOST_ALIGNED + 1;
const costs = new Uint8Array(WIDTH * WIDTH);
for (let at = 0; at < WIDTH; at++) {
  costs[at] = at;
  costs[at * WIDTH] = at;
}

/** Lays two texts of UTF-16 units side by side. */
export function align(left: readonly number[], right: readonly number[]): Alignment {
  alignment.count = 0;
  alignment.edits = 0;
  let start = 0;
  let [endLeft, endRight] = [left.length, right.length];
  while (start < endLeft && start < endRight && left[start] === right[start]) start++;
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    endLeft--;
    endRight--;
  }
  const [lefts, rights] = [endLeft - start, endRight - start];
  if (lefts === 0 && rights === 0) return alignment;
  if (lefts === 0 || rights === 0 || lefts > MOST_ALIGNED || rights > MOST_ALIGNED) {
    alignment.edits = Math.max(lefts, rights);
    addRun(start, endLeft, start, endRight);
    return alignment;
  }
  weigh(left, right, start, lefts, rights);
  alignment.edits = costs[lefts * WIDTH + rights] as number;
  trace(left, right, start, lefts, rights);
  return alignment;
}

const addRun = (leftFrom: number, leftTo: number, rightFrom: number, rightTo: number): void => {
  const { count } = alignment;
  alignment.leftFrom[count] = leftFrom;
  alignment.leftTo[count] = leftTo;
  alignment.rightFrom[count] = rightFrom;
  alignment.rightTo[count] = rightTo;
  alignment.count++;
};

const weigh = (
  left: readonly number[],
  right: readonly number[],
  start: number,
  lefts: number,
  rights: number,
): void => {
  for (let i = 1; i <= lefts; i++) {
    const unit = left[start + i - 1] as number;
    const before = i > 1 ? (left[start + i - 2] as number) : -1;
    const row = i * WIDTH;
    const above = row - WIDTH;
    for (let j = 1; j <= rights; j++) {
      const other = right[start + j - 1] as number;
      let cost = (costs[above + j - 1] as number) + (unit === other ? 0 : 1);
      const least = Math.min(costs[above + j] as number, costs[row + j - 1] as number) + 1;
      if (least < cost) cost = least;
      if (j > 1 && before === other && unit === right[start + j - 2] && unit !== other) {
        const turned = (costs[above - WIDTH + j - 2] as number) + 1;
        if (turned < cost) cost = turned;
      }
      costs[row + j] = cost;
    }
  }
};

/** Goes back from the end; runs are noted last one first. */
const trace = (
  left: readonly number[],
  right: readonly number[],
  start: number,
  lefts: number,
  rights: number,
): void => {
  let [i, j] = [lefts, rights];
  let [toLeft, toRight] = [-1, -1];
  while (i > 0 || j > 0) {
    const cost = costs[i * WIDTH + j] as number;
    const diagonal = i > 0 && j > 0 ? (costs[(i - 1) * WIDTH + j - 1] as number) : -1;
    const isSame = i > 0 && j > 0 && left[start + i - 1] === right[start + j - 1];
    if (isSame && diagonal === cost) {
      if (toLeft >= 0) addRun(start + i, toLeft, start + j, toRight);
      toLeft = -1;
      i--;
      j--;
      continue;
    }
    if (toLeft < 0) [toLeft, toRight] = [start + i, start + j];
    if (diagonal >= 0 && diagonal + 1 === cost) {
      i--;
      j--;
    } else if (
      isTurned(left, right, start, i, j) &&
      (costs[(i - 2) * WIDTH + j - 2] as number) + 1 === cost
    ) {
      i -= 2;
      j -= 2;
    } else if (i > 0 && (costs[(i - 1) * WIDTH + j] as number) + 1 === cost) i--;
    else j--;
  }
  if (toLeft >= 0) addRun(start, toLeft, start, toRight);
};

const isTurned = (
  left: readonly number[],
  right: readonly number[],
  start: number,
  i: number,
  j: number,
): boolean =>
  i > 1 &&
  j > 1 &&
  left[start + i - 1] === right[start + j - 2] &&
  left[start + i - 2] === right[start + j - 1];
