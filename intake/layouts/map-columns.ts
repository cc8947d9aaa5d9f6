import type { FieldOwner } from '../../catalog/fields/field.ts';
import { type ColumnMapping, mappedTarget } from './column-mapping.ts';
import { type ColumnTarget, isNamePart, targetId } from './column-target.ts';
import { inContext } from './neighbours.ts';
import { BLOCK_OWNERS } from './slots.ts';
import { type Candidate, titleCandidates } from './title-candidates.ts';
import { targetOfStack } from './title-lookup.ts';
import { stackTitle } from './title-text.ts';

/** How the element of a column was found; UNSURE columns are asked about, UNKNOWN ones are kept as other columns. */
export type MappingWay = 'MAPPED' | 'EXACT' | 'LIKELY' | 'UNSURE' | 'UNKNOWN';

/** A column as the sheet shows it. */
export interface SheetColumn {
  /** Counted from 0. */
  readonly column: number;
  /** Its title under the titles of its groups, outermost first. */
  readonly stack: readonly string[];
  /** Values of the first rows. */
  readonly samples: readonly string[];
}

export interface MappedColumn extends SheetColumn {
  /** The titles of the stack in one, `办理时限/承诺`. */
  readonly title: string;
  readonly slot: ColumnTarget;
  /** 0 … 1. */
  readonly score: number;
  readonly how: MappingWay;
  /** What else it may be, the likeliest first; for LIKELY and UNSURE. */
  readonly candidates: readonly Candidate[];
}

/** From here a likeness is taken, with a warning; from the lower one the column is asked about. */
const TAKEN = 0.85;
const ASKED = 0.6;

/** What the best candidate must be ahead of the second. */
const MARGIN = 0.08;

const other = (title: string): ColumnTarget => ({ kind: 'OTHER', title });

const guessed = (column: SheetColumn, title: string, claimed: ReadonlySet<string>): MappedColumn => {
  const [group = ''] = column.stack;
  const readings = column.stack.length === 1 ? [title] : [group + (column.stack.at(-1) ?? '')];
  const candidates = readings
    .flatMap((reading) => titleCandidates(reading, column.samples))
    .filter(({ id }) => !claimed.has(id));
  const [best, second] = candidates;
  if (best === undefined || best.score < ASKED) {
    return { ...column, title, slot: other(title), score: 0, how: 'UNKNOWN', candidates: [] };
  }
  const clear = second === undefined || best.score - second.score >= MARGIN;
  const likely = best.score >= TAKEN && clear;
  const near = candidates.filter(({ score }) => score >= ASKED).slice(0, 3);
  return {
    ...column,
    title,
    slot: likely ? best.target : other(title),
    score: best.score,
    how: likely ? 'LIKELY' : 'UNSURE',
    candidates: near,
  };
};

/** Of several guesses for one element the best stays; the others are other columns. */
const settled = (columns: readonly MappedColumn[]): readonly MappedColumn[] => {
  const best = new Map<string, MappedColumn>();
  for (const column of columns) {
    if (column.how !== 'LIKELY') continue;
    const id = targetId(column.slot);
    const before = best.get(id);
    if (before === undefined || column.score > before.score) best.set(id, column);
  }
  return columns.map((column) => {
    const wanted = column.how === 'LIKELY' ? targetId(column.slot) : column.candidates[0]?.id;
    const winner = wanted === undefined ? undefined : best.get(wanted);
    if (winner === undefined || winner === column || column.how === 'EXACT' || column.how === 'MAPPED')
      return column;
    return { ...column, slot: other(column.title), score: 0, how: 'UNKNOWN', candidates: [] };
  });
};

/** Parts of a block whose name part the table lacks, and second columns of one part, are other columns. */
const withoutLonelyParts = (columns: readonly MappedColumn[]): readonly MappedColumn[] => {
  const named = new Set(
    columns.flatMap(({ slot }) => (slot.kind === 'PART' && isNamePart(slot) ? [slot.block] : [])),
  );
  const taken = new Set<string>();
  return columns.map((column) => {
    const { slot } = column;
    if (slot.kind !== 'PART') return column;
    const id = targetId(slot);
    if (named.has(slot.block) && !taken.has(id)) {
      taken.add(id);
      return column;
    }
    return { ...column, slot: other(column.title), score: 0, how: 'UNKNOWN' };
  });
};

/** A table without item names but with the names of a block's entries is that block's: 依据 is the material's. */
const ownersOf = (columns: readonly SheetColumn[]): readonly FieldOwner[] => {
  const targets = columns.map(({ stack }) => targetOfStack(stack));
  if (targets.some((target) => target !== undefined && targetId(target).startsWith('item.name'))) return [];
  const part = targets.find((target) => target !== undefined && isNamePart(target));
  return part?.kind === 'PART' ? [BLOCK_OWNERS[part.block]] : [];
};

/**
 * The element of each column of a table. The mapping decides first, then the exact titles of the registry in their
 * neighbourhood, then likeness and values; what is neither sure nor far-fetched is UNSURE and not taken.
 */
export const mapColumns = (
  columns: readonly SheetColumn[],
  mapping?: ColumnMapping,
): readonly MappedColumn[] => {
  const owners = ownersOf(columns);
  const known = columns.map((column): MappedColumn | undefined => {
    const title = stackTitle(column.stack);
    const mapped = mapping === undefined ? undefined : mappedTarget(mapping, column.stack);
    if (mapped !== undefined)
      return { ...column, title, slot: mapped, score: 1, how: 'MAPPED', candidates: [] };
    const exact = targetOfStack(column.stack, owners);
    return exact && { ...column, title, slot: exact, score: 1, how: 'EXACT', candidates: [] };
  });
  const settledTitles = inContext(columns, known);
  const claimed = new Set(
    settledTitles.flatMap((column) => (column === undefined ? [] : targetId(column.slot))),
  );
  const all = columns.map((column, index) => {
    return settledTitles[index] ?? guessed(column, stackTitle(column.stack), claimed);
  });
  return withoutLonelyParts(settled(all));
};
