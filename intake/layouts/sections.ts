import { enumerate } from '../../catalog/enumerations.ts';
import type { Field } from '../../catalog/fields/field.ts';
import { fieldOf } from '../../catalog/fields.ts';
import { cellText } from './cell-text.ts';
import { type ColumnTarget, targetId } from './column-target.ts';
import { ORGANISATION } from './heading.ts';
import { type ItemRow, withCell } from './item-rows.ts';
import { SECTION } from './row-roles.ts';
import type { TableShape } from './table-shape.ts';

/** A heading among the rows, and what it says of the rows below it. */
export interface Section {
  readonly row: number;
  readonly text: string;
  readonly target: ColumnTarget;
  readonly title: string;
  readonly value: string;
  /** The number of items it states. */
  readonly says: number | undefined;
  /** Items counted below it. */
  counted: number;
}

const GROUP = '分组';

const fieldTarget = (element: 'itemType' | 'organisationName' | 'topicsText') => {
  const field: Field = fieldOf('item', element);
  return { target: { kind: 'FIELD', field } as const, title: field.chinese };
};

const isTopic = (text: string): boolean =>
  'symbol' in enumerate('NaturalPersonTopic', text) || 'symbol' in enumerate('LegalPersonTopic', text);

/** What a heading's words mean for the items below: their type, their office, their topic; else only a group. */
export const meaningOf = (words: string): Pick<Section, 'target' | 'title' | 'value'> => {
  const text = words
    .replace(/^(?:实施主体|实施机构|责任单位|部门|单位|事项类型|类型|类别|主题)[:：]/u, '')
    .trim();
  const type = text.replace(/(?:类?事项|类)$/u, '');
  if ('symbol' in enumerate('ItemType', text)) return { ...fieldTarget('itemType'), value: text };
  if ('symbol' in enumerate('ItemType', type)) return { ...fieldTarget('itemType'), value: type };
  if (ORGANISATION.test(text) && text.length <= 30)
    return { ...fieldTarget('organisationName'), value: text };
  if (isTopic(text)) return { ...fieldTarget('topicsText'), value: text };
  return { target: { kind: 'OTHER', title: GROUP }, title: GROUP, value: text };
};

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
