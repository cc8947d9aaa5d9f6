import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../../matching/lexicon/actions.ts';
import { FACETS } from '../../../matching/lexicon/facets.ts';
import { termWord } from '../../../matching/lexicon/knowledge.ts';
import { type AnalysedName, analyseName } from '../../../matching/name/analyse.ts';
import { ACT, ASIDE, OBJECT } from '../../../matching/name/characters.ts';

/** The characters of a role, in order. */
const ofRole = ({ marked, characters }: AnalysedName, role: number): string =>
  [...marked].filter((_, at) => characters.roles[at] === role).join('');

describe('a name taken apart', () => {
  test.each([
    ['取水许可', '取水许可', '取水', '许可', ''],
    ['取水许可（新办）', '取水许可、新办', '取水', '许可新办', '、'],
    ['取水许可（地下水）', '取水许可、地下水', '取水', '许可', '、地下水'],
    ['取水许可（含地下水）', '取水许可', '取水', '许可', ''],
    ['取水许可（县级）', '取水许可', '取水', '许可', ''],
    ['县级取水许可', '取水许可', '取水', '许可', ''],
    // A level within a name is part of a rank.
    ['全县级文物单位名录', '全县级文物单位名录', '全县级文物单位名录', '', ''],
    ['查询', '查询', '', '查询', ''],
    ['', '', '', '', ''],
  ])('%s', (raw, marked, object, act, aside) => {
    const name = analyseName(raw);
    expect({ marked: name.marked, object: name.object }).toEqual({ marked, object });
    expect(ofRole(name, OBJECT)).toBe(object);
    expect(ofRole(name, ACT)).toBe(act);
    expect(ofRole(name, ASIDE)).toBe(aside);
    expect(name.core).toBe(marked.replaceAll('、', ''));
  });

  test.each([
    ['1.1《取水许可》', '取水许可'],
    ['对取水的许可', '取水许可'],
    ['取水许可（不含地下水）', '取水许可|地下水'],
    ['取水许可（地下水除外）', '取水许可|地下水'],
    ['取水许可（除地下水外）', '取水许可|地下水'],
    ['除地下水外的取水许可', '取水许可|地下水'],
    ['除公园、体育场馆以外的公共场所卫生许可', '公共场所卫生许可|公园|体育场馆'],
    ['公共场所卫生许可（除公园、体育场馆外）', '公共场所卫生许可|公园|体育场馆'],
    ['除四害消杀备案', '除四害消杀备案'],
    ['取水许可（含变更）', '取水许可|+变更'],
    ['取水许可（含变更，不含注销）', '取水许可|注销|+变更'],
    ['取水许可（地热水，不含矿泉水）', '取水许可地热水|矿泉水'],
  ])('%s has the exact form %s', (raw, exact) => expect(analyseName(raw).exact).toBe(exact));

  test.each([
    ['非公路用旅游车登记', ['非公路']],
    // Against 成年, 动产 and 机动车 the negation tells; against all else it says nothing.
    ['未成年人救助', ['未成年']],
    ['不动产登记', ['不动产']],
    ['无障碍改造', []],
    ['食品（不含饮料）', []],
    ['不合格产品处理', ['不合格']],
  ])('%s negates %j', (raw, negated) => expect(analyseName(raw).negated).toEqual(negated));

  test.each([
    ['取水许可…', true],
    ['取水许可...', true],
    ['取水.许可', false],
    ['取水许可。。。', true],
    ['取水许可等等', true],
    ['取水许可（略）', true],
    ['水'.repeat(1001), true],
    ['取水许可', false],
  ])('%s is cut off: %s', (raw, truncated) => expect(analyseName(raw).truncated).toBe(truncated));

  test('joints of the object are counted, those of brackets are not', () => {
    expect(analyseName('饮用水、地下水取水许可（甲、乙）').characters.joints).toBe(1);
  });

  test('what follows from words is told by keys, each once', () => {
    const { implied } = analyseName('80周岁以上老年人高龄津贴');
    expect(implied.size).toBeGreaterThan(0);
    expect(analyseName('甲乙丙丁').implied.size).toBe(0);
  });

  test('acts are named by their places in the lexicon, ascending and each once', () => {
    const { LIFE_CYCLE } = analyseName('取水许可注销、变更、变更').actions;
    expect(LIFE_CYCLE).toEqual([...new Set(LIFE_CYCLE)].sort((one, other) => one - other));
    expect(LIFE_CYCLE.map((place) => ACTIONS[place]?.words.some((word) => /变更|注销/u.test(word)))).toEqual([
      true,
      true,
    ]);
  });

  test('no term is heard behind a negation', () => {
    const said = (name: string): readonly string[] =>
      analyseName(name).terms.flatMap((terms) => terms.map(({ facet, term }) => termWord(facet, term)));
    expect(said('动产抵押登记')).toContain('动产抵押');
    expect(said('不动产抵押登记')).not.toContain('动产抵押');
  });

  test('each number of a list has what stands behind the last', () => {
    const said = analyseName('第二、三类医疗器械经营').terms.map((terms) =>
      terms.map(({ facet, term }) => termWord(facet, term)),
    );
    expect(said).toContainEqual(expect.arrayContaining(['第二类医疗器械', '第三类医疗器械']));
  });

  test('a page of text is compared as far as a name may go', () => {
    expect(analyseName('许可'.repeat(5000)).characters.units).toHaveLength(1000);
  });

  test('a service about an item is one only at the end of its name', () => {
    expect(analyseName('残疾人证查询').actions.ABOUT).toHaveLength(1);
    expect(analyseName('查询机构设立许可').actions.ABOUT).toEqual([]);
  });

  test("of a facet's terms at one place only the longest answers", () => {
    for (const [facet, { terms }] of FACETS.entries()) {
      const answers = analyseName(terms[0]?.words[0] ?? '').terms.filter((one) => one[0]?.facet === facet);
      expect(answers.length).toBeLessThan(2);
    }
    const names = ['城乡居民基本养老保险参保登记', '企业职工基本养老保险关系转移'];
    for (const name of names) {
      for (const answer of analyseName(name).terms) {
        expect(new Set(answer.map(({ facet }) => facet)).size).toBe(1);
        expect(new Set(answer.map(({ term }) => term)).size).toBe(answer.length);
      }
    }
  });

  test('a place in front is left out before numbering and leading words are looked for', () => {
    const withoutPlace = (name: string): string => name.replace(/^青溪县/u, '');
    expect(analyseName('青溪县对取水的许可', withoutPlace).text).toBe('取水许可');
  });

  test('characters that stand twice know where they stood before', () => {
    expect(analyseName('甲乙甲乙甲').characters.earlier).toEqual([-1, -1, 0, 1, 2]);
    expect(analyseName('甲乙丙').characters.earlier).toBeUndefined();
  });
});
