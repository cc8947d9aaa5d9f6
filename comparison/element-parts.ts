import type { CompareRule } from '../catalog/fields/field.ts';
import { type LegalBasis, parseLegalBases } from '../catalog/legal-basis.ts';
import { levelMarked } from '../catalog/level-marks.ts';
import { canonicalMaterial } from '../catalog/materials/canonical-material.ts';
import { normalizeName } from '../catalog/names.ts';
import { inOneScale, knownLimit, limitOf, limitText } from '../catalog/rules/limit-order.ts';
import { lawKeys } from '../matching/fields/law-key.ts';
import { remembered } from './remembered.ts';

/** One thing an element says. Parts with equal keys say the same, however they are written. */
export interface ElementPart {
  readonly key: string;
  /** As the source writes it, or in plain words where the source has no text of its own; empty for what says there is none. */
  readonly text: string;
}

const nameForm = remembered(normalizeName);
/**
 * Marks that part the members of a list are one mark, and one at the end is none: 金，伤残津贴 is 金、伤残津贴. Who exercises
 * an item is no part of its name: 停业登记（县级行使） is 停业登记.
 */
const listForm = remembered((text) =>
  levelMarked(text)
    .name.replace(/[,;、]+/gu, '、')
    .replace(/[、.。]+$/u, ''),
);
const materialKey = remembered((text) => canonicalMaterial(text).key);
const basesInText = remembered(parseLegalBases);

type Reading = (value: unknown) => readonly ElementPart[];

/** The text of a value as the source writes it; what is no text is written out. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('；');
  if (typeof value !== 'object') return String(value);
  const { raw, name, lawName, lawNumber, clauseNumber } = value as Readonly<Record<string, unknown>>;
  const limit = knownLimit(value);
  // The unit stood in a column of its own: a bare number would read the same whatever it counts.
  if (limit !== undefined && /^[\d.]*$/u.test(limit.raw)) return limitText(limit);
  if (lawName !== undefined) return `《${textOf(lawName)}》${textOf(lawNumber)}${textOf(clauseNumber)}`;
  return textOf(raw ?? name ?? JSON.stringify(value));
};

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : textOf(value).split(/[；;\n]/u);

/** A cell or row that says there is none: 无, 无需提供材料. A cell that is only 无 reads as blank; a file of guides keeps it. */
const SAYS_NONE =
  /^\d*(?:暂?无|没有|不涉及|免提交|[无不]需要?(?:提供|提交)?)(?:任何)?(?:设定|申请|申报)?(?:依据|材料|要件)?$/u;
const NONE: ElementPart = { key: 'NONE', text: '' };

/** What says that there is none is a statement, and differs from what says some; but it is no member itself. */
const membersOf = (parts: readonly ElementPart[]): readonly ElementPart[] => {
  const members = parts.filter(({ text }) => !SAYS_NONE.test(plainText(text)));
  return members.length === 0 && parts.length > 0 ? [NONE] : members;
};

const onePart = (key: string, text: string): readonly ElementPart[] => (key === '' ? [] : [{ key, text }]);

const MARKS = /\p{P}+/gu;

/** Punctuation says nothing in running text, but between figures: 1.5, 3-5. A run of marks there is a dash: 3——5. */
const betweenFigures = (marks: string, at: number, text: string): string => {
  if (!/[0-9]/u.test(text[at - 1] ?? '') || !/[0-9]/u.test(text[at + marks.length] ?? '')) return '';
  return marks.length === 1 ? marks : '-';
};

/** Running text without punctuation and white space; the percent sign stays. */
const plainText = (text: string): string =>
  nameForm(text.replace(/[%‰％]/gu, '％分')).replace(MARKS, betweenFigures);

/** 120.01 stands for an article put in behind another: 第一百二十条之一. */
const articleText = (article: number): string => {
  const inserted = Math.round((article % 1) * 100);
  return `第${Math.floor(article)}条${inserted === 0 ? '' : `之${inserted}`}`;
};

/** 设定依据 by law and article; what names no law, such as the reason of established practice, by its words. */
const laws: Reading = (value) => {
  const text = Array.isArray(value) ? '' : textOf(value);
  const bases: readonly LegalBasis[] = Array.isArray(value) ? value : basesInText(text);
  const keys = lawKeys(bases);
  if (keys.length === 0) return membersOf(onePart(plainText(text), text));
  const names = new Map(
    bases.map((basis) => [lawKeys([basis])[0]?.title, basis.lawName ?? basis.lawNumber] as const),
  );
  return keys.flatMap(({ title, articles }) => {
    const name = `《${names.get(title) ?? title}》`;
    return articles.length === 0
      ? [{ key: title, text: name }]
      : articles.map((article) => ({ key: `${title}#${article}`, text: `${name}${articleText(article)}` }));
  });
};

/** Equal units only, or units of one scale (a year has twelve months): working days and days are never equal. */
const timeLimit: Reading = (value) => {
  const limit = knownLimit(value);
  if (limit === undefined) {
    const raw = textOf(value);
    return limitOf(value)?.kind === 'NONE' ? onePart('NONE', raw) : onePart(plainText(raw), raw);
  }
  if (limit.amount === 0) return [{ key: '0', text: limitText(limit) }];
  const [size] = inOneScale([limit]) ?? [limit.amount];
  const scale = { HOUR: 'DAY', DAY: 'DAY', WORKING_DAY: 'WORKING_DAY', MONTH: 'MONTH', YEAR: 'MONTH' }[
    limit.unit
  ];
  return [{ key: `${scale} ${size}`, text: limitText(limit) }];
};

/** Members of a set in a cell; 社会保障（社会保险、社会救助） is one. */
const MEMBER_MARKS = /[；;，,、\n](?![^（(]*[)）])/u;

const READINGS: Readonly<Record<CompareRule, Reading>> = {
  none: () => [],
  normalName: (value) => onePart(listForm(textOf(value)), textOf(value)),
  exact: (value) => onePart(nameForm(textOf(value)), textOf(value)),
  text: (value) => onePart(plainText(textOf(value)), textOf(value)),
  set: (value) =>
    (Array.isArray(value) ? value : textOf(value).split(MEMBER_MARKS)).flatMap((one) =>
      onePart(nameForm(textOf(one)), textOf(one)),
    ),
  canonicalMaterial: (value) =>
    membersOf(
      listOf(value).flatMap((one) => {
        const text = textOf(one);
        return text === '' ? [] : [{ key: materialKey(text), text }];
      }),
    ),
  lawAndArticle: laws,
  timeLimit,
};

/** What an element's value says, part by part, each once, in the order of the keys; empty where it says nothing. */
export function elementParts(rule: CompareRule, value: unknown): readonly ElementPart[] {
  const parts = new Map<string, ElementPart>();
  for (const part of READINGS[rule](value)) if (!parts.has(part.key)) parts.set(part.key, part);
  return [...parts.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** The form in which two values of an element are compared: equal exactly where they say the same. */
export const comparedForm = (parts: readonly ElementPart[]): string => parts.map(({ key }) => key).join('\n');
