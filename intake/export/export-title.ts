import type { RowFact } from '../layouts/slots.ts';

/**
 * The title of the first column of an exported table tells that it is one, so that an import takes its cells as they
 * are instead of looking for headings, totals and notes among them; in CSV also that texts like formulas are marked.
 */
export const EXPORT_TITLES = {
  xlsx: '来源主键（纵横导出）',
  csv: '来源主键（纵横导出，CSV）',
  /** Guides that stand beside a list's items as rows of their own. */
  guides: '来源主键（纵横导出，指南）',
} as const;

export type ExportTitle = keyof typeof EXPORT_TITLES;

/** The kind of exported table a first title belongs to, or undefined where it is some other table's. */
export const exportTitleOf = (title: string): ExportTitle | undefined =>
  (Object.keys(EXPORT_TITLES) as ExportTitle[]).find((kind) => EXPORT_TITLES[kind] === title.trim());

/** The fact of a row that the first column holds. */
export const FIRST_FACT: RowFact = 'rowKey';
