import type { Organisation } from './organisations.ts';
import type { ReferenceItem } from './reference-catalog.ts';
import type { Handling } from './reference-handling.ts';
import type { LocalItem } from './vocabulary/local-items.ts';
import type { MaterialWords } from './vocabulary/material-words.ts';
import type { Audience, DepartmentWords, ItemTypeCode } from './vocabulary/subject.ts';

/** What a place offers: one thing, before it is written into the lists it belongs to. */
export interface Offer extends Handling {
  /** The reference items it stands for: none for a local item, two for a merged one. */
  readonly references: readonly ReferenceItem[];
  readonly local?: LocalItem;
  readonly department: DepartmentWords;
  readonly office: Organisation;
  readonly name: string;
  readonly type: ItemTypeCode;
  readonly onApplication: boolean;
  readonly audience: Audience;
  readonly basis: string;
  readonly days: number | undefined;
  readonly promised: number | undefined;
  readonly materials: readonly { readonly words: MaterialWords; readonly name: string }[];
  /** Two digits of a 业务办理项; '' where the item has none. */
  readonly handling: string;
  readonly localCode: string;
  /** 静默事项: nobody has applied for it in a long time. */
  readonly isDormant: boolean;
  readonly state: '在用' | '暂停' | '取消';
  readonly version: number;
  readonly effective: string;
  readonly cancelled: string;
}

/** The reference item an offer stands for when it is exactly one. */
export function soleReference(offer: Offer): ReferenceItem | undefined {
  return offer.references.length === 1 ? offer.references[0] : undefined;
}

/** 主动服务: public services nobody applies for. */
export function isPower({ type }: Pick<Offer, 'type'>): boolean {
  return type !== '20';
}
