import { SEVERITIES } from '../../catalog/problems.ts';
import { ADOPTION_STATES } from '../../comparison/adoption.ts';
import type { TableSheet } from './coverage-sheets.ts';
import { type ComparisonReport, type DepartmentLine, OWN_STATES } from './report.ts';
import { ADOPTION_WORDS, OWN_WORDS, SEVERITY_WORDS } from './words.ts';

export interface DepartmentColumn {
  readonly title: string;
  readonly width: number;
  readonly value: (line: DepartmentLine) => string | number;
}

/** What a line says of things that name no department. */
const NOBODY = '（没有写部门）';

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const NAMES: readonly DepartmentColumn[] = [
  { title: '清单', width: 16, value: ({ list }) => list },
  { title: '参考目录', width: 16, value: ({ reference }) => reference },
  { title: '部门', width: 18, value: ({ department }) => department || NOBODY },
  { title: '清单中写作', width: 24, value: ({ listDepartments }) => listDepartments.join('、') },
  {
    title: '参考目录中写作',
    width: 24,
    value: ({ referenceDepartments }) => referenceDepartments.join('、'),
  },
];

const FIGURES: readonly DepartmentColumn[] = [
  { title: '参考事项', width: 9, value: ({ states, mains }) => sumOf(states) + mains },
  ...ADOPTION_STATES.map((state) => ({
    title: `参考 ${ADOPTION_WORDS[state].word}`,
    width: 9,
    value: ({ states }: DepartmentLine) => states[state],
  })),
  { title: '参考 主项', width: 9, value: ({ mains }) => mains },
  { title: '清单事项', width: 9, value: ({ ownStates }) => sumOf(ownStates) },
  ...OWN_STATES.map((state) => ({
    title: `清单 ${OWN_WORDS[state].word}`,
    width: 9,
    value: ({ ownStates }: DepartmentLine) => ownStates[state],
  })),
  ...SEVERITIES.map((severity) => ({
    title: SEVERITY_WORDS[severity],
    width: 7,
    value: ({ findings }: DepartmentLine) => findings[severity],
  })),
];

const KEYS: ReadonlySet<string> = new Set(['清单', '参考目录']);

/** The columns in which some line has something to say; which list it is, only where there are several. */
export const departmentColumns = (lines: readonly DepartmentLine[]): readonly DepartmentColumn[] => [
  ...NAMES.filter(({ title, value }) => {
    const values = new Set(lines.map(value));
    return KEYS.has(title) ? values.size > 1 : values.size > 1 || !values.has('');
  }),
  ...FIGURES.filter(({ value }) => lines.some((line) => value(line) !== 0)),
];

/** The last line: what all together have in a column. */
export const departmentTotal = (
  lines: readonly DepartmentLine[],
  { title, value }: DepartmentColumn,
): string | number | undefined => {
  if (title === '部门') return '合计';
  const numbers = lines.map(value).filter((one) => typeof one === 'number');
  return numbers.length === lines.length ? numbers.reduce((sum, one) => sum + one, 0) : undefined;
};

/** What each department has to answer for and what is found of it; none of a report that has nothing to count. */
export const departmentSheets = ({ departments }: ComparisonReport): readonly TableSheet[] => {
  if (departments.length === 0) return [];
  const columns = departmentColumns(departments);
  const cell = (value: string | number | undefined) => {
    if (value === undefined || value === '') return undefined;
    return { value, look: typeof value === 'number' ? 'NUMBER' : 'WRAPPED' } as const;
  };
  return [
    {
      name: '按部门',
      about: '每个部门应回答的参考事项、清单中的事项各是什么状态，各有多少发现；末行是合计',
      columns: columns.map(({ title, width }) => ({ title, width })),
      rows: [
        ...departments.map((line) => columns.map(({ value }) => cell(value(line)))),
        columns.map((column) => cell(departmentTotal(departments, column))),
      ],
    },
  ];
};
