import { titleKey } from '../../catalog/fields.ts';

/** Traditional characters of column titles, each followed by its simplified form. */
const TRADITIONAL = new Map(
  (
    '項项稱称編编碼码類类別别實实設设據据辦办時时間间對对條条請请書书費费電电話话監监諮咨詢询機机構构門门層层級级內内備备註注說说' +
    '標标準准結结狀状態态發发佈布執执鄉乡鎮镇區区劃划單单範范圍围責责權权務务處处證证網网場场數数關关閱阅號号業业審审查查環环節节題题' +
    '員员資资訊讯係系統统聯联繫系線线點点後后適适應应許许運运樣样選选擇择檔档體体價价鏈链徵征給给獎奖勵励決决過过繳缴納纳產产來来計计' +
    '總总共共開开達达當当個个導导'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Characters taken for one another by optical reading or by the input method, the right one first. */
const LOOKALIKES = new Map(
  '项顶 施旅 理里 力利 权杈 划换 码玛 编偏 类娄 承丞 诺若 材村 料枓 称秤陈 名民 据剧 限眼 结接洁 咨谘 询旬 址止 级圾极 监滥 型形刑 象像 点奌 话活'
    .split(' ')
    .flatMap(([right = '', ...wrong]) => wrong.map((character) => [character, right] as const)),
);

const OBLIGATION = /[(（【[]?(?:非必填项?|不必填|必填项?|必录项?|选填项?|可选填?)[)）】\]]?/gu;
const NUMBERING =
  /^(?:第?[一二三四五六七八九十]{1,3}[项栏列、.:)]{1,2}|\d{1,2}[项栏列、.:)]?|[①-⑳]|[a-z][.、])(?=\p{Script=Han})/iu;
const HINT = /[(（【[][^()（）【】[\]]*[)）】\]]$/u;

/** A title as it is shown: in one line, without invisible characters or the blanks that spread its characters. */
export const shownTitle = (raw: string): string =>
  raw
    .replace(/[\p{Cf}\p{Cc}]+/gu, (found) => (/[\n\r\t]/u.test(found) ? '\n' : ''))
    .split('\n')
    .map((line) => line.trim())
    .join('')
    .replace(/(?<=[\p{Script=Han}（(/])\s+(?=[\p{Script=Han}）)/（(])/gu, '');

/** The titles of a stack in one, outermost first, as it is shown and remembered. */
export const stackTitle = (stack: readonly string[]): string => stack.map(shownTitle).join('/');

/** The title in simplified characters, without invisible ones. */
export const simplified = (raw: string): string =>
  [...raw.replace(/(?![\n\r\t])[\p{Cf}\p{Cc}]/gu, '')].map((each) => TRADITIONAL.get(each) ?? each).join('');

const readingsOf = (raw: string): readonly string[] => {
  const whole = simplified(raw);
  const bare = whole.replace(OBLIGATION, '').replace(/["“”'‘’]/gu, '');
  const unnumbered = titleKey(bare).replace(NUMBERING, '');
  const unhinted = [unnumbered];
  for (let rest = unnumbered; HINT.test(rest); ) {
    rest = rest.replace(HINT, '');
    unhinted.push(rest);
  }
  // What follows a line break may explain the title; the first line alone must then be a title of some length.
  const [first = ''] = bare.trim().split(/[\n\r]/u);
  const line = titleKey(first).replace(NUMBERING, '');
  return [...new Set([whole, bare, ...unhinted, ...(line.length >= 4 ? [line] : [])])].filter(
    (reading) => titleKey(reading) !== '',
  );
};

const memory = new Map<string, readonly string[]>();

/**
 * The readings of a title, the most literal first: as it stands, without marks of obligation, without numbering,
 * without hints in brackets, and its first line.
 */
export const titleReadings = (raw: string): readonly string[] => {
  const known = memory.get(raw);
  if (known !== undefined) return known;
  const readings = readingsOf(raw);
  if (memory.size < 5_000) memory.set(raw, readings);
  return readings;
};

/** The form titles are likened in: simplified, without numbering, hints and marks, 及 and 与 as 和. */
export const plainTitle = (raw: string): string =>
  titleKey(simplified(raw).replace(OBLIGATION, ''))
    .replace(NUMBERING, '')
    .replace(HINT, '')
    .replace(/[及与、&+]/gu, '和');

/** The plain title with each lookalike as the character it is most often taken for. */
export const lookalikeTitle = (plain: string): string =>
  [...plain].map((each) => LOOKALIKES.get(each) ?? each).join('');
