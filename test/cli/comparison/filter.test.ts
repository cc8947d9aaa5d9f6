import { describe, expect, test } from 'vitest';
import { filterWords, keepsFinding, keepsItem, unknownDepartment } from '../../../cli/comparison/filter.ts';
import type { ReportFinding } from '../../../cli/comparison/report.ts';
import type { Authority } from '../../../comparison/authority.ts';
import { item, report } from './report-fixture.ts';

const departments = ['青溪县民政局', '青溪县人力资源和社会保障局'];

/** As much of an authority as filters look at. */
const authority = {
  lists: [{ regionName: '纵横省长风市青溪县', items: departments.map((department) => ({ department })) }],
  references: [],
} as unknown as Authority;

const of = (department: string) => ({ ...item('ci_1', '甲'), department });

describe('a department', () => {
  test.each([
    ['民政', '青溪县民政局', true],
    ['人社局', '青溪县人力资源和社会保障局', true],
    ['青溪县人力资源和社会保障局', '纵横省人力资源和社会保障厅', true],
    ['人社局', '青溪县民政局', false],
    ['民政', '', false],
  ])('%s finds %s: %s', (department, name, isFound) => {
    expect(keepsItem({ department }, authority)(of(name))).toBe(isFound);
  });

  test('that nobody is, is told with those there are', () => {
    expect(unknownDepartment({ department: '民政' }, authority)).toBeUndefined();
    expect(unknownDepartment({}, authority)).toBeUndefined();
    expect(unknownDepartment({ department: '青溪县民正局' }, authority)).toBe(
      '--department：清单和参考目录里没有部门“青溪县民正局”。是不是 青溪县民政局？有：青溪县民政局、青溪县人力资源和社会保障局。',
    );
  });
});

describe('findings', () => {
  const silent = {
    rule: 'CMP_27',
    severity: 'WARNING',
    department: '民政',
    message: '',
    action: '',
  } as const;
  const all: readonly ReportFinding[] = [...report.findings, silent];

  test.each([
    [{}, ['CMP_04', 'CMP_02', 'CMP_27']],
    [{ rules: ['CMP_02'] as const }, ['CMP_02']],
    [{ severities: ['WARNING'] as const }, ['CMP_02', 'CMP_27']],
    [{ department: '民政', rules: ['CMP_02', 'CMP_27'] as const }, ['CMP_02', 'CMP_27']],
    [{ department: '人社局' }, []],
  ])('%j', (filter, rules) => {
    expect(all.filter(keepsFinding(filter, authority)).map(({ rule }) => rule)).toEqual(rules);
  });
});

test.each([
  [{}, '无'],
  [{ rules: ['CMP_02', 'CMP_13'] as const, department: '民政' }, '规则 CMP-02、CMP-13；部门 民政'],
])('%j is said %s', (filter, words) => {
  expect(filterWords(filter)).toBe(words);
});
