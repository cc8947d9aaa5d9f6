import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../matching/matcher.ts';
import { analyseName } from '../../../matching/name/analyse.ts';
import { behindNamesakes, droppedApart } from '../../../matching/pair/dropped-words.ts';

describe('words that otherwise say nothing', () => {
  test.each([
    ['取水许可', '取水许可', 0],
    ['取水许可公共服务', '取水许可公共服务', 0],
    ['取水许可公共服务', '取水许可', 4],
    ['取水许可（县级）', '取水许可公共服务', 4],
    ['取水许可（县级）', '取水许可', 0],
  ])('of %s and %s: %d characters apart', (one, other, apart) => {
    expect(droppedApart(analyseName(one), analyseName(other))).toBe(apart);
    expect(droppedApart(analyseName(other), analyseName(one))).toBe(apart);
  });

  test('count only between namesakes', () => {
    const behind = (item: string, ...candidates: readonly string[]) =>
      behindNamesakes(
        analyseName(item),
        candidates.map((one) => analyseName(one)),
      );
    expect(behind('取水许可公共服务', '取水许可', '取水许可公共服务')).toEqual([4, 0]);
    expect(behind('取水许可公共服务', '取水许可')).toEqual([0]);
    expect(behind('取水许可公共服务', '取水许可变更', '采砂许可公共服务')).toEqual([0, 0]);
  });

  const references = ['兽药经营许可证', '兽药经营许可证公共服务'].map((name) => ({ id: name, name }));

  test.each([
    ['兽药经营许可证公共服务', '兽药经营许可证公共服务'],
    ['兽药经营许可证公共服务（县级）', '兽药经营许可证公共服务'],
    ['兽药经营许可证（县级）', '兽药经营许可证'],
    ['兽药经营许可证', '兽药经营许可证'],
  ])('%s is %s', (name, match) => {
    const judgement = createMatcher(references).match({ id: 'i', name });
    expect(judgement.match).toBe(match);
    expect(judgement.confidence).toBeGreaterThan(0.8);
  });
});
