import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchItemOf } from '../../../matching/evaluation/labelled-item.ts';
import { parseLabels } from '../../../matching/evaluation/labels.ts';

const side = { itemKey: 'a', name: '甲' };
const line = (changes: object): string =>
  JSON.stringify({ pairId: 'p', left: side, right: side, relation: 'EQUIVALENT', ...changes });

describe('labels', () => {
  test('a whole file, blank lines and byte order mark passed over', () => {
    const path = join(import.meta.dirname, '../../fixtures/matching/labels.jsonl');
    const { labels, problems } = parseLabels(`\uFEFF\r\n${readFileSync(path, 'utf8')}`);
    expect(problems).toEqual([]);
    expect(labels.map(({ pairId, line, relation }) => [pairId, line, relation])).toEqual([
      ['k-01', 2, 'EQUIVALENT'],
      ['k-02', 3, 'NARROWER'],
      ['k-03', 4, 'RELATED_SERVICE'],
      ['k-04', 5, 'NONE'],
      ['k-05', 6, 'EQUIVALENT'],
      ['k-06', 7, 'DIFFERENT'],
    ]);
    expect(labels[3]?.right).toBeNull();
  });

  test('only the two sides and the relation must be there', () => {
    const text = JSON.stringify({ left: side, right: null, relation: 'NONE' });
    expect(parseLabels(text)).toEqual({
      labels: [
        {
          line: 1,
          pairId: '1',
          left: { ...side, codes: [], laws: [] },
          right: null,
          relation: 'NONE',
          stratum: [],
        },
      ],
      problems: [],
    });
  });

  test.each<[string, string, string | undefined, string]>([
    ['no JSON', '{"pairId":', undefined, 'JSON'],
    ['no object', '[1]', undefined, 'JSON'],
    ['no left side', line({ left: undefined }), 'left', '对象'],
    ['no name', line({ left: { itemKey: 'a' } }), 'left.name', '缺少'],
    ['a blank key', line({ right: { ...side, itemKey: '  ' } }), 'right.itemKey', '缺少'],
    ['a name that is no text', line({ left: { ...side, name: 7 } }), 'left.name', '文字'],
    ['codes that are no texts', line({ left: { ...side, code: [1] } }), 'left.code', '数组'],
    ['an unknown relation', line({ relation: 'SAME' }), 'relation', 'EQUIVALENT'],
    ['a partner of none', line({ relation: 'NONE' }), 'right', 'null'],
    ['no partner of a relation', line({ right: null }), 'right', 'EQUIVALENT'],
    ['an unknown confidence', line({ confidence: 'yes' }), 'confidence', 'sure'],
    ['a repeated id', `${line({})}\n${line({})}`, 'pairId', '第 1 行'],
  ])('%s', (_, text, field, words) => {
    const { problems } = parseLabels(text);
    expect(problems.map((found) => found.field)).toEqual([field]);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.line).toBe(text.split('\n').length);
  });
});

describe('an item as the engine sees it', () => {
  const [label] = parseLabels(
    line({
      left: {
        ...side,
        code: '123',
        dept: '民政局',
        laws: ['《殡葬管理条例》第七条', '养老机构管理办法'],
        type: '行政许可',
        region: '880121000000',
        parent: '主项',
      },
    }),
  ).labels;
  const left = label?.left ?? { ...side, codes: [], laws: [] };

  test('has everything the label says', () => {
    expect(matchItemOf(left, false)).toEqual({
      id: 'a',
      name: '甲',
      codes: ['123'],
      department: '民政局',
      legalBases: [{ lawName: '殡葬管理条例', clauseNumber: '第七条' }, { lawName: '养老机构管理办法' }],
      type: '行政许可',
      region: '880121000000',
      parentName: '主项',
    });
  });

  test('or its name alone', () => expect(matchItemOf(left, true)).toEqual({ id: 'a', name: '甲' }));
});
