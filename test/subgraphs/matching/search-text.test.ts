import { describe, expect, test } from 'vitest';
import { readSearch } from '../../../subgraphs/matching/search-text.ts';

describe('a search text', () => {
  test.each([
    { text: '身份证', whole: '身份证', terms: ['身份证'], grams: ['份证', '身份'], codePrefixes: [] },
    { text: '证', whole: '证', terms: ['证'], grams: ['证'], codePrefixes: [] },
    {
      text: ' 身份证　补领 身份证 ',
      whole: '身份证补领身份证',
      terms: ['身份证', '补领'],
      grams: ['份证', '补领', '身份'],
      codePrefixes: [],
    },
    { text: '（', whole: '(', terms: ['('], grams: [], codePrefixes: [] },
    { text: 'etc', whole: 'etc', terms: ['etc'], grams: ['et', 'tc'], codePrefixes: ['etc', 'ETC'] },
    { text: 'ETC', whole: 'etc', terms: ['etc'], grams: ['et', 'tc'], codePrefixes: ['ETC'] },
    { text: ' 88-1 ', whole: '88-1', terms: ['88-1'], grams: ['1', '88'], codePrefixes: ['88-1'] },
    {
      text: '许可-001',
      whole: '许可-001',
      terms: ['许可-001'],
      grams: ['00', '01', '许可'],
      codePrefixes: [],
    },
  ])('$text', ({ text, ...expected }) => {
    expect(readSearch(text)).toEqual(expected);
  });

  test.each([undefined, null, '', ' 　\u200b'])('%j asks for nothing', (text) => {
    expect(readSearch(text)).toBeUndefined();
  });

  test('has at most 200 characters', () => {
    expect(readSearch('证'.repeat(200))?.terms).toHaveLength(1);
    expect(() => readSearch('证'.repeat(201))).toThrow(/200 个字符/u);
  });
});
