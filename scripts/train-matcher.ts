import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MatchItem } from '../matching/item.ts';
import { FEATURES, featureValues } from '../matching/pair/features.ts';
import { comparePair, PAIR_CLASSES } from '../matching/pair/score-pair.ts';
import { prepareItem } from '../matching/prepared-item.ts';
import { fitTrees } from '../matching/training/fit-trees.ts';

const root = resolve(import.meta.dirname, '..');
const labels = join(root, 'matching/labels');

interface Side {
  readonly name: string;
  readonly code?: string;
  readonly dept?: string;
  readonly region?: string;
}
interface PairLabel {
  readonly left: Side;
  readonly right: Side;
  readonly relation: string;
}

const item = ({ name, code, dept, region }: Side): MatchItem => ({
  id: '',
  name,
  ...(code === undefined ? {} : { codes: [code] }),
  ...(dept === undefined ? {} : { department: dept }),
  ...(region === undefined ? {} : { region }),
});

const classOf = (relation: string): number =>
  relation === 'EQUIVALENT' ? 0 : ['NARROWER', 'BROADER', 'OVERLAP'].includes(relation) ? 1 : 2;

const pairs = readdirSync(labels)
  .filter((file) => /^pairs-.*\.jsonl$/u.test(file))
  .sort()
  .flatMap((file) => readFileSync(join(labels, file), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as PairLabel);

const examples = pairs.map(({ left, right, relation }) => ({
  values: featureValues(comparePair(prepareItem(item(left)), prepareItem(item(right)))),
  label: classOf(relation),
  weight: 1,
}));

const model = fitTrees(examples, {
  classes: PAIR_CLASSES,
  features: FEATURES.map(({ name }) => name),
  rounds: 150,
  depth: 4,
  rate: 0.06,
  ridge: 3,
  leastInLeaf: 2,
});
writeFileSync(join(root, 'matching/model/pair-model.json'), `${JSON.stringify(model)}\n`);
