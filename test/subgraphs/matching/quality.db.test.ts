import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../linkage/decision-calls.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { COUNTY, OTHER_COUNTY, storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', storeJudgedProvince);
  const sql = postgres(matching.url, { max: 1, onnotice: () => undefined });
  const said = { kind: 'REFERENCE', reason: '已核对' };
  // Release 2: people agree with one judgement of 0.99 and one of 0.6, and not with one of 0.6 and one of 0.1.
  await decide(sql, [
    { ...said, left: 'ci_a', right: 'ri_1', verdict: 'CONFIRM' },
    { ...said, left: 'ci_b', right: 'ri_1', verdict: 'CONFIRM' },
    { ...said, left: 'ti_a', verdict: 'NO_MATCH' },
  ]);
  await sql.end();
});

afterAll(() => matching[Symbol.asyncDispose]());

const quality = async (args: string, fields: string, release = 1) => {
  const { data, codes, statements } = await matching.ask(`{ matchQuality${args} { ${fields} } }`, {
    release,
  });
  expect(codes).toEqual([]);
  return { ...data.matchQuality, count: statements.length };
};

const FIGURES = 'links waiting decided reviewShare byStatus { status count } byBand { band count }';

describe('the figures of quality', () => {
  test('count links by status and by band', async () => {
    expect(await quality('', `figures { ${FIGURES} }`)).toEqual({
      figures: {
        links: 6,
        waiting: 5,
        decided: 0,
        reviewShare: 5 / 6,
        byStatus: [
          { status: 'ACCEPTED', count: 1 },
          { status: 'CONFLICT', count: 1 },
          { status: 'REVIEW', count: 4 },
        ],
        byBand: [
          { band: 'AUTO', count: 1 },
          { band: 'REVIEW', count: 5 },
        ],
      },
      count: 1,
    });
  });

  test.each([
    ['(kind: SOURCE)', { links: 1, waiting: 1, decided: 0, reviewShare: 1 }],
    ['(kind: MAIN)', { links: 0, waiting: 0, decided: 0, reviewShare: 0 }],
  ])('%s are those of the kind', async (args, figures) => {
    expect(await quality(args, 'figures { links waiting decided reviewShare }')).toMatchObject({ figures });
  });

  test('are those of the release; what a person rejected is no work left', async () => {
    expect(
      await quality('(kind: REFERENCE)', 'figures { links waiting decided reviewShare }', 2),
    ).toMatchObject({
      figures: { links: 5, waiting: 1, decided: 4, reviewShare: 1 / 3 },
    });
  });

  test.each([
    [
      'KIND',
      'level region { id }',
      [
        ['REFERENCE', null, null, 5],
        ['SOURCE', null, null, 1],
      ],
    ],
    [
      'LEVEL',
      'level region { id }',
      [
        ['REFERENCE', 'COUNTY', null, 4],
        ['REFERENCE', 'TOWNSHIP', null, 1],
        ['SOURCE', 'TOWNSHIP', null, 1],
      ],
    ],
    [
      'REGION',
      'level region { id }',
      [
        ['REFERENCE', null, COUNTY, 4],
        ['REFERENCE', null, OTHER_COUNTY, 1],
        ['SOURCE', null, COUNTY, 1],
      ],
    ],
  ])('by %s', async (by, fields, rows) => {
    const { groups, count } = await quality('', `groups(by: ${by}) { kind ${fields} figures { links } }`);
    expect(
      groups.map(
        (row: { kind: string; level: string; region: { id: string } | null; figures: { links: number } }) => [
          row.kind,
          row.level,
          row.region?.id ?? null,
          row.figures.links,
        ],
      ),
    ).toEqual(rows);
    expect(count).toBeLessThanOrEqual(1);
  });

  test('of a release are counted once', async () => {
    const asked = async (release: number) =>
      (await quality('(kind: COUNTERPART)', 'groups(by: REGION) { kind } agreement', release)).count;
    expect([await asked(1), await asked(1), await asked(2), await asked(1)]).toEqual([2, 0, 2, 0]);
  });

  test('hold what people confirmed against what the machine was sure of', async () => {
    const bins = 'reliability { band from to decided confirmed meanConfidence confirmedShare } agreement';
    expect(await quality('', bins, 1)).toEqual({ reliability: [], agreement: null, count: 1 });
    const bin = (band: string, from: number, to: number, decided: number, confirmed: number) => ({
      band,
      from,
      to,
      decided,
      confirmed,
      confirmedShare: confirmed / decided,
    });
    const { reliability, agreement } = await quality('', bins, 2);
    expect(reliability).toEqual([
      { ...bin('REVIEW', 0.1, 0.2, 1, 0), meanConfidence: 0.1 },
      { ...bin('REVIEW', 0.6, 0.7, 2, 1), meanConfidence: 0.6 },
      { ...bin('AUTO', 0.9, 1, 1, 1), meanConfidence: 0.99 },
    ]);
    expect(agreement).toBe(0.5);
  });

  test('sum up the newest ended run of every block', async () => {
    expect(
      await quality(
        '',
        'runs { blocks blocksDone items judged reused sure auto review none } newestRun { id } modelVersion',
      ),
    ).toMatchObject({
      runs: {
        blocks: 2,
        blocksDone: 2,
        items: 5,
        judged: 6,
        reused: 2,
        sure: 0,
        auto: 1,
        review: 3,
        none: 1,
      },
      newestRun: { id: 'ru_1' },
      modelVersion: 'm-1',
    });
    expect(await quality('(kind: COUNTERPART)', 'runs { blocks }')).toMatchObject({ runs: null });
  });
});

describe('runs', () => {
  const ask = async (query: string) => {
    const { data, codes, statements } = await matching.ask(query);
    return { data, codes, count: statements.length };
  };

  test('are listed with their progress, the newest first', async () => {
    const { data, count } = await ask(`{ matchRuns {
      totalCount
      nodes { id mode status lists modelVersion endedAt baseRelease release progress { blocks blocksDone items } }
    } }`);
    const none = { blocks: 0, blocksDone: 0, items: 0 };
    const full = { mode: 'FULL', lists: null, modelVersion: 'm-1', baseRelease: 1 };
    expect(data.matchRuns).toEqual({
      totalCount: 3,
      nodes: [
        {
          id: 'ru_3',
          mode: 'INCREMENTAL',
          status: 'QUEUED',
          lists: ['power'],
          modelVersion: null,
          endedAt: null,
          baseRelease: null,
          release: null,
          progress: none,
        },
        {
          id: 'ru_2',
          ...full,
          status: 'RUNNING',
          endedAt: null,
          release: null,
          progress: { blocks: 2, blocksDone: 1, items: 4 },
        },
        {
          id: 'ru_1',
          ...full,
          status: 'DONE',
          endedAt: '2026-03-01T02:00:00.000Z',
          release: 1,
          progress: { blocks: 2, blocksDone: 2, items: 5 },
        },
      ],
    });
    expect(count).toBe(3);
  });

  test('page by page are all of them', async () => {
    const { data } = await ask('{ matchRuns(first: 1) { nodes { id } pageInfo { endCursor hasNextPage } } }');
    expect(data.matchRuns.pageInfo.hasNextPage).toBe(true);
    const next = await ask(`{ matchRuns(after: "${data.matchRuns.pageInfo.endCursor}") { nodes { id } } }`);
    expect(next.data.matchRuns.nodes).toEqual([{ id: 'ru_2' }, { id: 'ru_1' }]);
    const made = Buffer.from(JSON.stringify([1, 'yesterday', 'ru_1'])).toString('base64url');
    expect((await ask(`{ matchRuns(after: "${made}") { nodes { id } } }`)).codes).toEqual(['CURSOR_INVALID']);
  });

  test('are found by id, with what each kind has come to', async () => {
    const { data } = await ask(`{
      run: matchRun(id: "ru_2") { startedAt kinds { kind progress { blocks blocksDone sure } } }
      none: matchRun(id: "ru_none") { id }
      node(id: "ru_1") { __typename id }
    }`);
    expect(data).toEqual({
      run: {
        startedAt: '2026-03-01T03:00:00.000Z',
        kinds: [
          { kind: 'REFERENCE', progress: { blocks: 1, blocksDone: 1, sure: 4 } },
          { kind: 'SOURCE', progress: { blocks: 1, blocksDone: 0, sure: 0 } },
        ],
      },
      none: null,
      node: { __typename: 'MatchRun', id: 'ru_1' },
    });
  });
});
