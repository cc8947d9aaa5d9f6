import { type EnumerationName, enumerateAll } from '../../catalog/enumerations.ts';
import type { Field } from '../../catalog/fields/field.ts';
import { parseTimeLimit } from '../../catalog/time-limits.ts';
import { saysNothing } from '../cells.ts';

/** Fewer values than this prove nothing about a column. */
const ENOUGH = 3;

const CODE = /^[0-9A-Za-z][0-9A-Za-z()（）_.-]{5,44}$/u;
const DATE = /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8})(?:[T\s].*)?$/u;
const BOOLEAN = /^(?:[是否有无01√×]|支持|不支持|需要|不需要|收费|不收费|免费)$/u;
const PHONE = /(?:^|\D)(?:1\d{10}|0\d{2,3}[-—－\s]?\d{7,8}|\d{7,8}|12345|\d{5})(?:\D|$)/u;
const LAW = /《.+?》|第[一二三四五六七八九十百\d]+条|〔\d{4}〕/u;
const PLACE = /[省市县区镇乡村路街号楼厅室窗]/u;
const HOURS = /\d{1,2}\s*[:：时点]|周[一二三四五]|星期|工作日|上午|下午/u;

type Test = (text: string) => boolean;

const matches =
  (pattern: RegExp): Test =>
  (text) =>
    pattern.test(text);

/** Elements whose texts have a look of their own. */
const LOOKS: Readonly<Record<string, Test>> = {
  'guide.consultationPhone': matches(PHONE),
  'guide.supervisionPhone': matches(PHONE),
  'item.legalBasisText': matches(LAW),
  'guide.feeBasis': matches(LAW),
  'guide.address': matches(PLACE),
  'guide.hours': matches(HOURS),
  'item.organisationName': matches(/[局委办部院站所队处署厅社行司会镇乡]|中心|街道|政府|大队/u),
};

const testOf = (field: Field): Test | undefined => {
  switch (field.type) {
    case 'code':
      return matches(CODE);
    case 'region':
      return matches(/^\d{2,18}$/u);
    case 'date':
      return matches(DATE);
    case 'boolean':
      return matches(BOOLEAN);
    case 'integer':
      return matches(/^\d{1,9}(?:\.0+)?[次份个页张]?$/u);
    case 'url':
      return matches(/^https?:|\.(?:docx?|xlsx?|pdf|jpe?g|png)$|www\./iu);
    case 'timeLimit':
      return (text) => /^\d+$/u.test(text) || parseTimeLimit(text).kind !== 'UNRECOGNISED';
    case 'enumeration':
    case 'enumerations':
      return (text) => enumerateAll(field.enumeration as EnumerationName, text).symbols.length > 0;
    default:
      return LOOKS[`${field.owner}.${field.element}`];
  }
};

/** Whether values may be names of items: they differ from row to row and are Chinese texts of some length. */
export const likeNames = (values: readonly string[]): boolean =>
  values.length > 0 &&
  new Set(values).size >= values.length * 0.9 &&
  values.filter((text) => /\p{Script=Han}{4}/u.test(text) && text.length <= 80).length >= values.length * 0.9;

/** Texts that are no text: columns of codes, dates, yes and no, bare numbers. */
const noText = (values: readonly string[]): boolean =>
  values.every((text) => CODE.test(text) || DATE.test(text) || BOOLEAN.test(text) || /^\d+$/u.test(text));

/**
 * What a column's values say of the element its title may mean: 1 they fit it and little else, 0.5 they fit it as they
 * would others, -1 they do not fit, 0 they prove nothing because they are few or would fit anything.
 */
export const valueEvidence = (field: Field, samples: readonly string[]): number => {
  const values = samples.filter((text) => !saysNothing(text)).slice(0, 50);
  if (values.length < ENOUGH) return 0;
  if (field.owner === 'item' && field.element === 'name') return likeNames(values) ? 1 : -1;
  const test = testOf(field);
  if (test === undefined) return noText(values) ? -1 : 0;
  const share = values.filter(test).length / values.length;
  if (share <= 0.3) return -1;
  // Yes and no, dates and offices fill many columns; the words of a code list few.
  return share < 0.8 ? 0 : field.enumeration === undefined ? 0.5 : 1;
};

/** The element of a code by the look of its values: 12 characters are basic codes, 31 to 36 implementation codes. */
export const codeElement = (
  samples: readonly string[],
): 'basicCode' | 'implementationCode' | 'organisationCode' | undefined => {
  const values = samples.filter((text) => !saysNothing(text)).map((text) => text.replace(/\s/gu, ''));
  const share = (pattern: RegExp) => values.filter((text) => pattern.test(text)).length / values.length;
  if (values.length === 0) return undefined;
  if (share(/^[0-9A-Z]{12}$/iu) >= 0.8) return 'basicCode';
  if (share(/^[0-9A-Z]{31,36}$/iu) >= 0.8) return 'implementationCode';
  return share(/^[0-9A-HJ-NP-Y]{18}$/iu) >= 0.8 ? 'organisationCode' : undefined;
};
