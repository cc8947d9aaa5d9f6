import type { Comparison } from './compare.ts';
import type { FieldRelations } from './fields.ts';

/** Two items side by side, before they are weighed. */
export interface ComparedPair {
  readonly comparison: Comparison;
  readonly fields: FieldRelations;
}

/** One number the model looks at. */
export interface Feature {
  /** Topic of the explanation it belongs to. */
  readonly topic: string;
  readonly name: string;
}

/**
 * Features that are found out together. `write` puts their numbers, in the order of the names, where the first belongs:
 * with a function for every single number, calling them took as long as comparing the names.
 */
export interface FeatureGroup {
  readonly topic: string;
  readonly names: readonly string[];
  readonly write: (pair: ComparedPair, values: Float64Array, first: number) => void;
}

/** The names of both sides of a figure; which side is which is not told: turning the names round changes nothing. */
export const bothSides = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [`${name}.larger`, `${name}.smaller`]);

/** Writes both sides of a figure, the larger first. */
export const writeBoth = (values: Float64Array, first: number, left: number, right: number): void => {
  values[first] = Math.max(left, right);
  values[first + 1] = Math.min(left, right);
};
