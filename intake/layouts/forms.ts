import type { GridRow } from '../readers/grid.ts';
import type { Table } from '../readers/table.ts';
import { formRowReader } from './forms/form-row.ts';
import { tableOfForms } from './forms/form-table.ts';
import { institutionTable, isInstitutionList } from './forms/institution-list.ts';
import { formKindOf } from './forms/known-forms.ts';
import { recogniseLabelForm } from './forms/label-form.ts';
import { labelRecords } from './forms/label-records.ts';
import { paragraphRecords, recogniseParagraphs } from './forms/paragraphs.ts';
import { recogniseSideList, sideRecords } from './forms/side-list.ts';
import type { SheetHead } from './sheet-head.ts';

/** Reads all rows of a sheet, those of the head among them, as the table of its forms. */
export type FormReader = (rows: AsyncIterable<readonly GridRow[]>) => Table;

/** A row with more full cells than this is a list's: the widest forms have four pairs of labels and values. */
const WIDEST = 24;

/**
 * The reader of a sheet whose elements stand beside or below their labels: the forms and guides of the notices
 * (海盐 单项梳理表, 武陵源 and 沈阳 guides, 镇坪 实施清单) and any other form of registry titles. Its table has a row per
 * form, with the address of each cell. Undefined for a list, which has its titles in one row.
 */
export const formTableOf = (head: SheetHead): FormReader | undefined => {
  const rows = head.rows.map(formRowReader(head.merges)).filter(({ cells }) => cells.length > 0);
  if (rows.some(({ cells }) => cells.length > WIDEST)) return undefined;
  const paragraphs = recogniseParagraphs(head, rows);
  if (paragraphs !== undefined) {
    const kind = formKindOf(paragraphs.titles, paragraphs.headings);
    return (batches) => tableOfForms(head, kind, paragraphRecords(head, paragraphs, batches));
  }
  if (isInstitutionList(rows)) return (batches) => institutionTable(head, batches);
  const side = recogniseSideList(head, rows);
  if (side !== undefined) {
    const kind = { layout: '横排清单', subject: 'ITEM' } as const;
    return (batches) => tableOfForms(head, kind, sideRecords(head, side, batches));
  }
  const labels = recogniseLabelForm(head, rows);
  if (labels === undefined) return undefined;
  const kind = formKindOf(labels.titles, labels.headings);
  return (batches) => tableOfForms(head, kind, labelRecords(head, labels, batches));
};
