import { CODE_SCHEME_NAMES, isCodeScheme } from '../catalog/codes/schemes.ts';
import type { ComparedItem } from './compared-item.ts';

type Coded = Pick<ComparedItem, 'basicKey'>;

/** Who gives codes: a scheme, and in it the country (00) or the province whose catalog it is. */
interface CodeSpace {
  readonly scheme: string;
  readonly province: string;
}

const NATIONAL = '00';

/** The space a basic code is of, CN_12 44 of `CN_12:440101007000`; undefined without a code. */
const spaceOf = ({ basicKey }: Coded): CodeSpace | undefined => {
  if (basicKey === undefined) return undefined;
  const end = basicKey.indexOf(':');
  const scheme = basicKey.slice(0, end);
  // The other schemes are each of one province.
  return { scheme, province: scheme === 'CN_12' ? basicKey.slice(end + 1, end + 3) : '' };
};

const isOneSpace = (one: CodeSpace, other: CodeSpace): boolean =>
  one.scheme === other.scheme &&
  (one.province === other.province || one.province === NATIONAL || other.province === NATIONAL);

/**
 * Whether the basic codes of two items can be held against each other. Codes of two schemes are told apart by nothing:
 * another province's, or an older one's, say nothing of this one (标准汇编 1.1). Sichuan's codes of public services have
 * twelve digits as the national ones have, and begin with 51. One that is missing differs.
 */
export const areComparable = (one: Coded, other: Coded): boolean => {
  const [ofOne, ofOther] = [spaceOf(one), spaceOf(other)];
  return ofOne === undefined || ofOther === undefined || isOneSpace(ofOne, ofOther);
};

const nameOf = ({ scheme, province }: CodeSpace): string => {
  const name = isCodeScheme(scheme) ? CODE_SCHEME_NAMES[scheme] : scheme;
  return province === '' ? name : `${name} ${province} 开头的`;
};

/** Codes of one kind: what they are called, how many items have such, and one of those. */
export interface CodesOfOneSpace {
  readonly name: string;
  readonly count: number;
  readonly first: Coded;
}

/** The kinds of basic codes that items have, the commonest first. */
export const codeSpaces = (items: readonly Coded[]): readonly CodesOfOneSpace[] =>
  [
    ...Map.groupBy(items, (item) => {
      const space = spaceOf(item);
      return space === undefined ? '' : nameOf(space);
    }),
  ]
    .flatMap(([name, found]) => {
      const [first] = found;
      return name === '' || first === undefined ? [] : [{ name, count: found.length, first }];
    })
    .sort((one, other) => other.count - one.count);

/** Codes that are written in the scheme of the basic code. */
export const IN_ITS_SCHEME: ReadonlySet<string> = new Set(['basicCode', 'mainItemCode', 'subItemCode']);
