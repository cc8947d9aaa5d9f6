import * as blocks from './fields/blocks.ts';
import type { Field, FieldOwner } from './fields/field.ts';
import { GUIDE_FIELDS } from './fields/guide.ts';
import { ITEM_AUTHORITY_FIELDS } from './fields/item-authority.ts';
import { ITEM_HANDLING_FIELDS } from './fields/item-handling.ts';
import { ITEM_IDENTITY_FIELDS } from './fields/item-identity.ts';
import { ITEM_LICENCE_FIELDS } from './fields/item-licence.ts';
import { ITEM_STATE_FIELDS } from './fields/item-state.ts';
import { ITEM_TOPIC_FIELDS } from './fields/item-topics.ts';
import { MATERIAL_FIELDS } from './fields/material.ts';

/** Every element of an item, guide and guide block exactly once, by owner, in the order they are shown. */
export const FIELDS = {
  item: [
    ...ITEM_IDENTITY_FIELDS,
    ...ITEM_AUTHORITY_FIELDS,
    ...ITEM_HANDLING_FIELDS,
    ...ITEM_TOPIC_FIELDS,
    ...ITEM_STATE_FIELDS,
    ...ITEM_LICENCE_FIELDS,
  ],
  guide: GUIDE_FIELDS,
  material: MATERIAL_FIELDS,
  fee: blocks.FEE_FIELDS,
  legalBasis: blocks.LEGAL_BASIS_FIELDS,
  step: blocks.STEP_FIELDS,
  window: blocks.WINDOW_FIELDS,
  question: blocks.QUESTION_FIELDS,
  specialLink: blocks.SPECIAL_LINK_FIELDS,
  condition: blocks.CONDITION_FIELDS,
} as const satisfies Record<FieldOwner, readonly Field[]>;

export type ElementOf<Owner extends FieldOwner> = (typeof FIELDS)[Owner][number]['element'];
export type ItemElement = ElementOf<'item'>;
export type GuideElement = ElementOf<'guide'>;

export const ALL_FIELDS: readonly Field[] = Object.values(FIELDS).flat();

const BY_ELEMENT = index((field) => [field.element]);
const BY_COLUMN = index((field) => [field.column.toLowerCase()]);
const BY_TITLE = index((field) => [field.chinese, field.column, ...field.aliases].map(titleKey));

/** The field of an element; its type knows every element of the owner. */
export function fieldOf<Owner extends FieldOwner>(owner: Owner, element: ElementOf<Owner>): Field;
export function fieldOf(owner: FieldOwner, element: string): Field | undefined;
export function fieldOf(owner: FieldOwner, element: string): Field | undefined {
  return BY_ELEMENT.get(`${owner} ${element}`);
}

/** The field of an exchange column (`task_name`, any case), or undefined. */
export function fieldByColumn(owner: FieldOwner, column: string): Field | undefined {
  return BY_COLUMN.get(`${owner} ${column.toLowerCase()}`);
}

/**
 * The field a column title names in one of the owners, the first owner first: the title as it stands, and then
 * without what it says in trailing brackets (`承诺时限（工作日）`). Undefined when no owner knows it.
 */
export function fieldByTitle(
  title: string,
  owners: readonly FieldOwner[] = ['item', 'guide'],
): Field | undefined {
  const key = titleKey(title);
  const keys = [key, key.replace(/\([^()]*\)$/u, '')];
  for (const each of keys) {
    for (const owner of owners) {
      const field = BY_TITLE.get(`${owner} ${each}`);
      if (field) return field;
    }
  }
  return undefined;
}

/**
 * The form titles are compared in: half width, no white space, marks of obligation or numbering (`*`, `十二、`, `7.`),
 * no colon at the end, lower case.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF*★☆]/gu, '')
    .replace(
      /^(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\)?[、.:]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\))/u,
      '',
    )
    .replace(/[:：]+$/u, '')
    .toLowerCase();
}

function index(keysOf: (field: Field) => readonly string[]): ReadonlyMap<string, Field> {
  return new Map(
    ALL_FIELDS.flatMap((field) => keysOf(field).map((key) => [`${field.owner} ${key}`, field] as const)),
  );
}
