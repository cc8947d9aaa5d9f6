import { titleKey } from '../../../catalog/fields.ts';
import { type Slot, slotOf } from '../slots.ts';

/** How a label is numbered: 一、 （一） 1. （1） 【】; NONE is a bare label. */
export type LabelStyle = 'HAN' | 'HAN_BRACKETS' | 'DIGIT' | 'DIGIT_BRACKETS' | 'FRAME' | 'NONE';

/** The label of a form's element, and what the same cell or paragraph says after its colon. */
export interface Label {
  /** The label without numbering, blanks and colon: 办理依据. */
  readonly title: string;
  readonly key: string;
  readonly slot: Slot;
  readonly style: LabelStyle;
  /** What follows the colon; an empty text where nothing does. */
  readonly rest: string;
}

const NUMBERS: readonly (readonly [LabelStyle, RegExp])[] = [
  ['HAN', /^[一二三四五六七八九十]{1,3}\s*[、.．：:]\s*/u],
  ['HAN_BRACKETS', /^[（(][一二三四五六七八九十]{1,3}[)）]\s*[、.．]?\s*/u],
  ['DIGIT', /^\d{1,2}\s*[、.．]\s*(?!\d)/u],
  ['DIGIT_BRACKETS', /^[（(]\d{1,2}[)）]\s*[、.．]?\s*/u],
];

/** Labels of forms are short; anything longer before a colon is a sentence. */
export const LONGEST_LABEL = 24;

/** Splits the number off a line: 「三、服务对象」 → HAN and 「服务对象」. */
export const withoutNumber = (text: string): { readonly style: LabelStyle; readonly rest: string } => {
  for (const [style, pattern] of NUMBERS) {
    const found = pattern.exec(text);
    if (found !== null) return { style, rest: text.slice(found[0].length) };
  }
  return { style: 'NONE', rest: text };
};

const tidy = (text: string): string =>
  text
    .replace(/[\s*★☆]+/gu, '')
    .replace(/[:：]+$/u, '')
    .trim();

/** Titles come again with every form: each is looked up once, as long as there are few of them. */
const looked = new Map<string, Slot | undefined>();
const MOST_LOOKED = 5_000;

const slotOfTitle = (title: string): Slot | undefined => {
  if (looked.has(title)) return looked.get(title);
  const slot = slotOf(title);
  const known = slot.kind === 'OTHER' ? undefined : slot;
  if (looked.size >= MOST_LOOKED) looked.clear();
  looked.set(title, known);
  return known;
};

/** Whether a title is one the registry knows. Forms are in Chinese: an English word in a cell is a value. */
const knownSlot = (title: string): Slot | undefined =>
  /\p{Script=Han}/u.test(title) && title.length <= LONGEST_LABEL ? slotOfTitle(title) : undefined;

const make = (title: string, style: LabelStyle, rest: string): Label | undefined => {
  const bare = tidy(title);
  const slot = knownSlot(bare);
  return slot === undefined
    ? undefined
    : { title: bare, key: titleKey(bare), slot, style, rest: rest.trim() };
};

/**
 * The label a text is, or begins with: 「一、办理依据：…」, 「【服务对象】个人」, 「事项名称」. Undefined for anything the
 * registry has no title for.
 */
export const readLabel = (text: string): Label | undefined => {
  const { style, rest } = withoutNumber(text.trim());
  const framed = /^[【[〔]([^】\]〕]{2,24})[】\]〕]\s*[:：]?([\s\S]*)$/u.exec(rest);
  if (framed !== null) return make(framed[1] ?? '', style === 'NONE' ? 'FRAME' : style, framed[2] ?? '');
  const colon = /^([^:：\n]{2,24})[:：]([\s\S]*)$/u.exec(rest);
  if (colon !== null) return make(colon[1] ?? '', style, colon[2] ?? '');
  const whole = make(rest, style, '');
  if (whole !== undefined || style === 'NONE') return whole;
  // 「一、办理依据  《…条例》第五条」: a number and a blank stand for the colon.
  const spaced = /^(\S{2,24})[\s\u3000]+([\s\S]+)$/u.exec(rest);
  return spaced === null ? undefined : make(spaced[1] ?? '', style, spaced[2] ?? '');
};

/** A label no registry title answers to, from a place where the form has its labels; its values are kept beside. */
export const otherLabel = (text: string): Label | undefined => {
  if (text.length > LONGEST_LABEL || text.includes('\n')) return undefined;
  const title = tidy(withoutNumber(text).rest);
  return title === ''
    ? undefined
    : { title, key: titleKey(title), slot: { kind: 'OTHER', title }, style: 'NONE', rest: '' };
};

/** The element a label stands for, by owner and name, or its own text where it stands for none. */
export const elementOf = ({ slot, key }: Label): string => {
  if (slot.kind === 'FIELD') return `${slot.field.owner}.${slot.field.element}`;
  return slot.kind === 'BLOCK' ? `guide.${slot.block}` : key;
};

export const NAME_ELEMENT = 'item.name';
