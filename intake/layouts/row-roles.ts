import { cellText } from './cell-text.ts';
import type { FilledRow } from './merged-cells.ts';
import { headsRows, saysWhatItHeads } from './section-title.ts';
import type { TableShape } from './table-shape.ts';

/** Kinds of rows that are no items, with their names in the report. */
export const LEFT_OUT = {
  BLANK: '空白行',
  HEADER: '重复的表头',
  NUMBERS: '栏目编号行',
  TOTAL: '合计行',
  NOTE: '说明和备注行',
  SIGNATURE: '填表人、审核人等签署行',
  PAGE: '页码行',
  SECTION: '分节标题行',
  NIL: '只写“无”而其单位另有事项的行',
} as const;

export type LeftOut = keyof typeof LEFT_OUT;

/** What a row below the header is. */
export type RowRole =
  | { readonly kind: 'DATA' }
  | { readonly kind: Exclude<LeftOut, 'TOTAL' | 'NOTE' | 'SECTION' | 'NIL'> }
  /** `nil`: it says that there are no items. */
  | { readonly kind: 'NOTE'; readonly nil: boolean }
  /** `says` is the number it states, `part` whether it speaks of the rows since the last such row only. */
  | {
      readonly kind: 'TOTAL';
      readonly text: string;
      readonly says: number | undefined;
      readonly part: boolean;
    }
  | { readonly kind: 'SECTION'; readonly text: string }
  | { readonly kind: 'NIL' };

const DATA: RowRole = { kind: 'DATA' };

const NOTE =
  /^(?:注|备注|说明|附注|填表说明|填报说明|填写说明|编制说明|注释|注意事项)\d?\s*[:：]|^(?:填表|填报|填写)说明$|^注\s*\d?[.、]/u;
const SIGNED =
  /(?:填表人|填报人|经办人|审核人|复核人|审批人|制表人|负责人|主要领导|分管领导|填表单位|填报单位|制表单位|填表日期|填报日期|填报时间|填表时间|制表日期|联系人|联系电话|盖章|公章|签字|签章)\s*(?:[(（][^()（）]*[)）])?\s*(?:[:：]|$)/u;
const SEAL = /[(（](?:盖章|公章|签章|签字)[)）]$/u;
const PAGE = /^(?:第\s*\d+\s*页.*|共\s*\d+\s*页.*|-\s*\d+\s*-|\d+\s*\/\s*\d+)$/u;
const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计|本页小计|累\s*计|总\s*数)(?:$|[\s:：(（\d共])/u;
const COUNT_OF_ALL =
  /^(?:以上|全[县市区镇乡]|本表|总)?共(?:有|计)?\s*(\d+)\s*(?:项|个|条)(?:[^\p{Script=Han}]|$)/u;
const BARE_COUNT = /^共?\s*(\d+)\s*(?:项|个|条)?$/u;
const COUNT = /(\d+)\s*(?:项|个|条)?/u;

const CHINESE_NUMERAL = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u;

const NIL =
  /^(?:零报告|零|无|暂无|没有|无事项|无公共服务事项|无政务服务事项)[。.]?$|^(?:本|我|该)(?:单位|部门|局|委|办|镇|乡|街道|村|社区|系统)?(?:暂|目前|暂时|现)?(?:没有|无)(?:[^，。,]{0,20})(?:事项|服务|职权|权力)[^，。,]{0,8}[。.]?$|^(?:实行|办理)?零报告[。.]?$/u;
const NIL_NOTE =
  /零报告|(?:本|我)(?:单位|部门|局|镇|乡|街道|村|社区)(?:暂|目前)?(?:没有|无)[^，。,]{0,12}(?:事项|服务)/u;
const SAYS_NOTHING = /^(?:无|零|[-—/\\]+|零报告|0)?$/u;

interface Full {
  readonly column: number;
  readonly text: string;
}

const fullCells = (row: FilledRow): readonly Full[] =>
  row.own.flatMap((value, column) => {
    const text = cellText(value);
    return text === '' ? [] : [{ column, text }];
  });

/** The titles of each column, without white space. */
type Titles = readonly ReadonlySet<string>[];

const titlesOf = ({ header }: TableShape): Titles =>
  header.stacks.map((stack) => new Set(stack.map((title) => title.replace(/\s+/gu, ''))));

/** Whether most of a row's cells are the titles of their columns, as after a page break. */
const isHeaderAgain = (full: readonly Full[], titles: Titles): boolean => {
  const same = full.filter(({ column, text }) => titles[column]?.has(text.replace(/\s+/gu, '')) === true);
  return same.length >= 2 && same.length >= full.length * 0.6;
};

/** 1 2 3 4 …, or 甲 乙 1 2 …: the numbers of the columns under the header. */
const isNumbers = (full: readonly Full[], shape: TableShape): boolean =>
  full.length >= 3 &&
  full.length >= shape.columns.length - 1 &&
  full.every(
    ({ text }, index) =>
      text === String(full[0]?.text === '0' ? index : index + 1) ||
      /^[甲乙丙丁]$/u.test(text) ||
      /^[(（]?\d{1,2}[)）]?$/u.test(text),
  ) &&
  full.every(
    ({ text }, index) =>
      index === 0 ||
      !/^\d+$/u.test(text) ||
      Number(text) > Number(full[index - 1]?.text) ||
      /^[甲乙丙丁]$/u.test(full[index - 1]?.text ?? ''),
  );

const totalOf = (full: readonly Full[], shape: TableShape): RowRole | undefined => {
  const [first] = full;
  if (first === undefined) return undefined;
  const stated = COUNT_OF_ALL.exec(first.text)?.[1];
  if (stated !== undefined && full.length <= 2) {
    return { kind: 'TOTAL', text: first.text, says: Number(stated), part: false };
  }
  const total = full.find(({ text }) => TOTAL.test(text));
  // 小计 stands first, or behind the office it is of; a row with a name is an item.
  const named = full.some(
    (cell) => cell.column === shape.name && cell !== total && !BARE_COUNT.test(cell.text),
  );
  if (total === undefined || named) return undefined;
  const others = full.filter((cell) => cell !== total);
  if (total !== first && others.some(({ column, text }) => column > total.column && !/\d/u.test(text)))
    return undefined;
  const plain = total.text.replace(/\s+/gu, '');
  const inside = COUNT.exec(plain)?.[1];
  const numbers = others.flatMap(({ text }) => BARE_COUNT.exec(text)?.[1] ?? []);
  const says = inside ?? (numbers.length === 1 ? numbers[0] : undefined);
  const part = /小计/u.test(plain);
  return { kind: 'TOTAL', text: plain, says: says === undefined ? undefined : Number(says), part };
};

const isSignature = (full: readonly Full[], shape: TableShape): boolean => {
  const labels = full.filter(({ text }) => SIGNED.test(text) || SEAL.test(text)).length;
  if (labels === 0 || full.length > 8) return false;
  const named = full.some(
    ({ column, text }) => column === shape.name && !SIGNED.test(text) && !SEAL.test(text),
  );
  return (
    labels * 2 >= full.length &&
    (!named || full.length <= labels * 2) &&
    full[0] !== undefined &&
    SIGNED.test(full[0].text)
  );
};

const isNil = (full: readonly Full[], row: FilledRow, shape: TableShape): boolean => {
  const name = shape.name === undefined ? '' : cellText(row.cells[shape.name]);
  const rest = full.filter(
    ({ column, text }) =>
      column !== shape.name &&
      column !== shape.organisation &&
      column !== shape.ordinal &&
      !SAYS_NOTHING.test(text) &&
      !NIL.test(text),
  );
  if (rest.length > 1) return false;
  if (name !== '') return NIL.test(name);
  // 无 alone anywhere, or a sentence in another column: 本单位无公共服务事项.
  return full.length === 1
    ? full.every(({ text }) => NIL.test(text))
    : full.some(({ column, text }) => {
        const free = column !== shape.organisation && column !== shape.ordinal;
        return free && /^(?:零报告|实行零报告|(?:本|我).+(?:没有|无).+)/u.test(text) && NIL.test(text);
      });
};

const sectionOf = (
  full: readonly Full[],
  row: FilledRow,
  shape: TableShape,
  numeralsAreOrdinals: boolean,
) => {
  const [first, second] = full;
  if (first === undefined || first.text.length > 60) return undefined;
  if (full.length === 1) {
    const merge = row.merges.find(({ top, left }) => top === row.row && left === first.column);
    const span = merge === undefined ? 1 : merge.right - merge.left + 1;
    const wide = span >= 3 || span >= shape.width * 0.6;
    if (wide && span > 1) return first.text;
    // The name alone may be an item without anything else, numbered or not: 一、二级建造师注册.
    if (first.column === shape.name)
      return shape.width > 1 && saysWhatItHeads(first.text) ? first.text : undefined;
    return headsRows(first.text) ? first.text : undefined;
  }
  if (full.length !== 2 || second === undefined || numeralsAreOrdinals) return undefined;
  const numbered = first.column === shape.ordinal && CHINESE_NUMERAL.test(first.text);
  return numbered ? `${first.text.replace(/[、.．]$/u, '')}、${second.text}` : undefined;
};

/** Makes the function that tells what each row below the header is; rows must come in their order. */
export const rowRoles = (shape: TableShape, numeralsAreOrdinals: boolean): ((row: FilledRow) => RowRole) => {
  const titles = titlesOf(shape);
  let inNotes = false;
  return (row) => {
    const full = fullCells(row);
    const [first] = full;
    if (first === undefined) return { kind: 'BLANK' };
    if (isHeaderAgain(full, titles)) return { kind: 'HEADER' };
    if (full.length > 8) return DATA;
    if (full.length <= 2 && NOTE.test(first.text)) {
      inNotes = true;
      return { kind: 'NOTE', nil: NIL_NOTE.test(first.text) };
    }
    if (isSignature(full, shape)) return { kind: 'SIGNATURE' };
    // Notes run on over several rows until the table does.
    if (inNotes && full.length === 1 && (first.column !== shape.name || /^\d+[.、．]/u.test(first.text)))
      return { kind: 'NOTE', nil: NIL_NOTE.test(first.text) };
    inNotes = false;
    if (full.length === 1 && PAGE.test(first.text)) return { kind: 'PAGE' };
    if (row.row <= shape.header.bottom + 2 && isNumbers(full, shape)) return { kind: 'NUMBERS' };
    if (isNil(full, row, shape)) return { kind: 'NIL' };
    const total = totalOf(full, shape);
    if (total !== undefined) return total;
    const section = sectionOf(full, row, shape, numeralsAreOrdinals);
    return section === undefined ? DATA : { kind: 'SECTION', text: section };
  };
};
