import type { RowCodes } from './codes-of-row.ts';
import { readLeftovers } from './export/leftovers-text.ts';
import { BLOCK_OWNERS, type Block as BlockName } from './layouts/slots.ts';
import type { NamedRow } from './row.ts';

const GUIDE_BLOCKS = (Object.keys(BLOCK_OWNERS) as BlockName[]).filter((block) => block !== 'legalBases');

type Block = readonly Readonly<Record<string, unknown>>[];

const materialsOf = (row: NamedRow): Block | undefined => {
  const names = row.guide['materialsText'];
  return row.blocks.materials ?? (Array.isArray(names) ? names.map((name) => ({ name })) : undefined);
};

/** What a row says of its guide: guide elements, and blocks; materials also from the names in one cell (「身份证;户口簿」). */
export const guideElements = (row: NamedRow): Record<string, unknown> => {
  const blocks = { ...row.blocks, materials: materialsOf(row) };
  // In one order, whatever the order of the columns: equal rows give equal JSON.
  const pairs = GUIDE_BLOCKS.flatMap((block) =>
    blocks[block] === undefined ? [] : [[block, blocks[block]]],
  );
  return { ...row.guide, ...Object.fromEntries(pairs) };
};

/** The blocks of a row by name, as the checks look at them. */
export const blocksOf = (row: NamedRow): Readonly<Record<string, Block | undefined>> => ({
  ...row.blocks,
  materials: materialsOf(row),
});

/** The legal bases that stand as a block; they are the item's, not the guide's. */
export const legalBasesOf = (row: NamedRow) =>
  row.blocks.legalBases === undefined ? {} : { legalBases: row.blocks.legalBases };

/**
 * What no element or code list had room for, kept as the source has it. An export of this list may have put it into
 * one cell; then that cell is all there is to say.
 */
export const leftovers = (
  row: NamedRow,
  codes: RowCodes,
  other: readonly { readonly title: string; readonly value: string }[],
) => {
  const text = row.facts.leftovers;
  const exported = text === undefined ? undefined : readLeftovers(text);
  if (exported !== undefined) return exported;
  const unrecognised = [...row.unrecognised, ...codes.unrecognised];
  const strange = text === undefined ? [] : [{ title: '保留内容', value: text }];
  const otherColumns = [...row.otherColumns, ...strange, ...other];
  return {
    ...(unrecognised.length > 0 ? { unrecognised } : {}),
    ...(otherColumns.length > 0 ? { otherColumns } : {}),
  };
};
