import type { ItemType, LifecycleState, ListKind } from '../catalog/enumerations.ts';
import type { Level } from '../catalog/levels.ts';
import type { LinkKind, LinkRelation } from '../catalog/link-kinds.ts';
import type { Elements } from './drift.ts';

/** Where a row was read: document, sheet, row (counted from 1) and the cell of the name. */
export interface ItemSource {
  readonly document: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly cell?: string;
  readonly key?: string;
}

/** An item of a list or a reference catalog as comparisons read it, in one release. */
export interface ComparedItem {
  readonly id: string;
  readonly version: number;
  readonly catalogId: string;
  /** Place in its list, counted from 0. */
  readonly ordinal: number;
  readonly level: Level;
  readonly kind: ListKind;
  readonly itemType: ItemType | 'UNRECOGNISED';
  readonly regionCode: string;
  readonly name: string;
  /** `SCHEME:code` of the basic code, and of the implementation or local code. */
  readonly basicKey?: string;
  readonly codeKey?: string;
  readonly department?: string;
  /** What the department is for, whatever it is called there: catalog/organisations. */
  readonly departmentFunctions: readonly string[];
  /** On the day of the comparison. */
  readonly state: LifecycleState;
  /** Elements of the item and of its guide, the item's own first. */
  readonly elements: Elements;
  readonly source: ItemSource;
}

/** Whether anybody could read the type of an item: of one that is blank or unknown nothing follows. */
export const isOfReadType = ({ itemType }: Pick<ComparedItem, 'itemType'>): boolean =>
  itemType !== 'UNRECOGNISED';

/** A link between two items, from the lower or power side (left) to the upper or service side (right). */
export interface ComparedLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly leftId: string;
  readonly rightId: string;
  readonly relation: LinkRelation;
  /** Accepted by the machine or confirmed by a person; the others wait for a person and prove nothing. */
  readonly isSettled: boolean;
  readonly confidence: number;
}

/** Settled links first, then those that are likelier; the order does not depend on where items stand. */
export const bySurety = (one: ComparedLink, other: ComparedLink): number =>
  Number(other.isSettled) - Number(one.isSettled) ||
  other.confidence - one.confidence ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/** A list with its items in their order. */
export interface ComparedList {
  readonly catalogId: string;
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: ListKind;
  readonly regionCode: string;
  /** With its ancestors: 纵横省长风市青溪县. */
  readonly regionName: string;
  readonly items: readonly ComparedItem[];
  /** Departments that report to have no item (零报告). */
  readonly nilReturns: readonly string[];
  /** Elements that the list has a place for (stated-elements.ts): a blank in another says nothing. */
  readonly stated: ReadonlySet<string>;
}
