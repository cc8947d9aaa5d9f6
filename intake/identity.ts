import { hash } from 'node:crypto';

/** The kinds of objects that carry a global id, each with the prefix that tells its type. */
const PREFIXES = {
  referenceItem: 'ri_',
  countyItem: 'ci_',
  townshipItem: 'ti_',
  guide: 'gd_',
  catalog: 'ca_',
  organisation: 'or_',
} as const;

/**
 * A stable id: the type's prefix and 22 characters of a hash over what identifies the object. Nothing of it
 * is a sequence, so it tells neither counts nor neighbours.
 */
export const stableId = (kind: keyof typeof PREFIXES, ...parts: readonly string[]): string =>
  PREFIXES[kind] + hash('sha256', parts.join('\u0000'), 'base64url').slice(0, 22);

/** The key of a normalised name, 16 characters. */
export const nameKey = (normalizedName: string): string =>
  hash('sha256', normalizedName, 'base64url').slice(0, 16);

/** A digest of a record's JSON: what decides whether a row has changed since the last release. */
export const contentDigest = (json: string): string => hash('sha256', json, 'base64url').slice(0, 22);
