import { normalizeRegionCode, regionSubtreeRange } from '../catalog/regions.ts';
import { refusal } from './refusal.ts';

/** First and last code of a region and all below it. */
export interface RegionRange {
  readonly from: string;
  readonly to: string;
}

/** The 12-digit code a caller means; refuses with BAD_USER_INPUT what is no region code. */
export const regionCodeOf = (text: string): string => {
  const result = normalizeRegionCode(text);
  if ('problem' in result) throw refusal('BAD_USER_INPUT', 'REGION_CODE');
  return result.code;
};

/** The codes of a region's whole subtree; undefined when none is given. */
export const regionRangeOf = (text: string | null | undefined): RegionRange | undefined =>
  text == null ? undefined : regionSubtreeRange(regionCodeOf(text));
