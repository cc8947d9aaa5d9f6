import { expect, test } from 'vitest';
import { CEASED_LAWS, ceasedLaw } from '../../catalog/law-states.ts';

test.each([
  ['合同法', '2020-12-31', undefined],
  ['合同法', '2021-01-01', '民法典'],
  ['《中华人民共和国合同法》', '2026-01-01', '民法典'],
  ['劳动合同法', '2026-01-01', undefined],
  ['中华人民共和国增值税暂行条例', '2025-12-31', undefined],
  ['中华人民共和国增值税暂行条例', '2026-01-01', '增值税法'],
  ['增值税暂行条例实施细则', '2026-01-01', undefined],
  ['《中华人民共和国环境保护法》', '2026-08-14', undefined],
  ['《中华人民共和国环境保护法》', '2026-08-15', '生态环境法典'],
  ['环境影响评价法', '2026-11-22', '生态环境法典'],
  // Neither is among the ten that its article 1242 names.
  ['循环经济促进法', '2026-11-22', undefined],
  ['环境保护税法', '2026-11-22', undefined],
  // Replaced twice: what stands in its place depends on the day.
  ['环境噪声污染防治法', '2026-08-14', '噪声污染防治法'],
  ['环境噪声污染防治法', '2026-08-15', '生态环境法典'],
])('%s on %s', (title, today, successor) => {
  expect(ceasedLaw(title, today)?.successor).toBe(successor);
});

test('a law that was only repealed has no successor', () => {
  const law = ceasedLaw('流动人口计划生育工作条例', '2026-01-01');
  expect(law?.source).toMatch(/2021 年关于废止部分行政法规的决定/u);
  expect(law).not.toHaveProperty('successor');
});

test('each law stands once, under its plain title, with a day and the provision that ended it', () => {
  const titles = CEASED_LAWS.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { title, ceasedOn, successor, source } of CEASED_LAWS) {
    expect(title).toMatch(/^(?!中华人民共和国)[\p{Script=Han}]+$/u);
    expect(ceasedOn).toMatch(/^20\d\d-[01]\d-[0-3]\d$/u);
    expect(source).toMatch(successor === undefined ? /决定$/u : /^《.+》(?:第.+条|（.+令第\d+号）)$/u);
  }
});

test('no law is ever told to be replaced by one that was no longer in force on that day', () => {
  for (const { title, ceasedOn } of CEASED_LAWS) {
    for (const today of [ceasedOn, '2026-11-22']) {
      const successor = ceasedLaw(title, today)?.successor;
      if (successor !== undefined) expect(ceasedLaw(successor, today)).toBeUndefined();
    }
  }
});
