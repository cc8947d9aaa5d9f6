import type { Interval } from '../../matching/evaluation/bootstrap.ts';
import type { ReliabilityBin } from '../../matching/evaluation/calibration.ts';
import type { Confusion } from '../../matching/evaluation/confusion.ts';
import type { CoverageAtTarget } from '../../matching/evaluation/coverage-at-precision.ts';
import { figure, percent, type Table } from './table.ts';

/** A figure with its interval and what it says. */
export type FigureLine = readonly [
  title: string,
  value: number | null | undefined,
  interval: Interval | null | undefined,
  meaning: string,
];

const intervalText = (interval: Interval | null | undefined): string =>
  interval === null || interval === undefined ? '' : `${figure(interval.low)}–${figure(interval.high)}`;

export const figureTable = (caption: string, lines: readonly FigureLine[], note: string): Table => ({
  caption,
  head: ['指标', '数值', '95% 区间', '含义'],
  rows: lines.map(([title, value, interval, meaning]) => [
    title,
    figure(value),
    intervalText(interval),
    meaning,
  ]),
  numbersFrom: 9,
  note,
});

/** How much could be accepted without a person. */
export const coverageTable = (caption: string, targets: readonly CoverageAtTarget[]): Table => ({
  caption,
  head: ['目标查准率', '口径', '阈值', '接受', '查准率', '95% 下限', '查全率'],
  rows: targets.flatMap(({ target, observed, assured }) =>
    (
      [
        ['样本中达到', observed],
        ['有 95% 把握达到', assured],
      ] as const
    ).map(([title, found]) =>
      found === null
        ? [figure(target), title, '－', '0', '－', '－', '0.0%']
        : [
            figure(target),
            title,
            found.threshold.toFixed(4),
            String(found.accepted),
            figure(found.precision),
            figure(found.bound),
            percent(found.coverage),
          ],
    ),
  ),
  numbersFrom: 2,
  note: '下限：单侧 95% 置信下限（Clopper–Pearson）。样本太小时，再准也不能说有把握。',
});

/** What came true of each interval of probability, empty intervals left out. */
export const reliabilityTable = (caption: string, bins: readonly ReliabilityBin[]): Table => ({
  caption,
  head: ['概率', '次数', '平均概率', '实际比例'],
  rows: bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, meanProbability, shareTrue }) => [
      `${figure(from)}–${figure(to)}`,
      String(count),
      figure(meanProbability),
      figure(shareTrue),
    ]),
  numbersFrom: 1,
});

/** How often each class was answered for each, and P, R and F1 of each. */
export const confusionTable = <Class extends string>(
  caption: string,
  confusion: Confusion<Class>,
  words: Readonly<Record<Class, string>>,
): Table => {
  const { classes, counts, perClass } = confusion;
  return {
    caption,
    head: ['实际＼判断', ...classes.map((name) => words[name]), '合计', '查准率', '查全率', 'F1'],
    rows: perClass.map(({ class: name, count, precision, recall, f1 }, index) => [
      words[name],
      ...(counts[index] ?? []).map(String),
      String(count),
      figure(precision),
      figure(recall),
      figure(f1),
    ]),
    numbersFrom: 1,
    note: `正确率 ${figure(confusion.accuracy)}，各类 F1 的平均 ${figure(confusion.macroF1)}`,
  };
};

/** How the intervals came about. */
export const familyNote = (families: number): string =>
  `区间由整组重抽得出：有共同事项的标注为一组，共 ${families} 组；同样的输入，区间相同。`;
