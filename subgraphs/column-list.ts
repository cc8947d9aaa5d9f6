import type { PgColumn } from 'drizzle-orm/pg-core';

/** `alias."column" as "field"` for each column of a table's declaration, for statements written as SQL. */
export const columnList = (columns: Readonly<Record<string, PgColumn>>, alias: string): string =>
  Object.entries(columns)
    .map(([field, column]) => `${alias}."${column.name}" as "${field}"`)
    .join(', ');
