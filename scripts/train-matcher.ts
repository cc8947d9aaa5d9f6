import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { softmax } from '../matching/model/softmax.ts';
import { treeScores } from '../matching/model/trees.ts';
import { type Contest, fitCompetition } from '../matching/training/fit-item-model.ts';
import { foldOf, type LabelledPair } from '../matching/training/labelled.ts';
import { exampleOf, type Labels, type Trained, train } from '../matching/training/train.ts';
import { readLabels } from './read-labels.ts';

const root = resolve(import.meta.dirname, '..');
/** Parts the items are judged in by models that have not seen them, to learn how candidates compete. */
const FOLDS = 4;

const labels = readLabels();

const logitOf = (chance: number): number => Math.log(Math.max(chance, 1e-9) / Math.max(1 - chance, 1e-9));

/** An item's candidates as the labels know them: its partner first, if it has one. */
const contestOf = (label: LabelledPair, { foundModel, restWords }: Trained): Contest => {
  const others = labels.beside.find(({ pairId }) => pairId === label.pairId)?.rights ?? [];
  const partnered = label.relation === 'EQUIVALENT' && label.right !== null;
  const candidates = partnered ? [label.right, ...others] : others;
  const chanceOf = (right: LabelledPair['right']): number =>
    softmax(treeScores(foundModel, exampleOf({ ...label, right }, restWords).values))[0] ?? 0;
  return { logits: candidates.map((right) => logitOf(chanceOf(right))), partner: partnered ? 0 : -1 };
};

const without = (fold: number): Labels => {
  const kept = <One extends Pick<LabelledPair, 'left'>>(list: readonly One[]): readonly One[] =>
    list.filter((one) => foldOf(one, FOLDS) !== fold);
  return { pairs: kept(labels.pairs), items: kept(labels.items), beside: kept(labels.beside) };
};

const contests = Array.from({ length: FOLDS }, (_, fold) => {
  process.stderr.write(`训练第 ${fold + 1} 折，共 ${FOLDS} 折\n`);
  const trained = train(without(fold));
  return labels.items
    .filter((label) => foldOf(label, FOLDS) === fold)
    .map((label) => contestOf(label, trained));
}).flat();

const write = (file: string, value: unknown, space?: number): void =>
  writeFileSync(join(root, 'matching/model', file), `${JSON.stringify(value, undefined, space)}\n`);

process.stderr.write('训练全部标注\n');
const trained = train(labels);
write('pair-model.json', trained.pairModel);
write('found-model.json', trained.foundModel);
write('rest-words.json', Object.fromEntries(trained.restWords));
const before = JSON.parse(readFileSync(join(root, 'matching/model/item-model.json'), 'utf8')) as object;
write('item-model.json', { ...before, ...fitCompetition(contests) }, 2);
