import { type Problem, problem } from '../../catalog/problems.ts';
import type { GridRow } from '../readers/grid.ts';
import { rowTexts } from './cell-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { SheetHead } from './sheet-head.ts';

/** Why a sheet is skipped before its rows are looked at, and what can be done about it. */
export interface SkipReason {
  readonly detail: string;
  readonly advice: string;
}

/**
 * Sheets that explain the table or serve its drop-down lists, where the whole name says so: a list of 示范镇 is one.
 * Such a sheet of another name is skipped for want of a header.
 */
const NO_LIST =
  /^(?:附[件表]?\d*\s*|数据|填[表报写]|编制|使用|事项类[型别])*(?:说明|封面|样[例表]|示例|范例|字典|代码表?|代码项|下拉|列表|选项|码表|问题汇总)+[表项页]?\s*[(（_-]?\d*[)）]?$/u;

/** Rows of several cells from which a sheet without header may be a list: one or two are a heading and a signature. */
const ROWS_OF_A_LIST = 3;

const fullCells = (row: GridRow): number => rowTexts(row).filter((text) => text !== '').length;

/** Why a sheet is not to be read, as far as its name, its state and the mapping tell; undefined where it is. */
export const skipReason = (head: SheetHead, mapping: ColumnMapping | undefined): SkipReason | undefined => {
  const { sheet } = mapping ?? {};
  if (sheet !== undefined) {
    if (head.name === sheet) return undefined;
    return { detail: `映射文件指定只读“${sheet}”`, advice: '如要读取，请在映射文件中去掉或改写 sheet' };
  }
  if (head.hidden) return { detail: '隐藏的工作表', advice: '其中如有事项，请取消隐藏后重新导入' };
  if (head.whole && head.rows.every((row) => fullCells(row) === 0)) {
    return { detail: '空表', advice: '不必处理' };
  }
  if (head.name === undefined || !NO_LIST.test(head.name.trim())) return undefined;
  return { detail: '说明、样例或代码表', advice: '不必处理' };
};

/** The word on a sheet without usable header, whose rows are read to the end: more than a few full ones are a loss. */
export const withoutHeader = async (
  head: SheetHead,
  detail: string,
  rows: AsyncIterable<readonly GridRow[]>,
): Promise<Problem> => {
  let count = 0;
  for await (const some of rows) count += some.filter((row) => fullCells(row) >= 2).length;
  const { name: sheet } = head;
  if (count < ROWS_OF_A_LIST) {
    const other = '其中如有事项，请补上含“事项名称”一列的表头';
    return problem('SHEET_SKIPPED', { sheet, detail, other });
  }
  return problem('SHEET_WITH_ROWS_SKIPPED', { sheet, detail, value: String(count) });
};
