import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError, type Values } from '../../cli/command.ts';
import { evaluate } from '../../cli/evaluate.ts';
import { recordingTerminal } from './recording-terminal.ts';

const LABELS = join(import.meta.dirname, '../fixtures/matching/labels.jsonl');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-evaluate-'));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const run = async (values: Values) => {
  const { terminal, out, told } = recordingTerminal();
  const code = await evaluate.run(terminal, values, []);
  return { code, out: out(), told: told() };
};

const evaluated = async (values: Values = {}) => {
  const { code, out } = await run({ labels: LABELS, json: true, 'no-html': true, ...values });
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('the machine form', () => {
  test('judges lines with a right side as pairs, and left sides against all rights as items', async () => {
    const { labels, pairs, items } = await evaluated();
    expect(labels).toEqual({ file: 'labels.jsonl', count: 6, split: null, namesOnly: false });
    expect(pairs.quality.count).toBe(5);
    expect(pairs.quality.confusion.counts.flat().reduce((sum: number, one: number) => sum + one)).toBe(5);
    expect(items).toMatchObject({ references: 5, undecided: 1 });
    expect(items.quality).toMatchObject({ count: 5, withPartner: 3 });
  });

  test('a split takes its lines alone', async () => {
    const { labels, pairs } = await evaluated({ split: 'test' });
    expect([labels.count, labels.split, pairs.quality.count]).toEqual([3, 'test', 3]);
  });

  test('a reference takes the place of the rights', async () => {
    const rows = [
      'r01,食品经营许可',
      'r02,护士执业注册',
      'r03,不动产登记',
      'r05,公共场所卫生许可',
      'r06,药品批发',
    ];
    const reference = await file('reference.csv', `id,name\n${rows.join('\n')}\nr99,林木采伐许可\n`);
    expect((await evaluated({ reference })).items.references).toBe(6);
  });

  test('chosen pairs are no items', async () => {
    const text = await readFile(LABELS, 'utf8');
    const [first = ''] = text.split('\n');
    const again = first.replace('k-01', 'k-99').replace('EQUIVALENT', 'DIFFERENT');
    const labels = await file('pairs.jsonl', `${first}\n${again}\n`);
    const { pairs, items } = await evaluated({ labels });
    expect([pairs.quality.count, items]).toEqual([2, null]);
  });
});

test('labels in GB 18030, as editors of this country save them, are read and the guess is told', async () => {
  const path = join(folder, 'gb.jsonl');
  const label =
    '{"left":{"itemKey":"a","name":"?"},"right":{"itemKey":"b","name":"?"},"relation":"DIFFERENT"}\n';
  // 甲 in GB 18030.
  const bytes = Buffer.from(label.replaceAll('?', '\u00bc\u00d7'), 'latin1');
  await writeFile(path, bytes);
  const page = join(folder, 'gb.html');
  const { code, told } = await run({ labels: path, html: page });
  expect(code).toBe(0);
  expect(told).toContain('gb.jsonl：文件不是 UTF-8，已按 GB18030 编码读取');
  // Equal names labelled as different are an error, which the page lists.
  expect(await readFile(page, 'utf8')).toContain('甲');
});

describe('the page', () => {
  test('stands by itself: no script, nothing fetched, all headings, captions and titles there', async () => {
    const page = join(folder, 'page.html');
    const { told } = await run({ labels: LABELS, html: page });
    expect(told).toContain(page);
    const html = await readFile(page, 'utf8');
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toMatch(/<h1>.*<h2>.*<h3>/su);
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\(|@import/u);
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
    expect(count(/<svg /gu)).toBe(6);
    expect(count(/<title id=/gu)).toBe(6);
    expect(count(/<table>/gu)).toBeGreaterThan(8);
    expect(count(/<caption>/gu)).toBe(count(/<table>/gu));
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('is the same for the same labels, and so is what is printed', async () => {
    const [one, other] = [join(folder, 'one.html'), join(folder, 'other.html')];
    const first = await run({ labels: LABELS, html: one });
    const second = await run({ labels: LABELS, html: other });
    expect(second.out).toBe(first.out);
    expect(await readFile(other, 'utf8')).toBe(await readFile(one, 'utf8'));
  });

  test('lists every error with both names; what a label says is text and never markup', async () => {
    const side = { itemKey: 'x', name: '食品经营许可<b>' };
    const line = (relation: string) =>
      `${JSON.stringify({ pairId: relation, left: side, right: side, relation, reason: '<i>故意标错</i>' })}\n`;
    // Of three classes for the same two names two are wrong, whatever the answer.
    const labels = await file('wrong.jsonl', line('EQUIVALENT') + line('OVERLAP') + line('DIFFERENT'));
    const page = join(folder, 'wrong.html');
    await run({ labels, html: page });
    const html = await readFile(page, 'utf8');
    expect(html).toContain('错误（2 处');
    expect(html.match(/食品经营许可&lt;b&gt;/gu)).toHaveLength(4);
    expect(html).toContain('&lt;i&gt;故意标错&lt;/i&gt;');
    expect(html).not.toMatch(/<b>|<i>/u);
  });

  test('takes the place of a former report, and of no other file unless told', async () => {
    const page = join(folder, 'report.html');
    expect((await run({ labels: LABELS, html: page })).code).toBe(0);
    expect((await run({ labels: LABELS, html: page })).code).toBe(0);
    await writeFile(page, '别的');
    const refused = await run({ labels: LABELS, html: page });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.told).toContain('--force');
    expect(await readFile(page, 'utf8')).toBe('别的');
    expect((await run({ labels: LABELS, html: page, force: true })).code).toBe(0);
  });

  test('is left out where it is not wanted', async () => {
    const before = await readdir(folder);
    expect((await run({ labels: LABELS, 'no-html': true })).told).not.toContain('报告');
    expect(await readdir(folder)).toEqual(before);
  });
});

test('the printed form has every figure in words', async () => {
  const { out } = await run({ labels: LABELS, 'no-html': true });
  for (const words of ['三类平均 F1', 'AUC', '候选前 10', '校准误差', '95% 下限', '待人审定', '难点']) {
    expect(out).toContain(words);
  }
});

describe('what cannot be judged is refused, with the place', () => {
  test.each([
    ['no JSON', '{"left":\n', /wrong\.jsonl 第 1 行：不是一个 JSON 对象/u],
    ['a field', '\n{"left":{"itemKey":"a"},"right":null,"relation":"NONE"}', /第 2 行 left\.name：缺少/u],
    ['nothing', '\n\n', /没有标注/u],
  ])('%s', async (_, content, sentence) => {
    const { code, out, told } = await run({ labels: await file('wrong.jsonl', content) });
    expect([code, out]).toEqual([1, '']);
    expect(told).toMatch(sentence);
  });

  test('a file that is not there', async () => {
    expect(await run({ labels: join(folder, 'nowhere.jsonl') })).toMatchObject({
      code: 1,
      told: expect.stringContaining('文件不存在'),
    });
  });

  test('bytes that are in no encoding', async () => {
    const path = join(folder, 'torn.jsonl');
    await writeFile(path, Buffer.from([0x7b, 0xff, 0xff, 0x7d, 0x0a]));
    const { code, told } = await run({ labels: path });
    expect(code).toBe(1);
    expect(told).toMatch(/^torn\.jsonl：文字编码无法识别.*请存为 UTF-8/u);
  });

  test('a workbook', async () => {
    const path = join(folder, 'book.jsonl');
    await copyFile(join(import.meta.dirname, '../fixtures/intake/header-only.xlsx'), path);
    const { code, told } = await run({ labels: path });
    expect(code).toBe(1);
    expect(told).toMatch(
      /^book\.jsonl：内容是 Excel 工作簿（xlsx），不是 JSON Lines.*docs\/matching-files\.md/u,
    );
  });

  test('a split that no line has', async () => {
    expect(await run({ labels: LABELS, split: 'dev' })).toMatchObject({
      code: 1,
      told: expect.stringContaining('现有 test、train'),
    });
  });

  test('a right side that the reference does not have', async () => {
    const reference = await file('short.csv', 'id,name\nr01,食品经营许可\n');
    const { code, told } = await run({ labels: LABELS, reference, 'no-html': true });
    expect(code).toBe(1);
    expect(told).toContain('labels.jsonl 第 2 行 right.itemKey：“r02”不在 short.csv 里');
  });

  test.each<[string, Values, string]>([
    ['no labels', {}, '--labels'],
    ['a page and none', { labels: LABELS, html: 'x.html', 'no-html': true }, '--no-html'],
  ])('%s is wrong usage', async (_, values, words) => {
    const failure = run(values);
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(words);
  });
});
