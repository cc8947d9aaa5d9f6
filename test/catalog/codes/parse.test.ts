import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSegments } from '../../../catalog/codes/describe.ts';
import { parseCode, parseSchemeCode } from '../../../catalog/codes/parse.ts';
import { CODE_SCHEME_NAMES, CODE_SCHEMES } from '../../../catalog/codes/schemes.ts';

describe('reading any code', () => {
  test.each([
    ['XK0010100Y', 'GUIZHOU', { itemType: 'XK', mainItem: '00101', subItem: '00Y' }],
    [
      '11440100007483172Q',
      'USCC',
      { registration: '1', institution: '1', region: '440100', organisation: '007483172' },
    ],
    ['62052400MZ-XK-0001', 'LOCAL', { code: '62052400MZ-XK-0001' }],
    ['武政服-3', 'LOCAL', { code: '武政服-3' }],
    ['aB-7', 'LOCAL', { code: 'aB-7' }],
  ])('%s is %s', (raw, scheme, segments) => {
    expect(parseCode(raw)).toMatchObject({ scheme, raw, segments: { kind: scheme, ...segments } });
  });

  test('a source that names GB/T 39046 is believed; unasked the code stays local', () => {
    expect(parseCode('A010100101', 'GBT_39046_BASIC')).toMatchObject({
      scheme: 'GBT_39046_BASIC',
      problems: [],
    });
    expect(parseCode('A010100101A010100101', 'GBT_39046_IMPLEMENTATION').scheme).toBe(
      'GBT_39046_IMPLEMENTATION',
    );
    expect(parseCode('A010100101').scheme).toBe('LOCAL');
    expect(parseCode('A0101001010', 'GBT_39046_BASIC').scheme).toBe('LOCAL');
  });

  test('a source that calls its code local is believed too', () => {
    expect(parseCode('440106043001', 'LOCAL')).toMatchObject({ scheme: 'LOCAL', problems: [] });
  });

  test.each([
    ['A', 'GBT_39046_BASIC', 'GBT_39046_BASIC'],
    ['', 'GBT_39046_BASIC', 'LOCAL'],
    ['A01-', 'GBT_39046_BASIC', 'LOCAL'],
    ['-A01', 'GBT_39046_BASIC', 'LOCAL'],
    ['A01010010101010010101010', 'GBT_39046_IMPLEMENTATION', 'GBT_39046_IMPLEMENTATION'],
    ['A010100101010100101010101', 'GBT_39046_IMPLEMENTATION', 'LOCAL'],
    ['A010100101A010100101', 'GBT_39046_BASIC', 'LOCAL'],
  ] as const)('%j, promised as %s, is %s', (code, hint, scheme) =>
    expect(parseCode(code, hint).scheme).toBe(scheme),
  );

  test.each([
    ['a space inside', '4401 0600 3001', '440106003001', 'CN_12'],
    ['full width', '４４０１０６００３００１', '440106003001', 'CN_12'],
    ['characters without width', '\u200B4401\u200C0600\u200D30\u206001\uFEFF', '440106003001', 'CN_12'],
    ['lower case', 'xk0010100y', 'XK0010100Y', 'GUIZHOU'],
    ['a dash for the hyphen', 'G—000007–001', 'G-000007-001', 'SICHUAN_OLD'],
    ['other dashes', 'G−000007―001', 'G-000007-001', 'SICHUAN_OLD'],
    ['spaces around a local code', ' 武政服－3 ', '武政服-3', 'LOCAL'],
  ])('%s is understood, kept and said', (_, raw, normalized, scheme) => {
    const parsed = parseCode(raw);
    expect(parsed).toMatchObject({ scheme, raw, normalized });
    expect(parsed.problems[0]).toMatchObject({ code: 'CODE_NORMALISED', value: raw });
    expect(parsed.problems[0]?.message).toContain(`“${normalized}”`);
  });

  test('a local code that merely follows no scheme says so, and one as it should be nothing else', () => {
    expect(parseCode('武政服-3').problems.map(({ code }) => code)).toEqual(['CODE_SCHEME_UNKNOWN']);
    expect(parseCode('武政服-3', 'LOCAL').problems).toEqual([]);
    expect(parseCode('abc', 'USCC').problems).toMatchObject([{ code: 'CODE_04_LENGTH', value: 'ABC' }]);
  });

  test('an empty code is a problem, not an exception', () => {
    expect(parseCode('  ')).toMatchObject({
      scheme: 'LOCAL',
      normalized: '',
      problems: [{ code: 'CODE_EMPTY', value: '  ' }],
    });
  });

  test.each([
    ['LOCAL:440106043001', 'LOCAL', '440106043001'],
    ['cn_12:440106043001', 'CN_12', '440106043001'],
    ['440106043001', 'CN_12', '440106043001'],
    ['别的:440106043001', 'LOCAL', '别的:440106043001'],
    [' local : 甲:乙', 'LOCAL', '甲:乙'],
    ['CN_12', 'LOCAL', 'CN_12'],
    ['CN_12X', 'LOCAL', 'CN_12X'],
    ['', 'LOCAL', ''],
  ])('%s with its scheme in front is %s', (text, scheme, normalized) => {
    expect(parseSchemeCode(text)).toMatchObject({ scheme, normalized });
  });

  test('never throws, always keeps the code as it came, and reads its own normal form alike', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0159AQTEY-—０ｂ许可 ') }),
    );
    fc.assert(
      fc.property(text, fc.option(fc.constantFrom(...CODE_SCHEMES), { nil: undefined }), (raw, hint) => {
        const parsed = parseCode(raw, hint);
        expect(parsed.raw).toBe(raw);
        expect(parsed.segments.kind).toBe(parsed.scheme);
        const again = parseCode(parsed.normalized, hint);
        expect([again.scheme, again.normalized]).toEqual([parsed.scheme, parsed.normalized]);
        // A changed spelling is always said.
        if (parsed.normalized !== raw) expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('every scheme has a Chinese name', () => {
    for (const name of Object.values(CODE_SCHEME_NAMES)) expect(name).toMatch(/\p{Script=Han}/u);
    expect(Object.keys(CODE_SCHEME_NAMES).sort()).toEqual([...CODE_SCHEMES].sort());
  });
});

describe('segments as a reader sees them', () => {
  test('an implementation code', () => {
    expect(describeSegments(parseCode('11450000007565194H200011501500504').segments)).toEqual([
      { name: '统一社会信用代码', value: '11450000007565194H' },
      { name: '行使层级', value: '2', meaning: '省级' },
      { name: '区划', value: '00', meaning: '国家目录' },
      { name: '事项类型', value: '01', meaning: '行政许可' },
      { name: '主项', value: '15015', meaning: '前两位 15 为国务院部门' },
      { name: '子项', value: '005' },
      { name: '业务办理项', value: '04' },
    ]);
  });

  test.each([
    ['许可-00193-001-02', ['许可', '00193', '001', '02']],
    ['G-000007-001', ['G', '000007', '001']],
    ['511A0138000000', ['51', '1', 'A', '0138000000']],
    ['XK0010100Y', ['XK', '00101', '00Y']],
    ['11440100007483172Q', ['1', '1', '440100', '007483172', 'Q']],
    ['自编-1', ['自编-1']],
  ])('%s, without empty ones', (code, values) => {
    expect(describeSegments(parseCode(code).segments).map(({ value }) => value)).toEqual(values);
  });
});

test.each([
  ['511A0138000000', '行政许可'],
  ['511B0138000000', undefined],
  ['511C0138000000', undefined],
  ['511D0138000000', undefined],
  ['G-000007-001', '行政给付'],
  ['B-000007-001', undefined],
])('the type letter of the Sichuan code %s means %s', (code, meaning) => {
  const type = describeSegments(parseCode(code).segments).find(({ name }) => name === '类型');
  expect(type).toBeDefined();
  expect(type?.meaning).toBe(meaning);
});
