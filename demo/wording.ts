import { LEGAL_PERSON_TOPIC } from '../catalog/enumerations/legal-person-topic.ts';
import { NATURAL_PERSON_TOPIC } from '../catalog/enumerations/natural-person-topic.ts';
import type { Audience, ItemTypeCode } from './vocabulary/subject.ts';

export const TYPE_NAMES: Readonly<Record<ItemTypeCode, string>> = {
  '01': '行政许可',
  '02': '行政处罚',
  '03': '行政强制',
  '04': '行政征收',
  '05': '行政给付',
  '06': '行政检查',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他行政权力',
  '20': '公共服务',
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  '2': '省级',
  '3': '市级',
  '4': '县级',
  '5': '镇(乡、街道)级',
  '6': '村(社区)级',
};

/** 行使层级 in words: 345 → 市级、县级、镇(乡、街道)级. */
export function levelWords(levels: string): string {
  return [...levels].map((level) => LEVEL_WORDS[level] ?? level).join('、');
}

const OBJECTS: Readonly<Record<Audience, readonly string[]>> = {
  N: ['自然人'],
  L: ['企业法人', '事业法人', '社会组织法人'],
  NL: ['自然人', '企业法人', '事业法人', '社会组织法人', '其他组织'],
};

export function audienceWords(audience: Audience): string {
  return OBJECTS[audience].join('；');
}

/** How an office writes time limits; every county keeps to one way. */
export const LIMIT_STYLES: readonly ((days: number) => string)[] = [
  (days) => (days === 0 ? '即办' : `${days}个工作日`),
  (days) => (days === 0 ? '当场办结' : `${days}（工作日）`),
  (days) => (days === 0 ? '即时办结' : `${days}工作日`),
];

/** A limit in a county's style; nothing where no statute sets one. */
export function limitWords(days: number | undefined, style = 0): string | undefined {
  const write = LIMIT_STYLES[style % LIMIT_STYLES.length];
  return days === undefined ? undefined : write?.(days);
}

const natural = namesByCode(NATURAL_PERSON_TOPIC.values);
const legal = namesByCode(LEGAL_PERSON_TOPIC.values);

/** The Chinese name of a topic code for natural persons; undefined for an unknown code. */
export function naturalTopic(code: string): string | undefined {
  return natural.get(code);
}

/** The Chinese name of a topic code for legal persons; undefined for an unknown code. */
export function legalTopic(code: string): string | undefined {
  return legal.get(code);
}

function namesByCode(values: readonly { readonly symbol: string; readonly chinese: string }[]) {
  return new Map(values.map(({ symbol, chinese }) => [symbol.slice(-3), chinese]));
}
