import { type HostileFile, hostile, type Outcome } from './hostile-file.ts';

const HEADER = '事项名称,编码,说明\n';
/** 「说明」 in GB 18030. */
const GBK_WORD = Buffer.from('cbb5c3f7', 'hex');

const csv = (name: string, content: () => Buffer | string, ...outcomes: readonly Outcome[]): HostileFile =>
  hostile(`text-${name}.csv`, content, ...outcomes);

const strange: Readonly<Record<string, string>> = {
  'formula-call': "=cmd|' /C calc'!A0",
  'formula-at': '@SUM(1+1)*cmd',
  'right-to-left': '\u202e\u2066许可\u2069',
  'zero-width': '\u200b\u200c\u200d\ufeff许可\u2060',
  prototype: '__proto__',
  rare: '𠀀𪚥㐂',
  control: '\u0001\u0007\u001b[31m',
  'line-separator': 'a\u2028b\u2029c',
};

const tables: readonly HostileFile[] = [
  ...Object.entries(strange).map(([name, value]) => csv(name, () => `${HEADER}甲,${value},乙\n`, 'READ')),
  csv('nul', () => `${HEADER}甲,\0\0,乙\n`, 'READ'),
  csv('utf16-little', () => Buffer.from(`\ufeff${HEADER}甲,1,乙\n`, 'utf16le'), 'READ'),
  csv('utf16-big', () => Buffer.from(`\ufeff${HEADER}甲,1,乙\n`, 'utf16le').swap16(), 'READ'),
  csv(
    'utf16-unmarked',
    () => Buffer.from(`${HEADER}甲,1,乙\n`, 'utf16le'),
    'READ',
    'FILE_ENCODING',
    'FILE_UNREADABLE',
  ),
  csv(
    'mixed-encodings',
    () => Buffer.concat([Buffer.from(`${HEADER}甲,1,`), GBK_WORD, Buffer.from('\n乙,2,说明\n')]),
    'FILE_ENCODING',
    'FILE_UNREADABLE',
    'READ',
  ),
  csv(
    'utf8-cut',
    () => Buffer.from(`${HEADER}甲,1,乙`).subarray(0, -1),
    'READ',
    'FILE_ENCODING',
    'FILE_UNREADABLE',
  ),
  csv(
    'surrogates-in-utf8',
    () => Buffer.concat([Buffer.from(HEADER), Buffer.from('eda080edb080', 'hex')]),
    'FILE_ENCODING',
    'FILE_UNREADABLE',
    'READ',
  ),
  csv('cell-of-ten-megabytes', () => `${HEADER}甲,${'长'.repeat(3_500_000)},乙\n`, 'FILE_LIMIT'),
  csv(
    'quoted-cell-of-ten-megabytes',
    () => `${HEADER}甲,"${'a,\n'.repeat(3_500_000)}",乙\n`,
    'FILE_LIMIT',
    'FILE_UNREADABLE',
  ),
  csv(
    'quotation-never-closes',
    () => `${HEADER}甲,"${'说明\n'.repeat(200_000)}`,
    'FILE_LIMIT',
    'FILE_UNREADABLE',
  ),
  csv(
    'quotations-everywhere',
    () => `${HEADER}${'"'.repeat(1_000_001)}`,
    'FILE_LIMIT',
    'FILE_UNREADABLE',
    'READ',
  ),
  csv('a-million-commas', () => `${HEADER}${','.repeat(1_000_000)}\n`, 'READ', 'FILE_LIMIT'),
  csv('a-million-commas-in-the-header', () => `a${',b'.repeat(1_000_000)}\n`, 'FILE_LIMIT'),
  csv('a-million-empty-lines', () => `${HEADER}${'\n'.repeat(1_000_000)}甲,1,乙\n`, 'READ'),
  csv('two-million-lines', () => `${HEADER}${'1\n'.repeat(2_000_000)}`, 'FILE_LIMIT'),
  csv('carriage-returns', () => `${HEADER}甲,1,乙\n`.replaceAll('\n', '\r'), 'READ'),
  csv('one-line-of-five-megabytes', () => 'x'.repeat(5_000_000), 'FILE_LIMIT'),
  csv('only-line-ends', () => '\r\n'.repeat(5000), 'READ', 'FILE_EMPTY'),
];

const json = (name: string, content: () => string | Buffer, ...outcomes: readonly Outcome[]): HostileFile =>
  hostile(`value-${name}.json`, content, ...outcomes);

const BROKEN: readonly Outcome[] = ['FILE_UNREADABLE'];

const values: readonly HostileFile[] = [
  json('arrays-100000-deep', () => '['.repeat(100_000) + ']'.repeat(100_000), ...BROKEN),
  json('arrays-never-closed', () => '['.repeat(1_000_000), ...BROKEN),
  json('objects-100000-deep', () => `[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]`, 'READ', ...BROKEN),
  json(
    'prototype',
    () => '[{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"task_name":"甲"}]',
    'READ',
  ),
  json(
    'numbers-huge',
    () => `[{"a":${'9'.repeat(5000)},"b":1e999999,"c":-0,"d":0.${'1'.repeat(5000)}}]`,
    'READ',
  ),
  json(
    'keys-a-hundred-thousand',
    () => `[{${Array.from({ length: 100_000 }, (_none, at) => `"k${at}":1`).join(',')}}]`,
    'READ',
    'FILE_LIMIT',
  ),
  json('text-of-ten-megabytes', () => `[{"a":"${'长'.repeat(3_500_000)}"}]`, 'FILE_LIMIT', ...BROKEN),
  json('halves-of-characters', () => '[{"a":"\\ud83d","b":"\\udc00\\ud800","\\ud800":1}]', 'READ'),
  json('nul-escaped', () => '[{"a\\u0000":"\\u0000"}]', 'READ'),
  json('not-a-number', () => '[{"a":NaN}]', ...BROKEN),
  json('cut-off', () => '[{"a":1},{"a":', ...BROKEN),
  json('a-number', () => '42', ...BROKEN),
  json('array-of-everything', () => '[{"a":1},null,[],"x"]', ...BROKEN),
  json('nothing-but-blanks', () => ' \n\t '.repeat(1000), 'FILE_EMPTY', ...BROKEN),
  json('array-empty', () => '[]', 'READ', 'FILE_EMPTY'),
  json('objects-a-million-empty', () => `[${'{},'.repeat(1_000_000)}{}]`, 'READ', 'FILE_LIMIT'),
  hostile('lines-broken.jsonl', () => '{"a":1}\n{"a":\n{"a":3}\n', ...BROKEN),
  hostile('lines-without-end.jsonl', () => `{"a":"${'x'.repeat(5_000_000)}`, 'FILE_LIMIT', ...BROKEN),
  hostile('lines-empty.jsonl', () => '\n'.repeat(500_000), 'FILE_EMPTY', 'READ', ...BROKEN),
];

const ROW = '<tr><td>事项名称</td><td>编码</td></tr>';

const page = (name: string, content: () => string | Buffer, ...outcomes: readonly Outcome[]): HostileFile =>
  hostile(`page-${name}.html`, () => Buffer.from(content()), ...outcomes);

const OUT_OF_BOUNDS: readonly Outcome[] = ['READ', 'FILE_LIMIT', 'FILE_UNREADABLE', 'FILE_EMPTY'];

const pages: readonly HostileFile[] = [
  page('tags-100000-deep', () => `<html>${'<div>'.repeat(100_000)}<table>${ROW}</table>`, ...OUT_OF_BOUNDS),
  page('tables-5000-deep', () => '<table><tr><td>'.repeat(5000), ...OUT_OF_BOUNDS),
  page(
    'closing-tags-200000',
    () => `<table>${ROW}${'</div></p></b>'.repeat(70_000)}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page(
    'rows-spanned-1000000000',
    () => `<table><tr><td rowspan="1000000000">a</td><td>b</td></tr>${ROW}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page(
    'columns-spanned-1000000000',
    () => `<table><tr><td colspan="1000000000">a</td><td>b</td></tr>${ROW}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page(
    'both-spanned',
    () => `<table>${'<tr><td colspan="1000" rowspan="65534">a</td></tr>'.repeat(200)}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page(
    'spans-odd',
    () =>
      `<table><tr><td colspan="-1" rowspan="0">a</td><td colspan="1e9">b</td><td rowspan="NaN">c</td></tr>${ROW}</table>`,
    'READ',
  ),
  page('cells-300000-in-a-row', () => `<table><tr>${'<td>x'.repeat(300_000)}</table>`, 'FILE_LIMIT'),
  page('rows-300000-empty', () => `<table>${'<tr>'.repeat(300_000)}</table>`, ...OUT_OF_BOUNDS),
  page('tables-50000', () => '<table><tr><td>x</td></tr></table>'.repeat(50_000), ...OUT_OF_BOUNDS),
  page(
    'attributes-100000',
    () =>
      `<table><tr><td ${Array.from({ length: 100_000 }, (_none, at) => `a${at}=1`).join(' ')}>x</td></tr>${ROW}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page(
    'attribute-of-two-megabytes',
    () => `<table title="${'x'.repeat(2_000_000)}">${ROW}</table>`,
    ...OUT_OF_BOUNDS,
  ),
  page('comment-never-closed', () => `<table>${ROW}<!--${'x'.repeat(1_000_000)}`, ...OUT_OF_BOUNDS),
  page('cell-of-three-megabytes', () => `<table><tr><td>${'长'.repeat(1_000_000)}</table>`, 'FILE_LIMIT'),
  page(
    'references-odd',
    () => `<table><tr><td>&#xD800;&#0;&#99999999999;&lol;&amp</td></tr>${ROW}</table>`,
    'READ',
  ),
  page(
    'entities-declared',
    () => `<!DOCTYPE html [<!ENTITY a "&a;&a;">]><table>${ROW}<tr><td>&a;</td></tr></table>`,
    'READ',
    'FILE_DOCTYPE',
  ),
  page(
    'encoding-lies',
    () => Buffer.from(`<html><meta charset="gbk"><table>${ROW}</table>`),
    'READ',
    'FILE_ENCODING',
  ),
  page(
    'encoding-unknown',
    () => `<html><meta charset="klingon"><table>${ROW}</table>`,
    'READ',
    'FILE_ENCODING',
  ),
  page(
    'no-table',
    () => '<html><body><p>404 Not Found</p></body></html>',
    'READ',
    'FILE_EMPTY',
    'FILE_UNREADABLE',
  ),
  hostile('page-named-xls.xls', () => `<html><table>${ROW}</table></html>`, 'READ'),
  hostile(
    'xml-2003.xls',
    () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    'FILE_FORMAT_UNSUPPORTED',
  ),
  hostile('laughs.xml', () => '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'FILE_FORMAT_UNSUPPORTED'),
];

/** Delimited text, JSON and pages. */
export const TEXTS: readonly HostileFile[] = [...tables, ...values, ...pages];
