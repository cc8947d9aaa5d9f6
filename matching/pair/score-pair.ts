import { BACKGROUND } from '../model/background.ts';
import { type LogisticModel, scores, softmax } from '../model/logistic.ts';
import pairModel from '../model/pair-model.json' with { type: 'json' };
import type { PreparedItem } from '../prepared-item.ts';
import { type Comparison, compareNames } from './compare.ts';
import { nameFeatures } from './features.ts';
import { fieldFeatures } from './field-features.ts';
import { compareFields, type FieldRelations } from './fields.ts';

/** The three things two names may be to each other. */
export const PAIR_CLASSES = ['same', 'partial', 'different'] as const;

const MODEL: LogisticModel = pairModel;

/** Two items compared and weighed. */
export interface PairScore {
  readonly comparison: Comparison;
  readonly fields: FieldRelations;
  readonly features: readonly string[];
  readonly same: number;
  readonly partial: number;
  readonly different: number;
}

/** All features of two items, those of their names and those of their other fields. */
export function pairFeatures(comparison: Comparison, fields: FieldRelations): readonly string[] {
  return [...nameFeatures(comparison), ...fieldFeatures(fields, comparison)];
}

/** Compares two items and gives the chances of the three classes, 0 to 1, together 1. */
export function scorePair(left: PreparedItem, right: PreparedItem, model: LogisticModel = MODEL): PairScore {
  const comparison = compareNames(left.name, right.name, BACKGROUND);
  const fields = compareFields(left, right);
  const features = pairFeatures(comparison, fields);
  const [same = 0, partial = 0, different = 0] = softmax(scores(model, features));
  return { comparison, fields, features, same, partial, different };
}
