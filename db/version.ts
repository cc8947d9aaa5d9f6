import { and, gt, lte, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** `to_release` of a row version that no later version has closed: the largest integer PostgreSQL holds. */
export const CURRENT = 2_147_483_647;

/** The condition that a row version is valid in a release: `from_release <= release < to_release`. */
export const validIn = (
  table: { readonly fromRelease: PgColumn; readonly toRelease: PgColumn },
  release: number | SQL,
): SQL => and(lte(table.fromRelease, release), gt(table.toRelease, release)) as SQL;
