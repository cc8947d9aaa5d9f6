import type { ReliabilityBin } from '../../matching/evaluation/calibration.ts';
import type { CurvePoint } from '../../matching/evaluation/precision-recall.ts';
import type { RiskPoint } from '../../matching/evaluation/risk-coverage.ts';
import { type Point, svgChart } from './chart.ts';
import { figure, percent } from './table.ts';

/** Round tops of the axis of errors: a curve of few errors is still seen. */
const TOPS = [0.04, 0.1, 0.2, 0.4];

/** The three curves of a part of the report; `id` keeps those of the parts apart. */
export const charts = (
  id: string,
  measured: {
    readonly curve: readonly CurvePoint[];
    readonly averagePrecision: number | null;
    readonly bins: readonly ReliabilityBin[];
    readonly calibrationError: number | null;
    readonly riskCurve: readonly RiskPoint[];
    readonly areaOfRisk: number | null;
  },
): string => {
  const { curve, bins, riskCurve } = measured;
  const filled = bins.filter(({ count }) => count > 0);
  const last = riskCurve.at(-1);
  const highest = Math.max(0, ...riskCurve.map(({ risk }) => risk));
  return `<div class="charts">
${svgChart({
  id: `${id}-precision`,
  title: '查准率与查全率',
  description: `阈值从高到低，接受得越多，查全率越高；平均查准率 ${figure(measured.averagePrecision)}。`,
  horizontal: '查全率',
  vertical: '查准率',
  points: curve.map(({ recall, precision }): Point => [recall ?? 0, precision ?? 0]),
})}
${svgChart({
  id: `${id}-reliability`,
  title: '概率可不可信',
  description: `每点是一段概率里的实际比例，越靠近对角线越可信；校准误差 ${figure(measured.calibrationError)}。`,
  horizontal: '给出的概率',
  vertical: '实际比例',
  points: filled.map(({ meanProbability, shareTrue }): Point => [meanProbability ?? 0, shareTrue ?? 0]),
  isMarked: true,
  hasDiagonal: true,
})}
${svgChart({
  id: `${id}-risk`,
  title: '只答有把握的',
  description: `从最有把握的答起，答得越多，错误率越高；全部回答时错误率 ${percent(last?.risk)}。`,
  horizontal: '回答的比例',
  vertical: '错误率',
  most: TOPS.find((top) => top >= highest) ?? 1,
  points: riskCurve.map(({ coverage, risk }): Point => [coverage, risk]),
})}
</div>`;
};
