import { enumerate } from '../../catalog/enumerations.ts';
import type { Field } from '../../catalog/fields/field.ts';
import { fieldOf } from '../../catalog/fields.ts';
import type { ColumnTarget } from './column-target.ts';
import { ORGANISATION } from './heading.ts';

/** What a heading says of the items below it: the value of one of their elements. */
export interface SectionMeaning {
  readonly target: ColumnTarget;
  readonly title: string;
  readonly value: string;
}

const CHINESE_MARK =
  /^(?:第[一二三四五六七八九十]+[章节部分类]+|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s*[、.．])/u;
/** The numbering and the count of a section's title: 一、行政许可（12项）. */
export const SECTION = new RegExp(
  String.raw`^(?<mark>${CHINESE_MARK.source.slice(1)}|[(（]\d+[)）]|\d+[、.．])?\s*[、.．]?\s*` +
    String.raw`(?<text>.*?)\s*(?:[(（]?(?:共|计|合计)?\s*(?<count>\d+)\s*(?:项|个|条|大项)[)）]?)?\s*[:：]?$`,
  'u',
);

/** 一、二级建造师, 三、四级伤残: the numerals are one enumeration, and the text is a name. */
const ENUMERATION =
  /^[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．]\s*[一二三四五六七八九十]{1,3}[级类次]/u;

const GROUP = '分组';

const fieldTarget = (element: 'itemType' | 'organisationName' | 'topicsText') => {
  const field: Field = fieldOf('item', element);
  return { target: { kind: 'FIELD', field } as const, title: field.chinese };
};

const isTopic = (text: string): boolean =>
  'symbol' in enumerate('NaturalPersonTopic', text) || 'symbol' in enumerate('LegalPersonTopic', text);

/** What a heading's words mean for the items below: their type, their office, their topic; else only a group. */
export const meaningOf = (words: string): SectionMeaning => {
  const text = words
    .replace(/^(?:实施主体|实施机构|责任单位|部门|单位|事项类型|类型|类别|主题)[:：]/u, '')
    .trim();
  const type = text.replace(/(?:类?事项|类)$/u, '');
  if ('symbol' in enumerate('ItemType', text)) return { ...fieldTarget('itemType'), value: text };
  if ('symbol' in enumerate('ItemType', type)) return { ...fieldTarget('itemType'), value: type };
  if (ORGANISATION.test(text) && text.length <= 30)
    return { ...fieldTarget('organisationName'), value: text };
  if (isTopic(text)) return { ...fieldTarget('topicsText'), value: text };
  return { target: { kind: 'OTHER', title: GROUP }, title: GROUP, value: text };
};

/** Whether a title says what it heads: it is counted, or its words are a type of items, an office or a topic. */
export const saysWhatItHeads = (text: string): boolean => {
  const { text: words = '', count } = SECTION.exec(text)?.groups ?? {};
  if (ENUMERATION.test(text) && count === undefined) return false;
  return count !== undefined || meaningOf(words).target.kind === 'FIELD';
};

/** Whether a title where no names stand heads the rows below it: it says what, or it is numbered. */
export const headsRows = (text: string): boolean => CHINESE_MARK.test(text) || saysWhatItHeads(text);
