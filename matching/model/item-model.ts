import stored from './item-model.json' with { type: 'json' };

/** How the chances of single pairs become the chance of one candidate among several and NONE. */
export interface Contention {
  readonly bias: number;
  readonly scale: number;
  /** Least chance of the bands AUTO and REVIEW. */
  readonly auto: number;
  readonly review: number;
}

export interface ItemModel {
  /** Names the artefact; part of every stored judgement. */
  readonly version: string;
  /** Where the item's code and a candidate's are of one numbering: the list was made after the references. */
  readonly coded: Contention;
  /** Where nothing but names, and perhaps laws and offices, can be compared: most items may have no partner. */
  readonly uncoded: Contention;
}

export const ITEM_MODEL: ItemModel = stored;
