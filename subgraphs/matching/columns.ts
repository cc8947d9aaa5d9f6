import { indexedItem } from '../../db/matching.ts';
import { columnList } from '../column-list.ts';

/** The columns of the index behind the shared fields of an item. */
export const indexColumns = {
  id: indexedItem.itemId,
  catalogId: indexedItem.catalogId,
  ordinal: indexedItem.ordinal,
  level: indexedItem.level,
  kind: indexedItem.kind,
  itemType: indexedItem.itemType,
  regionCode: indexedItem.regionCode,
  organisationId: indexedItem.organisationId,
  taskName: indexedItem.taskName,
  basicCode: indexedItem.basicCode,
  implementationCode: indexedItem.implementationCode,
  localCode: indexedItem.localCode,
  codeKey: indexedItem.codeKey,
  taskState: indexedItem.taskState,
  planEffectiveDate: indexedItem.planEffectiveDate,
  planCancelDate: indexedItem.planCancelDate,
};

/** The same for the alias `i`. */
export const INDEX_COLUMNS = columnList(indexColumns, 'i');
