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

/** An item as its own subgraph knows it; of each column, and of its elements, only what was asked for is there. */
export type Item = ItemCore &
  Pick<ItemRow, 'version'> &
  Partial<Pick<ItemRow, 'elements' | 'source' | 'problems'>>;
