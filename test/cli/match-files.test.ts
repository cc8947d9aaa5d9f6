import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError, type Values } from '../../cli/command.ts';
import { type Engine, matchFiles } from '../../cli/match-files.ts';
import type { MatchItem } from '../../matching/item.ts';
import type { ItemJudgement } from '../../matching/judgement.ts';
import { recordingTerminal } from './recording-terminal.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-match-'));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

/** What the command writes, says and ends with. */
const run = async (values: Values, engine?: Engine) => {
  const { terminal, out, told } = recordingTerminal();
  const code = await matchFiles(terminal, values, engine);
  return { code, out: out(), told: told() };
};

/** Takes a reference of the same name; keeps what it is given. */
const engineOfNames = () => {
  const seen: { references: readonly MatchItem[]; items: MatchItem[]; pairs: MatchItem[][] } = {
    references: [],
    items: [],
    pairs: [],
  };
  const engine: Engine = {
    createMatcher: (references) => {
      seen.references = references;
      return {
        match: (item) => {
          seen.items.push(item);
          const found = references.find(({ name }) => name === item.name);
          return {
            evidence: [{ feature: 'name', bits: 1 / 3, note: '名称相同', left: 'x' }],
            candidates: found === undefined ? [] : [{ reference: found.id, confidence: 2 / 3 }],
            band: found === undefined ? 'NONE' : 'AUTO',
            confidence: 0.987_654_321,
            relation: found === undefined ? 'NONE' : 'EQUIVALENT',
            match: found?.id ?? null,
            item: item.id,
          };
        },
      };
    },
    judgePair: (left, right) => {
      seen.pairs.push([left, right]);
      return {
        relation: 'partial',
        probabilities: { different: 1e-9, partial: 0.75, same: 0.249_999_999 },
        evidence: [{ feature: 'name', bits: -1, note: '名称不同' }],
      };
    },
  };
  return { engine, seen };
};

/** Says the same of every item. */
const engineSaying = (said: Partial<ItemJudgement>): Engine => ({
  ...engineOfNames().engine,
  createMatcher: () => ({
    match: ({ id }) => ({
      item: id,
      match: null,
      relation: 'NONE',
      confidence: 0.5,
      band: 'NONE',
      candidates: [],
      evidence: [],
      ...said,
    }),
  }),
});

describe('items against a reference', () => {
  test('one line of JSON an item, in the order of the items and of the keys, six digits', async () => {
    const { engine } = engineOfNames();
    const reference = await file('reference.csv', 'id,name\nr1,甲\nr2,乙\n');
    const items = await file('items.csv', 'id,name\ni2,乙\ni1,丙\n');
    const { code, out } = await run({ reference, items, json: true }, engine);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '{"item":"i2","match":"r2","relation":"EQUIVALENT","confidence":0.987654,"band":"AUTO","candidates":[{"reference":"r2","confidence":0.666667}],"evidence":[{"feature":"name","bits":0.333333,"note":"名称相同"}]}',
      '{"item":"i1","match":null,"relation":"NONE","confidence":0.987654,"band":"NONE","candidates":[],"evidence":[{"feature":"name","bits":0.333333,"note":"名称相同"}]}',
      '',
    ]);
  });

  test('the engine gets every column, empty cells left out', async () => {
    const { engine, seen } = engineOfNames();
    const head = 'id,name,code,type,department,legal_basis,region,parent_name';
    const laws = '《公共场所卫生管理条例》第四条;《行政许可法》第十二条';
    const full = `1,甲,0001;0002,行政许可, 卫生健康局 ,${laws},880121000000,主项`;
    const reference = await file('full.csv', `${head}\n${full}\n`);
    const items = await file('bare.csv', `${head}\n1,甲,,,,,,\n2,乙,,,,公共场所卫生管理条例,,\n`);
    await run({ reference, items, json: true }, engine);
    expect(seen.references).toEqual([
      {
        id: '1',
        name: '甲',
        codes: ['0001', '0002'],
        type: '行政许可',
        department: '卫生健康局',
        legalBases: [
          { lawName: '公共场所卫生管理条例', clauseNumber: '第四条' },
          { lawName: '行政许可法', clauseNumber: '第十二条' },
        ],
        region: '880121000000',
        parentName: '主项',
      },
    ]);
    expect(seen.items).toEqual([
      { id: '1', name: '甲' },
      { id: '2', name: '乙', legalBases: [{ lawName: '公共场所卫生管理条例' }] },
    ]);
  });

  test('for people, a line of words an item', async () => {
    const { engine } = engineOfNames();
    const reference = await file('reference.csv', 'id,name\nr1,甲\n');
    const items = await file('items.csv', 'id,name\ni1,甲\ni2,"乙\n丙"\n');
    const { out, told } = await run({ reference, items }, engine);
    expect(out.split('\n').map((line) => line.split('\t'))).toEqual([
      ['事项', '名称', '对应', '参考名称', '关系', '把握', '处理', '主要理由'],
      ['i1', '甲', 'r1', '甲', '等同', '98.8%', '机器接受', '名称相同'],
      ['i2', '乙 丙', '－', '', '无对应', '98.8%', '无对应', '名称相同'],
      [''],
    ]);
    expect(told).toBe('2 项，参考 1 项：机器接受 1，待人审定 0，无对应 1。');
  });

  test('two candidates as good as each other are told, and what tells them apart', async () => {
    const reference = await file('rivals.csv', 'id,name\nr1,取水许可变更\nr2,取水许可注销\n');
    const items = await file('items.csv', 'id,name\ni1,取水许可\n');
    const candidates = [
      { reference: 'r1', confidence: 0.45 },
      { reference: 'r2', confidence: 0.4 },
    ];
    const engine = engineSaying({ match: 'r1', relation: 'EQUIVALENT', band: 'REVIEW', candidates });
    const note = /^“取水许可变更”与“取水许可注销”不相上下（45\.0% 与 40\.0%）.*前者“变更”，后者“注销”$/u;
    const { out } = await run({ reference, items }, engine);
    expect(out.trimEnd().split('\t').at(-1)).toMatch(note);
    const { evidence } = JSON.parse((await run({ reference, items, json: true }, engine)).out);
    expect(evidence.at(-1)).toEqual({ feature: 'rivals', bits: 0, note: expect.stringMatching(note) });
    const sure = engineSaying({ match: 'r1', relation: 'EQUIVALENT', band: 'AUTO', candidates });
    expect((await run({ reference, items, json: true }, sure)).out).not.toContain('rivals');
  });

  test('an item of several says which references it is made of, and what is left', async () => {
    const reference = await file('parts.csv', 'id,name\nr1,取水许可变更\nr2,取水许可注销\n');
    const items = await file('items.csv', 'id,name\ni1,取水许可变更、注销、补证\n');
    const part = (id: string, member: string) => ({
      reference: id,
      confidence: 0.9,
      members: [member],
      evidence: [],
    });
    const engine = engineSaying({
      match: 'r2',
      relation: 'BROADER',
      band: 'REVIEW',
      candidates: [],
      parts: [part('r1', '变更'), part('r2', '注销')],
      rest: ['补证'],
    });
    expect((await run({ reference, items }, engine)).out).toContain(
      '左边合办几项：“变更”对应“取水许可变更”，“注销”对应“取水许可注销”；“补证”没有找到对应；各条理由只是就“注销”说的',
    );
  });

  test.each([
    ['EQUIVALENT', '相同'],
    ['NARROWER', '左边“变更”，右边没有写'],
    ['RELATED', '右边“查询”'],
    ['NONE', '左边“变更”，右边没有写'],
  ] as const)('the main reason of %s speaks for it', async (relation, reason) => {
    const reference = await file('reference.csv', 'id,name\nr1,甲\n');
    const items = await file('items.csv', 'id,name\ni1,乙\n');
    const evidence = [
      { feature: 'words', bits: -3, note: '没有独有的用词' },
      { feature: 'lifeCycle', bits: -2, note: '左边“变更”，右边没有写', left: '变更' },
      { feature: 'about', bits: -1.5, note: '右边“查询”', right: '查询' },
      { feature: 'kind', bits: 1, note: '相同' },
      { feature: 'bias', bits: 4, note: '其余各项合计' },
    ];
    const engine = engineSaying({ match: 'r1', relation, band: 'NONE', candidates: [], evidence });
    expect((await run({ reference, items }, engine)).out.trimEnd().split('\t').at(-1)).toBe(reason);
  });

  test('a header alone gives no line', async () => {
    const { engine } = engineOfNames();
    const reference = await file('reference.csv', 'id,name\n');
    const items = await file('items.csv', 'id,name\n');
    for (const json of [true, false]) {
      expect(await run({ reference, items, json }, engine)).toMatchObject({ code: 0, out: '' });
    }
  });

  test('more items than are written at once come whole and in order', async () => {
    const { engine } = engineOfNames();
    const ids = Array.from({ length: 1_234 }, (_, index) => `i${index}`);
    const reference = await file('reference.csv', 'id,name\nr1,甲\n');
    const items = await file('items.csv', `id,name\n${ids.map((id) => `${id},甲\n`).join('')}`);
    const { out } = await run({ reference, items, json: true }, engine);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).item)).toEqual(ids);
  });

  test('nothing is written where a file is wrong, and both files are told', async () => {
    const { engine, seen } = engineOfNames();
    const reference = await file('reference.csv', 'id,name\nr1,甲\nr1,乙\n');
    const items = await file('items.csv', 'id\ni1\n');
    const { code, out, told } = await run({ reference, items, json: true }, engine);
    expect([code, out]).toEqual([1, '']);
    expect(told).toMatch(/reference\.csv 第 3 行“id”列.*\nitems\.csv 第 1 行（表头）/u);
    expect(seen.items).toEqual([]);
  });
});

describe('pairs', () => {
  test('one line of JSON a pair', async () => {
    const { engine, seen } = engineOfNames();
    const head = 'pair_id,a_name,a_code,a_dept,b_name,b_code,b_dept';
    const pairs = await file('pairs.csv', `${head}\np2,甲,1,民政局,乙,2,\np1,丙,,,丁,,\n`);
    const { code, out } = await run({ pairs, json: true }, engine);
    expect(code).toBe(0);
    const rest = '"relation":"partial","probabilities":{"same":0.25,"partial":0.75,"different":0}}';
    expect(out).toBe(`{"pair":"p2",${rest}\n{"pair":"p1",${rest}\n`);
    expect(seen.pairs).toEqual([
      [
        { id: 'a', name: '甲', codes: ['1'], department: '民政局' },
        { id: 'b', name: '乙', codes: ['2'] },
      ],
      [
        { id: 'a', name: '丙' },
        { id: 'b', name: '丁' },
      ],
    ]);
  });

  test('for people, a line of words a pair', async () => {
    const { engine } = engineOfNames();
    const pairs = await file('pairs.csv', 'pair_id,a_name,b_name\np1,甲,乙\n');
    const { out, told } = await run({ pairs }, engine);
    expect(out.split('\n')[1]).toBe('p1\t甲\t乙\t部分相同\t25.0%\t75.0%\t0.0%\t名称不同');
    expect(told).toBe('1 对：相同 0，部分相同 1，不同 0。');
  });
});

describe('with the engine itself', () => {
  test('the same file twice gives the same bytes, and chances that sum to one', async () => {
    const reference = await file('reference.csv', 'id,name\nr1,食品经营许可\nr2,护士执业注册\n');
    const items = await file('items.csv', 'id,name\ni1,护士执业注册\ni2,古树认养\n');
    const pairs = await file('pairs.csv', 'pair_id,a_name,b_name\np1,食品经营许可,护士执业注册\n');
    for (const values of [
      { reference, items, json: true },
      { pairs, json: true },
    ]) {
      expect((await run(values)).out).toBe((await run(values)).out);
    }
    const { out } = await run({ reference, items, json: true });
    const [first] = out.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ item: 'i1', candidates: [{ reference: 'r2' }] });
    const { same, partial, different } = JSON.parse((await run({ pairs, json: true })).out).probabilities;
    expect(same + partial + different).toBeCloseTo(1, 5);
    expect(different).toBeGreaterThan(0.5);
  });
});

describe('wrong usage', () => {
  test.each<[string, Values, string]>([
    ['no items', { reference: 'r.csv' }, '--items'],
    ['no reference', { items: 'i.csv' }, '--reference'],
    ['both kinds', { pairs: 'p.csv', items: 'i.csv' }, '不能'],
  ])('%s', async (_, values, words) => {
    const failure = run(values);
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(words);
  });
});
