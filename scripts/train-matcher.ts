import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TreeModel } from '../matching/model/trees.ts';
import { FEATURES } from '../matching/pair/features.ts';
import { PAIR_CLASSES, scorePair } from '../matching/pair/score-pair.ts';
import { prepareItem } from '../matching/prepared-item.ts';
import { besideExamples, pairExamples } from '../matching/training/examples.ts';
import { type Contest, fitCompetition } from '../matching/training/fit-item-model.ts';
import { type Example, fitTrees } from '../matching/training/fit-trees.ts';
import { foldOf, itemOf, type LabelledBeside, type LabelledPair } from '../matching/training/labelled.ts';
import { twinsOf } from '../matching/training/twins.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'matching/labels');
const FOLDS = 5;

const linesOf = <Label>(name: RegExp): readonly Label[] =>
  readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

const pairs = linesOf<LabelledPair>(/^pairs-.*\.jsonl$/u);
const items = linesOf<LabelledPair>(/^items-.*\.jsonl$/u);
const beside = linesOf<LabelledBeside>(/^beside\.jsonl$/u);

const fit = (examples: readonly Example[]): TreeModel =>
  fitTrees(examples, {
    classes: PAIR_CLASSES,
    features: FEATURES.map(({ name }) => name),
    rounds: 150,
    depth: 4,
    rate: 0.06,
    ridge: 3,
    leastInLeaf: 2,
  });

const names = [...pairs, ...items].flatMap(({ left, right }) =>
  right === null ? [left.name] : [left.name, right.name],
);
/** Made pairs teach the rare contrasts; together they count as a quarter of the judged ones. */
const twins = pairExamples(twinsOf(names, 2)).map((example) => ({ ...example, weight: 0.1 }));
const judged = [...pairExamples([...pairs, ...items]), ...twins];
// Two names that someone lays side by side are seldom as far apart as what a search brings up.
const SIDE_BY_SIDE = 0.05;
const chanceFinds = (weight: number) => besideExamples(beside, weight);

const logitOf = (chance: number): number => Math.log(Math.max(chance, 1e-9) / Math.max(1 - chance, 1e-9));

const contestOf = (label: LabelledPair, model: TreeModel): Contest => {
  const left = prepareItem(itemOf(label.left));
  const others = beside.find(({ pairId }) => pairId === label.pairId)?.rights ?? [];
  const candidates =
    label.relation === 'EQUIVALENT' && label.right !== null ? [label.right, ...others] : others;
  return {
    logits: candidates.map((side) => logitOf(scorePair(left, prepareItem(itemOf(side)), model).same)),
    partner: label.relation === 'EQUIVALENT' && label.right !== null ? 0 : -1,
  };
};

/** Contests of items whose own labels the model has not seen. */
const contests = Array.from({ length: FOLDS }, (_, fold) => {
  const seen = [...judged, ...chanceFinds(1)].filter(({ from }) => foldOf(from, FOLDS) !== fold);
  const model = fit(seen);
  return items.filter((label) => foldOf(label, FOLDS) === fold).map((label) => contestOf(label, model));
}).flat();

const write = (file: string, value: unknown, space?: number): void =>
  writeFileSync(join(root, 'matching/model', file), `${JSON.stringify(value, undefined, space)}\n`);

write('pair-model.json', fit([...judged, ...chanceFinds(SIDE_BY_SIDE)]));
write('found-model.json', fit([...judged, ...chanceFinds(1)]));
const before = JSON.parse(readFileSync(join(root, 'matching/model/item-model.json'), 'utf8')) as object;
write('item-model.json', { ...before, ...fitCompetition(contests) }, 2);
