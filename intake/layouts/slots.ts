import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { fieldByTitle, titleKey } from '../../catalog/fields.ts';

/** What a column says of the row itself rather than of the item: at which level it stands and which key it has. */
export type RowFact = 'rowKey' | 'level' | 'leftovers';

/** Blocks that JSON brings as arrays of objects. */
export const BLOCK_OWNERS = {
  materials: 'material',
  fees: 'fee',
  steps: 'step',
  windows: 'window',
  questions: 'question',
  specialLinks: 'specialLink',
  conditions: 'condition',
  legalBases: 'legalBasis',
} as const satisfies Record<string, FieldOwner>;

export type Block = keyof typeof BLOCK_OWNERS;

/** Where a column's cells go. */
export type Slot =
  | { readonly kind: 'FIELD'; readonly field: Field }
  | { readonly kind: 'FACT'; readonly fact: RowFact }
  | { readonly kind: 'BLOCK'; readonly block: Block; readonly field: Field | undefined }
  | { readonly kind: 'OTHER'; readonly title: string };

const FACTS = new Map<string, RowFact>(
  Object.entries({
    row_id: 'rowKey',
    来源主键: 'rowKey',
    rowguid: 'rowKey',
    row_guid: 'rowKey',
    own_code: 'rowKey',
    level: 'level',
    层级: 'level',
    leftovers: 'leftovers',
    保留内容: 'leftovers',
  }),
);

const BLOCKS = new Map<string, Block>(
  Object.entries({
    materials: 'materials',
    fees: 'fees',
    steps: 'steps',
    windows: 'windows',
    questions: 'questions',
    special_links: 'specialLinks',
    speciallinks: 'specialLinks',
    conditions: 'conditions',
    legal_bases: 'legalBases',
    legalbases: 'legalBases',
    legal_basis: 'legalBases',
    special_procedure: 'specialLinks',
  }),
);

/** The slot of a column by its title; a title nobody knows keeps its cells under OTHER. */
export const slotOf = (title: string): Slot => {
  const key = titleKey(title);
  const fact = FACTS.get(key);
  if (fact !== undefined) return { kind: 'FACT', fact };
  const field = fieldByTitle(title);
  const block = BLOCKS.get(key);
  if (block !== undefined) return { kind: 'BLOCK', block, field };
  return field === undefined ? { kind: 'OTHER', title } : { kind: 'FIELD', field };
};

/** The field that a key of a block's object names, or undefined. */
export const blockFieldOf = (owner: FieldOwner, key: string): Field | undefined => fieldByTitle(key, [owner]);
