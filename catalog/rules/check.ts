import type { ItemFamily } from '../item-family.ts';
import type { Level } from '../levels.ts';
import type { ProblemKind } from '../problems.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * One record as the checks see it: an item with the guide its row amounts to. Values have the shape of the answer
 * (catalog/fields): enumeration symbols, `{amount, unit, immediate, raw}` for time limits, arrays of objects for
 * blocks. What the source does not say is missing.
 */
export interface CheckedItem {
  /** ListKind symbol of the list the record stands in. */
  readonly listKind: string;
  readonly level: Level;
  /** Undefined where the type is not known, or is not held against a presence table (处罚, 强制, 检查 …). */
  readonly family: ItemFamily | undefined;
  /** ItemType symbol, `UNRECOGNISED` included. */
  readonly itemType: string | undefined;
  /** Item elements by name, those with columns of their own included (name, organisationName, state …). */
  readonly item: Values;
  /** Guide elements by name, without the blocks. */
  readonly guide: Values;
  /** Blocks by name: materials, fees, steps, windows, questions, specialLinks, conditions, legalBases. */
  readonly blocks: Readonly<Record<string, readonly Values[] | undefined>>;
  /** Elements for which the source has a column at all: a list without a column is no gap of each of its rows. */
  readonly columns: ReadonlySet<string>;
  /** The day of the check in China, YYYY-MM-DD. */
  readonly today: string;
}

/** What a check found; the code's sentence is filled from these. `field` is the element's English name. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly field?: string;
  /** Chinese title of the field. */
  readonly title?: string;
  readonly value?: string;
  readonly other?: string;
  readonly detail?: string;
}

/** One check of one record: its problem kinds, each with sentence, severity and source, and how they are found. */
export interface Check<Code extends string = string> {
  readonly problems: Readonly<Record<Code, ProblemKind>>;
  readonly find: (item: CheckedItem) => readonly Finding<Code>[];
}

/** Gives a check its type with the literal codes kept. */
export const defineCheck = <const Code extends string>(check: Check<Code>): Check<Code> => check;
