import stored from './item-model.json' with { type: 'json' };

/** How the chances of single pairs become the chance of one candidate among several and NONE. */
export interface ItemModel {
  /** Names the artefact; part of every stored judgement. */
  readonly version: string;
  readonly bias: number;
  readonly scale: number;
  /** Least chance of the bands AUTO and REVIEW. */
  readonly auto: number;
  readonly review: number;
}

export const ITEM_MODEL: ItemModel = stored;
