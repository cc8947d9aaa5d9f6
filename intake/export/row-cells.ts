import { parseCode } from '../../catalog/codes/parse.ts';
import type { Field } from '../../catalog/fields/field.ts';
import { FIELDS, fieldOf, type ItemElement } from '../../catalog/fields.ts';
import { LEVEL_NAMES, type Level } from '../../catalog/levels.ts';
import type { Block } from '../layouts/slots.ts';
import { blockContent, type CellContent, cellContent, limitTitleUnit } from './element-cells.ts';
import {
  blockColumn,
  type ExportColumn,
  fieldColumns,
  LEVEL,
  limitColumn,
  ROW_KEY,
} from './export-columns.ts';
import type { StoredRow } from './stored-rows.ts';

/** The cells of one row by column; empty cells are missing. */
export type RowCells = Map<ExportColumn, CellContent>;

const itemColumn = (element: ItemElement): ExportColumn => fieldColumns(fieldOf('item', element)).own;

const COLUMNS = {
  name: itemColumn('name'),
  itemType: itemColumn('itemType'),
  basicCode: itemColumn('basicCode'),
  implementationCode: itemColumn('implementationCode'),
  regionCode: itemColumn('regionCode'),
  regionName: itemColumn('regionName'),
  organisationName: itemColumn('organisationName'),
  organisationCode: itemColumn('organisationCode'),
  state: itemColumn('state'),
};

/** Titles under which a place that could not be taken stands at the end of the other columns. */
const PLACE_COLUMNS = new Map([
  ['区划名称', COLUMNS.regionName],
  ['区划代码', COLUMNS.regionCode],
]);

/**
 * How many of a row's other columns, counted from the last, are the place its source gave and the import could not
 * take; they go back to the columns they came from.
 */
export const refusedPlaces = ({ otherColumns, problems }: StoredRow): number => {
  const [before, last] = otherColumns.slice(-2).map(({ title }) => title);
  const end = otherColumns.length === 1 ? before : last;
  if (problems.includes('REGION_CODE_INVALID')) {
    if (end === '区划代码') return 1;
    return before === '区划代码' && last === '区划名称' ? 2 : 0;
  }
  return problems.includes('UNKNOWN_REGION') && end === '区划名称' ? 1 : 0;
};

const put = (cells: RowCells, column: ExportColumn, content: CellContent | undefined): void => {
  if (content !== undefined && content !== '') cells.set(column, content);
};

const putPlace = (cells: RowCells, row: StoredRow): void => {
  const refused = refusedPlaces(row);
  if (refused > 0) {
    for (const { title, value } of row.otherColumns.slice(-refused)) {
      put(cells, PLACE_COLUMNS.get(title) ?? COLUMNS.regionName, value);
    }
    return;
  }
  put(cells, COLUMNS.regionCode, row.regionCode);
  put(cells, COLUMNS.regionName, row.regionName);
};

const isUnrecognised = (row: StoredRow, element: string): boolean =>
  row.unrecognised.some((each) => each.element === element);

/** A guide keeps its code in the form it is compared in; that form leads to the same item. */
const putCodes = (cells: RowCells, row: StoredRow): void => {
  put(cells, COLUMNS.basicCode, row.basicCode);
  put(cells, COLUMNS.implementationCode, row.implementationCode);
  if (row.codeKey === undefined) return;
  const local = row.item['localImplementationCode'] ?? row.item['localBasicCode'];
  const code = row.codeKey.slice(row.codeKey.indexOf(':') + 1);
  if (typeof local === 'string' && keyOf(local) === row.codeKey) return;
  const taken = isUnrecognised(row, 'implementationCode');
  put(cells, taken ? COLUMNS.basicCode : COLUMNS.implementationCode, code);
};

const keyOf = (raw: string): string => {
  const { scheme, normalized } = parseCode(raw);
  return `${scheme}:${normalized}`;
};

const putElements = (cells: RowCells, owner: 'item' | 'guide', values: StoredRow['item']): void => {
  for (const [element, value] of Object.entries(values)) {
    const field: Field | undefined = fieldOf(owner, element);
    if (field === undefined || value === null || value === undefined) continue;
    const unit =
      field.type === 'timeLimit' ? limitTitleUnit(field, value as StoredRow['item'], values) : undefined;
    const column = unit === undefined ? fieldColumns(field).own : limitColumn(field, unit);
    put(cells, column, cellContent(field, value));
  }
};

/** The cells of all that was understood of a row. */
export const understoodCells = (row: StoredRow): RowCells => {
  const cells: RowCells = new Map();
  put(cells, ROW_KEY, row.key);
  put(cells, LEVEL, row.level === undefined ? undefined : LEVEL_NAMES[row.level as Level]);
  put(cells, COLUMNS.name, row.name);
  putPlace(cells, row);
  putCodes(cells, row);
  put(cells, COLUMNS.organisationName, row.organisationName);
  put(cells, COLUMNS.organisationCode, row.organisationCode);
  const type = fieldOf('item', 'itemType');
  const isTyped = row.itemType !== undefined && row.itemType !== 'UNRECOGNISED';
  put(cells, COLUMNS.itemType, isTyped ? cellContent(type, row.itemType) : undefined);
  put(
    cells,
    COLUMNS.state,
    row.state === undefined ? undefined : cellContent(fieldOf('item', 'state'), row.state),
  );
  putElements(cells, 'item', row.item);
  putElements(cells, 'guide', row.guide);
  for (const [block, entries] of Object.entries(row.blocks)) {
    put(cells, blockColumn(block as Block), blockContent(block as Block, entries));
  }
  return cells;
};

/** The field of an element that stands in a column of its own, item before guide. */
export const rowField = (element: string): Field | undefined => FIELDS_BY_ELEMENT.get(element);

const FIELDS_BY_ELEMENT = new Map<string, Field>(
  [...FIELDS.guide, ...FIELDS.item].map((field) => [field.element, field]),
);
