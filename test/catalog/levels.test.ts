import { describe, expect, test } from 'vitest';
import { enumerateAll } from '../../catalog/enumerations.ts';
import { isAbove, LEVEL_NAMES, LEVELS, levelOrder, parseLevel } from '../../catalog/levels.ts';

describe('a level written in words', () => {
  test.each([
    ['省级', 'PROVINCE'],
    ['省本级', 'PROVINCE'],
    ['市级', 'CITY'],
    ['设区的市级', 'CITY'],
    ['县级', 'COUNTY'],
    ['县（市、区）级', 'COUNTY'],
    ['区级', 'COUNTY'],
    ['county', 'COUNTY'],
    ['乡镇', 'TOWNSHIP'],
    ['镇(乡、街道)级', 'TOWNSHIP'],
    [' 街道 ', 'TOWNSHIP'],
    ['Township', 'TOWNSHIP'],
    ['村(社区)级', 'VILLAGE'],
    ['社区', 'VILLAGE'],
    ['国家级', 'NATIONAL'],
    ['NATIONAL', 'NATIONAL'],
    ['部委', 'NATIONAL'],
    ['country', 'NATIONAL'],
    ['自治区', 'PROVINCE'],
    ['省直', 'PROVINCE'],
    ['盟', 'CITY'],
    ['市州', 'CITY'],
    ['旗县', 'COUNTY'],
    ['县 市 区 级', 'COUNTY'],
    ['县(区级)', 'COUNTY'],
    ['乡镇层级', 'TOWNSHIP'],
    ['街道分层级', 'TOWNSHIP'],
    ['乡(镇)', 'TOWNSHIP'],
    ['subdistrict', 'TOWNSHIP'],
    ['村居', 'VILLAGE'],
    ['居委会', 'VILLAGE'],
    ['级', undefined],
    ['级省', undefined],
    ['省级级', undefined],
    ['市县级', undefined],
    ['部分', undefined],
    ['', undefined],
  ])('%s → %s', (raw, level) => expect(parseLevel(raw)).toBe(level));

  test.each(LEVELS)('the Chinese name of %s is read back', (level) => {
    expect(parseLevel(LEVEL_NAMES[level])).toBe(level);
  });

  test('levels are ordered from the centre down', () => {
    expect(LEVELS.map(levelOrder)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([isAbove('PROVINCE', 'COUNTY'), isAbove('COUNTY', 'COUNTY'), isAbove('VILLAGE', 'CITY')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('exercise levels of a cell', () => {
  test.each([
    ['市级、县级', ['CITY', 'COUNTY']],
    ['2,3', ['PROVINCE', 'CITY']],
    ['4(县级)', ['COUNTY']],
    ['7', ['GRADED']],
    ['分级管理', ['GRADED']],
    ['县级、市级、县级', ['CITY', 'COUNTY']],
    ['国家级/局(署、会)', ['NATIONAL']],
    ['省级、市级、县级、镇(乡、街道)级、村(社区)级', ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE']],
    ['区、街道(乡镇)分层级', ['COUNTY', 'TOWNSHIP']],
    ['', []],
  ])('%s', (raw, levels) =>
    expect(enumerateAll('ExerciseLevel', raw)).toEqual({ symbols: levels, unrecognised: [] }),
  );

  test('the digit 6 is the village in the standard and 分级管理 in portals without villages', () => {
    expect(enumerateAll('ExerciseLevel', '6').symbols).toEqual(['VILLAGE']);
    expect(enumerateAll('ExerciseLevel', '6', 'PORTAL_WITHOUT_VILLAGE').symbols).toEqual(['GRADED']);
  });

  test('what names no level is kept as written', () => {
    expect(enumerateAll('ExerciseLevel', '县级、另行规定,9')).toEqual({
      symbols: ['COUNTY'],
      unrecognised: ['另行规定', '9'],
    });
  });
});
