import { actionAt } from '../lexicon/knowledge.ts';
import { cosine } from '../name/weighted-grams.ts';
import { comparePair } from '../pair/score-pair.ts';
import type { PreparedItem } from '../prepared-item.ts';
import type { ListedItem } from './listed-item.ts';

/** How well a main item's name heads another item's name, in bits for each reason. */
export interface NameFit {
  /** Wording and facets. */
  readonly wording: number;
  /** What is done: the acts a main item names are all that may stand below it. */
  readonly acts: number;
}

/** Acts that found what all later acts are about: a main item that names them heads those later acts as well. */
const FOUNDING: ReadonlySet<string> = new Set(['ESTABLISH', 'ENROL', 'PREPARE']);

const founds = (place: number): boolean => FOUNDING.has(actionAt(place).key);

const foundsOnly = ({ name }: PreparedItem): boolean => name.actions.LIFE_CYCLE.every(founds);

/**
 * Compares an item's name with a main item's, by likeness of wording, by facets that exclude each other or that the
 * main item narrows, and by the acts. The weights were set by hand after a fit to one province's published library.
 */
export function nameFit(item: PreparedItem, { prepared: main, parts }: ListedItem): NameFit {
  const { comparison } = comparePair(item, main);
  const { facets, actions, left, right } = comparison;
  const alike = parts.reduce(
    (most, part) => Math.max(most, cosine(item.name.grams, part)),
    comparison.cosine,
  );
  const wording =
    0.5 +
    10 * alike +
    1.5 * (1 - left.share) * (1 - right.share) +
    3 * left.aside -
    2.8 * Math.min(2, facets.CONTRAST + facets.OVERLAP) -
    2.4 * Math.min(2, facets.RIGHT_ONLY) -
    (actions.KIND === 'DISJOINT' ? 3 : 0) -
    (/ONLY|DISJOINT/u.test(actions.ABOUT) ? 3 : 0);
  return { wording, acts: actsFit(actions.LIFE_CYCLE, item, main, right.joints > 0) };
}

const actsFit = (relation: string, item: PreparedItem, main: PreparedItem, enumerates: boolean): number => {
  if (relation === 'RIGHT_MORE' || (relation === 'EQUAL' && !foundsOnly(main))) return 1.5;
  if (relation === 'EQUAL' || relation === 'LEFT_MORE' || relation === 'LEFT_ONLY') return 0.7;
  if (relation !== 'DISJOINT' && relation !== 'RIGHT_ONLY') return 0;
  if (foundsOnly(main)) return -0.7;
  // 筹设 comes before 设立: a main item that names the one among its acts heads the other.
  const { LIFE_CYCLE: acts } = item.name.actions;
  if (main.name.actions.LIFE_CYCLE.some(founds) && acts.length > 0 && acts.every(founds)) return 0.7;
  // 采矿权变更登记 heads changes alone; what enumerates acts may leave one out.
  return enumerates || main.name.actions.LIFE_CYCLE.length > 1 ? -3 : -9;
};
