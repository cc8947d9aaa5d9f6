import { describe, expect, test } from 'vitest';
import { svgChart, thinned } from '../../../cli/evaluation-report/chart.ts';

const chart = {
  id: 'x',
  title: '甲 & 乙',
  description: '说明',
  horizontal: '横',
  vertical: '纵',
  points: [
    [0, 1],
    [1, 0.5],
  ] as const,
};

describe('a chart', () => {
  test('draws points upwards from the lower left corner', () => {
    expect(svgChart(chart)).toContain('points="52.0,12.0 312.0,142.0"');
    expect(svgChart({ ...chart, most: 2 })).toContain('points="52.0,142.0 312.0,207.0"');
  });

  test('says in words what it shows', () => {
    const svg = svgChart(chart);
    expect(svg).toContain('role="img" aria-labelledby="x-title x-description"');
    expect(svg).toContain('<title id="x-title">甲 &amp; 乙</title>');
  });

  test('marks points and the diagonal where asked', () => {
    expect(svgChart(chart)).not.toMatch(/circle|diagonal/u);
    expect(svgChart({ ...chart, isMarked: true, hasDiagonal: true }).match(/<circle/gu)).toHaveLength(2);
  });
});

test.each([
  [5, 10, [0, 1, 2, 3, 4]],
  [101, 3, [0, 50, 100]],
])('%i points thinned to %i keep both ends', (count, most, expected) => {
  expect(thinned([...Array(count).keys()], most)).toEqual(expected);
});
