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

/** JSON with sorted keys, so that equal content gives equal bytes whatever order it was read in. */
const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
};

/** A digest of a record's content: what decides whether a row has changed since the last release. */
export const contentDigest = (content: unknown): string =>
  hash('sha256', canonicalJson(content), 'base64url').slice(0, 22);
