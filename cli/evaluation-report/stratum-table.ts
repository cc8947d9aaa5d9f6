import { figure, type Table } from './table.ts';

const DIMENSION_WORDS = { edgeKind: '联系种类', stratum: '难点', confidence: '标注把握' } as const;

/** Words of the kinds of link, of how sure a person was and of the difficulties that labels commonly name. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  abbrev: '简称',
  about: '关于事项的服务',
  action: '动作不同',
  audience: '服务对象',
  'code-wrong': '编码有误',
  colloquial: '口语',
  contrast: '互相排斥的词',
  grade: '等级',
  identical: '名称相同',
  level: '层级用语',
  merged: '合并',
  narrower: '范围缩小',
  negation: '除外',
  number: '数字',
  object: '客体不同',
  'old-name': '旧名',
  'one-character': '一字之差',
  order: '语序',
  region: '地名',
  situation: '办理情形',
  stage: '环节',
  suffix: '词尾',
  synonym: '同义词',
  typo: '错字',
  COUNTY_REF: '地方事项对参考目录',
  TOWN_COUNTY: '乡镇、村对县级',
  POWER_PUBLIC: '权力对公共服务',
  GUIDE_ITEM: '指南对事项',
  SUB_MAIN: '子项对主项',
  sure: '确定',
  likely: '较有把握',
  unsure: '没有把握',
};

interface Stratum {
  readonly dimension: keyof typeof DIMENSION_WORDS;
  readonly value: string;
  readonly count: number;
  readonly accuracy: number | null;
}

/** What is measured of each stratum beside its accuracy. */
export interface StratumColumns<One extends Stratum> {
  readonly head: readonly string[];
  readonly of: (stratum: One) => readonly (number | null)[];
}

const nameCells = ({ dimension, value }: Stratum): readonly string[] => {
  const word = VALUE_WORDS[value];
  return [DIMENSION_WORDS[dimension], word === undefined ? value : `${word} ${value}`];
};

/** The figures of each stratum, and which difficulty is worst; `what` is counted (事项), in `unit` (项). */
export const stratumTable = <One extends Stratum>(
  what: string,
  { counted, unit }: { readonly counted: string; readonly unit: string },
  { strata, worstStratum }: { readonly strata: readonly One[]; readonly worstStratum: One | null },
  columns: StratumColumns<One>,
): Table => ({
  caption: `${what}：分组`,
  head: ['分组', '值', counted, '正确率', ...columns.head],
  rows: strata.map((stratum) => [
    ...nameCells(stratum),
    String(stratum.count),
    figure(stratum.accuracy),
    ...columns.of(stratum).map(figure),
  ]),
  numbersFrom: 2,
  note:
    worstStratum === null
      ? `没有一个难点有 10 ${unit}以上，不评最差。`
      : `最差的难点（10 ${unit}以上）：${worstStratum.value}，正确率 ${figure(worstStratum.accuracy)}`,
});
