import type { PairQuality, PairStratum } from '../../matching/evaluation/pair-quality.ts';
import { CLASS_WORDS } from '../match-lines.ts';
import { confusionTable, coverageTable, familyNote, figureTable, reliabilityTable } from './shared-tables.ts';
import { type StratumColumns, stratumTable } from './stratum-table.ts';
import { figure, type Table } from './table.ts';

const figures = (quality: PairQuality): Table => {
  const { same, sameOrDifferent, intervals } = quality;
  const { decided } = same;
  const clear = sameOrDifferent.decided;
  return figureTable(
    '名称对：主要指标',
    [
      ['三类平均 F1', quality.confusion.macroF1, intervals['macroF1'], '相同、部分相同、不同各算 F1，再平均'],
      ['正确率', quality.confusion.accuracy, intervals['accuracy'], '三类判断正确的比例'],
      ['“相同”的查准率', decided.precision, null, '判为相同的，有多少确实相同'],
      ['“相同”的查全率', decided.recall, null, '确实相同的，有多少判为相同'],
      ['“相同”的 F1', decided.f1, intervals['f1'], '查准率与查全率的调和平均'],
      [
        '“相同”的最佳 F1',
        same.best?.f1,
        intervals['bestF1'],
        `阈值取 ${figure(same.best?.threshold)} 时；阈值在同一批标注上选出，偏乐观`,
      ],
      [
        '平均查准率 AP',
        same.averagePrecision,
        intervals['averagePrecision'],
        '按“相同”的概率排序，相同对其余',
      ],
      [
        '相同/不同 AUC',
        sameOrDifferent.areaUnderCurve,
        intervals['areaUnderCurve'],
        '一对相同的比一对不同的得分高的机会',
      ],
      [
        '相同/部分相同 AUC',
        quality.samePartialAreaUnderCurve,
        null,
        '一对相同的比一对部分相同的得分高的机会',
      ],
      ['相同/不同 F1', clear.f1, null, '不计部分相同的名称对'],
      ['相同/不同 最佳 F1', sameOrDifferent.best?.f1, null, '不计部分相同的名称对，阈值最佳时'],
      ['Brier 分', quality.brier, null, '“相同”的概率与事实之差的平方，越小越好'],
      ['三类 Brier 分', quality.brierOfThree, null, '三个概率合计，0 到 2，越小越好'],
      ['校准误差 ECE', quality.calibrationError, null, '概率与实际比例之差，15 段，越小越好'],
      ['风险曲线下面积', quality.areaOfRisk, null, '只答最有把握的，错误率的平均，越小越好'],
    ],
    familyNote(quality.families),
  );
};

const STRATUM_COLUMNS: StratumColumns<PairStratum> = {
  head: ['三类平均 F1', '“相同”查准', '查全', 'F1'],
  of: ({ macroF1, same }) => [macroF1, same.precision, same.recall, same.f1],
};

/** What is measured of pairs, as tables. */
export const pairTables = (quality: PairQuality): readonly Table[] => [
  figures(quality),
  confusionTable('名称对：判断与实际', quality.confusion, CLASS_WORDS),
  coverageTable('名称对：自动判为“相同”的余地', quality.coverage),
  reliabilityTable('名称对：“相同”的概率可不可信', quality.bins),
  stratumTable('名称对', { counted: '对数', unit: '对' }, quality, STRATUM_COLUMNS),
];
