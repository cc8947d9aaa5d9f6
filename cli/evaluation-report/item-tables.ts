import type { LinkFigures } from '../../matching/evaluation/item-links.ts';
import type { ItemQuality, ItemStratum } from '../../matching/evaluation/item-quality.ts';
import type { AcceptedFigures } from '../../matching/evaluation/precision-recall.ts';
import { BAND_WORDS, RELATION_WORDS } from '../match-lines.ts';
import { confusionTable, coverageTable, familyNote, figureTable, reliabilityTable } from './shared-tables.ts';
import { type StratumColumns, stratumTable } from './stratum-table.ts';
import { figure, percent, type Table } from './table.ts';

const figures = (quality: ItemQuality): Table => {
  const { links, recallAt, merged, intervals } = quality;
  const { precision, recall, f1 } = links.proposed;
  return figureTable(
    '事项：主要指标',
    [
      ['查准率', precision, intervals['precision'], '给出的对应，有多少是对的'],
      ['查全率', recall, intervals['recall'], '有对应的事项，有多少找对了'],
      ['F1', f1, intervals['f1'], '查准率与查全率的调和平均；没有对应的事项给出对应也算错'],
      ['最佳 F1', links.best?.f1, intervals['bestF1'], `阈值取 ${figure(links.best?.threshold)} 时，偏乐观`],
      ['平均查准率 AP', links.averagePrecision, intervals['averagePrecision'], '按把握排序'],
      ['候选第 1', recallAt[1], intervals['recallAt1'], '有对应的事项，第一个候选就是对应的比例'],
      ['候选前 5', recallAt[5], null, '前五个候选里有对应的比例'],
      ['候选前 10', recallAt[10], intervals['recallAt10'], '前十个候选里有对应的比例'],
      ['正确率', quality.accuracy, intervals['accuracy'], '对应和关系都对（包括正确地答无对应）的比例'],
      [
        '合并事项全对',
        merged.share,
        null,
        `${merged.count} 个有几项对应的事项，对应一项不多、一项不少的比例`,
      ],
      ['Brier 分', quality.brier, null, '把握与对错之差的平方，越小越好'],
      ['校准误差 ECE', quality.calibrationError, null, '把握与实际正确率之差，15 段，越小越好'],
      ['风险曲线下面积', quality.areaOfRisk, null, '只答最有把握的，错误率的平均，越小越好'],
    ],
    familyNote(quality.families),
  );
};

const accepted = (title: string, found: AcceptedFigures): readonly string[] => [
  title,
  String(found.accepted),
  String(found.right),
  figure(found.precision),
  figure(found.recall),
  figure(found.f1),
];

const linkRows = (title: string, { auto, proposed, best }: LinkFigures) => [
  accepted(`${title}，机器接受`, auto),
  accepted(`${title}，连同待人审定`, proposed),
  ...(best === null ? [] : [accepted(`${title}，最佳阈值 ${best.threshold.toFixed(4)}`, best)]),
];

const thresholds = ({ links, equivalents }: ItemQuality): Table => ({
  caption: '事项：各档的对应',
  head: ['口径', '给出', '其中对的', '查准率', '查全率', 'F1'],
  rows: [...linkRows('任何对应', links), ...linkRows('只计等同', equivalents)],
  numbersFrom: 1,
});

const bands = ({ bands }: ItemQuality): Table => ({
  caption: '事项：交给人的',
  head: ['处理', '事项', '占比', '其中对的'],
  rows: bands.map(({ band, count, share, precision }) => [
    BAND_WORDS[band],
    String(count),
    percent(share),
    percent(precision),
  ]),
  numbersFrom: 1,
  note: '无对应一行的“对的”，是参考里确实没有对应的比例。',
});

const STRATUM_COLUMNS: StratumColumns<ItemStratum> = {
  head: ['查准率', '查全率', 'F1', '候选第 1'],
  of: ({ links, recallAt1 }) => [links.precision, links.recall, links.f1, recallAt1],
};

/** What is measured of items against a list, as tables. */
export const itemTables = (quality: ItemQuality): readonly Table[] => [
  figures(quality),
  thresholds(quality),
  bands(quality),
  coverageTable('事项：自动接受对应的余地', quality.coverage),
  confusionTable('事项：关系', quality.relations, RELATION_WORDS),
  reliabilityTable('事项：把握可不可信', quality.bins),
  stratumTable('事项', { counted: '事项', unit: '项' }, quality, STRATUM_COLUMNS),
];
