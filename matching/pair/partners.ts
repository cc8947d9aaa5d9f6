import type { Characters } from '../name/characters.ts';
import { JOINT_UNIT } from '../name/unified-text.ts';
import { type Slips, slipsOf } from './slips.ts';
import { type Tiling, tile } from './tiles.ts';

/** What an echo counts as: more than a character that found a partner alone. */
const ECHO = 2;

/** In a text of pages every pair of neighbours stands somewhere. */
const LONGEST_ECHOING = 200;

/** Number of the text each character was last seen in. */
const seenIn = new Int32Array(0x10000);
let texts = 0;

/** Which characters found a partner, and what speaks for slips. */
export interface Partners {
  readonly tiling: Tiling;
  readonly slips: Slips;
}

/**
 * Which characters of two names have a partner in the other. Beside those of the tiling these are echoes, a word said
 * twice where the other name says it once (查询查询; 变更备案、注销备案), and what a slip has spoilt. The tiling is
 * overwritten by the next call.
 */
export function partnersOf(left: Characters, right: Characters): Partners {
  const tiling = tile(left.units, right.units, JOINT_UNIT);
  if (Math.max(left.units.length, right.units.length) <= LONGEST_ECHOING) {
    coverEchoes(left.units, tiling.left, right.units);
    coverEchoes(right.units, tiling.right, left.units);
  }
  return { tiling, slips: slipsOf(left, right, tiling) };
}

/** Covers each free character that stands in the other text beside the same neighbour as here. */
const coverEchoes = (units: readonly number[], tiles: Uint8Array, others: readonly number[]): void => {
  texts++;
  for (let at = 0; at < others.length; at++) seenIn[others[at] as number] = texts;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as number;
    if (tiles[at] !== 0 || seenIn[unit] !== texts || unit === JOINT_UNIT) continue;
    const [before, behind] = [at > 0 ? units[at - 1] : JOINT_UNIT, units[at + 1] ?? JOINT_UNIT];
    if (standsBeside(others, unit, before as number, behind)) tiles[at] = ECHO;
  }
};

const standsBeside = (others: readonly number[], unit: number, before: number, behind: number): boolean => {
  for (let at = 0; at < others.length; at++) {
    if (others[at] !== unit) continue;
    if (before !== JOINT_UNIT && others[at - 1] === before) return true;
    if (behind !== JOINT_UNIT && others[at + 1] === behind) return true;
  }
  return false;
};
