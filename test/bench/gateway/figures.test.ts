import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../bench/gateway/chart.ts';
import { figuresOf, type GatewayFigures, ratioOf } from '../../../bench/gateway/figures.ts';
import type { Run } from '../../../bench/gateway/rounds.ts';
import { shownRatio, sizeSection } from '../../../bench/gateway/tables.ts';

/** A run of one second with so many requests. */
const run = (requests: number, others: Partial<Run> = {}): Run => ({
  ...{ requests, seconds: 1, failed: 0, median: 1, p99: 2, processor: 10, database: 5, megabytes: 100 },
  ...others,
});

const runs = {
  hub: [run(50), run(10, { megabytes: 300 }), run(80)],
  'one-statement': [run(100), run(40), run(100)],
};

const figures: GatewayFigures = {
  ...{ size: 'small', items: 1_579, machine: 'two cores', busy: 3, rounds: 3, seconds: 1 },
  asked: Object.fromEntries(
    ['point', 'list', 'cross', 'search'].map((operation) => [operation, { sets: 2, bytes: 1_300 }]),
  ) as GatewayFigures['asked'],
  titles: { hub: '纵横 <一个进程>', 'one-statement': '一条 SQL' },
  ...figuresOf({ point: runs, list: runs, cross: runs, search: runs }),
};

describe('figures', () => {
  test('a ratio is of runs of one round: what slows both down says nothing', () => {
    expect(ratioOf(figures, 'point', ['hub', 'one-statement'])).toEqual({
      median: 0.5,
      low: 0.25,
      high: 0.8,
    });
  });

  test('there is no ratio to whoever did not run', () => {
    expect(ratioOf(figures, 'point', ['hub', 'postgraphile'])).toBeUndefined();
    expect(shownRatio(undefined)).toBe('—');
  });

  test('rates and costs are medians, memory is the most of all rounds', () => {
    expect(figures.figures.list['hub']).toMatchObject({
      rate: { median: 50, low: 10, high: 80 },
      processor: 10,
      megabytes: 300,
    });
  });
});

describe('what is written of them', () => {
  test('a busy machine is told, a quiet one is not', () => {
    expect(sizeSection(figures)).toContain('暂定');
    expect(sizeSection({ ...figures, busy: 0.1 })).not.toContain('暂定');
  });

  test('tables compare only those who ran', () => {
    const text = sizeSection(figures);
    expect(text).toContain('纵横 <一个进程> ÷ 一条 SQL | 0.50（0.25–0.80）');
    expect(text).not.toContain('÷ undefined');
  });

  test('the chart has a bar of each operation, not of what all is divided by, and escapes titles', () => {
    const chart = chartOf(figures);
    expect(chart.match(/纵横 &lt;一个进程&gt;/gu)).toHaveLength(4);
    expect(chart).not.toContain('>一条 SQL<');
    expect(chart).toMatch(/^<svg [^>]+>\n[\s\S]*<\/svg>\n$/u);
  });
});
