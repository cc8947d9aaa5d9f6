import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { fieldByTitle, fieldOf, titleKey } from '../../catalog/fields.ts';

/** What a column says of the row itself rather than of the item: at which level it stands and which key it has. */
export type RowFact = 'rowKey' | 'level';

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

/** Titles of collected catalogs that no standard table bears. */
const ALIASES = new Map<string, readonly [FieldOwner, string]>(
  Object.entries({
    item_name: ['item', 'name'],
    item_type: ['item', 'itemType'],
    basic_code: ['item', 'basicCode'],
    impl_code: ['item', 'implementationCode'],
    source_item_code: ['item', 'sourceItemCode'],
    reservable: ['item', 'isReservable'],
    channels: ['item', 'handlingForms'],
    visits: ['item', 'visits'],
    result: ['item', 'resultName'],
    range: ['item', 'handlingArea'],
    co_dept: ['item', 'coImplementingOrganisations'],
    handling_dept: ['item', 'undertakingOrganisation'],
  }),
);

/** The slot of a column by its title; a title nobody knows keeps its cells under OTHER. */
export const slotOf = (title: string): Slot => {
  const key = titleKey(title);
  const fact = FACTS.get(key);
  if (fact !== undefined) return { kind: 'FACT', fact };
  const alias = ALIASES.get(key);
  const field = alias === undefined ? fieldByTitle(title) : fieldOf(alias[0], alias[1] as never);
  const block = BLOCKS.get(key);
  if (block !== undefined) return { kind: 'BLOCK', block, field };
  return field === undefined ? { kind: 'OTHER', title } : { kind: 'FIELD', field };
};

const BLOCK_ALIASES = new Map<string, string>(
  Object.entries({
    'material name': 'name',
    'material form': 'form',
    'material paper': 'paperFormat',
    'material source': 'source',
    'material basis': 'legalBasis',
    'legalBasis name': 'lawName',
    'legalBasis no': 'lawNumber',
    'legalBasis clause': 'clauseNumber',
    'specialLink name': 'name',
    'specialLink days': 'timeLimit',
  }),
);

/** The field that a key of a block's object names, or undefined. */
export const blockFieldOf = (owner: FieldOwner, key: string): Field | undefined => {
  const alias = BLOCK_ALIASES.get(`${owner} ${key.toLowerCase()}`);
  return alias === undefined ? fieldByTitle(key, [owner]) : fieldOf(owner, alias as never);
};
