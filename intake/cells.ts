import { dayInChina } from '../catalog/day-in-china.ts';
import { ENUMERATIONS, type EnumerationName, enumerate, enumerateAll } from '../catalog/enumerations.ts';
import type { Field } from '../catalog/fields/field.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { parseTimeLimit, type TimeUnit } from '../catalog/time-limits.ts';

/** What a cell says: its value in the shape of the answer, or the text that no code list knows. */
export interface Reading {
  readonly value?: unknown;
  readonly unrecognised?: string;
  readonly problems: readonly Problem[];
}

const NOTHING: Reading = { problems: [] };

/** Empty in many spellings: standards §5 (12). For a time limit 无 is a statement, not an empty cell. */
const EMPTY = /^(|无|-+|\/|—+|null|undefined)$/iu;

const TRUE = /^(1|是|有|true|y|yes|收费|支持|需要|允许|√)$/iu;
const FALSE = /^(0|2|否|无|没有|false|n|no|不收费|免费|不支持|不需要|不允许|×|不涉及)$/iu;

/** Whether a text is one of the ways to say nothing: blank, 无, a dash, a stroke. */
export const saysNothing = (text: string): boolean => EMPTY.test(text);

/** NUL cannot be stored; line ends are unified; the rest of the text stays as it is. */
export const plainText = (raw: unknown): string => {
  const text = typeof raw === 'string' ? raw : raw === null || raw === undefined ? '' : stringOf(raw);
  return text.includes('\u0000') || text.includes('\r')
    ? text.replaceAll('\u0000', '').replace(/\r\n?/gu, '\n').trim()
    : text.trim();
};

const stringOf = (raw: unknown): string => {
  if (raw === null || raw === undefined) return '';
  if (Array.isArray(raw)) return raw.map(stringOf).filter(Boolean).join(';');
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
};

/** The other columns of this type (flow_chart, form_guid) may as well hold a file's name or id. */
const URL_COLUMN = /addr|url/u;
const URL_START = /^https?:\/\//iu;

const place = (field: Field, value: string) => ({ field: field.element, title: field.chinese, value });

const readBoolean = (field: Field, text: string): Reading => {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  if (TRUE.test(plain)) return { value: true, problems: [] };
  if (FALSE.test(plain)) return { value: false, problems: [] };
  return { unrecognised: text, problems: [problem('UNRECOGNISED_BOOLEAN', place(field, text))] };
};

const readInteger = (field: Field, text: string): Reading => {
  const digits = /^(\d{1,9})(?:\.0+)?(?:次|份|个|页|张)?$/u.exec(text.normalize('NFKC'))?.[1];
  if (digits !== undefined) return { value: Number(digits), problems: [] };
  return { unrecognised: text, problems: [problem('INTEGER_FORMAT', place(field, text))] };
};

/** YYYYMMDD and YYYYMMDDhhmmss (GB/T 39046), ISO, 2024年3月1日, and milliseconds since 1970. */
const readDate = (field: Field, text: string): Reading => {
  const plain = text.normalize('NFKC');
  const parts =
    /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u.exec(plain);
  const iso = /^\d{12,13}$/u.test(plain)
    ? dayInChina(new Date(Number(plain)))
    : parts && [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-');
  const real = iso && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso);
  if (iso && real) return { value: iso, problems: [] };
  return { unrecognised: text, problems: [problem('DATE_FORMAT', place(field, text))] };
};

const readTimeLimit = (field: Field, text: string, unit?: TimeUnit): Reading => {
  const limit = parseTimeLimit(text, unit);
  if (limit.kind === 'UNRECOGNISED') {
    const found = problem('UNRECOGNISED_TIME_LIMIT', place(field, text));
    return { value: { immediate: false, raw: text }, problems: [found] };
  }
  if (limit.kind === 'NONE') return { value: { immediate: false, raw: text }, problems: [] };
  const { amount, unit: found, immediate, raw } = limit;
  return { value: { amount, unit: found, immediate, raw }, problems: [] };
};

const readEnumeration = (field: Field, text: string): Reading => {
  const name = field.enumeration as EnumerationName;
  if (field.type === 'enumeration') {
    const found = enumerate(name, text);
    if ('symbol' in found) return { value: found.symbol, problems: [] };
    return { unrecognised: text, problems: [unknownValue(field, text)] };
  }
  const { symbols, unrecognised } = enumerateAll(name, text);
  return {
    ...(symbols.length > 0 ? { value: symbols } : {}),
    ...(unrecognised.length > 0 ? { unrecognised: unrecognised.join(';') } : {}),
    problems: unrecognised.map((piece) => unknownValue(field, piece)),
  };
};

const unknownValue = (field: Field, value: string): Problem =>
  problem(field.enumeration === 'ItemType' ? 'UNKNOWN_ITEM_TYPE' : 'UNRECOGNISED_VALUE', {
    ...place(field, value),
    detail: field.enumeration === undefined ? '' : ENUMERATIONS[field.enumeration].chinese,
  });

/** A number before an entry: 「1.」「2、」「（3）」「④」. */
const NUMBER = /(?:^|(?<=[;；\s。]))(?:[（(]?\d{1,2}(?:[.．、]|[)）][.．、]?)\s*(?=[^\d\s])|[①-⑳]\s*)/gu;

/** The entries of a cell: by separators and lines, or by the numbers before them where the first has one. */
const readList = (text: string): Reading => {
  const numbers = text.match(NUMBER)?.length ?? 0;
  const numbered = numbers > 1 && text.search(NUMBER) === 0;
  const parts = (numbered ? text.replace(NUMBER, '\n') : text)
    .split(/[;；\n]/u)
    .map((part) => (numbered ? part.trim().replace(/[。，,]$/u, '') : part.trim()));
  const value = parts.filter((part) => part !== '');
  return value.length > 0 ? { value, problems: [] } : NOTHING;
};

/** A text the standard limits is kept whole however long; one in a column of addresses ought to be one. */
const readText = (field: Field, text: string): Reading => {
  const { type, longest = Number.POSITIVE_INFINITY } = field;
  if (type === 'text' && text.length > longest) {
    const found = problem('VALUE_TOO_LONG', { ...place(field, String(text.length)), other: String(longest) });
    return { value: text, problems: [found] };
  }
  if (type !== 'url' || !URL_COLUMN.test(field.column) || URL_START.test(text))
    return { value: text, problems: [] };
  return { value: text, problems: [problem('URL_FORMAT', place(field, text))] };
};

/** Reads one cell as its field wants it. Nothing is repaired: what is not understood is kept and flagged. */
export const readCell = (field: Field, text: string, unit?: TimeUnit): Reading => {
  if (field.type === 'timeLimit') return text === '' ? NOTHING : readTimeLimit(field, text, unit);
  if (field.type === 'boolean') return text === '' ? NOTHING : readBoolean(field, text);
  if (EMPTY.test(text)) return NOTHING;
  switch (field.type) {
    case 'integer':
      return readInteger(field, text);
    case 'date':
      return readDate(field, text);
    case 'enumeration':
    case 'enumerations':
      return readEnumeration(field, text);
    case 'list':
      return readList(text);
    default:
      return readText(field, text);
  }
};
