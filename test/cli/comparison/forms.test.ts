import { describe, expect, test } from 'vitest';
import { comparisonCsv } from '../../../cli/comparison/csv.ts';
import { comparisonPage } from '../../../cli/comparison/html.ts';
import { comparisonJson } from '../../../cli/comparison/json.ts';
import { comparisonTable } from '../../../cli/comparison/table.ts';
import { widthOf } from '../../../cli/evaluation-report/table.ts';
import { item, LONG_CODE, pairedReport, report } from './report-fixture.ts';

describe('CSV', () => {
  const text = Buffer.concat([...comparisonCsv(report)]).toString();
  const lines = text.split('\r\n');

  test('has the mark Excel needs, a header, and one line a finding', () => {
    expect(text.startsWith('\uFEFF规则,问题,程度,')).toBe(true);
    expect(lines).toHaveLength(report.findings.length + 2);
    expect(lines[1]).toContain(`,${LONG_CODE},`);
  });

  test('lets no cell begin like a formula', () => {
    expect(text).not.toMatch(/(^|,)[=+\-@]/mu);
    expect(lines[1]).toContain(",'=最低生活保障金给与,");
    expect(lines[2]).toContain(",'+临时救助金给付,");
  });
});

describe('JSON', () => {
  const read = JSON.parse(comparisonJson(report));

  test('has its keys, always', () => {
    expect(Object.keys(read)).toEqual([
      ...[
        'release',
        'publishedAt',
        'day',
        'lists',
        'references',
        'filter',
        'limits',
        'counts',
        'rules',
        'findings',
      ],
      ...['coverage', 'departments', 'pairings'],
    ]);
    expect(Object.keys(JSON.parse(comparisonJson(pairedReport)))).toEqual(Object.keys(read));
    expect(read.filter).toEqual({ rules: null, severities: ['ERROR', 'WARNING'], department: '民政' });
  });

  test('counts what it lists', () => {
    expect(read.counts).toEqual({
      ...{ findings: 2, ERROR: 1, WARNING: 1, INFO: 0 },
      subjects: { ERROR: 1, WARNING: 1, INFO: 0 },
    });
    expect(read.rules.map(({ rule, count }: { rule: string; count: number }) => [rule, count])).toEqual([
      ['CMP-02', 1],
      ['CMP-04', 1],
    ]);
    const [coverage] = read.coverage;
    expect(coverage.ownStates).toMatchObject({ ADAPTED: 1, EXTRA: 1, WAITING: 1 });
    expect(read.limits).toEqual(report.limits);
    expect(Object.values(coverage.states).reduce((sum: number, one) => sum + Number(one), 0)).toBe(
      coverage.items.length,
    );
    expect(read.findings[0]).toMatchObject({
      rule: 'CMP-04',
      fieldTitle: '事项名称',
      item: { code: LONG_CODE },
    });
  });
});

describe('HTML', () => {
  const page = comparisonPage(report);

  test('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|\bsrc=|@import|url\(/u);
    expect(page).toContain('@page { size: A4 landscape');
    expect(page).toContain('thead { display: table-header-group; }');
  });

  test('writes texts as texts, and marks what only one side has', () => {
    expect(page).toContain('名称与参考目录不同 &lt;b&gt;');
    expect(page).toContain('<mark>=</mark>最低生活保障金给<mark>与</mark>');
    expect(page).toContain('最低生活保障金给<mark>付</mark>');
    expect(page).toContain(LONG_CODE);
  });

  test('tells what the data cannot tell before anything else, and the sums', () => {
    expect(page.indexOf('2 项没有写行使层级 &lt;b&gt;')).toBeGreaterThan(page.indexOf('<h2>数据限制'));
    expect(page.indexOf('<h2>数据限制')).toBeLessThan(page.indexOf('<table'));
    expect(page).toContain('4 = 有改动 1 + 不实施 1 + 挂起 1 + 主项 1');
    expect(page).toContain('3 = 有改动 1 + 多出 1 + 待审定 1');
    expect(comparisonPage(pairedReport)).not.toContain('数据限制');
  });

  test('says so where nothing is found', () => {
    expect(comparisonPage(pairedReport)).toContain('没有发现');
  });
});

describe('a table for a terminal', () => {
  test.each([40, 80, 120])('keeps to %i columns', (width) => {
    const wide = comparisonTable(report, width)
      .split('\n')
      .filter((line) => widthOf(line) > width);
    // A row of figures is as wide as it is.
    expect(wide.filter((line) => !/^ {2}\S+ {2}/u.test(line))).toEqual([]);
  });

  test('shows the first findings of each rule and says how to see the others', () => {
    const [first] = report.findings;
    const many = Array.from({ length: 7 }, (_, at) => ({
      ...first,
      item: item(`ci_${at}`, `事项${at}`),
      message: `第 ${at} 条`,
    })) as unknown as typeof report.findings;
    const some = comparisonTable({ ...report, filter: {}, findings: many }, 100);
    expect(some).toContain('第 4 条');
    expect(some).not.toContain('第 5 条');
    expect(some).toContain('……另有 2 项：加 --rule CMP-04');
    const all = comparisonTable({ ...report, filter: { rules: ['CMP_04'] }, findings: many }, 100);
    expect(all).toContain('第 6 条');
  });

  test('tells what the data cannot tell before the figures, and the sums', () => {
    const text = comparisonTable(report, 100);
    expect(text).toMatch(/数据限制（看结果之前先看）\n {2}- 参考目录 reference [\s\S]*应领尽领/u);
    expect(text).toContain('  4 = 有改动 1 + 不实施 1 + 挂起 1 + 主项 1\n');
    expect(text).toContain('  3 = 有改动 1 + 多出 1 + 待审定 1\n');
    expect(comparisonTable(pairedReport, 100)).not.toContain('数据限制');
  });

  test('counts what is told by several rules once, by the gravest', () => {
    const [first, second] = report.findings;
    const twice = { ...first, rule: 'CMP_07', severity: 'INFO' } as (typeof report.findings)[number];
    const findings = [first, twice, second] as typeof report.findings;
    expect(comparisonTable({ ...report, findings }, 200)).toContain(
      '发现 3 条：错误 1、警告 1、提示 1；涉及 2 个事项或部门，每个只数一次、有几条的按最重的：错误 1、警告 1、提示 0\n',
    );
    expect(comparisonTable(report, 200)).toContain('结果：发现 2 条：错误 1、警告 1、提示 0\n');
  });

  test('calls lists and regions without a name by their key and code', () => {
    const [list] = report.lists;
    const bare = { ...list, name: list?.key, regionName: list?.regionCode } as (typeof report.lists)[number];
    expect(comparisonTable({ ...report, lists: [bare] }, 200)).toContain(
      '清单：“qx-service”（没有名称，政务服务清单，区划 880121000000（没有名称），3 项）\n参考目录：《基本目录》（reference，',
    );
  });

  test('tells what is not offered by its reasons', () => {
    expect(comparisonTable(report, 100)).toMatch(/不实施 +1\n +参考目录没有规定由本级行使 +1\n/u);
  });
});
