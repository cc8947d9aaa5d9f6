import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../subgraphs/matching/compared-sides.ts';

const catalog = (catalogId: string, kind: 'REFERENCE' | 'POWER', regionCode: string) => ({
  catalogId,
  kind,
  regionCode,
});

const NATIONAL = catalog('ca_nation', 'REFERENCE', '000000000000');
const OURS = catalog('ca_ours', 'REFERENCE', '330000000000');
const COUNTY = catalog('ca_county', 'POWER', '331022000000');
const OTHER_COUNTY = catalog('ca_other', 'POWER', '331023000000');
const ELSEWHERE = catalog('ca_elsewhere', 'POWER', '320102000000');
const ALL = [NATIONAL, OURS, COUNTY, OTHER_COUNTY, ELSEWHERE];

describe('the two sides of a comparison', () => {
  test.each([
    ['ca_ours', 'ca_county', OURS, COUNTY],
    ['ca_county', 'ca_ours', OURS, COUNTY],
    ['ca_nation', 'ca_elsewhere', NATIONAL, ELSEWHERE],
  ])('%s and %s, whichever is left', (left, right, reference, list) =>
    expect(sidesOf({ left, right }, ALL)).toEqual({ reference, list }),
  );

  test.each([
    [
      'a list key on the left',
      '331022-directory',
      'ca_ours',
      'left 应为清单的 id（ca_…），这里给的不是；清单键不能代替',
    ],
    [
      'and on the right',
      'ca_ours',
      '331022-directory',
      'right 应为清单的 id（ca_…），这里给的不是；清单键不能代替',
    ],
    ['the same list twice', 'ca_county', 'ca_county', 'left 和 right 是同一份'],
    ['the same unknown twice', 'ca_none', 'ca_none', 'left 和 right 是同一份'],
    ['nobody’s id on the left', 'ca_none', 'ca_ours', '这一版次里没有 left 这份目录或清单，'],
    ['and on the right', 'ca_ours', 'ca_none', '这一版次里没有 right 这份目录或清单，'],
    ['two counties', 'ca_county', 'ca_other', 'left 和 right 都不是参考目录。'],
    ['two references', 'ca_nation', 'ca_ours', 'left 和 right 都是参考目录。'],
    [
      'a list of another province on the left',
      'ca_elsewhere',
      'ca_ours',
      'left 所在的地区不归参考目录 right 管。',
    ],
    ['and on the right', 'ca_ours', 'ca_elsewhere', 'right 所在的地区不归参考目录 left 管。'],
  ])('%s: told as that', (_, left, right, says) => {
    const refused = () => sidesOf({ left, right }, ALL);
    expect(refused).toThrow(GraphQLError);
    expect(refused).toThrow(`参数的值不合要求：${says}`);
  });
});
