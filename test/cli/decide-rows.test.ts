import { expect, test } from 'vitest';
import { type DecisionRow, rowProblem, tidyRow } from '../../cli/decide-rows.ts';

const row = (values: Partial<DecisionRow>): DecisionRow => ({
  id: '1',
  item: 'ci_a',
  verdict: 'confirm',
  reason: '核对过',
  reference: 'ri_1',
  relation: '',
  until: '',
  kind: '',
  ...values,
});

test.each<[Partial<DecisionRow>, string | undefined]>([
  [{}, undefined],
  [{ relation: 'NARROWER', kind: 'SOURCE' }, undefined],
  [{ verdict: 'defer', until: '2026-09-01' }, undefined],
  [{ verdict: 'no-match', reference: '' }, undefined],
  [{ verdict: 'yes' }, 'confirm、reject'],
  [{ verdict: 'constructor' }, 'confirm、reject'],
  [{ verdict: 'reject', reference: '' }, '要写明对应的事项'],
  [{ verdict: 'no-match' }, '不能再写对应的事项'],
  [{ verdict: 'reject', relation: 'NARROWER' }, '只有 confirm'],
  [{ relation: 'SAME' }, '关系应为'],
  [{ kind: 'PARENT' }, '种类应为'],
  [{ until: '2026-09-01' }, '只有 defer'],
  [{ verdict: 'defer', until: '2026-03-01' }, '须在今天（2026-03-01）以后'],
  [{ verdict: 'defer', until: '2026/9/1' }, 'YYYY-MM-DD'],
  [{ verdict: 'defer', until: '2026-02-30' }, '历上有这一天'],
])('%o', (values, problem) => {
  const found = rowProblem(row(values), '2026-03-01');
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});

test('blanks around cells are no part of them', () => {
  expect(tidyRow(row({ item: ' ci_a\t', verdict: 'confirm ', reason: '核对 过 ' }))).toEqual(
    row({ reason: '核对 过' }),
  );
});
