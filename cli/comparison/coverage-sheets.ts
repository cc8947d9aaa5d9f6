import type { SheetCell } from '../../intake/export/workbook-stream.ts';
import { linkWords } from './finding-columns.ts';
import type { Answer, Coverage, CoverageItem, PairedItem, Pairing } from './report.ts';
import { ADOPTION_WORDS, DRIFT_WORDS, elementTitle, PAIR_WORDS, REASON_WORDS } from './words.ts';

/** A sheet with a header and one row for each thing. */
export interface TableSheet {
  readonly name: string;
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
  const notes = [...(isElsewhere ? [`在 ${item.list}`] : []), ...(main ? [`随主项“${main.name}”`] : [])];
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

const sheetOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): TableSheet => {
  const used = columns.filter(({ text }) => rows.some((row) => text(row).trim() !== ''));
  return {
    name,
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

/** Every reference item and its state at the list; numbered where there are several. */
export const coverageSheet = ({ list, items }: Coverage, number: number | undefined): TableSheet =>
  sheetOf(
    sheetName(number === undefined ? '应领尽领' : `应领尽领${number} ${list.key}`),
    COVERAGE_COLUMNS,
    items,
  );

/** Every item of a list and what it is linked to on the other one. */
export const pairingSheet = ({ list, items }: Pairing): TableSheet =>
  sheetOf(sheetName(`对应 ${list.key}`), PAIRING_COLUMNS, items);
