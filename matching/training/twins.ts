import { FACETS } from '../lexicon/facets.ts';
import type { LabelledPair, LabelledSide } from './labelled.ts';

/** A name made from a real one, and what it is to it. */
interface Twin {
  readonly left: string;
  readonly right: string;
  readonly relation: 'EQUIVALENT' | 'NARROWER' | 'BROADER' | 'DIFFERENT';
}

type Make = (name: string, pick: <Value>(values: readonly Value[]) => Value) => Twin | undefined;

const SITUATIONS = ['变更', '注销', '延续', '补办', '换发'] as const;
const HAS_SITUATION =
  /变更|注销|延续|延期|补办|补领|补发|换发|换领|新办|首次|设立|撤销|终止|年审|年检|校验|查询|咨询|预约|公示|指引/u;
/** Each pair excludes each other; 个人 and 未成年人, or 单位 and 企业, do not. */
const AUDIENCES = [
  ['个人', '企业'],
  ['个人', '单位'],
  ['本地户籍', '外地户籍'],
  ['本市户籍', '流动人口'],
  ['在职', '退休'],
  ['公办', '民办'],
  ['城镇户籍', '农业户籍'],
  ['应届毕业生', '往届毕业生'],
] as const;
const SERVICES = ['咨询', '进度查询', '结果查询', '预约', '办事指引', '政策解读'] as const;
const HAS_SERVICE = /查询|咨询|预约|公示|指引|解读|公开|下载|打印|培训|宣传/u;
const PARTS = [
  '限制使用农药',
  '危险货物',
  '中央企业',
  '进口产品',
  '省际',
  '技术改造项目',
  '保健食品',
  '学龄前儿童',
] as const;
/** Each such pair says the same: more of them would drown what the others teach. */
const ONE_OF = 4;
const YEARS = [
  ['2021年', '2022年'],
  ['2023年度', '2024年度'],
  ['2024年', '2025年'],
] as const;
const MEASURES = [
  ['80周岁以上', '90周岁以上'],
  ['18周岁以上', '18周岁以下'],
  ['年满16周岁', '未满16周岁'],
  ['一级', '二级'],
  ['第二类', '第三类'],
  ['100平方米以上', '100平方米以下'],
  ['30万元以上', '30万元以下'],
  ['5吨以下', '50吨以下'],
  ['春季', '秋季'],
  ['室内', '室外'],
  ['境内', '境外'],
  ['正本', '副本'],
  ['上半年', '下半年'],
] as const;
const OPPOSITES = [
  ['以上', '以下'],
  ['室内', '室外'],
  ['境内', '境外'],
  ['省内', '省外'],
  ['正本', '副本'],
  ['春季', '秋季'],
  ['进口', '出口'],
  ['城镇', '农村'],
  ['国有', '集体'],
  ['男', '女'],
  ['校内', '校外'],
  ['公办', '民办'],
] as const;
const LEVELS = ['（县级行使）', '(市级)', '（县级权限）', '（区级）', '（镇街行使）'] as const;

const other = <Value>(values: readonly Value[], one: Value, pick: <V>(values: readonly V[]) => V): Value =>
  pick(values.filter((value) => value !== one));

/** What real lists do to names, each where the outcome is beyond doubt. */
const MAKERS: readonly Make[] = [
  (name, pick) => ({ left: `${name}${pick(LEVELS)}`, right: name, relation: 'EQUIVALENT' }),
  (name, pick) => {
    if (HAS_SITUATION.test(name)) return undefined;
    const one = pick(SITUATIONS);
    return {
      left: `${name}（${one}）`,
      right: `${name}${other(SITUATIONS, one, pick)}`,
      relation: 'DIFFERENT',
    };
  },
  (name, pick) =>
    HAS_SITUATION.test(name)
      ? undefined
      : { left: `${name}${pick(SITUATIONS)}`, right: name, relation: 'NARROWER' },
  (name, pick) => {
    const situation = SITUATIONS.find((word) => name.endsWith(word));
    if (situation === undefined) return undefined;
    return {
      left: name,
      right: name.slice(0, -2) + other(SITUATIONS, situation, pick),
      relation: 'DIFFERENT',
    };
  },
  (name, pick) => {
    const [one, another] = pick(AUDIENCES);
    return { left: `${name}（${one}）`, right: `${name}（${another}）`, relation: 'DIFFERENT' };
  },
  (name, pick) => ({ left: `${name}（${pick(pick(AUDIENCES))}）`, right: name, relation: 'NARROWER' }),
  (name, pick) =>
    HAS_SERVICE.test(name)
      ? undefined
      : { left: `${name}${pick(SERVICES)}`, right: name, relation: 'DIFFERENT' },
  (name, pick) => {
    const part = pick(PARTS);
    return { left: `${name}（${part}除外）`, right: `${name}（${part}）`, relation: 'DIFFERENT' };
  },
  (name, pick) => ({ left: name, right: `${name}（不含${pick(PARTS)}）`, relation: 'BROADER' }),
  (name) =>
    /^[\p{Script=Han}]{4,}$/u.test(name) && !/[无非未不]/u.test(name)
      ? { left: `非${name}`, right: name, relation: 'DIFFERENT' }
      : undefined,
  (name) => {
    const found = /^(.{2,12})[、和及与]([^、和及与]{2,12})((?:证|许可|审批|登记|备案|核准|认定).*)$/u.exec(
      name,
    );
    if (found === null) return undefined;
    const [, first = '', , act = ''] = found;
    return { left: first + act, right: name, relation: 'NARROWER' };
  },
  facetTwin,
];

/** Numbers, years and opposites, which labels hold too seldom: for some names one such pair more. */
const TURNERS: readonly Make[] = [
  otherNumber,
  opposite,
  (name, pick) => {
    const [one, another] = pick(pick<readonly (readonly [string, string])[]>([MEASURES, YEARS]));
    return { left: `${name}（${one}）`, right: `${name}（${another}）`, relation: 'DIFFERENT' };
  },
];

/** Two names that differ in a number or its direction alone are two items. */
function otherNumber(name: string, pick: <Value>(values: readonly Value[]) => Value): Twin | undefined {
  const found = /(\d+|[一二三四五六七八九])(周岁|岁|级|类|年度|年|星|吨|平方米|万元|人|孩)/u.exec(name);
  if (found === null) return undefined;
  const [count, number = '', unit = ''] = found;
  const numbers = /\d/u.test(number)
    ? [String(Number(number) + 1), String(Number(number) + 10), String(Number(number) * 2 + 1)]
    : ['一', '二', '三', '四', '五'];
  const others = numbers.filter((one) => one !== number && !name.includes(one + unit));
  if (others.length === 0 || /[、和及-]/u.test(name.charAt(found.index - 1))) return undefined;
  return { left: name, right: name.replace(count, pick(others) + unit), relation: 'DIFFERENT' };
}

/** A word turned round, where the name has not both. */
function opposite(name: string): Twin | undefined {
  for (const [one, another] of OPPOSITES) {
    if (name.includes(one) === name.includes(another)) continue;
    const [from, to] = name.includes(one) ? [one, another] : [another, one];
    return { left: name, right: name.replace(from, to), relation: 'DIFFERENT' };
  }
  return undefined;
}

/** A term of a facet put in another's place: an exclusive one makes another item, a wider one a wider item. */
function facetTwin(name: string, pick: <Value>(values: readonly Value[]) => Value): Twin | undefined {
  const found = FACETS.flatMap(({ terms }) =>
    terms.flatMap((term) =>
      term.words
        .filter((word) => word.length > 1 && standsIn(name, word))
        .map((word) => ({ terms, term, word })),
    ),
  );
  if (found.length === 0) return undefined;
  const { terms, term, word } = pick(found);
  const swap = (to: string): string => name.replace(word, to);
  if (term.within !== undefined && word === term.words[0] && !term.within.includes(word)) {
    return { left: name, right: swap(term.within), relation: 'NARROWER' };
  }
  const strangers = terms.filter(
    (one) =>
      one !== term &&
      one.within === term.within &&
      one.words[0] !== term.within &&
      !word.includes(one.words[0]) &&
      !one.words[0].includes(word),
  );
  return strangers.length === 0
    ? undefined
    : { left: name, right: swap(pick(strangers).words[0]), relation: 'DIFFERENT' };
}

/** Not 动产 in 不动产. */
const standsIn = (name: string, word: string): boolean => {
  const at = name.indexOf(word);
  return at >= 0 && !/[不非无未]/u.test(name.charAt(at - 1));
};

/**
 * Pairs made from the labelled names, some for each: the contrasts that real labels hold too seldom to be learnt from
 * (除外, 非, one audience against another, each facet of the lexicon). The same names give the same twins.
 */
export function twinsOf(names: readonly string[], each: number): readonly LabelledPair[] {
  return [...new Set(names)].sort().flatMap((name) => {
    let state = hashOf(name);
    const pick = <Value>(values: readonly Value[]): Value => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return values[Math.floor((state / 2 ** 32) * values.length)] as Value;
    };
    const twins: LabelledPair[] = [];
    for (let tried = 0; tried < each * 2 && twins.length < each; tried++) {
      const twin = pick(MAKERS)(name, pick);
      if (twin === undefined || twin.left === twin.right) continue;
      twins.push(pairOf(twin));
    }
    const turned = state % ONE_OF === 0 ? pick(TURNERS)(name, pick) : undefined;
    if (turned !== undefined) twins.push(pairOf(turned));
    return twins;
  });
}

const side = (text: string): LabelledSide => ({ itemKey: '', name: text });
const pairOf = ({ left, right, relation }: Twin): LabelledPair => ({
  pairId: '',
  left: side(left),
  right: side(right),
  relation,
});

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}
