import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Writer } from '../../../catalog/authority/writer.ts';
import { loadDemo } from '../../../cli/load-demo.ts';
import { connect, type Sql } from '../../../db/client.ts';
import { writeDemo } from '../../../demo/write-demo.ts';
import { stableId } from '../../../intake/identity.ts';
import { importFiles } from '../../../intake/import.ts';
import { publish } from '../../../intake/publish/publish.ts';
import { DEMO_NOW, matchSimply, withFolder } from '../../support/hub.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, type Data, openOver, reopen, throughPages } from '../ask.ts';

const REFERENCE = stableId('catalog', 'reference');
const NEWEST = 3;
const COUNTIES = ['880121', '880122', '880123'];

type Cells = Record<string, string>;

/** Every second limit longer, every third list of materials shorter, one item left out, one added. */
const redraft = (rows: readonly Cells[]): readonly Cells[] => {
  const single = (row: Cells) => row['是否存在子项'] === '否' && (row['法定办结时限'] ?? '') !== '';
  const gone = rows.findIndex((row) => single(row) && row['行使层级']?.includes('县级'));
  const changed = rows.toSpliced(gone, 1).map((row, at) => ({
    ...row,
    ...(at % 2 === 0 && single(row) ? { 法定办结时限: '1个工作日' } : {}),
    ...(at % 3 === 0 && single(row) ? { 申请材料: '居民身份证' } : {}),
  }));
  const added = {
    来源主键: 'NEW',
    事项名称: '无人驾驶车辆道路测试备案',
    基本编码: '889999001001',
    行使层级: '县级',
    主项名称: '',
    主项编码: '',
  };
  return [...changed, { ...(rows[gone] as Cells), ...added }];
};

const draftReference = (sql: Sql): Promise<void> =>
  withFolder(async (folder) => {
    const { files } = await writeDemo({ size: 'small', out: folder });
    const {
      file,
      list: key,
      level,
      region,
      kind,
      name,
    } = files.find(({ list }) => list === 'reference') as (typeof files)[number];
    const path = join(folder, file);
    const { data } = Papa.parse<Cells>(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true });
    await writeFile(path, Papa.unparse([...redraft(data)]));
    const list = { key, level, region, kind, name };
    const result = await importFiles(sql, { files: [path], list, now: DEMO_NOW, allowRemovals: true });
    expect(result.kind).not.toBe('REFUSED');
  });

const ITEM = `region { id } item { id } reference { id } kind guide { id }
  elements { before drift { element state now local } }`;
const TARGET = 'before measuredBefore after measuredAfter';

let matching: AskedSubgraph;
let impact: Data;
let items: readonly Data[];

const ask = (fields: string, writer: Writer | undefined = aWriter(), catalog = REFERENCE) =>
  matching.ask(`{ impact(catalog: "${catalog}") { ${fields} } }`, {
    release: NEWEST,
    ...(writer === undefined ? {} : { writer }),
  });

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => loadDemo(sql, DEMO_NOW, () => undefined));
  await matchSimply(matching.url);
  const sql = connect(matching.url, { connections: 1 });
  try {
    await draftReference(sql);
    const { data, codes } = await ask(`added changed removed name importedAt elements { element count }
      changes(first: 100) { totalCount nodes { kind name reference { id } elements { element now local } } }
      regions { totalCount nodes { region { id } items guides newlyOwed elements { element count }
        withinHalf { ${TARGET} } oneVisit { ${TARGET} } } }`);
    expect(codes).toEqual([]);
    impact = data.impact;
    items = await throughPages(async (after) => {
      const args = `first: 33${after === null ? '' : `, after: "${after}"`}`;
      const page = await ask(`items(${args}) { nodes { ${ITEM} } pageInfo { hasNextPage endCursor } }`);
      return page.data.impact.items;
    });
  } finally {
    await sql.end();
  }
});

afterAll(() => matching[Symbol.asyncDispose]());

describe('what a draft would touch', () => {
  test('only a reviewer sees it', async () => {
    expect(
      (await matching.ask(`{ impact(catalog: "${REFERENCE}") { added } }`, { release: NEWEST })).codes,
    ).toEqual(['UNAUTHENTICATED']);
  });

  test.each(['ca_nowhere', stableId('catalog', '880121-power')])('%s has no draft', async (catalog) => {
    expect((await ask('added', aWriter(), catalog)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('the draft is told by what it adds, changes and leaves out', () => {
    expect(impact).toMatchObject({ added: 1, removed: 1, importedAt: DEMO_NOW });
    expect(impact.changed).toBeGreaterThan(50);
    expect(impact.changes.totalCount).toBe(impact.changed + 2);
    expect(impact.elements.map(({ element }: Data) => element)).toEqual(
      expect.arrayContaining(['statutoryLimit', 'materialsText']),
    );
    expect(impact.changes.nodes[0]).toMatchObject({
      kind: 'ADDED',
      name: '无人驾驶车辆道路测试备案',
      reference: null,
    });
  });

  test('every region says how many items are touched, and asks for the added one', () => {
    for (const { region, items: count, newlyOwed, guides } of impact.regions.nodes) {
      const own = items.filter((item) => item.region.id === region.id);
      expect(own).toHaveLength(count);
      expect(newlyOwed).toBe(1);
      expect(guides).toBe(own.filter(({ guide }) => guide !== null).length);
    }
    expect(impact.regions.nodes.map(({ region }: Data) => region.id)).toEqual(
      COUNTIES.map((code) => `${code}000000`),
    );
  });

  test('a limit of one working day takes promises out of the half', () => {
    const sum = (key: string) =>
      impact.regions.nodes.reduce((all: number, { withinHalf }: Data) => all + withinHalf[key], 0);
    expect(sum('after')).toBeLessThan(sum('before'));
    expect(sum('measuredBefore')).toBeGreaterThan(0);
  });

  test('once it is published, the lists stand to it as was said', async () => {
    const sql = connect(matching.url, { connections: 1 });
    await publish(sql, { now: DEMO_NOW, keys: ['reference'] });
    await sql.end();
    const fresh = reopen(matching);
    const states = new Map<string, string>();
    for (const county of COUNTIES) {
      for (const list of ['directory', 'implementation', 'power', 'public']) {
        const rows = await throughPages(async (after) => {
          const { data } = await fresh.ask(
            `query ($left: ID!, $after: String) { compareCatalogs(left: $left, right: "${REFERENCE}") {
              rows(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
                nodes { reference { id } adopters { item { id } drift(state: [UNCHANGED, COSMETIC, FOLLOWED, BEHIND, LOCAL_EDIT, CONFLICT]) { element state } } } } } }`,
            { release: NEWEST + 1, variables: { left: stableId('catalog', `${county}-${list}`), after } },
          );
          return data.compareCatalogs.rows;
        });
        for (const { reference, adopters } of rows)
          for (const { item, drift } of adopters)
            for (const { element, state } of drift)
              states.set(`${item.id} ${reference.id} ${element}`, state);
      }
    }
    await fresh.close();
    const said = items.flatMap(({ item, reference, elements }) =>
      elements.map(
        ({ drift }: Data) => [`${item.id} ${reference.id} ${drift.element}`, drift.state] as const,
      ),
    );
    expect(said.length).toBeGreaterThan(100);
    const wrong = said
      .filter(([key, state]) => states.get(key) !== state)
      .map(([key, state]) => [key, state, states.get(key)].join(' '));
    expect(wrong).toEqual([]);
  });
});
