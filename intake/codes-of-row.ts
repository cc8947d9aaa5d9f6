import { type ParsedCode, parseCode } from '../catalog/codes/parse.ts';
import { zhejiangBasicCode } from '../catalog/codes/zhejiang.ts';
import type { ItemType } from '../catalog/enumerations.ts';
import type { ExerciseLevel } from '../catalog/exercise-levels.ts';
import type { Problem } from '../catalog/problems.ts';
import { codeProblems } from '../catalog/rules.ts';
import type { NamedRow } from './row.ts';

/** The codes of a row: raw as the source has them, and as keys by which they are found and compared. */
export interface RowCodes {
  readonly basicCode: string | undefined;
  readonly implementationCode: string | undefined;
  readonly localCode: string | undefined;
  /** `SCHEME:normalized` of the basic code, also when it stands only inside the implementation code. */
  readonly basicKey: string | undefined;
  /** `SCHEME:normalized` of the code the item goes by. */
  readonly codeKey: string | undefined;
  readonly sourceItemKey: string | undefined;
  readonly problems: readonly Problem[];
}

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

/** Reads the codes among a row's elements and checks them against each other (standards §1.1). */
export const codesOfRow = ({ core, item }: Pick<NamedRow, 'core' | 'item'>): RowCodes => {
  const read = (name: string, hint?: 'USCC') => {
    const text = core[name] ?? item[name];
    return typeof text === 'string' ? parseCode(text, hint) : undefined;
  };
  const basicCode = read('basicCode');
  const implementationCode = read('implementationCode');
  const handlingItemCode = read('handlingItemCode');
  const localCode = read('localImplementationCode') ?? read('localBasicCode');
  const problems = codeProblems({
    basicCode,
    implementationCode,
    handlingItemCode,
    organisationCode: read('organisationCode', 'USCC'),
    itemType: core['itemType'] as ItemType | undefined,
    exerciseLevels: item['exerciseLevels'] as readonly ExerciseLevel[] | undefined,
  });
  return {
    basicCode: basicCode?.raw,
    implementationCode: implementationCode?.raw,
    localCode: localCode?.raw,
    basicKey: basicKeyOf(basicCode, implementationCode),
    codeKey: keyOf(implementationCode ?? basicCode ?? localCode),
    sourceItemKey: keyOf(read('sourceItemCode')),
    problems,
  };
};
