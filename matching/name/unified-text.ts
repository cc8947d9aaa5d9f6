import { normalizeName } from '../../catalog/names.ts';

/** 1.1城乡…, 一、…, （三）…, 12) …; a number that counts something (80周岁, 3年期) is no numbering. */
const NUMBERING =
  /^(?:\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)|[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十]{1,2}[孩类级等期])|第[一二三四五六七八九十]{1,3}[项条][、:]?|\d{1,3}(?:\.\d{1,3})+[、.)]?|\d{1,3}[、.)](?!\d)|[①-⑳])/u;

/** Marks around titles and words: 《残疾人证》, “一照一码”, <出生医学证明>. */
const MARKS = /[《》<>"'「」『』]/gu;

/** What joins the parts of an enumeration. */
const JOINTS = /以及|及其|或者|[和及与或暨、,;:/\\+]/gu;

const STATE = /中华人民共和国/gu;

/** What names may carry in front of the act without meaning more: 对…的审批, 关于…的备案, 办理…. */
const LEADING = /^(?:关于|对于|对(?![外口])|申请办理|办理)(?=.{3})/u;

/** The one mark all joints of an enumeration are written as. */
export const JOINT = '、';

/** A text of the lexicon or of a name with title marks, joints and particles written one way. */
export function unifiedText(raw: string): string {
  return normalizeName(raw).replace(MARKS, '').replace(STATE, '').replace(JOINTS, JOINT).replaceAll('的', '');
}

/** The text of a name: as unifiedText, and without numbering and the words that only lead in. */
export function unifiedName(raw: string): string {
  const numbered = normalizeName(raw);
  return unifiedText(numbered.replace(NUMBERING, '')).replace(LEADING, '');
}
