import { setImmediate as nextTurn } from 'node:timers/promises';
import { randomFor } from '../demo/random.ts';
import type { BootstrapOptions } from '../matching/evaluation/bootstrap.ts';
import { itemQuality, type JudgedItem } from '../matching/evaluation/item-quality.ts';
import { itemTruths, speaksOfItems } from '../matching/evaluation/item-truth.ts';
import { matchItemOf } from '../matching/evaluation/labelled-item.ts';
import type { Label } from '../matching/evaluation/labels.ts';
import { type JudgedPair, pairQuality } from '../matching/evaluation/pair-quality.ts';
import { itemErrors, pairErrors } from '../matching/evaluation/quality-errors.ts';
import type { MatchItem } from '../matching/item.ts';
import { createMatcher } from '../matching/matcher.ts';
import { judgePair } from '../matching/pair.ts';
import type { Terminal } from './command.ts';
import type { Quality } from './evaluation-report/quality.ts';
import type { Engine } from './match-files.ts';
import { rowProgress } from './progress.ts';

export interface JudgeOptions {
  readonly file: string;
  readonly split: string | null;
  readonly namesOnly: boolean;
  /** The list items are held against; the right sides of the labels where it is undefined. */
  readonly references: readonly MatchItem[] | undefined;
}

/** Labels whose right side is in no list of these ids. */
export const missingRights = (labels: readonly Label[], ids: ReadonlySet<string>): readonly Label[] =>
  labels.filter(({ right }) => right !== null && !ids.has(right.itemKey));

/** Rounds of the bootstrap: a thousand for a small file, fewer where each takes long. */
const bootstrapFor = (count: number): BootstrapOptions => ({
  resamples: Math.max(200, Math.min(1_000, Math.floor(2_000_000 / Math.max(1, count)))),
  random: randomFor(1, 'evaluation').next,
});

/** Maps things one by one, telling how far it has come. */
const judged = async <Thing, Result>(
  terminal: Terminal,
  things: readonly Thing[],
  judge: (thing: Thing) => Result,
): Promise<readonly Result[]> => {
  const tell = rowProgress(terminal, '正在评测');
  const results: Result[] = [];
  for (const thing of things) {
    results.push(judge(thing));
    tell(results.length, results.length / things.length);
    if (results.length % 500 === 0) await nextTurn();
  }
  return results;
};

const judgePairs = async (
  terminal: Terminal,
  labels: readonly Label[],
  { namesOnly }: JudgeOptions,
  engine: Engine,
): Promise<Quality['pairs']> => {
  const withRight = labels.filter((label): label is JudgedPair['label'] => label.right !== null);
  if (withRight.length === 0) return null;
  const pairs = await judged(
    terminal,
    withRight,
    (label): JudgedPair => ({
      label,
      judgement: engine.judgePair(matchItemOf(label.left, namesOnly), matchItemOf(label.right, namesOnly)),
    }),
  );
  return { quality: pairQuality(pairs, bootstrapFor(pairs.length)), errors: pairErrors(pairs) };
};

/** The distinct right sides of the labels; of two with one key the first. */
const rightsOf = (labels: readonly Label[], namesOnly: boolean): readonly MatchItem[] => {
  const rights = new Map<string, MatchItem>();
  for (const { right } of labels) {
    if (right !== null && !rights.has(right.itemKey))
      rights.set(right.itemKey, matchItemOf(right, namesOnly));
  }
  return [...rights.values()];
};

const judgeItems = async (
  terminal: Terminal,
  labels: readonly Label[],
  { namesOnly, references }: JudgeOptions,
  engine: Engine,
): Promise<Quality['items']> => {
  if (references === undefined && !speaksOfItems(labels)) return null;
  const list = references?.map((item) => (namesOnly ? { id: item.id, name: item.name } : item));
  const against = list ?? rightsOf(labels, namesOnly);
  const { truths, undecided } = itemTruths(labels);
  if (truths.length === 0) return null;
  const { match } = engine.createMatcher(against);
  const items = await judged(
    terminal,
    truths,
    (truth): JudgedItem => ({
      label: truth.label,
      truth,
      judgement: match(matchItemOf(truth.item, namesOnly)),
    }),
  );
  const names = new Map(against.map(({ id, name }) => [id, name]));
  return {
    references: against.length,
    undecided,
    quality: itemQuality(items, bootstrapFor(items.length)),
    errors: itemErrors(items, names),
  };
};

/** Puts every label to the engine and measures its answers. */
export const judgeLabels = async (
  terminal: Terminal,
  labels: readonly Label[],
  options: JudgeOptions,
  engine: Engine = { createMatcher, judgePair },
): Promise<Quality> => {
  const { file, split, namesOnly } = options;
  return {
    labels: { file, count: labels.length, split, namesOnly },
    pairs: await judgePairs(terminal, labels, options, engine),
    items: await judgeItems(terminal, labels, options, engine),
  };
};
