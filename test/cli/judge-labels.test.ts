import { describe, expect, test } from 'vitest';
import { judgeLabels } from '../../cli/judge-labels.ts';
import type { Engine } from '../../cli/match-files.ts';
import { parseLabels } from '../../matching/evaluation/labels.ts';
import type { MatchItem } from '../../matching/item.ts';

const terminal = { out: () => undefined, tell: () => undefined, environment: {}, now: () => '' };

const side = (key: string) => ({ itemKey: key, name: `名称${key}`, code: '1', dept: '民政局' });

const { labels } = parseLabels(
  [
    { left: side('a'), right: side('r1'), relation: 'EQUIVALENT' },
    { left: side('b'), right: side('r2'), relation: 'DIFFERENT' },
    { left: side('c'), right: side('r1'), relation: 'NARROWER' },
    { left: side('d'), right: null, relation: 'NONE' },
  ]
    .map((label) => JSON.stringify(label))
    .join('\n'),
);

/** Takes every pair for the same and the first reference for every item's partner; keeps what it is given. */
const agreeable = () => {
  const seen: { pairs: MatchItem[][]; references: readonly MatchItem[]; items: MatchItem[] } = {
    pairs: [],
    references: [],
    items: [],
  };
  const engine: Engine = {
    judgePair: (left, right) => {
      seen.pairs.push([left, right]);
      return { relation: 'same', probabilities: { same: 1, partial: 0, different: 0 }, evidence: [] };
    },
    createMatcher: (references) => {
      seen.references = references;
      const match = references[0]?.id ?? null;
      return {
        match: (item) => {
          seen.items.push(item);
          return {
            item: item.id,
            match,
            relation: 'EQUIVALENT',
            confidence: 1,
            band: 'AUTO',
            candidates: [],
            evidence: [],
          };
        },
      };
    },
  };
  return { engine, seen };
};

const judge = async (options: { namesOnly?: boolean; references?: readonly MatchItem[] } = {}) => {
  const { engine, seen } = agreeable();
  const { namesOnly = false, references } = options;
  const given = { file: 'labels.jsonl', split: null, namesOnly, references };
  return { quality: await judgeLabels(terminal, labels, given, engine), seen };
};

const full = (key: string): MatchItem => ({
  id: key,
  name: `名称${key}`,
  codes: ['1'],
  department: '民政局',
});

describe('judging labels', () => {
  test('every right side is a pair; every item with a known answer is held against the distinct rights', async () => {
    const { quality, seen } = await judge();
    expect(seen.pairs).toEqual([
      [full('a'), full('r1')],
      [full('b'), full('r2')],
      [full('c'), full('r1')],
    ]);
    expect(seen.references).toEqual([full('r1'), full('r2')]);
    expect(seen.items).toEqual([full('a'), full('c'), full('d')]);
    expect(quality.items).toMatchObject({ references: 2, undecided: 1 });
  });

  test('what the engine says is measured', async () => {
    const { quality } = await judge();
    expect(quality.pairs?.quality.confusion.accuracy).toBe(1 / 3);
    expect(quality.pairs?.errors.map(({ left }) => left)).toEqual(['名称b', '名称c']);
    expect(quality.items?.quality.links.auto).toMatchObject({ accepted: 3, right: 1, recall: 0.5 });
    expect(quality.items?.errors.map(({ name, answer }) => [name, answer.name])).toEqual([
      ['名称c', '名称r1'],
      ['名称d', '名称r1'],
    ]);
  });

  test('with names only, nothing else is given, of references neither', async () => {
    const { seen } = await judge({ namesOnly: true, references: [full('r1'), full('r2'), full('r3')] });
    const bare = (key: string) => ({ id: key, name: `名称${key}` });
    expect(seen.pairs[0]).toEqual([bare('a'), bare('r1')]);
    expect(seen.references).toEqual([bare('r1'), bare('r2'), bare('r3')]);
    expect(seen.items[0]).toEqual(bare('a'));
  });
});
