import type { ItemJudgement, Relation } from '../judgement.ts';
import type { Label, LabelledItem, LabelRelation } from './labels.ts';

/** Relations in which a reference counts as an item's partner. */
const PARTNER_RELATIONS: readonly Relation[] = ['EQUIVALENT', 'NARROWER', 'BROADER', 'OVERLAP'];

/** What the labels of a file say of one item against a whole list. */
export interface ItemTruth {
  /** The item's first label; it gives the strata. */
  readonly label: Label;
  readonly item: LabelledItem;
  /** Partners by key, with the relation; empty: no partner in the list. */
  readonly partners: ReadonlyMap<string, Relation>;
  /** References that are only related: a consultation about the item. */
  readonly related: ReadonlySet<string>;
}

/** The items whose partners are known, and how many are labelled only as different from something. */
export interface ItemTruths {
  readonly truths: readonly ItemTruth[];
  readonly undecided: number;
}

const isPartnerRelation = (relation: LabelRelation): relation is LabelRelation & Relation =>
  relation !== 'NONE' && (PARTNER_RELATIONS as readonly string[]).includes(relation);

const truthOf = (label: Label, labels: readonly Label[]): ItemTruth | undefined => {
  const partners = new Map<string, Relation>();
  const related = new Set<string>();
  for (const { right, relation } of labels) {
    if (right === null) continue;
    if (isPartnerRelation(relation)) partners.set(right.itemKey, relation);
    if (relation === 'RELATED_SERVICE') related.add(right.itemKey);
  }
  const isNone = labels.some(({ right }) => right === null) || related.size > 0;
  if (partners.size === 0 && !isNone) return undefined;
  return { label, item: label.left, partners, related };
};

/**
 * The labels gathered by left item, in the order of the file. Whoever is only said to differ from something may have a
 * partner elsewhere in the list: such an item is not counted.
 */
export function itemTruths(labels: readonly Label[]): ItemTruths {
  const byItem = new Map<string, Label[]>();
  for (const label of labels) {
    const key = label.left.itemKey;
    const group = byItem.get(key);
    if (group === undefined) byItem.set(key, [label]);
    else group.push(label);
  }
  const truths = [...byItem.values()].map((group) => truthOf(group[0] as Label, group));
  const known = truths.filter((truth) => truth !== undefined);
  return { truths: known, undecided: truths.length - known.length };
}

/**
 * Whether the lines of a file speak of items and not of chosen pairs: some item has no partner, or every item has one
 * line.
 */
export function speaksOfItems(labels: readonly Label[]): boolean {
  const keys = new Set(labels.map(({ left }) => left.itemKey));
  return labels.some(({ right }) => right === null) || keys.size === labels.length;
}

/** Whether the engine's answer takes a reference for the item's partner; a related service is none. */
export const isLink = ({ match, relation }: ItemJudgement): boolean =>
  match !== null && PARTNER_RELATIONS.includes(relation);

/** What relation a perfect answer with this match would have; NONE where there is nothing to find. */
export const trueRelation = ({ partners, related }: ItemTruth, match: string | null): Relation => {
  const known = match === null ? undefined : partners.get(match);
  if (known !== undefined) return known;
  const [first] = partners.values();
  if (first !== undefined) return first;
  return match !== null && related.has(match) ? 'RELATED' : 'NONE';
};

/** Whether match and relation are both right. */
export const isRight = (truth: ItemTruth, { match, relation }: ItemJudgement): boolean => {
  if (match === null) return truth.partners.size === 0;
  if (truth.partners.size > 0) return truth.partners.get(match) === relation;
  return relation === 'RELATED' && truth.related.has(match);
};
