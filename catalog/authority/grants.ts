import { z } from 'zod';
import { LEVELS } from '../levels.ts';
import { normalizeRegionCode } from '../regions.ts';
import { type Grant, ROLES } from './writer.ts';

/** More than anyone needs; a writer with all of them still fits the header of an internal call. */
const MOST_GRANTS = 32;

const isCanonical = (region: string): boolean => {
  const normal = normalizeRegionCode(region);
  return 'code' in normal && normal.code === region;
};

const isWithoutRepeats = (values: readonly unknown[]): boolean =>
  new Set(values.map((value) => JSON.stringify(value))).size === values.length;

const grant = z.strictObject({
  role: z.enum(ROLES),
  region: z.string().refine(isCanonical),
  levels: z.array(z.enum(LEVELS)).min(1).refine(isWithoutRepeats),
});

/** The levels of a role in a region are said once: two grants that differ in them alone leave open which holds. */
const isOfOnePlace = (grants: readonly Grant[]): boolean =>
  isWithoutRepeats(grants.map(({ role, region }) => [role, region]));

/**
 * The grants of a token, and of a writer handed on: unknown members, regions that are not written with their 12 digits,
 * levels or places that come twice are refused.
 */
export const grantsSchema: z.ZodType<readonly Grant[]> = z
  .array(grant)
  .min(1)
  .max(MOST_GRANTS)
  .refine(isOfOnePlace);
