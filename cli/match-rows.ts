import { namedLaws } from '../matching/evaluation/named-laws.ts';
import type { MatchItem } from '../matching/item.ts';
import type { TableRow, TableShape } from './table-file.ts';

const OPTIONAL = ['code', 'type', 'department', 'legal_basis', 'region', 'parent_name'] as const;

/** Columns of the reference and of the items; docs/matching-files.md describes them. */
export const ITEM_SHAPE = {
  required: ['id', 'name'],
  optional: OPTIONAL,
  key: 'id',
} as const satisfies TableShape<string, string>;

/** Columns of a file of pairs. */
export const PAIR_SHAPE = {
  required: ['pair_id', 'a_name', 'b_name'],
  optional: ['a_code', 'a_dept', 'b_code', 'b_dept'],
  key: 'pair_id',
} as const satisfies TableShape<string, string>;

export type ItemRow = TableRow<(typeof ITEM_SHAPE.required)[number] | (typeof OPTIONAL)[number]>;
export type PairRow = TableRow<(typeof PAIR_SHAPE.required)[number] | (typeof PAIR_SHAPE.optional)[number]>;

const codesOf = (cell: string): readonly string[] =>
  cell
    .split(/[;；\n]/u)
    .map((code) => code.trim())
    .filter((code) => code !== '');

interface Written {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly type?: string;
  readonly department: string;
  readonly legal_basis?: string;
  readonly region?: string;
  readonly parent_name?: string;
}

/** What the engine looks at of a row; an empty cell is a missing value. */
const matchItem = (row: Written): MatchItem => {
  const codes = codesOf(row.code);
  const legalBases = namedLaws(row.legal_basis ?? '');
  const [type, department, region, parentName] = [row.type, row.department, row.region, row.parent_name].map(
    (cell) => cell?.trim() ?? '',
  );
  return {
    id: row.id,
    name: row.name,
    ...(codes.length > 0 && { codes }),
    ...(type && { type }),
    ...(department && { department }),
    ...(legalBases.length > 0 && { legalBases }),
    ...(region && { region }),
    ...(parentName && { parentName }),
  };
};

/** The item of a row of the reference or of the items. */
export const itemOfRow = (row: ItemRow): MatchItem => matchItem(row);

/** The two sides of a row of pairs. */
export const sidesOfRow = (row: PairRow): { readonly left: MatchItem; readonly right: MatchItem } => ({
  left: matchItem({ id: 'a', name: row.a_name, code: row.a_code, department: row.a_dept }),
  right: matchItem({ id: 'b', name: row.b_name, code: row.b_code, department: row.b_dept }),
});
