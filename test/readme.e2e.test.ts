import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCommand } from '../cli/import.ts';
import { matchIncrementally } from '../cli/match-lists.ts';
import { connect } from '../db/client.ts';
import { importFiles } from '../intake/import.ts';
import { publish } from '../intake/publish/publish.ts';
import { readDocument, shellLines } from './support/documents.ts';
import { DEMO_NOW, startHub, type TestHub } from './support/hub.ts';
import { withFile } from './support/lists.ts';

const READMES = ['README.md', 'README.zh-CN.md'].map(readDocument);

/** The first start links the lists it has loaded: what it prints is of the release that makes. */
const matchAsStartDoes = async (databaseUrl: string): Promise<void> => {
  const sql = connect(databaseUrl, { connections: 2 });
  try {
    await matchIncrementally(sql, { tell: () => undefined, now: () => DEMO_NOW });
  } finally {
    await sql.end();
  }
};

let hub: TestHub;

beforeAll(async () => {
  hub = await startHub(matchAsStartDoes);
});

afterAll(() => hub?.close());

const ask = async (query: string, variables = {}): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(hub.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return await response.json();
};

/** The queries of a document, each with the answer printed after it. */
const queriesWithAnswers = ({ blocks }: (typeof READMES)[number]) =>
  blocks.flatMap(({ language, text }, index) =>
    language === 'graphql' ? [{ query: text, answer: JSON.parse(blocks[index + 1]?.text ?? 'null') }] : [],
  );

const [README] = READMES as [(typeof READMES)[number]];

/** The list of the README, imported by its own command. */
const importOwnList = (): ReturnType<typeof importFiles> => {
  const csv = README.blocks.find(({ language }) => language === 'csv')?.text ?? '';
  const call = shellLines(README).find(
    (line) => /^npx zongheng import/u.test(line) && !/--dry-run/u.test(line),
  );
  const args = (call ?? '').split(' ').slice(3);
  const { values, positionals } = parseArgs({ args, options: importCommand.options, allowPositionals: true });
  const { list: key, level, region, kind, name } = values as Record<string, string>;
  return withFile(positionals[0] ?? '', csv, async (path) => {
    const sql = connect(hub.databaseUrl, { connections: 2 });
    try {
      const list = { key: key ?? '', level, region, kind, name };
      const result = await importFiles(sql, { files: [path], list, now: DEMO_NOW });
      await publish(sql, { now: DEMO_NOW });
      return result;
    } finally {
      await sql.end();
    }
  });
};

describe('what the READMEs print', () => {
  test.each(READMES)('$path: the query across all levels has the answer printed', async (document) => {
    const [first] = queriesWithAnswers(document);
    expect(await ask(first?.query ?? '')).toEqual(first?.answer);
  });

  test('the query by which the guide to integration tells how to do an item finds where, when and whom to ask', async () => {
    const { blocks } = readDocument('docs/integrate.md');
    const query = blocks.find(({ text }) => text.startsWith('query HowToDoIt'))?.text ?? '';
    const variables = { code: '11880121116711525N4880508003000' };
    const { data, errors } = (await ask(query, variables)) as { data?: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      countyItem: {
        guide: {
          windows: expect.any(Array),
          elements: {
            address: expect.any(String),
            hours: expect.any(String),
            consultationPhone: expect.any(String),
          },
        },
      },
    });
  });

  test('one’s own list is imported, published and found, with its problem', async () => {
    const result = await importOwnList();
    const problems = result.kind === 'IMPORTED' ? result.report.problems : [];
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['UNRECOGNISED_TIME_LIMIT', 'WARNING'],
      ['CHK_30_COLUMNS', 'WARNING'],
    ]);
    const [, second] = queriesWithAnswers(README);
    expect(await ask(second?.query ?? '')).toEqual(second?.answer);
  });
});
