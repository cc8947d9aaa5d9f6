import type { ComparedItem } from './compared-item.ts';

type Coded = Pick<ComparedItem, 'basicKey'>;

/** The scheme a basic code is written in, CN_12 of `CN_12:440101007000`; undefined without a code. */
export const schemeOf = ({ basicKey }: Coded): string | undefined =>
  basicKey?.slice(0, basicKey.indexOf(':'));

/**
 * Whether the basic codes of two items can be held against each other. Codes of two schemes are told apart by nothing:
 * another province's, or an older one's, say nothing of this one (标准汇编 1.1). One that is missing differs.
 */
export const areComparable = (one: Coded, other: Coded): boolean =>
  one.basicKey === undefined || other.basicKey === undefined || schemeOf(one) === schemeOf(other);

/** Codes that are written in the scheme of the basic code. */
export const IN_ITS_SCHEME: ReadonlySet<string> = new Set(['basicCode', 'mainItemCode', 'subItemCode']);
