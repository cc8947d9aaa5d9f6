import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MatchItem } from '../matching/item.ts';
import { BACKGROUND } from '../matching/model/background.ts';
import type { LogisticModel } from '../matching/model/logistic.ts';
import { compareNames } from '../matching/pair/compare.ts';
import { compareFields } from '../matching/pair/fields.ts';
import { PAIR_CLASSES, pairFeatures } from '../matching/pair/score-pair.ts';
import { prepareItem } from '../matching/prepared-item.ts';
import { fitLogistic } from '../matching/training/fit-logistic.ts';

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

const examples = pairs.map(({ left, right, relation }) => {
  const [one, other] = [prepareItem(item(left)), prepareItem(item(right))];
  return {
    features: pairFeatures(compareNames(one.name, other.name, BACKGROUND), compareFields(one, other)),
    label: classOf(relation),
    weight: 1,
  };
});

const model: LogisticModel = fitLogistic(examples, { classes: PAIR_CLASSES, ridge: 2, rounds: 400 });
writeFileSync(join(root, 'matching/model/pair-model.json'), `${JSON.stringify(model, undefined, 1)}\n`);
