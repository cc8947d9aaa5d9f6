import { normalText } from './normal-text.ts';

/** What ordinals may rank, and what decimals may measure: where one follows, the number belongs to the name. */
const RANKED = '(?:[孩胎类级等期种档批型代届星]|年(?!度))';
const MEASURED =
  '吨|总吨|公顷|公里|公斤|亩|米|平|立方|[万千百亿]|元|%|[毫厘分海][米升克里]|克|升(?![级降学放])|倍|℃|度|周?岁|级|伏|海里';
const NUMERAL = '[一二三四五六七八九十]';

/**
 * 1.1城乡…, 一、…, （三）…, 12) …; a number that counts something (80周岁, 3.5吨, 一、二、三类) is no numbering, and
 * 第三项 is one only with a mark behind it (第三项目部).
 */
const NUMBERING = new RegExp(
  `^(?:\\((?:\\d{1,3}|${NUMERAL}{1,3})\\)|` +
    `${NUMERAL}{1,3}[、.．](?!(?!一)(?:${NUMERAL}{1,2}、){0,8}${NUMERAL}{1,2}${RANKED})|` +
    `第${NUMERAL}{1,3}[项条][、:]|` +
    `\\d{1,3}(?:\\.\\d{1,3})+(?:[、.)]|(?![\\d.]|[至~-]\\d|${MEASURED}))|` +
    `\\d{1,3}[、.)](?!\\d)|[①-⑳])`,
  'u',
);
const NUMBERS = '(0123456789一二三四五六七八九十第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Marks around titles and words: 《残疾人证》, “一照一码”, <出生医学证明>. */
const MARKS = '《》<>"\'「」『』';
const ALL_MARKS = /[《》<>"'「」『』]/gu;

const STATE = '中华人民共和国';

/** What joins the parts of an enumeration, beside 以及, 及其, 或者 and the mark itself. */
const JOINTS = '和及与或暨,;:/\\+';

/**
 * What names may carry in front of the act without meaning more: 对…的审批, 关于…的备案, 办理…; but not the beginning
 * of a word of its own: 对外, 对口, 对虾, 对讲机, 对账单.
 */
const LEADING =
  /^(?:关于|对于|对(?!外(?![国商籍资])|[口虾讲账帐象照比换冲手策偶白赌价称]|接(?![触受收种送])|标(?![准识志])|公[账帐户业]|联(?![合网系营])|抗(?!震))|申请办理|办理)(?=.{3})/u;
const LEADS = '关对申办';

/** The one mark all joints of an enumeration are written as. */
export const JOINT = '、';
export const JOINT_UNIT = JOINT.charCodeAt(0);

const [MARK, STATES, JOINS, PARTICLE, NUMBER, LEAD, RANKS] = [1, 2, 4, 8, 16, 32, 64] as const;

/** What a character may be a part of: one look tells most names apart from those a pattern must be held against. */
const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000);
  const add = (kind: number, characters: string): void => {
    for (const character of characters) kinds[character.charCodeAt(0)]! |= kind;
  };
  add(MARK, MARKS);
  add(STATES, '华');
  add(JOINS, JOINTS);
  add(PARTICLE, '的');
  add(NUMBER, NUMBERS);
  add(LEAD, LEADS);
  add(RANKS, '孩胎类级等期种档批型代届星');
  return kinds;
})();

const kindsIn = (text: string): number => {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) kinds |= KINDS[text.charCodeAt(at)] as number;
  return kinds;
};

const begins = (text: string, kind: number): boolean =>
  text !== '' && ((KINDS[text.charCodeAt(0)] as number) & kind) !== 0;

/** Units of the joint that stands at a place of the text; 0 where none does. */
const jointAt = (text: string, at: number): number => {
  const one = text.charAt(at);
  if (one === '以') return text.charAt(at + 1) === '及' ? 2 : 0;
  if (((KINDS[text.charCodeAt(at)] as number) & JOINS) === 0) return 0;
  const next = text.charAt(at + 1);
  return (one === '及' && next === '其') || (one === '或' && next === '者') ? 2 : 1;
};

/** The text with every joint written as one mark, and without the particle 的. */
const joined = (text: string): string => {
  let rewritten = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const joint = jointAt(text, at);
    const particle = text.charAt(at) === '的';
    if (joint > 0 || particle) {
      rewritten += text.slice(copied, at) + (particle ? '' : JOINT);
      at += particle ? 1 : joint;
      copied = at;
    } else at++;
  }
  return rewritten + text.slice(copied);
};

/** 第二、三类 and 一、二级: what ranks several numbers at once ranks each of them. */
const RANKED_TOGETHER =
  /(第?)((?:[一二三四五六七八九十]|[甲乙丙丁]|[a-e]|\d{1,2})(?:、第?(?:[一二三四五六七八九十]|[甲乙丙丁]|[a-e]|\d{1,2})){1,8})([孩胎类级等期种档批型代届星])/gu;

const each = (_all: string, ordinal: string, numbers: string, rank: string): string =>
  numbers
    .split(JOINT)
    .map((number) => (number.startsWith('第') ? number : ordinal + number) + rank)
    .join(JOINT);

const rankedEach = (text: string): string =>
  text.includes(JOINT) ? text.replace(RANKED_TOGETHER, each) : text;

const unified = (normalized: string): string => {
  const kinds = kindsIn(normalized);
  const bare = (kinds & MARK) === 0 ? normalized : normalized.replace(ALL_MARKS, '');
  const ours = (kinds & STATES) === 0 ? bare : bare.replaceAll(STATE, '');
  const one = (kinds & (JOINS | PARTICLE)) === 0 ? ours : joined(ours);
  return (kinds & RANKS) === 0 ? one : rankedEach(one);
};

/** A text of the lexicon or of a name with title marks, joints and particles written one way. */
export function unifiedText(raw: string): string {
  return unified(normalText(raw));
}

/** The text of a name: as unifiedText, and without numbering and the words that only lead in. */
export function unifiedName(raw: string): string {
  const normalized = normalText(raw);
  const text = begins(normalized, NUMBER)
    ? unifiedText(normalized.replace(NUMBERING, ''))
    : unified(normalized);
  return begins(text, LEAD) ? text.replace(LEADING, '') : text;
}
