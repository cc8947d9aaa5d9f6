import type { ItemRow } from '../db/item-table.ts';

/** What every subgraph that shows items knows of one: the columns behind the shared fields. */
export type ItemCore = Pick<
  ItemRow,
  | 'catalogId'
  | 'ordinal'
  | 'level'
  | 'kind'
  | 'itemType'
  | 'regionCode'
  | 'organisationId'
  | 'taskName'
  | 'basicCode'
  | 'implementationCode'
  | 'localCode'
  | 'codeKey'
  | 'taskState'
  | 'planEffectiveDate'
  | 'planCancelDate'
> & { readonly id: string };

/** An item as its own subgraph knows it; the long parts are read only when asked for. */
export type Item = ItemCore &
  Pick<ItemRow, 'version'> &
  Partial<Pick<ItemRow, 'elements' | 'source' | 'problems'>>;

/** The fields that are read from the long parts. */
export const LONG_FIELDS = ['elements', 'source', 'problems'] as const;
