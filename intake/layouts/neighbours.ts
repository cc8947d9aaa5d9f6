import type { Field, FieldOwner } from '../../catalog/fields/field.ts';
import { fieldOf } from '../../catalog/fields.ts';
import { type ColumnTarget, targetId, targetOfField } from './column-target.ts';
import { codeElement } from './column-values.ts';
import type { MappedColumn, SheetColumn } from './map-columns.ts';
import { plainTitle, stackTitle } from './title-text.ts';

type Known = MappedColumn | undefined;

const target = (owner: FieldOwner, element: string): ColumnTarget =>
  targetOfField(fieldOf(owner, element as never) as Field);

/** What a bare 编码 after the column of a name is the code of. */
const CODE_AFTER: Readonly<Record<string, ColumnTarget>> = {
  'item.organisationName': target('item', 'organisationCode'),
  'item.mainItemName': target('item', 'mainItemCode'),
  'item.subItemName': target('item', 'subItemCode'),
  'item.regionName': target('item', 'regionCode'),
  'material.name': target('material', 'code'),
};

/** A title by which offices mean the basic code or the implementation code: the values tell. */
const EITHER_CODE = /^(?:编码|代码|编号|code|(?:事项|业务|项目|职权|权力)(?:编码|代码|编号))$/u;
const BARE_CODE = /^(?:编码|代码|编号)$/u;
const UNIT = /^(?:时限|期限|计量)?单位$/u;
const RUNNING_NUMBER = /^\d{1,5}$|^[一二三四五六七八九十]+$/u;

/** What a bare code may be where neither neighbour nor values tell. */
const POSSIBLE_CODES = ['basicCode', 'implementationCode', 'localImplementationCode'].map((element) => ({
  id: `item.${element}`,
  target: target('item', element),
  score: 0.7,
}));

const made = (
  column: SheetColumn,
  slot: ColumnTarget,
  how: MappedColumn['how'],
  score: number,
): MappedColumn => ({ ...column, title: stackTitle(column.stack), slot, score, how, candidates: [] });

const unitOf = (left: Known): ColumnTarget | undefined => {
  const slot = left?.slot;
  if (slot?.kind !== 'FIELD' || slot.field.type !== 'timeLimit') return undefined;
  const unit = fieldOf(slot.field.owner, `${slot.field.element}Unit` as never) as Field | undefined;
  return unit && targetOfField(unit);
};

/** The code that values of the look of one kind are, unless a column of that kind has a title of its own. */
const codeByValues = (column: SheetColumn, claimed: ReadonlySet<string>): MappedColumn | undefined => {
  const element = codeElement(column.samples);
  if (element === undefined || claimed.has(`item.${element}`)) return undefined;
  return made(column, target('item', element), 'LIKELY', 0.9);
};

const codeAlone = (column: SheetColumn, left: Known, claimed: ReadonlySet<string>): Known => {
  const after = left === undefined ? undefined : CODE_AFTER[targetId(left.slot)];
  if (after !== undefined) return made(column, after, 'EXACT', 1);
  const byValues = codeByValues(column, claimed);
  if (byValues !== undefined) return byValues;
  const candidates = POSSIBLE_CODES.filter(({ id }) => !claimed.has(id));
  if (candidates.length === 0)
    return made(column, { kind: 'OTHER', title: stackTitle(column.stack) }, 'UNKNOWN', 0);
  return { ...made(column, { kind: 'OTHER', title: stackTitle(column.stack) }, 'UNSURE', 0.7), candidates };
};

const ordinal = (column: SheetColumn, plain: string): MappedColumn => {
  const values = column.samples.filter((text) => text !== '');
  const numbers = values.filter((text) => RUNNING_NUMBER.test(text));
  // 编号 heads running numbers as well as an office's own codes.
  if (plain === '编号' && numbers.length < values.length * 0.8) {
    return made(column, target('item', 'localImplementationCode'), 'LIKELY', 0.85);
  }
  return made(column, { kind: 'IGNORE' }, 'EXACT', 1);
};

/**
 * Columns whose title alone does not tell, decided by the columns beside them and by their values: running numbers,
 * 单位 after a time limit, 编码 after a name, 事项编码 over 31-character codes, 依据 after 收费标准, a second 名称.
 */
export const inContext = (columns: readonly SheetColumn[], known: readonly Known[]): readonly Known[] => {
  const claimed = new Set(known.flatMap((column) => (column === undefined ? [] : targetId(column.slot))));
  const specificName = known.some(
    (column) =>
      column !== undefined &&
      targetId(column.slot).startsWith('item.name') &&
      plainTitle(column.title) !== '名称',
  );
  return columns.map((column, index) => {
    const found = known[index];
    if (found?.how === 'MAPPED' || column.stack.length !== 1) return asRunningNumber(column, found);
    const left = index === 0 ? undefined : known[index - 1];
    const plain = plainTitle(column.stack[0] ?? '');
    const id = found === undefined ? undefined : targetId(found.slot);
    if (UNIT.test(plain)) {
      const unit = unitOf(left);
      if (unit !== undefined) return made(column, unit, 'EXACT', 1);
    }
    if (id === 'item.ordinal') return ordinal(column, plain);
    if (BARE_CODE.test(plain)) return codeAlone(column, left, claimed);
    if (id === 'item.basicCode' && EITHER_CODE.test(plain)) {
      return codeElement(column.samples) === 'basicCode' ? found : (codeByValues(column, claimed) ?? found);
    }
    if (
      plain === '依据' &&
      left !== undefined &&
      /^guide\.(?:feeStandard|hasFee)$/u.test(targetId(left.slot))
    ) {
      return made(column, target('guide', 'feeBasis'), 'EXACT', 1);
    }
    if (plain === '名称' && specificName) {
      return made(column, { kind: 'OTHER', title: stackTitle(column.stack) }, 'UNKNOWN', 0);
    }
    return found;
  });
};

const asRunningNumber = (column: SheetColumn, found: Known): Known =>
  found !== undefined && found.how !== 'MAPPED' && targetId(found.slot) === 'item.ordinal'
    ? made(column, { kind: 'IGNORE' }, 'EXACT', 1)
    : found;
