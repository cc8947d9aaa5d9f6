import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { fieldByTitle, fieldOf } from '../../catalog/fields.ts';
import { BLOCK_OWNERS, type Block, type RowFact, type Slot, slotOf } from './slots.ts';

/** Where the cells of a sheet's column go, before the layout makes the table's columns of them. */
export type ColumnTarget =
  | Slot
  /** One element of the entries of a block: the names of the materials, whether each is required … */
  | { readonly kind: 'PART'; readonly block: Block; readonly field: Field }
  /** A name and its code in one cell. */
  | { readonly kind: 'NAME_AND_CODE'; readonly field: Field }
  /** Known and not kept: running numbers. */
  | { readonly kind: 'IGNORE' };

const BLOCK_NAMES = Object.keys(BLOCK_OWNERS) as readonly Block[];
const BLOCK_OF_OWNER = new Map<string, Block>(BLOCK_NAMES.map((block) => [BLOCK_OWNERS[block], block]));

/** Which element of a block's entries tells that there is one. */
const NAME_PARTS: Readonly<Record<Block, string>> = {
  materials: 'name',
  fees: 'name',
  steps: 'name',
  windows: 'name',
  questions: 'question',
  specialLinks: 'name',
  conditions: 'name',
  legalBases: 'lawName',
};

/** Whether a part is the one without which the entries of its block say nothing. */
export const isNamePart = (target: ColumnTarget): boolean =>
  target.kind === 'PART' && target.field.element === NAME_PARTS[target.block];

/** Chinese names of the blocks, as reports tell them. */
export const BLOCK_TITLES: Readonly<Record<Block, string>> = {
  materials: '申请材料',
  fees: '收费项目',
  steps: '办理流程环节',
  windows: '窗口',
  questions: '常见问题',
  specialLinks: '特殊环节',
  conditions: '受理条件',
  legalBases: '设定依据',
};

const FACT_TITLES: Readonly<Record<RowFact, string>> = {
  rowKey: '来源主键',
  level: '层级',
  leftovers: '保留内容',
};

/** The target that a field of an owner is: elements of item and guide are columns, those of blocks are parts. */
export const targetOfField = (field: Field): ColumnTarget => {
  const block = BLOCK_OF_OWNER.get(field.owner);
  return block === undefined ? { kind: 'FIELD', field } : { kind: 'PART', block, field };
};

/** The stable id of a target: `item.name`, `guide.hours`, `material.name`, `fact.rowKey`, `block.materials`, `ignore`. */
export const targetId = (target: ColumnTarget): string => {
  switch (target.kind) {
    case 'FIELD':
    case 'PART':
      return `${target.field.owner}.${target.field.element}`;
    case 'NAME_AND_CODE':
      return `${target.field.owner}.${target.field.element}+code`;
    case 'FACT':
      return `fact.${target.fact}`;
    case 'BLOCK':
      return `block.${target.block}`;
    case 'IGNORE':
      return 'ignore';
    default:
      return 'other';
  }
};

/** The Chinese name of a target, as reports and mapping files tell it. */
export const targetTitle = (target: ColumnTarget): string => {
  switch (target.kind) {
    case 'FIELD':
    case 'PART':
      return target.field.chinese;
    case 'NAME_AND_CODE':
      return `${target.field.chinese}及编码`;
    case 'FACT':
      return FACT_TITLES[target.fact];
    case 'BLOCK':
      return BLOCK_TITLES[target.block];
    case 'IGNORE':
      return '忽略';
    default:
      return '其他列';
  }
};

const OWNERS: readonly FieldOwner[] = ['item', 'guide', ...Object.values(BLOCK_OWNERS)];

/** The target of an id, or undefined where there is none of that name. */
export const targetOfId = (id: string, title = ''): ColumnTarget | undefined => {
  if (id === 'ignore') return { kind: 'IGNORE' };
  if (id === 'other') return { kind: 'OTHER', title };
  const [owner = '', rest = ''] = id.split('.');
  if (owner === 'fact') return rest in FACT_TITLES ? { kind: 'FACT', fact: rest as RowFact } : undefined;
  if (owner === 'block') {
    const slot = rest in BLOCK_OWNERS ? slotOf(rest.toLowerCase()) : undefined;
    return slot?.kind === 'BLOCK' ? slot : undefined;
  }
  if (!(OWNERS as readonly string[]).includes(owner)) return undefined;
  const [element = '', code] = rest.split('+');
  const field = fieldOf(owner as FieldOwner, element as never) as Field | undefined;
  if (field === undefined) return undefined;
  return code === 'code' ? { kind: 'NAME_AND_CODE', field } : targetOfField(field);
};

/**
 * The target that a word of a mapping file means: an id, 忽略, 其他列, an element's Chinese name, another of its
 * titles, its English name or its exchange column, or the name of a block. Undefined where it means none.
 */
export const targetOfWord = (word: string, title: string): ColumnTarget | undefined => {
  const text = word.trim();
  if (/^(忽略|不导入|skip)$/u.test(text)) return { kind: 'IGNORE' };
  if (/^(其他列|其他|保留)$/u.test(text)) return { kind: 'OTHER', title };
  const byId = targetOfId(text, title);
  if (byId !== undefined) return byId;
  const element = (['item', 'guide'] as const)
    .map((owner) => fieldOf(owner, text as never) as Field | undefined)
    .find((field) => field !== undefined);
  if (element !== undefined) return { kind: 'FIELD', field: element };
  const slot = slotOf(text);
  if (slot.kind !== 'OTHER') return slot;
  const parts = Object.values(BLOCK_OWNERS).flatMap((owner) => fieldByTitle(text, [owner]) ?? []);
  const named = parts.filter((field) => field.chinese === text);
  const [only] = named.length > 0 ? named : parts;
  return only !== undefined && (named.length > 0 || parts.length === 1) ? targetOfField(only) : undefined;
};
