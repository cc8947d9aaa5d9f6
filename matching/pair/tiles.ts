import { JOINT } from '../name/unified-text.ts';

/** What two texts share wherever it stands, 0 where a character found no partner, else the length of its tile. */
export interface Tiling {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/**
 * Greedy string tiling (Wise 1993): again and again the longest run that both texts still have free, down to single
 * characters; of equally long ones the first on the left, then on the right. Order does not matter to it, so 设置户外广告
 * and 户外广告设置 share everything.
 */
export function tile(left: string, right: string): Tiling {
  const tiling: Tiling = { left: new Uint8Array(left.length), right: new Uint8Array(right.length) };
  for (;;) {
    const run = longestRun(left, right, tiling);
    if (run.length === 0) return tiling;
    tiling.left.fill(Math.min(run.length, 255), run.left, run.left + run.length);
    tiling.right.fill(Math.min(run.length, 255), run.right, run.right + run.length);
  }
}

interface Run {
  left: number;
  right: number;
  length: number;
}

function longestRun(left: string, right: string, taken: Tiling): Run {
  const best: Run = { left: 0, right: 0, length: 0 };
  // lengths[j]: the free common run that ends at the character of the left looked at and character j-1 of the right.
  const lengths = new Uint16Array(right.length + 1);
  for (let i = 0; i < left.length; i++) {
    const unit = left.charCodeAt(i);
    const free = taken.left[i] === 0 && left.charAt(i) !== JOINT;
    for (let j = right.length; j > 0; j--) {
      const fits = free && taken.right[j - 1] === 0 && right.charCodeAt(j - 1) === unit;
      const length = fits ? (lengths[j - 1] as number) + 1 : 0;
      lengths[j] = length;
      if (length > best.length) {
        best.left = i - length + 1;
        best.right = j - length;
        best.length = length;
      }
    }
  }
  return best;
}
