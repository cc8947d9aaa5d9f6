import { cellText } from './cell-text.ts';
import { targetId } from './column-target.ts';
import { type ItemRow, withCell } from './item-rows.ts';
import { meaningOf, SECTION, type SectionMeaning } from './section-title.ts';
import type { TableShape } from './table-shape.ts';

/** A heading among the rows, and what it says of the rows below it. */
export interface Section extends SectionMeaning {
  readonly row: number;
  readonly text: string;
  /** The number of items it states. */
  readonly says: number | undefined;
  /** Items counted below it. */
  counted: number;
}

/** The style of a heading's numbering, by which its level is told; headings without number go by their meaning. */
const styleOf = (mark: string | undefined, title: string): string => {
  if (mark === undefined || mark === '') return `plain ${title}`;
  return mark
    .replace(/[一二三四五六七八九十]+/gu, '一')
    .replace(/\d+/gu, '1')
    .replace(/\s+/gu, '')
    .replace(/．/gu, '.');
};

/**
 * Keeps the headings that hold for the next row. The style met first is the outermost; a heading ends those of its own
 * and deeper levels, which `close` gives back to be checked.
 */
export const sectionKeeper = () => {
  const styles: string[] = [];
  let open: { readonly level: number; readonly section: Section }[] = [];
  const close = (level: number): readonly Section[] => {
    const ended = open.filter((each) => each.level >= level).map(({ section }) => section);
    open = open.filter((each) => each.level < level);
    return ended;
  };
  return {
    open: (row: number, text: string): readonly Section[] => {
      const { mark, text: words = text, count } = SECTION.exec(text)?.groups ?? {};
      const meaning = meaningOf(words);
      const style = styleOf(mark, meaning.title);
      if (!styles.includes(style)) styles.push(style);
      const level = styles.indexOf(style);
      const ended = close(level);
      const says = count === undefined ? undefined : Number(count);
      open = [...open, { level, section: { row, text, ...meaning, says, counted: 0 } }];
      return ended;
    },
    closeAll: (): readonly Section[] => close(0),
    current: (): readonly Section[] => open.map(({ section }) => section),
  };
};

/** Adds what the headings above a row say, where the row's own cell is empty. */
export const withSections = (row: ItemRow, sections: readonly Section[], shape: TableShape): ItemRow => {
  if (sections.length === 0) return row;
  const added = [...row.added];
  let { cells } = row;
  for (const { target, title, value } of sections) {
    const id = target.kind === 'FIELD' ? targetId(target) : `other ${title}`;
    const own = shape.columns.find(({ slot }) => target.kind === 'FIELD' && targetId(slot) === id);
    if (own !== undefined) {
      if (cellText(cells[own.column]) === '') cells = withCell(cells, own.column, value);
      continue;
    }
    const known = added.findIndex((each) => each.id === id);
    const before = added[known];
    if (before === undefined) added.push({ id, title, target, value });
    else added[known] = { ...before, value: target.kind === 'FIELD' ? value : `${before.value}/${value}` };
  }
  return { ...row, cells, added };
};
