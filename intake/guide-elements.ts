import type { RowCodes } from './codes-of-row.ts';
import type { NamedRow } from './row.ts';

type Block = readonly Readonly<Record<string, unknown>>[];

const materialsOf = (row: NamedRow): Block | undefined => {
  const names = row.guide['materialsText'];
  return row.blocks.materials ?? (Array.isArray(names) ? names.map((name) => ({ name })) : undefined);
};

/** What a row says of its guide: guide elements, and blocks; materials also from the names in one cell (「身份证;户口簿」). */
export const guideElements = (row: NamedRow): Record<string, unknown> => {
  const { legalBases: _own, ...blocks } = row.blocks;
  const materials = materialsOf(row);
  return { ...row.guide, ...blocks, ...(materials === undefined ? {} : { materials }) };
};

/** The blocks of a row by name, as the checks look at them. */
export const blocksOf = (row: NamedRow): Readonly<Record<string, Block | undefined>> => ({
  ...row.blocks,
  materials: materialsOf(row),
});

/** The legal bases that stand as a block; they are the item's, not the guide's. */
export const legalBasesOf = (row: NamedRow) =>
  row.blocks.legalBases === undefined ? {} : { legalBases: row.blocks.legalBases };

/** What no element or code list had room for, kept as the source has it. */
export const leftovers = (
  row: NamedRow,
  codes: RowCodes,
  other: readonly { readonly title: string; readonly value: string }[],
) => ({
  ...(row.unrecognised.length + codes.unrecognised.length > 0
    ? { unrecognised: [...row.unrecognised, ...codes.unrecognised] }
    : {}),
  ...(row.otherColumns.length + other.length > 0 ? { otherColumns: [...row.otherColumns, ...other] } : {}),
});
