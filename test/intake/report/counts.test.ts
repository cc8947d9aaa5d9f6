import { expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode, problem } from '../../../catalog/problems.ts';
import { countProblems } from '../../../intake/report/counts.ts';

const PROBLEM_ROWS: readonly (readonly [ProblemCode, number | undefined])[] = [
  ['UNRECOGNISED_VALUE', 2],
  ['UNRECOGNISED_VALUE', 3],
  ['DATE_FORMAT', 3],
  ['DUPLICATE_KEY', 4],
  ['UNKNOWN_COLUMN', undefined],
  ['FILE_ENCODING_GUESSED', undefined],
];

const problems = PROBLEM_ROWS.map(([code, row]) => problem(code, row === undefined ? {} : { row }));

test('by severity, and by rule with the worst first', () => {
  const { bySeverity, byRule } = countProblems(problems);
  expect(bySeverity).toEqual({ ERROR: 1, WARNING: 3, INFO: 2 });
  expect(byRule.map(({ code, count }) => [code, count])).toEqual([
    ['DUPLICATE_KEY', 1],
    ['UNRECOGNISED_VALUE', 2],
    ['DATE_FORMAT', 1],
    ['FILE_ENCODING_GUESSED', 1],
    ['UNKNOWN_COLUMN', 1],
  ]);
  expect(byRule[1]).toMatchObject({ ...PROBLEMS.UNRECOGNISED_VALUE });
});

test('by the department of the row; rows of nobody are left out', () => {
  const departments = new Map([
    [2, '甲局'],
    [3, '乙局'],
    [4, '甲局'],
  ]);
  const { byDepartment } = countProblems(problems, ({ row }) =>
    row === undefined ? undefined : departments.get(row),
  );
  expect(byDepartment).toEqual([
    { department: '甲局', errors: 1, warnings: 1, infos: 0 },
    { department: '乙局', errors: 0, warnings: 2, infos: 0 },
  ]);
});

test('what is wrong with a file as a whole has no row', () => {
  expect(countProblems(problems).ofFiles.map(({ code }) => code)).toEqual([
    'UNKNOWN_COLUMN',
    'FILE_ENCODING_GUESSED',
  ]);
});
