import { describe, expect, test } from 'vitest';
import { jsonReader } from '../../../intake/readers/json.ts';
import { readWith } from '../../support/read-grid.ts';

const read = async (name: string, text: string, limits = {}) => {
  const { sheets, problems, refused } = await readWith(jsonReader, name, text, limits);
  if (refused !== undefined) return refused.message;
  return { records: sheets[0]?.records.map(({ record }) => record), problems };
};

describe('records', () => {
  test.each([
    ['an array of objects', 'list.json', '[{"a":1},{"b":[2],"a":3}]', [{ a: 1 }, { b: [2], a: 3 }], []],
    ['JSON Lines', 'list.jsonl', '{"a":1}\r\n\n{"a":2}', [{ a: 1 }, { a: 2 }], []],
    [
      'JSON Lines that are called .json',
      'list.json',
      '{"a":1}\n{"a":{"b":[1]}}\n',
      [{ a: 1 }, { a: { b: [1] } }],
      [],
    ],
    [
      'one object with blocks of objects',
      'list.json',
      '{"name":"甲","materials":[{"name":"乙"}]}',
      [{ name: '甲', materials: [{ name: '乙' }] }],
      [],
    ],
    [
      'one object over many lines',
      'list.json',
      '{\n"name": "甲",\n"steps": [{"name":"乙"}]\n}\n',
      [{ name: '甲', steps: [{ name: '乙' }] }],
      [],
    ],
    [
      'data',
      'list.json',
      '{"code":0,"data":[{"a":1},{"a":2}],"msg":"ok"}',
      [{ a: 1 }, { a: 2 }],
      ['JSON_ENVELOPE'],
    ],
    [
      'data.list',
      'list.json',
      '{"data":{"total":1,"list":[ {"a":"]}"} ]}}',
      [{ a: ']}' }],
      ['JSON_ENVELOPE'],
    ],
    ['result.data', 'list.json', '{"result":{"data":[{"a":1}]},"rows":[]}', [{ a: 1 }], ['JSON_ENVELOPE']],
    ['a database tool', 'list.json', '{\n"RECORDS":[\n{"a":1}\n]\n}', [{ a: 1 }], ['JSON_ENVELOPE']],
    [
      'an envelope a line',
      'list.json',
      '{"rows":[{"a":1}]}\n{"rows":[{"a":2}]}\n',
      [{ a: 1 }, { a: 2 }],
      ['JSON_ENVELOPE'],
    ],
    [
      'escapes and brackets in strings',
      'list.json',
      '[{"a":"\\\\\\"],["},{"a":"}"}]',
      [{ a: '\\"],[' }, { a: '}' }],
      [],
    ],
  ])('%s', async (_what, name, text, records, problems) => {
    expect(await read(name, text)).toEqual({ records, problems });
  });

  test.each([
    ['12345678901234567890', '12345678901234567890'],
    ['-9007199254740993', '-9007199254740993'],
    ['0.12345678901234567', '0.12345678901234567'],
    ['1e400', '1e400'],
    ['123456789012345', 123456789012345],
    ['2.50', 2.5],
  ])('the number %s comes as %j', async (digits, value) => {
    expect(await read('list.json', `[{"a":${digits}}]`)).toMatchObject({ records: [{ a: value }] });
    expect(await read('list.jsonl', `{"a":${digits}}`)).toMatchObject({ records: [{ a: value }] });
  });

  test('numbers of records, in batches', async () => {
    const text = JSON.stringify(Array.from({ length: 1201 }, (_, index) => ({ index })));
    const { sheets } = await readWith(jsonReader, 'list.json', text);
    expect(sheets[0]).toMatchObject({ kind: 'RECORDS' });
    expect(sheets[0]?.records).toEqual(
      Array.from({ length: 1201 }, (_, index) => ({ row: index + 1, record: { index } })),
    );
  });

  test('a key __proto__ is a key like others', async () => {
    const { sheets } = await readWith(
      jsonReader,
      'list.json',
      '[{"__proto__":{"polluted":1},"constructor":2}]',
    );
    const record = sheets[0]?.records[0]?.record ?? {};
    expect(Object.keys(record)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect((record as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('NULs are dropped wherever they stand, and told', async () => {
    const { sheets, problems } = await readWith(
      jsonReader,
      'list.json',
      String.raw`[{"a\u0000":"x\u0000y","b":["\u0000"]}]`,
    );
    expect(sheets[0]?.records[0]?.record).toEqual({ a: 'xy', b: [''] });
    expect(problems).toEqual(['TEXT_NULLS', 'TEXT_NULLS']);
  });

  test.each([
    ['at the top', '{"a":1,"b":2,"a":3}', ['KEY_REPEATED'], { a: 3, b: 2 }],
    [
      'in blocks, escaped otherwise',
      String.raw`{"s":[{"名":1,"\u540d" : 2}],"t\\":{"t\\":1}}`,
      ['KEY_REPEATED'],
      { s: [{ 名: 2 }], 't\\': { 't\\': 1 } },
    ],
    [
      'three times, and another',
      '{"a":1,"a":2,"a":{"b":1,"b":2}}',
      ['KEY_REPEATED', 'KEY_REPEATED'],
      { a: { b: 2 } },
    ],
    [
      'in objects of their own',
      String.raw`{"a":{"a":1},"b":[{"a":"\"a\":"},{"a":"a"}],"c":"x\\"}`,
      [],
      { a: { a: 1 }, b: [{ a: '"a":' }, { a: 'a' }], c: 'x\\' },
    ],
  ])('repeated keys: %s', async (_what, text, problems, record) => {
    for (const name of ['list.json', 'list.jsonl']) {
      const found = await readWith(jsonReader, name, text);
      expect(found.problems).toEqual(problems);
      expect(found.sheets[0]?.records[0]?.record).toEqual(record);
    }
  });

  test('halves of characters and values nested without end are told', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const { sheets, problems } = await readWith(jsonReader, 'list.json', `[{"a":"x\\ud83d"},{"b":${deep}}]`);
    expect(sheets[0]?.records[0]?.record).toEqual({ a: 'x\uFFFD' });
    expect(problems).toEqual(['TEXT_DAMAGED', 'NESTED_TOO_DEEP']);
  });
});

describe('what is wrong with a file is said', () => {
  test.each([
    ['nothing', 'list.json', ' \n', '没有任何事项'],
    ['no lines', 'list.jsonl', '', '没有任何事项'],
    ['an empty array', 'list.json', '[ ]', '没有任何事项'],
    ['a wrong character', 'list.json', '[{"a":1},\n{"a":1 2}]', '第 2 行第 8 个字起不是合法的 JSON'],
    ['a word without quotation marks', 'list.json', '[{"a":x}]', '第 1 行第 7 个字起不是合法的 JSON'],
    [
      'a line break within a string',
      'list.json',
      '[{"a":"x},\n{"a":"y"}]',
      '第 1 行第 11 个字起不是合法的 JSON',
    ],
    ['a comma too many', 'list.json', '[{"a":1},\n]', '第 2 行第 1 个字起不是合法的 JSON'],
    ['a comma too few', 'list.json', '[{"a":1}\n{"a":2}]', '第 2 行第 1 个字起不是合法的 JSON'],
    ['cut off within an element', 'list.json', '[{"a":1},\n{"a":', '文件在第 2 行第 6 个字处中断'],
    ['cut off between elements', 'list.json', '[{"a":1},\n{"a":1}', '文件在第 2 行第 8 个字处中断'],
    ['text behind the array', 'list.json', '[{"a":1}]\nx', '第 2 行第 1 个字起不是合法的 JSON'],
    ['two arrays', 'list.json', '[{"a":1}]\n[{"a":1}]', '第 2 行第 1 个字起不是合法的 JSON'],
    ['a bracket of the wrong kind', 'list.json', '[{"a":1}}', '第 1 行第 9 个字起不是合法的 JSON'],
    ['an envelope not closed', 'list.json', '{"data":[{"a":1}]', '文件在第 1 行第 18 个字处中断'],
    [
      'an envelope broken behind its array',
      'list.json',
      '{"data":[{"a":1}],x}',
      '第 1 行第 1 个字起的内容不是合法的 JSON',
    ],
    ['a broken line', 'list.jsonl', '{"a":1}\n{"a":\n{"a":2}\n', '文件在第 2 行第 6 个字处中断'],
    ['no object', 'list.jsonl', '{"a":1}\n\n[1]\n', '第 3 行第 1 个字起不是对象'],
    ['no objects in the array', 'list.json', '[1]', '第 1 行第 2 个字起不是对象'],
    ['a word alone', 'list.json', 'true', '第 1 行第 1 个字起不是对象'],
    ['another format', 'list.json', '名称,编码\n甲,1\n', '第 1 行第 1 个字起不是合法的 JSON'],
    [
      'two arrays of objects',
      'list.json',
      '{"data":[{"a":1}],"rows":[{"a":1}]}',
      '“data”和“rows”都是对象的数组',
    ],
  ])('%s', async (_what, name, text, sentence) => {
    const message = await read(name, text);
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/unexpected|expected|position|token/iu);
  });

  test.each([
    ['rows', { rows: 1 }, '第 2 行：行数超过上限 1'],
    ['columns', { columns: 1 }, '第 2 行：列数超过上限 1'],
    ['cells', { cells: 2 }, '第 2 行：单元格数超过上限 2'],
    ['characters of a cell', { cellCharacters: 3 }, '第 2 行：单元格字数超过上限 3'],
    ['bytes', { fileBytes: 3 }, '上限是 3 字节'],
  ])('a limit of %s', async (_what, limits, sentence) => {
    expect(await read('list.json', '[{"a":"1"},{"a":"2345","b":3}]', limits)).toContain(sentence);
  });

  test.each([
    ['list.json', '[{"a":["'],
    ['list.jsonl', '{"a":["'],
  ])('a record in %s that does not end', async (name, start) => {
    const message = await read(name, `${start}${'x'.repeat(700_000)}`, { cellCharacters: 1000 });
    expect(message).toContain('一条记录的字数超过上限 100,000');
  });

  test('a line without end is named by its number, however many end in the same piece of the text', async () => {
    const text = `{"a":1}\n{"a":2}\n{"a":"${'x'.repeat(700_000)}`;
    const message = await read('list.jsonl', text, { cellCharacters: 1000 });
    expect(message).toContain('第 3 行');
  });

  test.each([
    ['list.json', '['],
    ['list.json', '[{"a":['],
    ['list.jsonl', '{"a":'],
  ])('a hundred thousand brackets within one another are not parsed: %s of %s', async (name, opening) => {
    expect(await read(name, opening.repeat(100_002))).toContain('括号嵌套过深');
  });

  test.each([
    ['brackets in strings', `{"a":"${'['.repeat(150_000)}\\"${'{'.repeat(150_000)}"}`],
    ['brackets side by side', `{"a":[${'[],'.repeat(100_000)}[]]}`],
    ['a line over many pieces of the text', `{"a":"${'字'.repeat(400_000)}"}`],
  ])('%s are read', async (_what, record) => {
    const text = `{"b":1}\n${record}\n{"b":2}\n`;
    const wanted = [{ b: 1 }, JSON.parse(record), { b: 2 }];
    const limits = { cellCharacters: 500_000 };
    expect(await read('list.jsonl', text, limits)).toEqual({ records: wanted, problems: [] });
  });
});
