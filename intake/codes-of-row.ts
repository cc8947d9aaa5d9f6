import { type ParsedCode, parseCode } from '../catalog/codes/parse.ts';
import { regionOfCode } from '../catalog/codes/region-of-code.ts';
import { zhejiangBasicCode } from '../catalog/codes/zhejiang.ts';
import type { ItemType } from '../catalog/enumerations.ts';
import type { ExerciseLevel } from '../catalog/exercise-levels.ts';
import { fieldOf, type ItemElement } from '../catalog/fields.ts';
import { type Problem, problem } from '../catalog/problems.ts';
import { codeProblems } from '../catalog/rules.ts';
import type { NamedRow } from './row.ts';

/** The codes of a row: raw as the source has them, and as keys by which they are found and compared. */
export interface RowCodes {
  readonly basicCode: string | undefined;
  readonly implementationCode: string | undefined;
  readonly localCode: string | undefined;
  readonly organisationCode: string | undefined;
  /** `SCHEME:normalized` of the basic code, also when it stands only inside the implementation code. */
  readonly basicKey: string | undefined;
  /** `SCHEME:normalized` of the code the item goes by. */
  readonly codeKey: string | undefined;
  readonly sourceItemKey: string | undefined;
  /** Where the office is that the code names, and the element it stands in. */
  readonly office:
    | { readonly regionCode: string; readonly element: ItemElement; readonly raw: string }
    | undefined;
  /** Texts too long to be a code of any scheme: kept, but not searched by. */
  readonly unrecognised: readonly { readonly element: string; readonly raw: string }[];
  readonly problems: readonly Problem[];
}

/** The longest known code has 45 characters; an index of PostgreSQL takes 2,700 bytes. */
const LONGEST_CODE = 100;

const keyOf = (code: ParsedCode | undefined): string | undefined =>
  code === undefined ? undefined : `${code.scheme}:${code.normalized}`;

/** A basic code links lists only within a scheme that numbers items for more than one office. */
const basicKeyOf = (
  basic: ParsedCode | undefined,
  implementation: ParsedCode | undefined,
): string | undefined => {
  const code = basic ?? implementation;
  if (code === undefined) return undefined;
  const { segments } = code;
  if (segments.kind === 'CN_31' || segments.kind === 'CN_33') return `CN_12:${segments.basic.code}`;
  if (segments.kind === 'ZJ_LEGACY') return `CN_12:${zhejiangBasicCode(segments) ?? code.normalized}`;
  return basic === undefined || basic.scheme === 'LOCAL' ? undefined : keyOf(basic);
};

/** An item is handled by the office of its implementation code; the code of a handled item repeats it. */
const officeOf = (
  implementation: ParsedCode | undefined,
  handlingItem: ParsedCode | undefined,
): RowCodes['office'] => {
  const code = implementation ?? handlingItem;
  const regionCode = code === undefined ? undefined : regionOfCode(code);
  if (code === undefined || regionCode === undefined) return undefined;
  const element = implementation === undefined ? 'handlingItemCode' : 'implementationCode';
  return { regionCode, element, raw: code.raw };
};

const tooLong = ({ element, raw }: { readonly element: string; readonly raw: string }): Problem =>
  problem('VALUE_TOO_LONG', {
    field: element,
    title: fieldOf('item', element)?.chinese ?? element,
    value: String(raw.length),
    other: String(LONGEST_CODE),
  });

/** Reads the codes among a row's elements and checks them against each other (standards §1.1). */
export const codesOfRow = ({ core, item }: Pick<NamedRow, 'core' | 'item'>): RowCodes => {
  const unrecognised: { element: string; raw: string }[] = [];
  const read = (name: ItemElement, hint?: 'USCC') => {
    const text = core[name] ?? item[name];
    if (typeof text !== 'string') return undefined;
    if (text.length <= LONGEST_CODE) return parseCode(text, hint);
    unrecognised.push({ element: name, raw: text });
    return undefined;
  };
  const basicCode = read('basicCode');
  const implementationCode = read('implementationCode');
  const handlingItemCode = read('handlingItemCode');
  const localCode = read('localImplementationCode') ?? read('localBasicCode');
  const organisationCode = read('organisationCode', 'USCC');
  const sourceItemCode = read('sourceItemCode');
  const problems = codeProblems({
    basicCode,
    implementationCode,
    handlingItemCode,
    organisationCode,
    itemType: core['itemType'] as ItemType | undefined,
    exerciseLevels: item['exerciseLevels'] as readonly ExerciseLevel[] | undefined,
  });
  return {
    basicCode: basicCode?.raw,
    implementationCode: implementationCode?.raw,
    localCode: localCode?.raw,
    basicKey: basicKeyOf(basicCode, implementationCode),
    codeKey: keyOf(implementationCode ?? basicCode ?? localCode),
    organisationCode: organisationCode?.raw,
    sourceItemKey: keyOf(sourceItemCode),
    office: officeOf(implementationCode, handlingItemCode),
    unrecognised,
    problems: [...unrecognised.map(tooLong), ...problems],
  };
};
