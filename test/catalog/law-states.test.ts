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
])('%s on %s', (title, today, successor) => {
  expect(ceasedLaw(title, today)?.successor).toBe(successor);
});

test('a law that was only repealed has no successor', () => {
  expect(ceasedLaw('流动人口计划生育工作条例', '2026-01-01')).toMatchObject({ ceasedOn: '2021-09-09' });
});

test('each law stands once, under its plain title, with a day and a source, and no successor is itself repealed', () => {
  const titles = CEASED_LAWS.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { title, ceasedOn, successor, source } of CEASED_LAWS) {
    expect(title).toMatch(/^(?!中华人民共和国)[\p{Script=Han}]+$/u);
    expect(ceasedOn).toMatch(/^20\d\d-[01]\d-[0-3]\d$/u);
    expect(source).toMatch(/\p{Script=Han}/u);
    expect(titles).not.toContain(successor);
  }
});
