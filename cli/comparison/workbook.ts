import type { Stretch } from '../../comparison/changed-text.ts';
import type { RuleCode } from '../../comparison/finding.ts';
import {
  CELL_CHARACTERS,
  type Look,
  SHEET_ROWS,
  type SheetCell,
  type SheetContent,
  type TextRun,
  workbookStream,
} from '../../intake/export/workbook-stream.ts';
import { coverageSheets, pairingSheet, type TableSheet } from './coverage-sheets.ts';
import { departmentSheets } from './department-sheet.ts';
import { type ColumnLook, type FindingColumn, sheetColumns } from './finding-columns.ts';
import { notesSheet } from './notes-sheet.ts';
import type { ComparisonReport, ReportFinding } from './report.ts';
import { byRule } from './summary.ts';
import { RULE_NAMES, ruleNumber, ruleText } from './words.ts';

const LOOKS: Readonly<Record<ColumnLook, Look>> = { SHORT: 'TEXT', LONG: 'WRAPPED' };

/** A text no longer than a cell may be; a longer one damages the file for Excel. */
const fitting = (text: string): string =>
  text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS - 1)}…` : text;

const runsOf = (stretches: readonly Stretch[]): readonly TextRun[] => {
  let left = CELL_CHARACTERS;
  return stretches.flatMap(({ text, isOwn }) => {
    const part = text.slice(0, left);
    left -= part.length;
    return part === '' ? [] : [{ text: part, isMarked: isOwn }];
  });
};

const cellOf = (
  { title, look, text, stretches }: FindingColumn,
  finding: ReportFinding,
): SheetCell | undefined => {
  const plain = text(finding);
  if (plain === '') return undefined;
  if (title === '程度') return { value: plain, look: finding.severity };
  const runs = stretches === undefined ? [] : runsOf(stretches(finding));
  if (runs.some(({ isMarked }) => isMarked)) return { value: runs, look: LOOKS[look] };
  return { value: fitting(plain), look: LOOKS[look] };
};

/** Characters across A4 that are still read with ease once a sheet is made to fit; so many rows then fit down it. */
const PAPER_WIDTH = 190;

/** How far texts may be drawn out or pressed together for that. */
const [NARROWEST, WIDEST] = [0.5, 1.7];

/** The columns of a sheet as wide as paper takes them together: what is short keeps its width, texts share the rest. */
const onPaper = (columns: readonly FindingColumn[]): TableSheet['columns'] => {
  const sum = (look: ColumnLook) =>
    columns.filter((one) => one.look === look).reduce((total, { width }) => total + width, 0);
  const factor = Math.min(WIDEST, Math.max(NARROWEST, (PAPER_WIDTH - sum('SHORT')) / sum('LONG')));
  return columns.map(({ title, width, look }) => ({
    title,
    width: look === 'LONG' ? Math.round(width * factor) : width,
  }));
};

const findingSheet = (rule: RuleCode, findings: readonly ReportFinding[]): TableSheet => {
  const columns = sheetColumns(findings);
  const { title, source } = ruleText(rule);
  return {
    name: `${ruleNumber(rule)} ${RULE_NAMES[rule]}`,
    about: `${title}（依据：${source}）`,
    columns: onPaper(columns),
    rows: findings.map((finding) => columns.map((column) => cellOf(column, finding))),
  };
};

/** Sheets of a workbook in their order: departments, every item of both sides, the pairings, then one a rule. */
const tableSheets = (report: ComparisonReport): readonly TableSheet[] => [
  ...departmentSheets(report),
  ...report.coverage.flatMap((one, at) =>
    coverageSheets(one, report.coverage.length > 1 ? at + 1 : undefined),
  ),
  ...report.pairings.map(pairingSheet),
  ...byRule(report.findings).map(({ rule, findings }) => findingSheet(rule, findings)),
];

const contentOf = ({ name, columns, rows }: TableSheet): SheetContent => ({
  name,
  widths: columns.map(({ width }) => width),
  headed: true,
  isPrinted: true,
  rows: [
    columns.map(({ title }) => ({ value: title, look: 'HEADER' as const })),
    // What no worksheet has room for is in the CSV; a province beside a reference is far from it.
    ...rows.slice(0, SHEET_ROWS - 1),
  ],
});

/** The report as a workbook, piece by piece: 说明 first, then a sheet for every kind of finding. */
export const comparisonWorkbook = (report: ComparisonReport): AsyncGenerator<Buffer> => {
  const sheets = tableSheets(report);
  return workbookStream([notesSheet(report, sheets), ...sheets.map(contentOf)]);
};
