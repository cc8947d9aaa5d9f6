import type { Field } from '../../catalog/fields/field.ts';
import { FIELDS } from '../../catalog/fields.ts';
import { type ColumnTarget, targetId, targetOfField } from './column-target.ts';
import { valueEvidence } from './column-values.ts';
import { likeness } from './title-likeness.ts';
import { plainTitle } from './title-text.ts';

/** An element that a title may mean, with how sure that is, 0 … 1. */
export interface Candidate {
  readonly id: string;
  readonly target: ColumnTarget;
  readonly score: number;
}

interface KnownTitle {
  readonly field: Field;
  readonly plain: string;
}

/** Titles below this likeness are not even told as possible. */
const LEAST = 0.5;

/** How much values that fit lift a score, and values that do not fit lower it. */
const LIFT = 0.15;
const DROP = 0.3;

const KNOWN: readonly KnownTitle[] = [...FIELDS.item, ...FIELDS.guide].flatMap((field: Field) =>
  [...new Set([field.chinese, ...field.aliases].map(plainTitle))]
    .filter((plain) => /\p{Script=Han}{2}/u.test(plain))
    .map((plain) => ({ field, plain })),
);

const memory = new Map<string, readonly { readonly field: Field; readonly alike: number }[]>();

/** Fields by the likest of their titles; values play no part, so it is worked out once for every title. */
const alikeFields = (title: string, without?: string) => {
  const key = `${without ?? ''} ${title}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const best = new Map<Field, number>();
  for (const { field, plain } of KNOWN) {
    if (plain === without || Math.abs(plain.length - title.length) > title.length) continue;
    const alike = likeness(title, plain);
    if (alike >= LEAST && alike > (best.get(field) ?? 0)) best.set(field, alike);
  }
  const found = [...best].map(([field, alike]) => ({ field, alike }));
  if (memory.size < 2_000) memory.set(key, found);
  return found;
};

/**
 * The elements a title may mean by its likeness to known titles and by its column's values, the likeliest first; titles
 * without Chinese characters are not guessed. `without` leaves one known title out, to measure how well guessing does.
 */
export const titleCandidates = (
  title: string,
  samples: readonly string[],
  without?: string,
): readonly Candidate[] => {
  const plain = plainTitle(title);
  if (!/\p{Script=Han}{2}/u.test(plain)) return [];
  return alikeFields(plain, without)
    .map(({ field, alike }) => {
      const evidence = valueEvidence(field, samples);
      const score = alike + evidence * (evidence > 0 ? LIFT : DROP);
      const target = targetOfField(field);
      return { id: targetId(target), target, score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100 };
    })
    .toSorted((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
};
