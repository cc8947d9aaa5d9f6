import { CHECK_PROBLEMS } from './problems/checks.ts';
import { CODE_PROBLEMS } from './problems/codes.ts';
import { FILE_PROBLEMS } from './problems/files.ts';
import { LAYOUT_PROBLEMS } from './problems/layouts.ts';
import { RECORD_PROBLEMS } from './problems/records.ts';

/** ERROR: the value cannot be relied on. WARNING: usable, someone should look. INFO: worth knowing. */
export const SEVERITIES = ['ERROR', 'WARNING', 'INFO'] as const;

export type Severity = (typeof SEVERITIES)[number];

export interface ProblemKind {
  readonly severity: Severity;
  /** Chinese sentence: what is wrong and what to do; {name} stands for a parameter. */
  readonly template: string;
  /** The clause of a standard, law or notice this is judged by. */
  readonly source: string;
  /** Whether a row with it is set aside: what it says cannot be told from another row, or is no item at all. */
  readonly quarantine?: true;
}

/** Every problem the hub can report about data; docs/problems.md lists the same codes. */
export const PROBLEMS = {
  ...FILE_PROBLEMS,
  ...LAYOUT_PROBLEMS,
  ...RECORD_PROBLEMS,
  ...CODE_PROBLEMS,
  ...CHECK_PROBLEMS,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A finding about data. It is a value: collected and shown, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The file, where an import has several. */
  readonly document?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly row?: number;
  readonly field?: string;
  readonly value?: string;
  readonly message: string;
  readonly source: string;
}

/** Where a problem was found. `field` is the element's English name. */
export interface ProblemPlace {
  readonly document?: string | undefined;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
  readonly row?: number | undefined;
  readonly field?: string | undefined;
}

export interface ProblemParams extends ProblemPlace {
  readonly value?: string | undefined;
  /** Chinese title of the field, for the sentence only. */
  readonly title?: string | undefined;
  /** Anything else the sentence of this code names. */
  readonly detail?: string | undefined;
  readonly other?: string | undefined;
}

/** Builds the problem with its full Chinese sentence, place first (`工作表“清单”D5：…`). */
export function problem(code: ProblemCode, params: ProblemParams = {}): Problem {
  const { severity, template, source }: ProblemKind = PROBLEMS[code];
  const { title: _title, detail: _detail, other: _other, ...kept } = params;
  const known = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  // An excerpt may end in half a character, which nothing can store.
  const message = (placeText(params) + fill(template, params)).toWellFormed();
  return { code, severity, ...known, message, source };
}

/** The same problem with its place known: parsers do not know the cell they were given a value from. */
export function problemAt(found: Problem, place: ProblemPlace): Problem {
  const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  const bare = found.message.slice(placeText(found).length);
  const placed = { ...found, ...known };
  return { ...placed, message: placeText(placed) + bare };
}

function placeText({ document, sheet, cell, row }: ProblemPlace): string {
  const documentText = document ? `文件“${document}”` : '';
  const sheetText = sheet ? `工作表“${sheet}”` : '';
  const cellText = cell ? `单元格 ${cell}` : row === undefined ? '' : `第 ${row} 行`;
  const whole = documentText + sheetText + cellText;
  return whole === '' ? '' : `${whole}：`;
}

function fill(template: string, params: ProblemParams): string {
  const words: Record<string, string | undefined> = {
    value: params.value ?? '',
    title: params.title ?? params.field ?? '该字段',
    detail: params.detail ?? '',
    other: params.other ?? '',
  };
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);
}
