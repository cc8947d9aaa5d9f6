import { cellText } from './cell-text.ts';
import { likeNames } from './column-values.ts';
import type { Heading } from './heading.ts';
import type { SheetHead } from './sheet-head.ts';
import type { TableShape } from './table-shape.ts';

/** A table that was laid out, which the next table of the document may go on with. */
export interface LaidTable {
  readonly head: SheetHead;
  readonly shape: TableShape;
  readonly heading: Heading;
}

/** Tables of documents and pages are named so by their readers; worksheets have names of their own. */
const OF_DOCUMENT = /^表 \d+$/u;

const widthOf = ({ rows }: SheetHead): number => Math.max(0, ...rows.map(({ cells }) => cells.length));

/**
 * The shape of a table without header that goes on with the one before it, as tables of Word do after a page break or a
 * heading: it is as wide, and names stand where the other has them. Undefined for any other table.
 */
export const continuedShape = (head: SheetHead, before: LaidTable | undefined): TableShape | undefined => {
  if (before === undefined || !OF_DOCUMENT.test(head.name ?? '')) return undefined;
  const { name, header } = before.shape;
  if (name === undefined || widthOf(head) !== widthOf(before.head)) return undefined;
  const names = head.rows.map(({ cells }) => cellText(cells[name])).filter((text) => text !== '');
  if (!likeNames(names)) return undefined;
  return { ...before.shape, header: { top: 0, bottom: 0, stacks: header.stacks } };
};

/** The heading of a table that goes on: its own words, and else those of the table before it. */
export const continuedHeading = (own: Heading, before: Heading): Heading => {
  const says = own.organisation !== undefined || own.office !== undefined;
  return {
    title: own.title ?? before.title,
    organisation: says ? own.organisation : before.organisation,
    office: says ? own.office : before.office,
  };
};
