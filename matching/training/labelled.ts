import type { MatchItem } from '../item.ts';

/** One side of a label, as the label files write it. */
export interface LabelledSide {
  readonly itemKey: string;
  readonly name: string;
  readonly code?: string;
  readonly dept?: string;
  readonly type?: string;
  readonly region?: string;
  readonly parent?: string;
}

/** A judged pair, or an item that nothing answers. */
export interface LabelledPair {
  readonly pairId: string;
  readonly left: LabelledSide;
  readonly right: LabelledSide | null;
  readonly relation: string;
}

/** The item of a side; `key` stands for it where two sides have one key but other names. */
export function itemOf(side: LabelledSide, key: string = side.itemKey): MatchItem {
  const { name, code, dept, type, region, parent } = side;
  return {
    id: key,
    name,
    ...(code === undefined ? {} : { codes: [code] }),
    ...(dept === undefined ? {} : { department: dept }),
    ...(type === undefined ? {} : { type }),
    ...(region === undefined ? {} : { region }),
    ...(parent === undefined ? {} : { parentName: parent }),
  };
}

/**
 * What the labels of items tell of both a partner and the candidates beside it. Codes and types were written down for
 * partners alone: a model that saw them would learn that whatever has a type is the partner.
 */
export function nameAndOffice({ code: _code, type: _type, ...side }: LabelledSide): LabelledSide {
  return side;
}

/** Two items and what the left one is to the right one. */
export interface RelatedItems {
  readonly left: MatchItem;
  readonly right: MatchItem;
  readonly relation: string;
  /** Whether the left name is to be read as if its words had no other known spelling: a stranger's words have none. */
  readonly unread?: boolean;
}

/** The items of a judged pair; none where nothing answers the left one. */
export function relatedItems({ left, right, relation }: LabelledPair): readonly RelatedItems[] {
  return right === null ? [] : [{ left: itemOf(left), right: itemOf(right), relation }];
}

/** An item with the candidates it was judged against that are not its partner. */
export interface LabelledBeside {
  readonly pairId: string;
  readonly left: LabelledSide;
  readonly rights: readonly LabelledSide[];
}

const PARTS: ReadonlySet<string> = new Set(['NARROWER', 'BROADER', 'OVERLAP']);

/** Place of the class of a relation among same, partial, different. */
export function classOfRelation(relation: string): 0 | 1 | 2 {
  return relation === 'EQUIVALENT' ? 0 : PARTS.has(relation) ? 1 : 2;
}

/** The fold of a label: names that begin alike stand in one fold, so that no family is learned from itself. */
export function foldOf({ left }: { readonly left: Pick<LabelledSide, 'name'> }, folds: number): number {
  let hash = 7;
  for (const character of left.name.slice(0, 3))
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}
