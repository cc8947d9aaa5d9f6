import type { Level } from './levels.ts';
import { type Problem, problem } from './problems.ts';

/** 全国: the root of the region tree and the parent of every province. */
export const COUNTRY = '000000000000';

/** How many digits of the 12 are spoken for at each level: province 2, city 4, county 6, township 9, village 12. */
const BLOCKS = [
  { level: 'VILLAGE', from: 9, to: 12 },
  { level: 'TOWNSHIP', from: 6, to: 9 },
  { level: 'COUNTY', from: 4, to: 6 },
  { level: 'CITY', from: 2, to: 4 },
  { level: 'PROVINCE', from: 0, to: 2 },
] as const satisfies readonly { level: Level; from: number; to: number }[];

export type RegionCodeResult = { readonly code: string } | { readonly problem: Problem };

/**
 * The 12-digit form of a region code of 2, 4, 6, 9 or 12 digits (GB/T 2260 + GB/T 10114 + 3 village digits,
 * padded with 0 on the right), or the problem that names what is wrong with it.
 */
export function normalizeRegionCode(raw: string): RegionCodeResult {
  const digits = raw.normalize('NFKC').trim();
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/u.test(digits)) {
    return { problem: problem('REGION_CODE_INVALID', { value: raw }) };
  }
  const code = digits.padEnd(12, '0');
  // Digits after an empty province block belong to no province.
  if (code !== COUNTRY && code.startsWith('00')) {
    return { problem: problem('REGION_CODE_INVALID', { value: raw }) };
  }
  return { code };
}

/** The level a 12-digit code stands for, judged by its last non-zero block; undefined when it is not 12 digits. */
export function regionLevel(code: string): Level | undefined {
  if (!/^\d{12}$/u.test(code)) return undefined;
  return lastBlock(code)?.level ?? 'NATIONAL';
}

/**
 * The code one step up: the last non-zero block set to zero. A town directly under a city (东莞, 中山) therefore
 * has the city as parent. Undefined for the country itself and for anything that is not 12 digits.
 */
export function regionParent(code: string): string | undefined {
  if (!/^\d{12}$/u.test(code)) return undefined;
  const block = lastBlock(code);
  return block && code.slice(0, block.from).padEnd(12, '0');
}

/** The codes from the country down to `code` itself, or an empty list when it is not 12 digits. */
export function regionPath(code: string): readonly string[] {
  if (!/^\d{12}$/u.test(code)) return [];
  const parent = regionParent(code);
  return parent === undefined ? [code] : [...regionPath(parent), code];
}

/**
 * Inclusive string bounds of every code in the subtree of `code`, itself included. Development zones carry codes no
 * standard lists; they lie inside the bounds as well. Undefined when it is not 12 digits.
 */
export function regionSubtreeRange(code: string): { readonly from: string; readonly to: string } | undefined {
  if (!/^\d{12}$/u.test(code)) return undefined;
  const significant = lastBlock(code)?.to ?? 0;
  return { from: code, to: code.slice(0, significant).padEnd(12, '9') };
}

function lastBlock(code: string) {
  return BLOCKS.find(({ from, to }) => /[1-9]/u.test(code.slice(from, to)));
}
