import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', storeJudgedProvince);
});

afterAll(() => matching[Symbol.asyncDispose]());

const entities = async (type: string, ids: readonly string[], fields: string) => {
  const { data, codes, statements } = await matching.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
    { variables: { representations: ids.map((id) => ({ __typename: type, id })) } },
  );
  return { found: data?._entities, codes, count: statements.length };
};

describe('what the machine says of a link', () => {
  const FIELDS = `referenceMatch {
    version band stale modelVersion decision { id } decisions { id } run { id status }
    evidence { feature bits note left right }
    candidates { item { id name } confidence }
    runnerUp { item { id } confidence }
  }`;

  test('is its evidence, its candidates and the next best, as they were stored', async () => {
    const { found } = await entities('CountyItem', ['ci_b'], FIELDS);
    expect(found).toEqual([
      {
        referenceMatch: {
          version: 1,
          band: 'REVIEW',
          stale: false,
          modelVersion: 'm-1',
          decision: null,
          decisions: [],
          run: { id: 'ru_1', status: 'DONE' },
          evidence: [
            { feature: 'wording', bits: 4.5, note: '用词相近', left: '许可', right: '核准' },
            { feature: 'bias', bits: -2, note: '其余各项合计', left: null, right: null },
          ],
          candidates: [
            { item: { id: 'ri_1', name: '食品经营许可' }, confidence: 0.6 },
            // A candidate of the run that is gone by the release.
            { item: null, confidence: 0.2 },
            { item: { id: 'ri_2', name: '食品生产许可' }, confidence: 0.1 },
          ],
          runnerUp: { item: { id: 'ri_2' }, confidence: 0.1 },
        },
      },
    ]);
  });

  test('names the two that are about as good as each other, once for each link that waits', async () => {
    const sql = postgres(matching.url, { max: 1, onnotice: () => undefined });
    const candidates = (second: number) =>
      sql.json({
        model: 'm-1',
        evidence: [],
        candidates: [
          { reference: 'ri_3', confidence: 0.4 },
          { reference: 'ri_2', confidence: second },
        ],
      });
    const tie = async (second: number) => {
      await sql`update matching.match set evidence = ${candidates(second)} where left_id = 'ci_d' and right_id = 'ri_3'`;
      const { found, count } = await entities('CountyItem', ['ci_d'], 'referenceMatch { tie }');
      return { tie: found[0].referenceMatch.tie, count };
    };
    expect(await tie(0.38)).toEqual({
      tie: expect.stringMatching(
        /^“户外广告设置许可”与“食品生产许可”不相上下（40\.0% 与 38\.0%）.*区别：.*“户外广告/u,
      ),
      count: 3,
    });
    expect(await tie(0.1)).toMatchObject({ tie: null });
    await sql`update matching.match set evidence = null where left_id = 'ci_d' and right_id = 'ri_3'`;
    await sql.end();
  });

  test('is empty of a link that needed no judgement', async () => {
    const { found } = await entities('CountyItem', ['ci_a'], FIELDS);
    expect(found[0].referenceMatch).toMatchObject({
      modelVersion: null,
      run: null,
      evidence: [],
      candidates: [],
      runnerUp: null,
    });
  });

  test('of several links costs as many statements as of one, and none where it is not asked for', async () => {
    const one = await entities('CountyItem', ['ci_b'], FIELDS);
    const four = await entities('CountyItem', ['ci_a', 'ci_b', 'ci_c', 'ci_d'], FIELDS);
    expect(four.count).toBe(one.count);
    expect(
      (await entities('CountyItem', ['ci_a', 'ci_b'], 'referenceMatch { status band version }')).count,
    ).toBe(1);
  });
});

describe('links that wait for a person', () => {
  test('are shown with their status where nothing better is known', async () => {
    const { found } = await entities(
      'CountyItem',
      ['ci_a', 'ci_b', 'ci_c'],
      'referenceMatch { status right { id } }',
    );
    expect(found).toEqual([
      { referenceMatch: { status: 'ACCEPTED', right: { id: 'ri_1' } } },
      { referenceMatch: { status: 'REVIEW', right: { id: 'ri_1' } } },
      { referenceMatch: null },
    ]);
    const up = await entities(
      'TownshipItem',
      ['ti_a'],
      'sourceItem { id } sourceMatch { status right { id } }',
    );
    expect(up.found).toEqual([
      { sourceItem: null, sourceMatch: { status: 'REVIEW', right: { id: 'ci_a' } } },
    ]);
  });

  test.each([
    ['ReferenceItem', 'ri_1', 'localItems', 1, 3],
    ['CountyItem', 'ci_a', 'townshipItems', 0, 1],
  ])('%s %s: %s counts them only when it is asked to', async (type, id, field, settled, all) => {
    const list = '{ totalCount nodes { id } }';
    const { found } = await entities(
      type,
      [id],
      `plain: ${field} ${list} not: ${field}(includeReview: false) ${list} all: ${field}(includeReview: true) ${list}`,
    );
    const counts = (name: string) => [found[0][name].totalCount, found[0][name].nodes.length];
    expect([counts('plain'), counts('not'), counts('all')]).toEqual([
      [settled, settled],
      [settled, settled],
      [all, all],
    ]);
  });
});

describe('the candidates of an item', () => {
  test('are those of all its links to reference items, the best first, each once', async () => {
    const { found, count } = await entities(
      'CountyItem',
      ['ci_b', 'ci_c'],
      'candidates { item { id } confidence } one: candidates(best: 1) { confidence }',
    );
    expect(found).toEqual([
      {
        candidates: [
          { item: { id: 'ri_1' }, confidence: 0.6 },
          { item: null, confidence: 0.2 },
          { item: { id: 'ri_2' }, confidence: 0.1 },
        ],
        one: [{ confidence: 0.6 }],
      },
      { candidates: [], one: [] },
    ]);
    expect(count).toBe(2);
  });

  test.each([0, 11])('are not %i', async (best) => {
    expect(
      (await entities('CountyItem', ['ci_b'], `candidates(best: ${best}) { confidence }`)).codes,
    ).toEqual(['BAD_USER_INPUT']);
  });
});
