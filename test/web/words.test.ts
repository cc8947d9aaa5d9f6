import { afterEach, describe, expect, it, vi } from 'vitest';

const web = (file: string) => import(new URL(`../../web/${file}`, import.meta.url).href);

afterEach(() => vi.unstubAllGlobals());

const UNITS = new Map([
  ['WORKING_DAY', '工作日'],
  ['DAY', '自然日'],
  ['HOUR', '小时'],
  ['MONTH', '月'],
  ['YEAR', '年'],
]);

describe('a time limit in words', () => {
  it.each([
    [{ amount: 5, unit: 'WORKING_DAY' }, '5 个工作日'],
    [{ amount: 30, unit: 'DAY' }, '30 个自然日'],
    [{ amount: 2, unit: 'HOUR' }, '2 个小时'],
    [{ amount: 3, unit: 'MONTH' }, '3 个月'],
    [{ amount: 1, unit: 'YEAR' }, '1 年'],
    [{ immediate: true, amount: 0, unit: 'WORKING_DAY' }, '即时办结'],
    [{ raw: '15日内,特殊30日' }, '15日内,特殊30日'],
    [null, undefined],
  ])('%j → %s', async (limit, words) => {
    const { limitText } = await web('guide-section.js');
    expect(limitText(limit, new Map([['TimeLimitUnit', UNITS]]))).toBe(words);
  });
});

describe('the Chinese names of symbols', () => {
  const types = [{ kind: 'ENUM', name: 'Level', enumValues: [{ name: 'CITY', description: '市级：说明' }] }];
  const answers = (body: unknown) => ({ ok: true, headers: new Headers(), json: async () => body });
  const hub = (address: string) =>
    answers(address === '/graphql' ? { data: { __schema: { types } } } : [{ name: 'labels', text: '{ a }' }]);

  it.each([
    ['the operations cannot be read', '/operations.json'],
    ['the hub cannot be reached', '/graphql'],
  ])('are asked for again after a first time when %s', async (_, broken) => {
    let failing = true;
    vi.stubGlobal('fetch', async (address: string) => {
      if (failing && address === broken) throw new TypeError('unreachable');
      return hub(address);
    });
    // The page keeps what it has read for as long as it lives: each case is a page of its own.
    vi.resetModules();
    const { label, labels } = await web('labels.js');
    expect((await labels().catch(() => new Map())).size).toBe(0);
    failing = false;
    expect(label(await labels(), 'Level', 'CITY')).toBe('市级');
  });
});
