import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../matching/lexicon/actions.ts';
import { FACETS } from '../../../matching/lexicon/facets.ts';
import { FILLERS } from '../../../matching/lexicon/fillers.ts';
import { IMPLICATIONS } from '../../../matching/lexicon/implications.ts';
import { impliedBy, inKnownSpelling, WORDS } from '../../../matching/lexicon/knowledge.ts';
import { QUALIFIERS } from '../../../matching/lexicon/qualifiers.ts';
import { SYNONYMS } from '../../../matching/lexicon/synonyms.ts';
import { wordTree } from '../../../matching/lexicon/word-tree.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';

interface Place {
  readonly facet: number;
  readonly term: number;
}
interface Heard extends Place {
  readonly start: number;
  readonly end: number;
}

/** The words of facets as they are written, before any synonym is put for another. */
const RAW = wordTree<readonly Place[]>(
  FACETS.flatMap(({ terms }, facet) =>
    terms.flatMap(({ words }, term) => words.map((word) => [unifiedText(word), [{ facet, term }]] as const)),
  ),
  (one, other) => [...one, ...other],
);
/** The longest terms of each facet at each place of the text. */
const heardIn = (text: string): readonly Heard[] => {
  const heard = RAW.allIn(text).flatMap(({ start, end, sense }) =>
    sense.map((place) => ({ start, end, ...place })),
  );
  return heard.filter(
    ({ start, end, facet }) =>
      !heard.some(
        (other) =>
          other.facet === facet &&
          other.start <= start &&
          other.end >= end &&
          other.end - other.start > end - start,
      ),
  );
};

/** Where law put a part and its whole together, so that both names are now of one item. */
const ONE_BY_LAW: readonly (readonly [name: RegExp, law: string])[] = [
  [/居民.*(?:养老保险|医疗保险|医保)/u, '国发〔2014〕8号、国发〔2016〕3号：城镇居民与农村居民的保险合并'],
  [/职工.*养老保险/u, '《社会保险法》第十条：城镇职工基本养老保险即企业职工基本养老保险'],
  [
    /(?:农业机械|联合收割机)(?:驾驶证|注册登记)/u,
    '《农业机械安全监督管理条例》第二十一条：只有拖拉机、联合收割机领证',
  ],
];
const isOneByLaw = (name: string): boolean => ONE_BY_LAW.some(([names]) => names.test(name));

const around = (facet: number, term: number): readonly string[] => {
  const found: string[] = [];
  for (let next = FACETS[facet]?.terms[term]?.within; next !== undefined && !found.includes(next); ) {
    found.push(next);
    next = FACETS[facet]?.terms.find(({ words }) => words[0] === next)?.within;
  }
  return found;
};
const firstOf = (facet: number, term: number): string => FACETS[facet]?.terms[term]?.words[0] ?? '';
const isPart = (facet: number, one: number, other: number): boolean =>
  around(facet, one).includes(firstOf(facet, other)) || around(facet, other).includes(firstOf(facet, one));

/** Facets in which one spelling becomes the other when a term of it is put for another term. */
const clashes = (one: string, other: string): { readonly apart: string[]; readonly part: string[] } => {
  const [apart, part] = [[] as string[], [] as string[]];
  for (const left of heardIn(one)) {
    for (const right of heardIn(other)) {
      if (left.facet !== right.facet || left.term === right.term || left.start !== right.start) continue;
      if (one.slice(0, left.start) !== other.slice(0, right.start)) continue;
      if (one.slice(left.end) !== other.slice(right.end)) continue;
      const key = `${one} = ${other} (${FACETS[left.facet]?.key})`;
      (isPart(left.facet, left.term, right.term) ? part : apart).push(key);
    }
  }
  return { apart, part };
};

/** Every two spellings that the engine puts into one word, whichever lines that takes. */
const pairs: readonly (readonly [string, string])[] = (() => {
  const groups = new Map<string, Set<string>>();
  for (const word of SYNONYMS.flatMap(({ words }) => words.map(unifiedText))) {
    const first = inKnownSpelling(word);
    groups.set(first, (groups.get(first) ?? new Set()).add(word));
  }
  return [...groups.values()].flatMap((group) => {
    const words = [...group];
    return words.flatMap((one, place) => words.slice(place + 1).map((other) => [one, other] as const));
  });
})();

describe('synonyms', () => {
  const found = pairs.map(([one, other]) => clashes(one, other));

  test('no line joins two words that a facet says exclude each other', () => {
    expect(found.flatMap(({ apart }) => apart)).toEqual([]);
  });

  test('no line joins a part with its whole', () => {
    expect(found.flatMap(({ part }) => part).filter((both) => !isOneByLaw(both))).toEqual([]);
  });

  test.each([
    ['抚养关系证明', '赡养关系证明'],
    ['扶养关系证明', '抚养关系证明'],
    ['高致病性病原微生物实验室审批', '动物病原微生物实验室审批'],
    ['工程研究中心认定', '工程技术研究中心认定'],
    ['计量器具型式批准', '计量器具型式评价'],
    ['考古发掘审批', '考古调查、勘探审批'],
    ['寺观教堂设立审批', '固定宗教活动处所设立审批'],
    ['内地居民前往港澳通行证件签发', '往来港澳通行证签发'],
    ['退役士兵安置', '退役义务兵安置'],
    ['军队离退休干部安置', '军队退休干部安置'],
    ['非煤矿山安全生产许可', '金属非金属矿山安全生产许可'],
    ['古生物化石发掘', '古脊椎动物化石发掘'],
    ['气瓶充装许可', '移动式压力容器、气瓶充装许可'],
    ['兽用生物制品经营许可', '兽用疫苗经营许可'],
    ['职业技能培训补贴', '就业技能培训补贴'],
    ['中等职业学校设立', '中等专业学校设立'],
    ['税收优惠备案', '减免税备案'],
    ['餐厨垃圾处置', '厨余垃圾处置'],
    ['护林员选聘', '生态护林员选聘'],
    ['安全生产管理人员考核', '三类人员考核'],
    ['人力资源服务备案', '职业中介服务备案'],
    ['伤残等级评定', '残疾等级评定'],
    ['校外培训机构设立', '民办培训机构设立'],
    ['占用道路审批', '占用城市道路审批'],
    ['一次性内部资料性出版物准印', '连续性内部资料性出版物准印'],
    ['导游证核发', '导游资格证核发'],
    ['户口登记项目变更', '户口登记项目变更更正'],
    ['林木种子生产经营许可', '林草种子生产经营许可'],
  ])('%s and %s are spelled apart', (one, other) => {
    expect(inKnownSpelling(unifiedText(one))).not.toBe(inKnownSpelling(unifiedText(other)));
  });
});

describe('facets', () => {
  test('no two facets ask the same question', () => {
    const words = FACETS.map(
      ({ terms }) =>
        new Set(terms.flatMap((term) => term.words.map((word) => inKnownSpelling(unifiedText(word))))),
    );
    const twice = words.flatMap((one, place) =>
      words.slice(0, place).flatMap((other, before) => {
        const shared = [...one].filter((word) => other.has(word)).length;
        return shared * 2 > Math.min(one.size, other.size)
          ? [`${FACETS[before]?.key} and ${FACETS[place]?.key}`]
          : [];
      }),
    );
    expect(twice).toEqual([]);
  });
});

describe('implications', () => {
  const spelled = (word: string): string => inKnownSpelling(unifiedText(word));
  const termsOf = (word: string) => WORDS.senseOf(spelled(word))?.terms ?? [];

  test('no word implies a stranger of its own term, or two terms that exclude each other', () => {
    const told = new Map<string, readonly string[]>();
    for (const { word, implies } of IMPLICATIONS)
      told.set(spelled(word), [...(told.get(spelled(word)) ?? []), ...implies]);
    const contradicted = [...told].flatMap(([word, implies]) => {
      const implied = implies.flatMap((one) => termsOf(one).map((term) => ({ one, term })));
      return implied.flatMap(({ one, term }) =>
        [...termsOf(word), ...implied.map((other) => other.term)]
          .filter(({ facet, term: other }) => facet === term.facet && other !== term.term)
          .filter(({ term: other }) => !isPart(term.facet, term.term, other))
          .map(() => `${word} > ${one} (${FACETS[term.facet]?.key})`),
      );
    });
    expect(contradicted).toEqual([]);
  });

  test.each([['消防验收备案', '消防验收', '特殊建设工程']])(
    '%s does not imply what %s implies of %s',
    (longer, shorter, word) => {
      const keys = termsOf(word).map(({ key }) => key);
      expect(keys.some((key) => impliedBy(spelled(longer)).has(key))).toBe(false);
      expect(spelled(longer)).not.toBe(spelled(shorter));
    },
  );

  test.each([
    ['失业登记', '失业保险'],
    ['档案查阅', '流动人员人事档案'],
    ['一次性抚恤金', '烈士遗属'],
    ['发票代开', '增值税专用发票'],
    ['免学费', '义务教育'],
    ['土地使用权出让', '国有土地'],
    ['社区康复', '吸毒人员'],
    ['生猪养殖补贴', '生猪定点屠宰'],
    ['港澳居民来往内地通行证签发', '内地居民'],
    ['突发环境事件应急预案备案', '安全生产'],
  ])('%s does not imply %s', (name, word) => {
    const keys = termsOf(word).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => impliedBy(spelled(name)).has(key))).toEqual([]);
  });
});

test('no source only says that lists write so', () => {
  const sources = [...SYNONYMS, ...FACETS, ...IMPLICATIONS, ...ACTIONS, ...QUALIFIERS, ...FILLERS].map(
    ({ source }) => source,
  );
  expect([...new Set(sources)].filter((source) => source.includes('通用写法'))).toEqual([]);
});
