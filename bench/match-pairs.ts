import { PAIR_SHAPE, sidesOfRow } from '../cli/match-rows.ts';
import { readTable } from '../cli/table-file.ts';
import { confusionOf } from '../matching/evaluation/confusion.ts';
import { areaUnderCurve } from '../matching/evaluation/ranking.ts';
import type { MatchItem } from '../matching/item.ts';
import { softmax } from '../matching/model/softmax.ts';
import { treeScores } from '../matching/model/trees.ts';
import { PAIR_CLASSES } from '../matching/pair/score-pair.ts';
import { judgePair } from '../matching/pair.ts';
import type { LabelledPair, LabelledSide } from '../matching/training/labelled.ts';
import { exampleOf, type Labels, train } from '../matching/training/train.ts';
import { readLabels } from '../scripts/read-labels.ts';
import type { Benchmark } from './benchmarks.ts';

type PairClass = (typeof PAIR_CLASSES)[number];

interface Judged {
  readonly id: string;
  readonly label: PairClass;
  readonly left: string;
  readonly right: string;
  readonly chances: Readonly<Record<PairClass, number>>;
}

interface Row {
  readonly id: string;
  readonly label: PairClass;
  readonly left: MatchItem;
  readonly right: MatchItem;
}

const SHAPE = { ...PAIR_SHAPE, required: [...PAIR_SHAPE.required, 'label'] } as const;
const FOLDS = 10;
const RELATIONS: Readonly<Record<PairClass, string>> = {
  same: 'EQUIVALENT',
  partial: 'NARROWER',
  different: 'DIFFERENT',
};

const readRows = async (file: string): Promise<readonly Row[]> => {
  const table = await readTable(file, SHAPE);
  if (table.kind === 'WRONG') throw new Error(table.problems.join('\n'));
  return table.rows.map((row) => {
    const label = PAIR_CLASSES.find((one) => one === row.label);
    if (label === undefined)
      throw new Error(`${file}：${row.pair_id} 的 label 应为 ${PAIR_CLASSES.join('、')}`);
    return { id: row.pair_id, label, ...sidesOfRow(row) };
  });
};

const side = ({ id, name, codes, department }: MatchItem): LabelledSide => ({
  itemKey: id,
  name,
  ...(codes?.[0] === undefined ? {} : { code: codes[0] }),
  ...(department === undefined ? {} : { dept: department }),
});

const labelOf = ({ id, label, left, right }: Row): LabelledPair => ({
  pairId: id,
  left: side(left),
  right: side(right),
  relation: RELATIONS[label],
});

const judgedOf = ({ id, label, left, right }: Row, chances: Judged['chances']): Judged => ({
  id,
  label,
  left: left.name,
  right: right.name,
  chances,
});

/** Labels of the very names that are asked about would be no test: they are left out. */
const withoutAsked = (labels: Labels, rows: readonly Row[]): Labels => {
  const asked = new Set(
    rows.flatMap(({ left, right }) => [`${left.name}|${right.name}`, `${right.name}|${left.name}`]),
  );
  const strange = ({ left, right }: LabelledPair): boolean => !asked.has(`${left.name}|${right?.name ?? ''}`);
  const beside = labels.beside.map((one) => ({
    ...one,
    rights: one.rights.filter((right) => !asked.has(`${one.left.name}|${right.name}`)),
  }));
  return { pairs: labels.pairs.filter(strange), items: labels.items.filter(strange), beside };
};

/** Trains on the repository's labels and nine tenths of the rows, judges the last tenth, ten times. */
const crossValidated = (rows: readonly Row[], tell: (sentence: string) => void): readonly Judged[] => {
  const labels = withoutAsked(readLabels(), rows);
  return Array.from({ length: FOLDS }, (_, fold) => {
    tell(`交叉验证：第 ${fold + 1} 折，共 ${FOLDS} 折`);
    const seen = rows.filter((_row, at) => at % FOLDS !== fold).map(labelOf);
    const { pairModel, restWords } = train({ ...labels, pairs: [...labels.pairs, ...seen] });
    return rows
      .filter((_row, at) => at % FOLDS === fold)
      .map((row) => {
        const scores = treeScores(pairModel, exampleOf(labelOf(row), restWords).values);
        const [same = 0, partial = 0, different = 0] = softmax(scores);
        return judgedOf(row, { same, partial, different });
      });
  }).flat();
};

const bestOf = ({ same, partial, different }: Judged['chances']): PairClass =>
  same >= partial && same >= different ? 'same' : partial >= different ? 'partial' : 'different';

const rounded = (value: number | null): number => Math.round((value ?? 0) * 1e3) / 1e3;

const figures = (judged: readonly Judged[], title: string): Record<string, number> => {
  const sames = (label: PairClass): number[] =>
    judged.filter((one) => one.label === label).map(({ chances }) => chances.same);
  const { macroF1 } = confusionOf(
    judged.map((one) => ({ truth: one.label, answer: bestOf(one.chances) })),
    PAIR_CLASSES,
  );
  return {
    [`${title} AUC same/different`]: rounded(areaUnderCurve(sames('same'), sames('different'))),
    [`${title} AUC same/partial`]: rounded(areaUnderCurve(sames('same'), sames('partial'))),
    [`${title} macro-F1`]: rounded(macroF1),
  };
};

/**
 * How well judged pairs of names are told apart: by the model of the repository as it is, and with `--cross` by models
 * trained on the other nine tenths of the pairs besides. `--pairs FILE` is a CSV as `zongheng match --pairs` reads it,
 * with a column `label`; `--errors` lists what was judged wrongly.
 */
export const matchPairs: Benchmark = async (tell, words) => {
  const at = words.indexOf('--pairs');
  const file = words[at + 1];
  if (at < 0 || file === undefined)
    throw new Error('用法：npm run bench -- match-pairs --pairs FILE.csv [--cross] [--errors]');
  const rows = await readRows(file);
  const stored = rows.map((row) => judgedOf(row, judgePair(row.left, row.right).probabilities));
  const crossed = words.includes('--cross') ? crossValidated(rows, tell) : undefined;
  if (words.includes('--errors')) {
    for (const one of stored.filter(({ label, chances }) => bestOf(chances) !== label)) {
      const chances = PAIR_CLASSES.map((name) => one.chances[name].toFixed(2)).join('/');
      tell(`${one.id} ${one.label} ${chances} ${one.left} | ${one.right}`);
    }
  }
  return {
    pairs: rows.length,
    ...figures(stored, '仓库里的模型'),
    ...(crossed === undefined ? {} : figures(crossed, '十折交叉验证')),
  };
};
