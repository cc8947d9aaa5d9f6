import { describe, expect, test } from 'vitest';
import {
  actions,
  fillers,
  implications,
  qualifiers,
  synonyms,
  terms,
  words,
} from '../../../matching/lexicon/notation.ts';

describe('entries written as words', () => {
  test('a term has its words and, after <, the one it is within', () => {
    expect(terms('\n  公司\n  有限责任公司 有限公司 < 公司\n')).toEqual([
      { words: ['公司'] },
      { words: ['有限责任公司', '有限公司'], within: '公司' },
    ]);
  });

  test('an action has its key, its words and, after ~, what it cannot be told from', () => {
    expect(actions('KIND', '行政许可法', 'PERMIT 许可 准许 ~ ISSUE')).toEqual([
      { key: 'PERMIT', group: 'KIND', words: ['许可', '准许'], like: ['ISSUE'], source: '行政许可法' },
    ]);
  });

  test('an action has, after =, the acts it consists of', () => {
    expect(actions('LIFE_CYCLE', '行政许可法', 'MOVE 迁移 = MOVE_IN MOVE_OUT')).toEqual([
      {
        key: 'MOVE',
        group: 'LIFE_CYCLE',
        words: ['迁移'],
        parts: ['MOVE_IN', 'MOVE_OUT'],
        source: '行政许可法',
      },
    ]);
  });

  test('each word before > implies all the words behind it', () => {
    expect(implications('水法', '取水许可 打井 > 取水 地下水')).toEqual([
      { word: '取水许可', implies: ['取水', '地下水'], source: '水法' },
      { word: '打井', implies: ['取水', '地下水'], source: '水法' },
    ]);
  });

  test('a qualifier has its set and its words', () => {
    expect(qualifiers('GRADE', '资质标准', 'grade 一级 1级')).toEqual([
      { group: 'GRADE', set: 'grade', words: ['一级', '1级'], source: '资质标准' },
    ]);
  });

  test('synonyms keep their order, and each filler stands alone', () => {
    expect(synonyms('通用写法', '驾驶证 驾照')).toEqual([{ words: ['驾驶证', '驾照'], source: '通用写法' }]);
    expect(fillers('通用写法', '有关 相关', 'END')).toEqual([
      { word: '有关', at: 'END', source: '通用写法' },
      { word: '相关', at: 'END', source: '通用写法' },
    ]);
  });

  test.each([
    ['an empty line', () => words('  ')],
    ['an action without a word', () => actions('KIND', '通用写法', 'PERMIT')],
    ['an implication without an arrow', () => implications('水法', '取水许可 取水')],
    ['a term within two others', () => terms('分店 < 公司 < 企业')],
  ])('%s is refused', (_, read) => {
    expect(read).toThrow();
  });
});
