import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Values } from '../../cli/command.ts';
import { decideOver } from '../../cli/decide.ts';
import { connect, type Sql } from '../../db/client.ts';
import { decide as decideNow, storeMachineLinks } from '../linkage/decision-calls.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { storeCatalogs, storeItems, storeReleases } from '../support/rows.ts';
import { recordingTerminal } from './recording-terminal.ts';

let database: TestDatabase;
let sql: Sql;
let folder: string;
let earlier: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-preview-'));
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [{ id: 'ca_county', key: 'power', itemCount: 3 }]);
  const province = { catalog: 'ca_province', region: '880000000000', level: 'PROVINCE' };
  await storeItems(sql, [
    { id: 'ci_a', name: '食品经营许可核发', kind: 'POWER' },
    { id: 'ci_b', name: '食品摊贩登记', kind: 'POWER' },
    { id: 'ci_c', name: '食品小作坊登记', kind: 'POWER' },
    { id: 'ri_1', name: '食品经营许可', ...province },
    { id: 'ri_2', name: '食品生产许可', ...province },
    { id: 'ri_3', name: '食品摊贩备案', ...province },
  ]);
  await storeMachineLinks(sql, [
    { left: 'ci_a', right: 'ri_1', status: 'ACCEPTED', confidence: 0.99 },
    { left: 'ci_a', right: 'ri_2', status: 'REVIEW', confidence: 0.6 },
    { left: 'ci_b', right: 'ri_3', status: 'ACCEPTED', confidence: 0.9 },
    { left: 'ci_c', right: 'ri_3', status: 'ACCEPTED', confidence: 0.9 },
  ]);
  const said = { kind: 'REFERENCE', reason: '已核对' };
  const [, decided] = await decideNow(
    sql,
    [
      { ...said, left: 'ci_b', right: 'ri_3', verdict: 'CONFIRM' },
      { ...said, left: 'ci_a', right: 'ri_2', verdict: 'REJECT' },
    ],
    '李四',
  );
  earlier = decided?.decision ?? '';
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** What a dry run of the command writes, says and ends with. */
const preview = async (values: Values) => {
  const { terminal, out, told } = recordingTerminal();
  const before = await stored();
  const code = await decideOver(terminal, sql, { by: '张三', 'dry-run': true, ...values });
  expect(await stored()).toEqual(before);
  const [, ...lines] = out().trimEnd().split('\n');
  return { code, out: out(), lines: lines.map((line) => line.split('\t')), told: told() };
};

const stored = async () => [
  ...(await sql`select (select count(*) from matching.decision)::int as decisions,
    (select count(*) from matching.match)::int as links, (select max(number) from release.release) as release`),
];

describe('a dry run says of each line what would change', () => {
  test('a confirmed partner, the other that steps back, and the decision that is superseded', async () => {
    const { code, lines, told } = await preview({
      item: 'ci_a',
      reference: 'ri_2',
      verdict: 'confirm',
      reason: '是它',
    });
    expect(code).toBe(0);
    expect(lines).toEqual([
      [
        '1',
        '确认',
        '食品经营许可核发',
        '食品生产许可',
        '由人否定 → 由人确认',
        '食品经营许可：机器接受 → 由人否定',
        expect.stringMatching(/^20\d\d-\d\d-\d\d 李四的“否定”（de_\w+）$/u),
      ],
    ]);
    expect(told).toBe(
      '只是预演，什么也没有改动：1 条审定中将写入 1 条；改变 2 条对应关系：1 条开始计入，1 条不再计入，0 条计入与否不变。',
    );
  });

  test('no partner at all: each link of the item', async () => {
    const { lines } = await preview({ item: 'ci_c', verdict: 'no-match', reason: '自设' });
    expect(lines).toEqual([
      [
        '1',
        '没有对应',
        '食品小作坊登记',
        '－',
        '－',
        expect.stringMatching(/^食品摊贩备案：.* → 由人否定$/u),
        '－',
      ],
    ]);
  });

  test('a decision taken back', async () => {
    const { lines, told } = await preview({ revoke: earlier, reason: '看错了' });
    expect(lines).toEqual([
      [
        '1',
        '收回',
        '食品经营许可核发',
        '食品生产许可',
        '由人否定 → 待人审定',
        '－',
        expect.stringContaining(earlier),
      ],
    ]);
    expect(told).toContain('改变 1 条对应关系：0 条开始计入，0 条不再计入，1 条计入与否不变。');
  });

  test('a file: what is so already, what changes nothing, and the sum of both', async () => {
    const path = join(folder, '审定.csv');
    const rows = ['甲,ci_b,ri_3,confirm,已核对', '乙,ci_b,ri_1,reject,不同', '丙,ci_a,ri_1,confirm,已核对'];
    await writeFile(path, `id,item,reference,verdict,reason\n${rows.join('\n')}\n`);
    const { lines, told } = await preview({ file: path });
    expect(lines.map(([row, verdict, , , status]) => [row, verdict, status])).toEqual([
      ['甲', '确认', '早已如此审定'],
      ['乙', '否定', '状态不变'],
      ['丙', '确认', '机器接受 → 由人确认'],
    ]);
    expect(told).toContain('3 条审定中将写入 2 条，1 条早已如此；');
  });

  test('a rival of another item that is freed is told in the sum', async () => {
    const { told } = await preview({ item: 'ci_b', reference: 'ri_3', verdict: 'reject', reason: '不同' });
    expect(told).toMatch(/改变 2 条对应关系（其中 1 条是别的事项的）：1 条开始计入，1 条不再计入，0 条/u);
  });

  test('for machines, a line each with all that an answer has', async () => {
    const { out } = await preview({
      item: 'ci_a',
      reference: 'ri_1',
      verdict: 'confirm',
      reason: '是它',
      json: true,
    });
    expect(JSON.parse(out)).toMatchObject({
      result: 'OK',
      decision: null,
      release: null,
      left: 'ci_a',
      right: 'ri_1',
      supersedes: null,
      changes: [{ right: 'ri_1', before: 'ACCEPTED', after: 'CONFIRMED' }],
    });
  });

  test('what is refused is told as without a dry run', async () => {
    const path = join(folder, '两次.csv');
    const row = 'ci_a,ri_1,confirm,已核对';
    await writeFile(path, `id,item,reference,verdict,reason\n甲,${row}\n乙,${row}\n`);
    const { code, told } = await preview({ file: path });
    expect(code).toBe(1);
    expect(told).toMatch(/^甲：.*\n乙：.*重复/u);
  });
});
