import type { Place } from './places.ts';
import type { Random } from './random.ts';

/** A name written otherwise, and why the two are the same item. */
export interface NameVariant {
  readonly name: string;
  readonly why: string;
}

interface Habit {
  readonly why: string;
  /** The name as this habit writes it, or undefined where it does not apply. */
  readonly write: (name: string, random: Random, place: Pick<Place, 'level' | 'name'>) => string | undefined;
}

/** Pairs that stand for the same thing in real lists, either way round. */
const SYNONYMS = [
  ['城乡居民养老保险', '城乡居民基本养老保险'],
  ['城乡居民基本医疗保险', '城乡居民医保'],
  ['社会保障卡', '社保卡'],
  ['最低生活保障金', '低保金'],
  ['特困人员救助供养金', '农村五保供养金'],
  ['居民身份证', '身份证'],
  ['重度残疾人护理补贴', '重残护理补贴'],
  ['机动车驾驶证', '驾驶证'],
  ['流动人员人事档案', '流动人员档案'],
  ['农村危房改造补助', '农村危旧房改造补助'],
  ['申请受理', '申请'],
  ['信息查询', '信息查询服务'],
  ['办事咨询', '咨询'],
  ['给付', '发放'],
  ['补办', '遗失补办'],
  ['补领', '补发'],
  ['核发', '颁发'],
  ['认定', '资格认定'],
  ['设立许可', '设立审批'],
  ['备案', '备案登记'],
  ['登记', '登记办理'],
  ['监督检查', '行政检查'],
  ['突出贡献', '显著成绩'],
  ['参保登记', '新增参保'],
  ['停发申请', '待遇停发'],
  ['擅自', '私自'],
  ['报销', '费用报销'],
] as const;

/** Wrong characters that typing by sound or shape brings about, each seen in published lists. */
const SLIPS = [
  ['使用', '适用'],
  ['账户', '帐户'],
  ['做出', '作出'],
  ['以欺骗', '已欺骗'],
  ['证书', '正书'],
  ['缴费', '交费'],
  ['机构', '机购'],
  ['登记', '登计'],
  ['检查', '检察'],
  ['申领', '申令'],
] as const;

/** The same act put into other words; the number of the match decides nothing, the sense does. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/^对在(.+)工作中做出突出贡献的单位和个人的奖励$/u, '$1先进单位和个人表彰奖励'],
  [/^对未经许可擅自(.+)的处罚$/u, '对未取得许可$1行为的行政处罚'],
  [/^对以欺骗、贿赂等不正当手段取得(.+)的处罚$/u, '骗取$1的处罚'],
  [/^对(.+)的监督检查$/u, '$1监督检查'],
  [/（新办）$/u, '首次办理'],
  [/新办$/u, '首次申请'],
  [/（延续）$/u, '到期延续'],
  [/（变更）$/u, '事项变更'],
  [/核发$/u, '办理'],
  [/^(.+)申请受理$/u, '申请$1'],
  [/^(.+)给付$/u, '给付$1'],
  [/参保登记$/u, '新参保登记'],
  [/注销登记$/u, '注销'],
  [/办理进度查询$/u, '进度查询'],
  [/政策咨询$/u, '相关政策咨询服务'],
  [/资格申请$/u, '申请及资格审核'],
];

const HABITS: readonly Habit[] = [
  { why: '换一种说法', write: rewritten },
  { why: '换一种说法', write: rewritten },
  { why: '简称、旧称或同义词', write: (name, random) => replaced(name, SYNONYMS, random, true) },
  { why: '简称、旧称或同义词', write: (name, random) => replaced(name, SYNONYMS, random, true) },
  { why: '简称、旧称或同义词', write: (name, random) => replaced(name, SYNONYMS, random, true) },
  {
    why: '名称后加注层级',
    write: (name, random, { level }) =>
      `${name}${random.pick(LEVEL_NOTES[level === 'CITY' ? 'CITY' : 'COUNTY'])}`,
  },
  {
    why: '括号写成半角',
    write: (name) => swap(name, /[（）]/u, (text) => text.replaceAll('（', '(').replaceAll('）', ')')),
  },
  {
    why: '情形由括号移到名称中',
    write: (name) => swap(name, /（(?!.级).{2,4}）$/u, (text) => text.replace(/（(.{2,4})）$/u, '$1')),
  },
  {
    why: '情形由名称移到括号中',
    write: (name) =>
      swap(name, /(?:变更|延续|注销|补办|补发|核发)$/u, (text) => text.replace(/(..)$/u, '（$1）')),
  },
  {
    why: '加书名号',
    write: (name) =>
      swap(name, /^[^对（]{2,14}?(?:证书|证)(?!明|券)./u, (text) =>
        text.replace(/^(.{2,14}?(?:证书|证(?!书)))/u, '《$1》'),
      ),
  },
  { why: '加序号', write: (name, random) => `${random.between(1, 9)}.${name}` },
  {
    why: '加区划名称',
    write: (name, _random, place) => (name.startsWith('对') ? undefined : `${place.name}${name}`),
  },
  {
    why: '“和”“及”“、”互换',
    write: (name) =>
      swap(name, /[和、]/u, (text) => text.replace(/和|、/u, (mark) => (mark === '和' ? '及' : '和'))),
  },
  {
    why: '省略“的”',
    write: (name) =>
      swap(name, /的(?:处罚|监督|裁决|奖励)/u, (text) => text.replace(/的(?=处罚|监督|裁决|奖励)/u, '')),
  },
  {
    why: '增加“的”',
    write: (name) => swap(name, /(?:备案|登记)$/u, (text) => text.replace(/(备案|登记)$/u, '的$1')),
  },
  {
    why: '名称中夹有空格',
    write: (name, random) =>
      name.length < 6 || random.chance(0.6)
        ? undefined
        : insert(name, random.between(2, name.length - 2), ' '),
  },
  { why: '错别字', write: (name, random) => replaced(name, SLIPS, random, false) },
];

const LEVEL_NOTES = {
  CITY: ['（市级）', '（市级权限）', '(市级)', '（市级行使）'],
  COUNTY: ['（县级）', '（县级权限）', '(县级)', '（县级行使）'],
} as const;

/** How often a second habit comes on top of the first. */
const TWICE = 0.25;

/** The name as an office of a place might have written it; undefined when none of the habits drawn applies. */
export function nameVariant(
  name: string,
  random: Random,
  place: Pick<Place, 'level' | 'name'>,
): NameVariant | undefined {
  const first = oneVariant(name, random, place);
  if (first === undefined || !random.chance(TWICE)) return first;
  const second = oneVariant(first.name, random, place);
  if (second === undefined || second.name === name || second.why === first.why) return first;
  return { name: second.name, why: `${first.why}；${second.why}` };
}

/** A name as an earlier edition of the catalog may have had it. */
export function formerName(name: string, random: Random): string {
  return rewritten(name) ?? replaced(name, SYNONYMS, random, true) ?? `办理${name}`;
}

function oneVariant(
  name: string,
  random: Random,
  place: Pick<Place, 'level' | 'name'>,
): NameVariant | undefined {
  for (const habit of random.shuffle(HABITS)) {
    const written = habit.write(name, random, place);
    if (written !== undefined && written !== name) return { name: written, why: habit.why };
  }
  return undefined;
}

function rewritten(name: string): string | undefined {
  const found = REWRITES.find(([pattern]) => pattern.test(name));
  return found === undefined ? undefined : name.replace(found[0], found[1]);
}

function swap(name: string, pattern: RegExp, change: (name: string) => string): string | undefined {
  return pattern.test(name) ? change(name) : undefined;
}

function insert(name: string, at: number, text: string): string {
  return `${name.slice(0, at)}${text}${name.slice(at)}`;
}

/** The longer of two words is looked for first: 申请 stands inside 申请受理. */
function replaced(
  name: string,
  pairs: readonly (readonly [string, string])[],
  random: Random,
  bothWays: boolean,
): string | undefined {
  const found = pairs.flatMap(([one, two]) => {
    const [longer, shorter] = one.length < two.length ? [two, one] : [one, two];
    if (!bothWays) return name.includes(one) ? [name.replace(one, two)] : [];
    if (name.includes(longer)) return [name.replace(longer, shorter)];
    return name.includes(shorter) ? [name.replace(shorter, longer)] : [];
  });
  return found.length === 0 ? undefined : random.pick(found);
}
