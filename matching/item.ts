import type { LegalBasis } from '../catalog/legal-basis.ts';

/**
 * What the engine looks at of an item; everything beside the name may be missing. Two items with the same content
 * here are the same to the engine, whatever else their lists say of them.
 */
export interface MatchItem {
  readonly id: string;
  /** As the source writes it. */
  readonly name: string;
  /** Every code of the item, as the source writes it: basic, implementation, local. */
  readonly codes?: readonly string[];
  /** Symbol of the item type or the words of the source. */
  readonly type?: string;
  readonly department?: string;
  readonly legalBases?: readonly LegalBasis[];
  /** 12-digit region code, or the names of the place and its ancestors in one run: 四川省广安市广安区. */
  readonly region?: string;
  /** Name of the main item (主项). */
  readonly parentName?: string;
}
