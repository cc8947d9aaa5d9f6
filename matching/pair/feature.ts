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
  readonly value: (pair: ComparedPair) => number;
}

export const feature = (topic: string, name: string, value: Feature['value']): Feature => ({
  topic,
  name,
  value,
});
