import type { MatchItem } from '../item.ts';
import { JOINT, unifiedText } from '../name/unified-text.ts';
import { type WeightedGrams, weightedGrams } from '../name/weighted-grams.ts';
import { type PreparedItem, prepareItem } from '../prepared-item.ts';

/** An item of the list whose main items are sought. */
export interface ListedItem {
  readonly id: string;
  readonly prepared: PreparedItem;
  readonly type: string;
  /** The office as the list writes it: within one list an office has one name. */
  readonly office: string;
  /** The name with only one of the things it enumerates, for each of them; none where it enumerates no things. */
  readonly parts: readonly WeightedGrams[];
}

const LEAST_THING = 2;

/**
 * 个体演员和个体演出经纪人备案 heads 个体演员备案 as well as 个体演出经纪人备案: each of the things it enumerates, with
 * what the name says behind them all. What it enumerates of acts is told by the acts.
 */
const partsOf = ({ name }: PreparedItem): readonly WeightedGrams[] => {
  const things = name.object.split(JOINT).filter((thing) => thing.length >= LEAST_THING);
  if (things.length < 2) return [];
  return things.map((own) => {
    const others = things.filter((thing) => thing !== own);
    const left = others.reduce((text, thing) => text.replace(thing, ''), name.marked);
    return weightedGrams(left.replaceAll(JOINT, ''));
  });
};

/** Makes an item ready; what it says of its own main item is not looked at. */
export function listedItem({ parentName: _parentName, ...item }: MatchItem): ListedItem {
  const prepared = prepareItem(item);
  return {
    id: item.id,
    prepared,
    parts: partsOf(prepared),
    type: item.type ?? '',
    office: unifiedText(item.department ?? ''),
  };
}
