import { SYNONYMS } from '../../lexicon/synonyms.ts';
import { FORMER_WORDS, TAILS } from './word-pairs.ts';
import { type Draw, type Wording, type WordPair, withOther, withOtherTail } from './wording.ts';

const LEVELS = ['（$）', '（$行使）', '（$权限）', '($)'] as const;
const ADDED_TAILS = ['办理', '申请', '服务', '事项', '业务', '工作'] as const;
const DROPPED_TAIL = /(.{3,})(?:办理|核发|审批|许可|申请受理|服务|登记|给付)$/u;
const LEADING_VERBS = ['办理', '申请', '关于', '申请办理'] as const;
const NUMBERS = ['1.', '3、', '（一）', '(2)', '12.', '一、', '①', '第五项：'] as const;
/** Characters a hurried hand puts in the place of another. */
const WRONG = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子',
];
/** A slip of one of these makes another item, or none that could be told. */
const KEPT = /[一二三四五六七八九十零非无未不除甲乙丙丁新旧上下大中小高初内外\dA-Za-z]/u;

const synonymPairs: readonly WordPair[] = SYNONYMS.flatMap(({ words: [first, ...others] }) =>
  others
    .filter(
      (other) => other.length > 1 && first.length > 1 && !other.includes(first) && !first.includes(other),
    )
    .map((other): WordPair => [first, other]),
);

/** A place of the name whose character may be spoilt; undefined in a name too short to bear it. */
export function spoilable(name: string, draw: Draw): number | undefined {
  if (name.length < 6) return undefined;
  for (let tried = 0; tried < 8; tried++) {
    const at = draw.between(0, name.length - 2);
    if (/\p{Script=Han}/u.test(name.charAt(at)) && !KEPT.test(name.charAt(at))) return at;
  }
  return undefined;
}

/** The name with the characters from `at` on, `count` of them, written as `text`. */
export const splice = (name: string, at: number, count: number, text: string): string =>
  name.slice(0, at) + text + name.slice(at + count);

/** Writes another character. */
export const wrongCharacter = (draw: Draw): string => draw.pick(WRONG);

const slip = (kind: string, write: (name: string, at: number, draw: Draw) => string): Wording => ({
  kind,
  slips: true,
  write: (name, draw) => {
    const at = spoilable(name, draw);
    return at === undefined ? undefined : write(name, at, draw);
  },
});

const where =
  (pattern: RegExp, to: string): Wording['write'] =>
  (name) =>
    pattern.test(name) ? name.replace(pattern, to) : undefined;

/** Ways of writing that lists are known for: the model may be taught by them. */
export const SEEN_WORDINGS: readonly Wording[] = [
  { kind: '换词尾', write: (name, draw) => withOtherTail(name, TAILS, draw) },
  {
    kind: '加词尾',
    write: (name, draw) => (/[）)]$/u.test(name) ? undefined : name + draw.pick(ADDED_TAILS)),
  },
  { kind: '去词尾', write: where(DROPPED_TAIL, '$1') },
  {
    kind: '对…的',
    write: (name) => {
      if (/^对.*的.{2,6}$/u.test(name)) return name.replace(/^对/u, '').replace(/的(?=[^的]{2,6}$)/u, '');
      const act = /^([^对（]{4,})(审批|许可|备案|登记|核准|认定|注销|变更|延续)$/u.exec(name);
      return act === null ? undefined : `对${act[1]}的${act[2]}`;
    },
  },
  { kind: '注层级', write: (name, draw, { level }) => name + draw.pick(LEVELS).replace('$', level) },
  {
    kind: '半角括号',
    write: (name) => (/[（]/u.test(name) ? name.replaceAll('（', '(').replaceAll('）', ')') : undefined),
  },
  { kind: '括号改短横', write: where(/（([^（）]+)）$/u, '-$1') },
  { kind: '括号去掉', write: where(/（([^（）]{2,4})）$/u, '$1') },
  {
    kind: '标点',
    write: (name, draw) =>
      /、/u.test(name)
        ? name.replace(/、/u, draw.pick(['和', '及', '，', '/']))
        : where(/^([^对（]{3,12}?证)(?=核发|变更|延续|补发|注销)/u, '《$1》')(name, draw, NOBODY),
  },
  {
    kind: '空格',
    write: (name, draw) =>
      name.length < 5
        ? undefined
        : splice(name, draw.between(2, name.length - 2), 0, draw.pick([' ', '　', '  '])),
  },
  {
    kind: '全角字符',
    write: (name) =>
      /[0-9A-Za-z]/u.test(name)
        ? name.replace(/[0-9A-Za-z]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
        : undefined,
  },
  { kind: '同义词', write: (name, draw) => withOther(name, synonymPairs, draw) },
  { kind: '旧称', write: (name, draw) => withOther(name, FORMER_WORDS, draw) },
  slip('漏字', (name, at) => splice(name, at, 1, '')),
  slip('多字', (name, at, draw) => splice(name, at, 0, wrongCharacter(draw))),
  slip('错字', (name, at, draw) => splice(name, at, 1, wrongCharacter(draw))),
  slip('颠倒', (name, at) => splice(name, at, 2, name.charAt(at + 1) + name.charAt(at))),
  {
    kind: '截断',
    slips: true,
    write: (name, draw) =>
      name.length < 14
        ? undefined
        : `${name.slice(0, Math.ceil((name.length * draw.between(65, 90)) / 100))}${draw.pick(['…', '...'])}`,
  },
  { kind: '编号', write: (name, draw) => draw.pick(NUMBERS) + name },
  {
    kind: '前加动词',
    write: (name, draw) => (/^[对（]/u.test(name) ? undefined : draw.pick(LEADING_VERBS) + name),
  },
  {
    kind: '加区划',
    write: (name, draw, { places }) => (name.startsWith('对') ? undefined : draw.pick(places) + name),
  },
  {
    kind: '加部门',
    write: (name, draw, { places, office }) =>
      name.startsWith('对') ? undefined : (draw.chance(0.5) ? draw.pick(places) : '') + office + name,
  },
];

const NOBODY = { places: [], level: '', office: '' } as const;
