import { hash } from 'node:crypto';
import type { Entry, Head } from './entry.ts';

/** What stands before the first of a chain. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** One field as a hash takes it: its length in octets, a colon, the text; a tilde where there is nothing. */
const frame = (field: string | number | null): string => {
  if (field === null) return '~';
  const text = String(field);
  return `${Buffer.byteLength(text)}:${text}`;
};

/** The hash an entry must have: SHA-256 over all of its other fields, as `audit.hash_of` computes it. */
export const hashOfEntry = (entry: Omit<Entry, 'hash'>): string =>
  hash(
    'sha256',
    `zongheng-entry-1,${frame(entry.region)}${frame(entry.sequence)}${frame(entry.moment)}${frame(entry.subject)}${frame(entry.tokenId)}${frame(entry.action)}${frame(entry.target)}${frame(entry.outcome)}${frame(entry.requestId)}${frame(entry.contentDigest)}${frame(entry.release)}${frame(entry.previousHash)}`,
  );

/** The digest a release must have, its heads in the order of their regions, as `audit.seal_release` computes it. */
export const digestOfSeal = (
  release: number,
  previousDigest: string,
  heads: readonly Omit<Head, 'release'>[],
): string =>
  hash(
    'sha256',
    `zongheng-seal-1,${frame(release)}${frame(previousDigest)}${heads
      .map((head) => `${frame(head.region)}${frame(head.sequence)}${frame(head.hash)}`)
      .join('')}`,
  );
