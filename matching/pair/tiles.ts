/** What two texts share wherever it stands: 0 where a character found no partner, else the length of its tile. */
export interface Tiling {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/** Longer tiles are no better than this: a length is kept in a byte. */
const LONGEST = 255;

/**
 * Greedy string tiling (Wise 1993): the longest run that both texts still have free, again and again, down to single
 * characters; of equally long ones the first. Order does not matter to it, so 设置户外广告 and 户外广告设置 share all.
 * `joint` is a character that is never shared.
 */
export function tile(left: string, right: string, joint = ''): Tiling {
  const tiling: Tiling = { left: new Uint8Array(left.length), right: new Uint8Array(right.length) };
  const runs = runsByLength(left, right, joint === '' ? -1 : joint.charCodeAt(0));
  for (let length = runs.length - 1; length > 0; length--) {
    // What is cut off an overlapped run joins the runs of its own, smaller length.
    for (const run of runs[length] ?? []) place(run, length, tiling, runs, right.length);
  }
  return tiling;
}

/** Maximal common runs by length, each as start in left × width + start in right, where width is right's length. */
const runsByLength = (left: string, right: string, joint: number): (number[] | undefined)[] => {
  const width = right.length;
  const runs: (number[] | undefined)[] = [];
  let before = new Uint8Array(width + 1);
  let lengths = new Uint8Array(width + 1);
  for (let i = 0; i <= left.length; i++) {
    const unit = i < left.length ? left.charCodeAt(i) : joint;
    for (let j = 0; j < width; j++) {
      const fits = unit !== joint && i < left.length && right.charCodeAt(j) === unit;
      lengths[j + 1] = fits ? Math.min((before[j] as number) + 1, LONGEST) : 0;
      if (!fits && (before[j] as number) > 0) note(runs, before[j] as number, i, j, width);
    }
    if ((before[width] as number) > 0) note(runs, before[width] as number, i, width, width);
    [before, lengths] = [lengths, before];
  }
  return runs;
};

const note = (
  runs: (number[] | undefined)[],
  length: number,
  left: number,
  right: number,
  width: number,
): void => {
  const list = runs[length];
  const run = (left - length) * width + right - length;
  if (list === undefined) runs[length] = [run];
  else list.push(run);
};

const place = (
  run: number,
  length: number,
  tiling: Tiling,
  runs: (number[] | undefined)[],
  width: number,
): void => {
  const left = Math.floor(run / width);
  const right = run % width;
  let free = 0;
  for (let at = 0; at <= length; at++) {
    const open = at < length && tiling.left[left + at] === 0 && tiling.right[right + at] === 0;
    if (open) free++;
    else {
      if (free > 0 && free < length) note(runs, free, left + at, right + at, width);
      else if (free === length) {
        tiling.left.fill(length, left, left + length);
        tiling.right.fill(length, right, right + length);
      }
      free = 0;
    }
  }
};
