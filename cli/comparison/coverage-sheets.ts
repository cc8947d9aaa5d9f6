import type { SheetCell } from '../../intake/export/workbook-stream.ts';
import { linkWords } from './finding-columns.ts';
import { listLabel } from './list-words.ts';
import type { Answer, Coverage, CoverageItem, ListItem, PairedItem, Pairing } from './report.ts';
import { ADOPTION_WORDS, DRIFT_WORDS, elementTitle, OWN_WORDS, PAIR_WORDS, REASON_WORDS } from './words.ts';

/** A sheet with a header and one row for each thing. */
export interface TableSheet {
  readonly name: string;
  /** What it tells, for the first sheet. */
  readonly about: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
}

interface Column<Row> {
  readonly title: string;
  readonly width: number;
  readonly look: 'TEXT' | 'WRAPPED';
  readonly text: (row: Row) => string;
}

const eachOf = (answers: readonly Answer[], text: (answer: Answer) => string): string =>
  answers.map(text).join('\n');

/** The name of what answers, with its list where that is another one, and the main item by which it answers. */
const answerName = ({ item, isElsewhere, main }: Answer): string => {
  const notes = [...(isElsewhere ? [`在 ${item.list}`] : []), ...(main ? [`经主项“${main.name}”承接`] : [])];
  return notes.length === 0 ? item.name : `${item.name}（${notes.join('，')}）`;
};

/** The elements that differ, and how: 申请材料（本地改动）. */
export const differingWords = ({ differing }: Answer): string =>
  differing.map(({ field, drift }) => `${elementTitle(field)}（${DRIFT_WORDS[drift].word}）`).join('、');

export const COVERAGE_COLUMNS: readonly Column<CoverageItem>[] = [
  { title: '参考编码', width: 15, look: 'WRAPPED', text: ({ reference }) => reference.code },
  { title: '参考事项名称', width: 28, look: 'WRAPPED', text: ({ reference }) => reference.name },
  { title: '事项类型', width: 12, look: 'TEXT', text: ({ reference }) => reference.itemType },
  { title: '主管部门', width: 16, look: 'WRAPPED', text: ({ reference }) => reference.department },
  { title: '行使层级', width: 12, look: 'WRAPPED', text: ({ exerciseLevels }) => exerciseLevels },
  { title: '状态', width: 10, look: 'TEXT', text: ({ state }) => ADOPTION_WORDS[state].word },
  {
    title: '原因',
    width: 16,
    look: 'WRAPPED',
    text: ({ reason }) => (reason === undefined ? '' : REASON_WORDS[reason]),
  },
  { title: '清单事项', width: 28, look: 'WRAPPED', text: ({ by }) => eachOf(by, answerName) },
  {
    title: '清单事项编码',
    width: 19,
    look: 'WRAPPED',
    text: ({ by }) => eachOf(by, ({ item }) => item.code),
  },
  {
    title: '实施主体',
    width: 16,
    look: 'WRAPPED',
    text: ({ by }) => eachOf(by, ({ item }) => item.department),
  },
  { title: '对应关系', width: 14, look: 'TEXT', text: ({ by }) => eachOf(by, ({ link }) => linkWords(link)) },
  { title: '与参考目录不同的要素', width: 24, look: 'WRAPPED', text: ({ by }) => eachOf(by, differingWords) },
  { title: '待审定的清单事项', width: 20, look: 'WRAPPED', text: ({ waiting }) => waiting?.name ?? '' },
  { title: '参考目录位置', width: 15, look: 'WRAPPED', text: ({ reference }) => reference.place },
];

/** What a list's item is linked to: settled, or waiting for a person. */
const linked = ({ by, waiting }: ListItem): readonly Answer[] => [...by, ...waiting];

export const LIST_COLUMNS: readonly Column<ListItem>[] = [
  { title: '事项编码', width: 19, look: 'WRAPPED', text: ({ item }) => item.code },
  { title: '事项名称', width: 30, look: 'WRAPPED', text: ({ item }) => item.name },
  { title: '事项类型', width: 12, look: 'TEXT', text: ({ item }) => item.itemType },
  { title: '实施主体', width: 16, look: 'WRAPPED', text: ({ item }) => item.department },
  { title: '状态', width: 12, look: 'TEXT', text: ({ state }) => OWN_WORDS[state].word },
  {
    title: '参考事项名称',
    width: 30,
    look: 'WRAPPED',
    text: (one) => eachOf(linked(one), ({ item }) => item.name),
  },
  {
    title: '参考编码',
    width: 15,
    look: 'WRAPPED',
    text: (one) => eachOf(linked(one), ({ item }) => item.code),
  },
  {
    title: '主管部门',
    width: 16,
    look: 'WRAPPED',
    text: (one) => eachOf(linked(one), ({ item }) => item.department),
  },
  {
    title: '对应关系',
    width: 20,
    look: 'WRAPPED',
    text: (one) => eachOf(linked(one), ({ link }) => linkWords(link)),
  },
  {
    title: '与参考目录不同的要素',
    width: 24,
    look: 'WRAPPED',
    text: ({ by }) => eachOf(by, differingWords),
  },
  {
    title: '经主项承接的子项',
    width: 10,
    look: 'TEXT',
    text: ({ withMain }) => (withMain === 0 ? '' : `${withMain} 项`),
  },
  { title: '来源位置', width: 17, look: 'WRAPPED', text: ({ item }) => item.place },
];

const PAIRING_COLUMNS: readonly Column<PairedItem>[] = [
  { title: '事项编码', width: 19, look: 'WRAPPED', text: ({ item }) => item.code },
  { title: '事项名称', width: 28, look: 'WRAPPED', text: ({ item }) => item.name },
  { title: '事项类型', width: 12, look: 'TEXT', text: ({ item }) => item.itemType },
  { title: '实施主体', width: 16, look: 'WRAPPED', text: ({ item }) => item.department },
  { title: '状态', width: 10, look: 'TEXT', text: ({ state }) => PAIR_WORDS[state] },
  { title: '对应事项', width: 28, look: 'WRAPPED', text: ({ by }) => eachOf(by, (one) => one.item.name) },
  { title: '对应编码', width: 19, look: 'WRAPPED', text: ({ by }) => eachOf(by, (one) => one.item.code) },
  {
    title: '对应主体',
    width: 16,
    look: 'WRAPPED',
    text: ({ by }) => eachOf(by, (one) => one.item.department),
  },
  { title: '对应关系', width: 14, look: 'TEXT', text: ({ by }) => eachOf(by, ({ link }) => linkWords(link)) },
  { title: '与来源不同的要素', width: 24, look: 'WRAPPED', text: ({ by }) => eachOf(by, differingWords) },
  { title: '来源位置', width: 17, look: 'WRAPPED', text: ({ item }) => item.place },
];

const sheetOf = <Row>(
  name: string,
  about: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TableSheet => {
  const used = columns.filter(({ text }) => rows.some((row) => text(row).trim() !== ''));
  return {
    name: sheetName(name),
    about,
    columns: used.map(({ title, width }) => ({ title, width })),
    rows: rows.map((row) =>
      used.map(({ look, text }) => {
        const value = text(row);
        if (value.trim() === '') return undefined;
        return { value, look: value.includes('\n') ? 'WRAPPED' : look };
      }),
    ),
  };
};

/** Characters no name of a worksheet may have, and its longest length. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/gu, '_').slice(0, 31);

/** Sheets of several lists have a number each: keys may be alike as far as a tab shows them. */
const numbered = (title: string, { list }: Coverage, number: number | undefined): string =>
  number === undefined ? title : `${title}${number} ${list.key}`;

/** Every reference item and its state at the list, and every item of the list once; numbered where there are several. */
export const coverageSheets = (one: Coverage, number: number | undefined): readonly TableSheet[] => [
  sheetOf(
    numbered('应领尽领', one, number),
    `${listLabel(one.reference)}的每一项在${listLabel(one.list)}中的状态`,
    COVERAGE_COLUMNS,
    one.items,
  ),
  sheetOf(
    numbered('清单事项', one, number),
    `${listLabel(one.list)}的每一项对${listLabel(one.reference)}的状态，对应哪一项`,
    LIST_COLUMNS,
    one.listItems,
  ),
];

/** Every item of a list and what it is linked to on the other one. */
export const pairingSheet = ({ list, other, items }: Pairing): TableSheet =>
  sheetOf(
    `对应 ${list.key}`,
    `${listLabel(list)}的每一项在${listLabel(other)}中的对应`,
    PAIRING_COLUMNS,
    items,
  );
