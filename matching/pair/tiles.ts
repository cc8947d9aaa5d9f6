/** What two texts share wherever it stands: 0 where a character found no partner, else the length of its tile, at most 255. */
export interface Tiling {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/** Longer tiles are no better than this: a length is told in a byte. */
const LONGEST = 255;
/** Room for runs beyond this is given back: two pages of few different characters have a million. */
const MOST_KEPT = 1 << 16;

/** For each character the place after the first one in the right text where it stands; 0 for the others. */
const places = new Int32Array(0x10000);

/**
 * The common runs that wait to be placed: a list for each length, in the order they are found. They and the tiles
 * belong to the module; a pair of names has fifty runs, and lists of its own for them took longer than the tiling.
 */
let first = new Int32Array(LONGEST + 1).fill(-1);
let last = new Int32Array(LONGEST + 1);
const lefts: number[] = [];
const rights: number[] = [];
const following: number[] = [];
/** For each character of the right text the place after the next one where the same stands. */
const next: number[] = [];
let runs = 0;

const tiling = { left: new Uint8Array(256), right: new Uint8Array(256) };

/**
 * Greedy string tiling (Wise 1993): the longest run that both texts still have free, again and again, down to single
 * characters; of equally long ones the first. Order does not matter to it, so 设置户外广告 and 户外广告设置 share all.
 * `joint` is a character that is never shared, -1 for none. Texts are UTF-16 units; the tiles are at least as many as
 * those, and are overwritten by the next call.
 */
export function tile(left: readonly number[], right: readonly number[], joint = -1): Tiling {
  if (tiling.left.length < left.length) tiling.left = new Uint8Array(2 * left.length);
  else tiling.left.fill(0, 0, left.length);
  if (tiling.right.length < right.length) tiling.right = new Uint8Array(2 * right.length);
  else tiling.right.fill(0, 0, right.length);
  makeRoom(Math.min(left.length, right.length));
  const longest = findRuns(left, right, joint);
  for (let length = longest; length > 0; length--) {
    // What is cut off an overlapped run joins the runs of its own, smaller length.
    for (let run = first[length] as number; run >= 0; run = following[run] as number) place(run, length);
    first[length] = -1;
  }
  if (runs > MOST_KEPT) for (const list of [lefts, rights, following]) list.length = MOST_KEPT;
  return tiling;
}

/** Runs may be as long as the shorter text. */
const makeRoom = (longest: number): void => {
  if (longest < first.length) return;
  first = new Int32Array(2 * longest).fill(-1);
  last = new Int32Array(2 * longest);
};

/** Notes the maximal common runs; returns the length of the longest. */
const findRuns = (left: readonly number[], right: readonly number[], joint: number): number => {
  runs = 0;
  for (let j = right.length - 1; j >= 0; j--) {
    const unit = right[j] as number;
    next[j] = places[unit] as number;
    places[unit] = j + 1;
  }
  let longest = 0;
  for (let i = 0; i < left.length; i++) {
    const unit = left[i] as number;
    if (unit === joint) continue;
    const before = i > 0 ? (left[i - 1] as number) : joint;
    for (let j = (places[unit] as number) - 1; j >= 0; j = (next[j] as number) - 1) {
      if (before !== joint && j > 0 && right[j - 1] === before) continue;
      let length = 1;
      while (
        i + length < left.length &&
        j + length < right.length &&
        left[i + length] === right[j + length] &&
        left[i + length] !== joint
      ) {
        length++;
      }
      note(length, i, j);
      if (length > longest) longest = length;
    }
  }
  for (let j = 0; j < right.length; j++) places[right[j] as number] = 0;
  return longest;
};

const note = (length: number, left: number, right: number): void => {
  lefts[runs] = left;
  rights[runs] = right;
  following[runs] = -1;
  if ((first[length] as number) < 0) first[length] = runs;
  else following[last[length] as number] = runs;
  last[length] = runs;
  runs++;
};

const place = (run: number, length: number): void => {
  const left = lefts[run] as number;
  const right = rights[run] as number;
  let free = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && tiling.left[left + at] === 0 && tiling.right[right + at] === 0) {
      free++;
      continue;
    }
    if (free > 0 && free < length) note(free, left + at - free, right + at - free);
    else if (free === length) {
      const told = Math.min(length, LONGEST);
      for (let tiled = 0; tiled < length; tiled++) {
        tiling.left[left + tiled] = told;
        tiling.right[right + tiled] = told;
      }
    }
    free = 0;
  }
};
