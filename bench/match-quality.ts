import type { BlockItem } from '../matching/block/block-item.ts';
import { matchBlock } from '../matching/block/match-block.ts';
import { MATCHER } from '../matching/block/matcher-judging.ts';
import { referenceList } from '../matching/block/reference-list.ts';
import type { MatchItem } from '../matching/item.ts';
import type { LocalItem } from '../matching/training/variation/local-list.ts';
import { SEEN_WORDINGS } from '../matching/training/variation/seen-wordings.ts';
import { UNSEEN_WORDINGS } from '../matching/training/variation/unseen-wordings.ts';
import type { Benchmark } from './benchmarks.ts';
import { bestOfBaseline, bigramCosine, levenshtein } from './match-quality-baselines.ts';
import { byKind, figuresOf, type JudgedLocal, linkFiguresOf } from './match-quality-figures.ts';
import {
  type CountyLists,
  countyLists,
  OFFICES,
  officesOf,
  type Province,
  provinceOf,
} from './match-quality-province.ts';

/** Never a seed of training. */
const SEED = 20_261_122;

const SIZE = {
  short: { counties: 8, itemsPerCounty: 500 },
  full: { counties: 40, itemsPerCounty: 1500 },
} as const;
/** On top of another way of writing comes none that spoils characters: twice spoilt, a name is a kind of its own. */
const SAFE_WORDINGS = SEEN_WORDINGS.filter(({ slips }) => slips !== true);
/** Items the baselines are asked: Levenshtein looks at every reference. */
const BASELINE_ITEMS = 1000;

type Detail = '字段' | '仅名称';
type Kinds = '学过的写法' | '没学过的写法';

/** The item as it is where a list has but names; whose list it is remains known. */
const namesOnly = ({ id, name, region }: MatchItem): MatchItem => ({
  id,
  name,
  ...(region === undefined ? {} : { region }),
});

const judged = (
  province: Province,
  lists: readonly (readonly LocalItem[])[],
  detail: Detail,
): readonly JudgedLocal[] => {
  const shown = detail === '字段' ? (item: MatchItem) => item : namesOnly;
  const references = referenceList(
    MATCHER,
    province.catalog.map(({ item }) => shown(item)),
  );
  return lists.flatMap((list, county) => {
    const items = list.map(({ item }): BlockItem => ({ ...shown(item), list: `county ${county}` }));
    const { judgements } = matchBlock({ references, items });
    const known = new Map(list.map((local) => [local.item.id, local]));
    return judgements.map((judgement) => ({ judgement, local: known.get(judgement.item) as LocalItem }));
  });
};

/**
 * How well a province's local lists are linked to its catalog, with all columns and by names alone, in ways of writing
 * the model was taught by and in others, beside two plain baselines on the same items. `--full` takes 60,000 items of
 * each kind instead of 4,000, `--kinds` adds the figures of every way of writing.
 */
export const matchQuality: Benchmark = async (tell, words) => {
  const size = words.includes('--full') ? SIZE.full : SIZE.short;
  const province = provinceOf(SEED);
  const wanted: Readonly<Record<Kinds, CountyLists>> = {
    学过的写法: { ...size, first: SEEN_WORDINGS, further: SAFE_WORDINGS, verbatim: 0.2 },
    没学过的写法: { ...size, first: UNSEEN_WORDINGS, further: SAFE_WORDINGS, verbatim: 0 },
  };
  const officeOf = officesOf(province);
  const result: Record<string, string> = { 参考事项: String(province.catalog.length) };
  for (const [kinds, options] of Object.entries(wanted)) {
    const lists = countyLists(province, SEED, options);
    for (const detail of ['字段', '仅名称'] as const) {
      const answers = judged(province, lists, detail);
      const strange = answers.filter(({ local }) => officeOf(local.about) === OFFICES.strange);
      const figures = { ...figuresOf(answers), 没学过的部门的F1: linkFiguresOf(strange) };
      tell(`${kinds}，${detail}：F1 / 精确率 / 召回率 ${Object.values(figures)[1]}`);
      const perKind = words.includes('--kinds') ? byKind(answers) : {};
      for (const [title, value] of Object.entries({ ...figures, ...perKind })) {
        result[`${kinds}，${detail}：${title}`] = value;
      }
    }
    Object.assign(result, baselines(province, kinds, lists));
    tell(`${kinds}：两种基线已算完`);
  }
  return result;
};

const baselines = (
  { catalog }: Province,
  kinds: string,
  lists: readonly (readonly LocalItem[])[],
): Readonly<Record<string, string>> => {
  const references = catalog.map(({ item }) => item);
  const items = lists.flat().slice(0, BASELINE_ITEMS);
  const peers = { 字对余弦: bigramCosine(references), 编辑距离: levenshtein(references) };
  return Object.fromEntries(
    Object.entries(peers).map(([name, peer]) => {
      const best = bestOfBaseline(peer, items);
      const text = [best?.f1, best?.precision, best?.recall].map((value) => value?.toFixed(4)).join(' / ');
      return [`${kinds}，${name}（最佳阈值）：F1 / 精确率 / 召回率`, text];
    }),
  );
};
