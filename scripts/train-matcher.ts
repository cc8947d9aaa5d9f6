import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MatchItem } from '../matching/item.ts';
import { softmax } from '../matching/model/softmax.ts';
import { treeScores } from '../matching/model/trees.ts';
import { compareFields } from '../matching/pair/fields.ts';
import { prepareItem } from '../matching/prepared-item.ts';
import { type FittedContest, fitContention } from '../matching/training/fit-contention.ts';
import {
  foldOf,
  type LabelledPair,
  nameAndOffice,
  type RelatedItems,
  relatedItems,
} from '../matching/training/labelled.ts';
import { exampleOfItems, type Labels, type Trained, train, trainFound } from '../matching/training/train.ts';
import { readLabels } from './read-labels.ts';
import { type WrittenContest, writtenContests, writtenLessons } from './written-lists.ts';

const root = resolve(import.meta.dirname, '..');
/** Parts the items are judged in by models that have not seen them, to learn how candidates compete. */
const FOLDS = 4;

const labels = readLabels();

const written = writtenLessons();

/** Whether the codes of two items are of one numbering, so that they can agree or differ. */
const isOneNumbering = (left: MatchItem, right: MatchItem): boolean =>
  compareFields(prepareItem(left), prepareItem(right)).code !== 'UNKNOWN';

const logitOf = (chance: number): number => Math.log(Math.max(chance, 1e-9) / Math.max(1 - chance, 1e-9));

type Weighing = Pick<Trained, 'foundModel' | 'restWords'>;

const logitsOf = (pairs: readonly RelatedItems[], { foundModel, restWords }: Weighing): readonly number[] =>
  pairs.map((pair) =>
    logitOf(softmax(treeScores(foundModel, exampleOfItems(pair, restWords).values))[0] ?? 0),
  );

/** An item's candidates as the labels know them: its partner first, if it has one. */
const judgedContest = (label: LabelledPair, weighing: Weighing): FittedContest => {
  const others = labels.beside.find(({ pairId }) => pairId === label.pairId)?.rights ?? [];
  const partnered = label.relation === 'EQUIVALENT' && label.right !== null;
  const candidates = partnered ? [label.right, ...others] : others;
  const left = nameAndOffice(label.left);
  const pairs = candidates.flatMap((right) =>
    relatedItems({ ...label, left, right: right && nameAndOffice(right) }),
  );
  const logits = logitsOf(pairs, weighing);
  return { logits, partner: partnered ? 0 : -1, answers: new Set(partnered ? [0] : []) };
};

const without = (fold: number): Labels => {
  const kept = <One extends Pick<LabelledPair, 'left'>>(list: readonly One[]): readonly One[] =>
    list.filter((one) => foldOf(one, FOLDS) !== fold);
  return { pairs: kept(labels.pairs), items: kept(labels.items), beside: kept(labels.beside), written };
};

const judged = Array.from({ length: FOLDS }, (_, fold) => {
  process.stderr.write(`训练第 ${fold + 1} 折，共 ${FOLDS} 折\n`);
  const trained = trainFound(without(fold));
  return labels.items
    .filter((label) => foldOf(label, FOLDS) === fold)
    .map((label) => judgedContest(label, trained));
}).flat();

const write = (file: string, value: unknown, space?: number): void =>
  writeFileSync(join(root, 'matching/model', file), `${JSON.stringify(value, undefined, space)}\n`);

process.stderr.write('训练全部标注\n');
const trained = train({ ...labels, written });
write('pair-model.json', trained.pairModel);
write('found-model.json', trained.foundModel);
write('rest-words.json', Object.fromEntries(trained.restWords));

process.stderr.write('拟合候选之间的竞争与阈值\n');
const writtenContest = ({ local, contest }: WrittenContest): FittedContest & { readonly coded: boolean } => ({
  logits: logitsOf(contest, trained),
  partner: contest.findIndex(({ relation }) => relation === 'EQUIVALENT'),
  answers: new Set(contest.flatMap(({ right }, at) => (local.partners.has(right.id) ? [at] : []))),
  coded: contest.some(({ left, right }) => isOneNumbering(left, right)),
});
const withColumns = writtenContests('COLUMNS').map(writtenContest);
const names = writtenContests('NAMES').map(writtenContest);
const { version } = JSON.parse(readFileSync(join(root, 'matching/model/item-model.json'), 'utf8')) as {
  readonly version: string;
};
const coded = fitContention([{ contests: withColumns.filter((one) => one.coded), precision: 0.999 }]);
const uncoded = fitContention([
  { contests: judged, precision: 0.99 },
  { contests: names, precision: 0.995 },
  { contests: withColumns.filter((one) => !one.coded), precision: 0.999 },
]);
write('item-model.json', { version, coded, uncoded }, 2);
